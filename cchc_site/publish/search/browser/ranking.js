// Putting documents in order: what they share with the query, how rare that is, and where it stands.

import { accentFit } from "./text.js";
import { shardOf } from "./manifest.js";

/**
 * @typedef {import("./query.js").Slot} Slot
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {import("./shard.js").Shard} Shard
 * @typedef {{document: number, score: number, covered: number}} Hit
 * @typedef {{hits: Hit[], sure: boolean, missing: number[]}} Ranking
 *   `missing` are the words that no document has
 */

/** Weights of the classes: in the body, often in the body, in the summary, in the title. */
const CLASS = [1, 1.12, 1.35, 1.9];
const TITLE = 3;
const SINGLE = 0.4;

/** The scores of all documents for one query. */
class Tally {
  /** @param {number} end */
  constructor(end) {
    this.score = new Float32Array(end);
    this.covered = new Float32Array(end);
    this.title = new Uint32Array(end);
    this.length = new Uint8Array(end);
    this.best = new Float32Array(end);
    /** @type {number[]} */
    this.touched = [];
  }
}

/**
 * @param {Query} query
 * @param {Manifest} manifest
 * @param {Map<number, Shard>} shards
 * @returns {Ranking}
 */
export function rank(query, manifest, shards) {
  const tally = new Tally(manifest.end);
  let possible = 0;
  let asked = 0;
  /** @type {Set<number>} */
  const places = new Set();
  /** @type {Set<number>} */
  const missing = new Set();
  for (const slot of query.slots) {
    const found = postingsOf(slot, query, manifest, shards, tally);
    if (!found) continue;
    for (let place = slot.first; place <= slot.last; place++) places.add(place);
    if (!found.count && slot.first === slot.last && slot.choices[0].fit === 1) missing.add(slot.first);
    const weight = weightOf(slot, found.count, manifest.total);
    asked += weight;
    if (found.count) possible += weight;
    add(tally, slot, weight, found.documents);
  }
  return finish(query, tally, possible, asked, places.size, [...missing]);
}

/**
 * @param {Slot} slot
 * @param {number} count
 * @param {number} total
 */
function weightOf(slot, count, total) {
  const rarity = Math.log(1 + total / Math.max(count, 1));
  if (slot.number) return rarity * 2.5;
  return rarity * (slot.first === slot.last ? SINGLE : 1);
}

/**
 * The documents of a slot, each with its best value in `tally.best`; null when no file of it is here.
 * @param {Slot} slot
 * @param {Query} query
 * @param {Manifest} manifest
 * @param {Map<number, Shard>} shards
 * @param {Tally} tally
 */
function postingsOf(slot, query, manifest, shards, tally) {
  /** @type {number[]} */
  const documents = [];
  let here = false;
  let words = 0;
  for (let place = slot.first; place <= slot.last; place++) words |= 1 << place;
  for (const choice of slot.choices) {
    const shard = shards.get(shardOf(manifest, choice.key));
    if (!shard) continue;
    here = true;
    const keys = slot.number && !shard.places.has(choice.key) ? shard.startingWith(choice.key) : [choice.key];
    const single = slot.first >= slot.last;
    for (const key of keys) {
      const fit = key === choice.key ? choice.fit : choice.fit * 0.7;
      /** @type {number} */
      let of = -1;
      let value = 0;
      shard.read(key, (accents, document, place, extra) => {
        const code = accents[0] * 64 + accents[1];
        if (code !== of) {
          of = code;
          value = fit * accentFit(choice.accents[0], accents[0], query.careful);
          if (!single) value *= accentFit(choice.accents[1], accents[1], query.careful);
        }
        if (!tally.best[document]) documents.push(document);
        tally.best[document] = Math.max(tally.best[document], value * CLASS[place]);
        if (place === TITLE) {
          tally.title[document] |= words;
          tally.length[document] = extra & 15;
        }
      });
    }
    if (slot.number && documents.length) break;
  }
  return here ? { documents, count: documents.length } : null;
}

/**
 * @param {Tally} tally
 * @param {Slot} slot
 * @param {number} weight
 * @param {number[]} documents
 */
function add(tally, slot, weight, documents) {
  for (const document of documents) {
    if (!tally.covered[document]) tally.touched.push(document);
    tally.score[document] += weight * tally.best[document];
    tally.covered[document] += weight * Math.min(1, tally.best[document]);
    tally.best[document] = 0;
  }
}

/**
 * @param {Query} query
 * @param {Tally} tally
 * @param {number} possible
 * @param {number} asked
 * @param {number} places
 * @param {number[]} missing
 * @returns {Ranking}
 */
function finish(query, tally, possible, asked, places, missing) {
  const end = tally.score.length;
  const words = query.words.length;
  const hits = tally.touched.map((document) => {
    const share = tally.covered[document] / possible;
    let score = tally.score[document] * share * share;
    const inTitle = tally.title[document] ? bits(tally.title[document]) / Math.max(1, places) : 0;
    if (inTitle > 0.5) {
      const length = tally.length[document] * 2 + 0.5;
      score += possible * 0.4 * inTitle * inTitle * (0.4 + 0.6 * (Math.min(words, length) / Math.max(words, length)));
    }
    return { document, score: score + possible * 0.01 * (document / end), covered: tally.covered[document] };
  });
  hits.sort((left, right) => right.score - left.score || right.document - left.document);
  const [first, second] = hits;
  const sure = !!first && first.covered / asked > 0.72 && (!second || first.score > second.score * 1.06);
  return { hits, sure, missing };
}

/** @param {number} mask */
function bits(mask) {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}
