// What a result shows.

import { recordName } from "./manifest.js";

/**
 * @typedef {{address: string, title: string, summary: string, day: string, kind: string, unit: string, areas: string[]}} Record
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {import("./files.js").Files} Files
 */

/**
 * The record of a document.
 * @param {Files} files
 * @param {Manifest} manifest
 * @param {number} document
 * @returns {Promise<Record>}
 */
export async function recordOf(files, manifest, document) {
  const [block] = await files.get("r", recordName(manifest, document));
  const [address, title, summary, day, kind, unit, ...areas] = block[document % manifest.block];
  return { address, title, summary, day, kind, unit, areas };
}
