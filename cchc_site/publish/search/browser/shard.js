// One file of the index, unpacked as far as a query asks: the form written by cchc_site/publish/search/shards.py.

import { frontDecoded } from "./manifest.js";

/** The class of a posting that stands in a title; only these have a further byte. */
const TITLE_CLASS = 3;

/** A file of the index. */
export class Shard {
  /**
   * @param {string} keys
   * @param {string} data
   */
  constructor(keys, data) {
    this.keys = frontDecoded(keys);
    this.bytes = unpacked(data);
    /** @type {Map<string, [number, number]>} */
    this.places = new Map();
    const reader = new Reader(this.bytes, 0);
    for (const key of this.keys) {
      const length = reader.number();
      this.places.set(key, [reader.at, reader.at + length]);
      reader.at += length;
    }
  }

  /**
   * Every posting of a key: its accents, its document, its class, and in a title its place and the title's length.
   * @param {string} key
   * @param {(accents: [number, number], document: number, place: number, extra: number) => void} visit
   */
  read(key, visit) {
    const place = this.places.get(key);
    if (!place) return false;
    const reader = new Reader(this.bytes, place[0]);
    const codes = /[ !]/.test(key) ? 2 : 1;
    while (reader.at < place[1]) {
      /** @type {[number, number]} */
      const accents = [this.bytes[reader.at], codes === 2 ? this.bytes[reader.at + 1] : 0];
      reader.at += codes;
      readForm(reader, (document, where, extra) => visit(accents, document, where, extra));
    }
    return true;
  }

  /**
   * The keys of this file that begin so.
   * @param {string} beginning
   * @returns {string[]}
   */
  startingWith(beginning) {
    return this.keys.filter((key) => key.startsWith(beginning));
  }
}

/**
 * @param {Reader} reader
 * @param {(document: number, place: number, extra: number) => void} visit
 */
function readForm(reader, visit) {
  const head = reader.number();
  let document = 0;
  for (let left = head >> 1; left > 0; left--) {
    const value = reader.number();
    document += value >> 2;
    const place = value & 3;
    visit(document, place, place === TITLE_CLASS ? reader.byte() : 0);
  }
  if (!(head & 1)) return;
  const length = reader.number();
  for (let at = 0; at < length; at++) {
    const bits = reader.byte();
    for (let bit = 0; bits >> bit; bit++) if ((bits >> bit) & 1) visit(at * 8 + bit, 0, 0);
  }
}

class Reader {
  /**
   * @param {Uint8Array} bytes
   * @param {number} at
   */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    let shift = 0;
    let byte;
    do {
      byte = this.byte();
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value;
  }
}

/** @param {string} data */
function unpacked(data) {
  const text = atob(data);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
