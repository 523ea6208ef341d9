// Showing where a result agrees with the query: the accented text is marked for an unaccented query too.

import { bare, placedTokens } from "./text.js";
import { levelOf } from "./manifest.js";

/**
 * @typedef {{text: string, marked: boolean}} Piece
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./manifest.js").Manifest} Manifest
 */

/** Syllables this common are marked only beside another marked one. */
const COMMON = 1;

/**
 * The text cut into marked and plain pieces.
 * @param {string} text
 * @param {Query} query
 * @param {Manifest} manifest
 * @returns {Piece[]}
 */
export function markedPieces(text, query, manifest) {
  const whole = text.normalize("NFC");
  const placed = placedTokens(whole);
  const asked = placed.map(({ word }) => isAsked(word, query, manifest));
  const shown = placed.map(({ word }, at) => asked[at] && (levelOf(manifest, bare(word)) > COMMON || !!asked[at - 1] || !!asked[at + 1]));
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  placed.forEach(({ word, start }, at) => {
    if (!shown[at]) return;
    const joined = at > 0 && shown[at - 1];
    if (start > end) pieces.push({ text: whole.slice(end, start), marked: joined });
    pieces.push({ text: word, marked: true });
    end = start + word.length;
  });
  if (end < whole.length) pieces.push({ text: whole.slice(end), marked: false });
  return pieces;
}

/**
 * @param {string} word
 * @param {Query} query
 * @param {Manifest} manifest
 */
function isAsked(word, query, manifest) {
  const plain = bare(word);
  const words = query.words;
  if (words.some((asked) => asked.bare === plain)) return true;
  if (query.unfinished && words[words.length - 1].bare.length > 1 && plain.startsWith(words[words.length - 1].bare)) return true;
  const phrase = manifest.phrases.get(plain);
  return !!phrase && phrase.full.every((part) => words.some((asked) => asked.bare === bare(part)));
}
