// From a text to documents in order: read the query, fetch a few files, rank, and look further when that was not enough.

import { chooseShards } from "./choice.js";
import { levelOf, readManifest, shardName, shardOf } from "./manifest.js";
import { readQuery, slipSlots } from "./query.js";
import { rank } from "./ranking.js";
import { recordOf } from "./records.js";
import { Shard } from "./shard.js";

/**
 * @typedef {import("./files.js").Files} Files
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./ranking.js").Hit} Hit
 * @typedef {{query: Query, hits: Hit[], missing: number[]}} Found  `missing` are the words that no document has
 */

/** With the script, the list of files and a record these make eight requests, whatever is asked. */
const FIRST_FILES = 3;
const MORE_FILES = 2;
/** Below this share of what was asked, the words of the query do not stand together anywhere: they are in disorder. */
const APART = 0.8;
const KEPT_SHARDS = 120;

/** Search over one site's index. */
export class Engine {
  /** @param {Files} files */
  constructor(files) {
    this.files = files;
    /** @type {Promise<import("./manifest.js").Manifest> | null} */
    this.read = null;
    /** @type {Map<number, Shard>} */
    this.shards = new Map();
  }

  /** The manifest, fetched once. */
  manifest() {
    if (!this.read) {
      this.read = this.files.get("m", "").then(([written]) => readManifest(written));
      this.read.catch(() => (this.read = null));
    }
    return this.read;
  }

  /**
   * @param {string} text
   * @returns {Promise<Found>}
   */
  async search(text) {
    const manifest = await this.manifest();
    let query = readQuery(text, manifest);
    if (!query.slots.length) return { query, hits: [], missing: [] };
    /** @type {Set<number>} */
    const there = new Set();
    if (query.doubt) query = await this.settle(query, text, there);
    await this.fetch(query, there, FIRST_FILES - there.size);
    let ranking = rank(query, manifest, this.shards);
    const missing = ranking.missing;
    if (!ranking.sure) {
      correct(query, missing, manifest);
      if (ranking.together < APART) preferTitles(query, manifest);
      await this.fetch(query, there, MORE_FILES);
      ranking = rank(query, manifest, this.shards);
    }
    return { query, hits: ranking.hits, missing };
  }

  /**
   * Whether a word is one that a text has, or keystrokes: the file that would have it is fetched with the others.
   * @param {Query} query
   * @param {string} text
   * @param {Set<number>} there
   */
  async settle(query, text, there) {
    const manifest = await this.manifest();
    const number = shardOf(manifest, query.doubt);
    there.add(number);
    await Promise.all([this.shard(number, manifest), this.fetch(query, there, FIRST_FILES - 1)]);
    return this.shards.get(number)?.places.has(query.doubt) ? readQuery(text, manifest, true) : query;
  }

  /**
   * @param {Query} query
   * @param {Set<number>} there
   * @param {number} most
   */
  async fetch(query, there, most) {
    const manifest = await this.manifest();
    const chosen = chooseShards(query.slots, manifest, there, most);
    await Promise.all(chosen.map((shard) => this.shard(shard, manifest)));
    chosen.forEach((shard) => there.add(shard));
  }

  /**
   * @param {number} number
   * @param {import("./manifest.js").Manifest} manifest
   */
  async shard(number, manifest) {
    if (this.shards.has(number)) return;
    const [keys, data] = await this.files.get("k", shardName(manifest, number));
    if (this.shards.size > KEPT_SHARDS) this.shards.clear();
    this.shards.set(number, new Shard(keys, data));
  }

  /** @param {number} document */
  async record(document) {
    return recordOf(this.files, await this.manifest(), document);
  }
}

/**
 * Make the files of title words the most interesting ones.
 * @param {Query} query
 * @param {import("./manifest.js").Manifest} manifest
 */
function preferTitles(query, manifest) {
  for (const slot of query.slots) if (slot.kind === "title") slot.bits += 3 + levelOf(manifest, query.words[slot.first].bare) / 4;
}

/**
 * Add what the words that no document has may have been.
 * @param {Query} query
 * @param {number[]} missing
 * @param {import("./manifest.js").Manifest} manifest
 */
function correct(query, missing, manifest) {
  for (const place of missing.slice(0, 2)) query.slots.push(...slipSlots(query.words, place, manifest));
}
