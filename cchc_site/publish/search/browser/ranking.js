// Putting documents in order: what they share with the query, how rare that is, and where it stands.

import { accentFit } from "./text.js";
import { shardOf } from "./manifest.js";

/**
 * @typedef {import("./query.js").Slot} Slot
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {import("./shard.js").Shard} Shard
 * @typedef {{document: number, score: number, covered: number}} Hit
 * @typedef {{hits: Hit[], sure: boolean, missing: number[], together: number}} Ranking
 *   `missing` are the words that no document has, `together` the share of what was asked
 *   that the first hit has
 */

/** Weights of the classes: in the body, often in the body, in the summary, in the title. */
const CLASS = [1, 1.12, 1.35, 1.9];
const TITLE = 3;
const WEIGHT = { word: 0.4, pair: 1, number: 2.5 };
/** What a query's words are worth without their order, beside what their neighbours are worth. */
const BAG = 0.8;
/** What words in the title are worth, wherever in it. */
const IN_TITLE = 2;
/** Below this share of what was asked, no document has the query's words in their order. */
const IN_ORDER = 0.8;
/** A document that has this share of what the first one has is as good, as long as files are missing. */
const ALIKE = 0.97;

/** The scores of all documents for one query. */
class Tally {
  /** @param {number} end */
  constructor(end) {
    this.score = new Float32Array(end);
    this.covered = new Float32Array(end);
    this.title = new Uint32Array(end);
    this.length = new Uint8Array(end);
    this.best = new Float32Array(end);
    this.titled = new Uint32Array(end);
    /** @type {number[]} */
    this.rarities = [];
    this.bag = new Float32Array(end);
    this.bagged = new Float32Array(end);
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
  const sums = { possible: 0, asked: 0, bag: 0, titles: 0, unseen: 0 };
  /** @type {Set<number>} */
  const places = new Set();
  /** @type {Set<number>} */
  const missing = new Set();
  let ended = false;
  const ending = query.slots.find((slot) => slot.last === query.words.length - 1 && slot.kind === (slot.last ? "pair" : "word"));
  for (const slot of query.slots) {
    if (slot.begun && ended) continue;
    const found = postingsOf(slot, query, manifest, shards, tally);
    if (!found) {
      if (slot.kind === "pair" && !slot.begun) sums.unseen++;
      continue;
    }
    const rarity = rarityOf(found.count, manifest.total);
    if (slot.kind === "title") {
      sums.titles++;
      tally.rarities[slot.first] = rarity;
      addTitled(1 << slot.first, found.documents, tally);
      continue;
    }
    if (slot.kind === "word") tally.rarities[slot.first] = rarityOf(found.titles, manifest.total);
    ended = ended || (slot === ending && found.count > 0);
    if (found.count) for (let place = slot.first; place <= slot.last; place++) places.add(place);
    else if (slot.kind === "word") missing.add(slot.first);
    const weight = rarity * WEIGHT[slot.kind];
    // Numbers, longer words and a word that is still being typed are only guesses: their absence says nothing.
    const isGuess = slot.begun || slot.kind === "number" || (query.unfinished && slot.last === query.words.length - 1);
    if (found.count || !isGuess) sums.asked += weight;
    if (found.count && slot.begun) missing.delete(slot.last);
    if (found.count) sums.possible += weight;
    if (slot.kind === "word") sums.bag += rarity;
    add(tally, weight, slot.kind === "word" ? rarity : 0, found.documents);
  }
  return finish(query, tally, sums, places.size, [...missing]);
}

/**
 * @param {number} count
 * @param {number} total
 */
function rarityOf(count, total) {
  return Math.log(1 + total / Math.max(count, 1));
}

/**
 * The documents of a slot, each with its best value in `tally.best`, and in how many titles it stands; null when no
 * file of it is here.
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
  let titles = 0;
  for (let place = slot.first; place <= slot.last; place++) words |= 1 << place;
  for (const choice of slot.choices) {
    const shard = shards.get(shardOf(manifest, choice.key));
    if (!shard) continue;
    here = true;
    const keys = slot.begun || (slot.kind === "number" && !shard.places.has(choice.key)) ? shard.startingWith(choice.key) : [choice.key];
    const single = slot.kind !== "pair";
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
          titles++;
          tally.title[document] |= words;
          tally.length[document] = extra & 15;
        }
      });
    }
    if (slot.kind === "number" && documents.length) break;
  }
  return here ? { documents, count: documents.length, titles } : null;
}

/**
 * @param {number} word the bit of the word that stands in their titles
 * @param {number[]} documents
 * @param {Tally} tally
 */
function addTitled(word, documents, tally) {
  for (const document of documents) {
    touch(tally, document);
    tally.titled[document] |= word;
    tally.best[document] = 0;
  }
}

/**
 * @param {Tally} tally
 * @param {number} document
 */
function touch(tally, document) {
  if (!tally.covered[document] && !tally.titled[document]) tally.touched.push(document);
}

/**
 * @param {Tally} tally
 * @param {number} weight
 * @param {number} alone the weight as a word without neighbours
 * @param {number[]} documents
 */
function add(tally, weight, alone, documents) {
  for (const document of documents) {
    touch(tally, document);
    tally.score[document] += weight * tally.best[document];
    tally.covered[document] += weight * Math.min(1, tally.best[document]);
    tally.bag[document] += alone * tally.best[document];
    tally.bagged[document] += alone;
    tally.best[document] = 0;
  }
}

/**
 * @param {Query} query
 * @param {Tally} tally
 * @param {{possible: number, asked: number, bag: number, titles: number, unseen: number}} sums
 * @param {number} places
 * @param {number[]} missing
 * @returns {Ranking}
 */
function finish(query, tally, sums, places, missing) {
  const end = tally.score.length;
  const words = query.words.length;
  const nearest = tally.touched.reduce((most, document) => Math.max(most, tally.covered[document]), 0) / sums.asked;
  // Where words stand in titles says little while their neighbours agree, and much when they are in disorder.
  const known = sums.titles || nearest < IN_ORDER ? weightOf(-1, tally.rarities) : 0;
  /** @type {number[]} */
  const strong = [];
  const hits = tally.touched.map((document) => {
    const share = tally.covered[document] / sums.possible;
    const bagShare = sums.bag && tally.bagged[document] / sums.bag;
    const inOrder = tally.score[document] * share * share;
    const titled = weightOf(tally.titled[document] | tally.title[document], tally.rarities);
    const titleShare = known && titled / known;
    const inDisorder = BAG * tally.bag[document] * bagShare * bagShare;
    let score = Math.max(inOrder, inDisorder) + IN_TITLE * titled * titleShare ** 3;
    const inTitle = tally.title[document] ? bits(tally.title[document]) / Math.max(1, places) : 0;
    if (inTitle > 0.75 || titleShare > 0.8) strong.push(document);
    if (inTitle > 0.5) {
      const length = tally.length[document] * 2 + 0.5;
      score += sums.possible * 0.4 * inTitle * inTitle * (0.4 + 0.6 * (Math.min(words, length) / Math.max(words, length)));
    }
    return { document, score: score + sums.possible * 0.01 * (document / end), covered: tally.covered[document] };
  });
  hits.sort((left, right) => right.score - left.score || right.document - left.document);
  const [first, second] = hits;
  const margin = first && second ? first.score / second.score : 9;
  const together = first ? first.covered / sums.asked : 0;
  const alike = hits.filter((hit) => hit.covered >= first.covered * ALIKE).length;
  const outstanding = together > 0.72 && margin > 1.06 && !(sums.unseen && alike > 1);
  const sure = outstanding || (margin > 1.3 && !!first && strong.includes(first.document));
  return { hits, sure, missing, together };
}

/** @param {number} mask */
function bits(mask) {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}

/**
 * @param {number} mask bits of words
 * @param {number[]} rarities of the words of which it is known in which titles they stand
 */
function weightOf(mask, rarities) {
  let sum = 0;
  rarities.forEach((rarity, place) => (sum += (mask >> place) & 1 ? rarity : 0));
  return sum;
}
