// Where everything is: the form of the file written by cchc_site/publish/search/manifest.py.

import { bare } from "./text.js";

/**
 * @typedef {{total: number, end: number, block: number, levels: string[], keys: string, shards: string,
 *   records: string, facets: string, phrases: [string, string][]}} Written
 * @typedef {{total: number, end: number, block: number, facets: string, levels: Map<string, number>, firsts: string[],
 *   shards: string, records: string, phrases: Map<string, {written: string, full: string[]}>}} Manifest
 */

const NAME = 6;
/** The level of every syllable that is not among the common ones. */
export const RARE = 8;

/**
 * @param {Written} written
 * @returns {Manifest}
 */
export function readManifest(written) {
  const levels = new Map();
  written.levels.forEach((keys, level) => frontDecoded(keys).forEach((key) => levels.set(key, level)));
  const phrases = new Map();
  for (const [short, full] of written.phrases) {
    const key = short.split("&").map(bare).join(" ");
    if (!phrases.has(key)) phrases.set(key, { written: short.replace(/&/g, " "), full: full.split(" ") });
  }
  const { total, end, block, facets, shards, records } = written;
  return { total, end, block, facets, shards, records, levels, phrases, firsts: frontDecoded(written.keys) };
}

/**
 * Lines that leave out what they share with the line before; the first character says how much.
 * @param {string} text
 * @returns {string[]}
 */
export function frontDecoded(text) {
  /** @type {string[]} */
  const keys = [];
  let before = "";
  for (const line of text ? text.split("\n") : []) {
    before = before.slice(0, line.charCodeAt(0) - 48) + line.slice(1);
    keys.push(before);
  }
  return keys;
}

/**
 * The number of the shard where a key stands if it exists.
 * @param {Manifest} manifest
 * @param {string} key
 */
export function shardOf(manifest, key) {
  let low = 0;
  let high = manifest.firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (manifest.firsts[middle] <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * @param {Manifest} manifest
 * @param {number} shard
 */
export function shardName(manifest, shard) {
  return manifest.shards.slice(shard * NAME, shard * NAME + NAME);
}

/**
 * @param {Manifest} manifest
 * @param {number} document
 */
export function recordName(manifest, document) {
  const place = Math.floor(document / manifest.block) * NAME;
  return manifest.records.slice(place, place + NAME);
}

/**
 * How rare a bare syllable is, from 0 (in most documents) to RARE.
 * @param {Manifest} manifest
 * @param {string} syllable
 */
export function levelOf(manifest, syllable) {
  const level = manifest.levels.get(syllable);
  return level === undefined ? RARE : level;
}

/**
 * The key under which two neighbours are kept: with the rarer of the two.
 * @param {Manifest} manifest
 * @param {string} left
 * @param {string} right
 */
export function pairKey(manifest, left, right) {
  const difference = levelOf(manifest, left) - levelOf(manifest, right);
  return difference > 0 || (difference === 0 && left <= right) ? `${left} ${right}` : `${right}!${left}`;
}
