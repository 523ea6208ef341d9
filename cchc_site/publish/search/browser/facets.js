// Narrowing the results by kind, area, unit and year. The values of all pages are one file, fetched after the results.

/**
 * @typedef {{steps: number[]} & {[name: string]: [string[][], number[]]}} Written
 * @typedef {Map<string, (document: number) => string[]>} Facets
 * @typedef {import("./files.js").Files} Files
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {import("./ranking.js").Hit} Hit
 */

/** The kinds of results have a row of their own above the list; the others are chosen from lists. */
export const KIND = "loai";

/** The facets in their order: name in addresses, name in the file, label. */
export const FACETS = [
  [KIND, "kind", "Loại"],
  ["linh-vuc", "areas", "Lĩnh vực"],
  ["don-vi", "unit", "Đơn vị"],
  ["nam", "year", "Năm"],
];

/**
 * @param {Files} files
 * @param {Manifest} manifest
 * @returns {Promise<Facets>}
 */
export async function loadFacets(files, manifest) {
  const [written] = await files.get("f", manifest.facets);
  const places = new Map();
  let number = 0;
  /** @type {Written} */ (written).steps.forEach((step, place) => places.set((number += step), place));
  /** @type {Facets} */
  const facets = new Map();
  for (const [name, column] of FACETS) {
    const [values, of] = written[column];
    facets.set(name, (document) => values[of[places.get(document)]] || []);
  }
  return facets;
}

/**
 * The hits that have all the wanted values.
 * @param {Hit[]} hits
 * @param {Facets} facets
 * @param {Map<string, string>} wanted
 */
export function narrowed(hits, facets, wanted) {
  return hits.filter((hit) => [...wanted].every(([name, value]) => facets.get(name)?.(hit.document).includes(value)));
}

/**
 * The values of one facet among the hits with their counts, the most frequent first; years newest first.
 * @param {Hit[]} hits
 * @param {Facets} facets
 * @param {string} name
 * @returns {[string, number][]}
 */
export function counted(hits, facets, name) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const hit of hits) for (const value of facets.get(name)?.(hit.document) || []) counts.set(value, (counts.get(value) || 0) + 1);
  const byValue = name === "nam" ? -1 : 1;
  return [...counts].sort((a, b) => (name === "nam" ? 0 : b[1] - a[1]) || (a[0] < b[0] ? -byValue : byValue));
}
