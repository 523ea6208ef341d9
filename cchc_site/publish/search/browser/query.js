// What a query asks for: words after every convention of typing was undone, and the keys that may answer.

import { accent, bare, tokens } from "./text.js";
import { isOneSlip, isSyllable, keystrokes } from "./typing.js";
import { levelOf, pairKey, RARE } from "./manifest.js";

/**
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {{bare: string, accent: number, written: string}} Word
 * @typedef {{key: string, accents: [number, number], fit: number}} Choice  one key that would do, and how well
 * @typedef {{kind: "word" | "pair" | "title" | "number", first: number, last: number, bits: number, choices: Choice[],
 *   begun?: boolean}} Slot
 *   one thing to look for, the words it covers, how much it is expected to say, whether longer keys will do
 * @typedef {{words: Word[], slots: Slot[], careful: boolean, unfinished: boolean, reading: string, doubt: string}} Query
 *   `doubt` is a word that was taken for keystrokes but may be a foreign word ("taxi" would be "tãi", "visa" "vía")
 */

const LONGEST_QUERY = 400;
const MOST_WORDS = 28;
/** What follows the first letters of a document number; the same as `with_quiet_tails` in document_keys.py. */
const NUMBER_TAIL = /(?<!\p{L})(\d{1,5}[a-z]?(?: ?\/ ?\d{4})? ?[/\u2013-] ?\p{L}{2,12}\d{0,2})(?: ?[/&\u2013-] ?\p{L}{1,12}){1,3}(?!\p{L})/giu;

/**
 * @param {string} text
 * @param {Manifest} manifest
 * @param {boolean} literal whether every word is meant as it stands
 * @returns {Query}
 */
export function readQuery(text, manifest, literal = false) {
  const clean = text.slice(0, LONGEST_QUERY).replace(/[\ud800-\udfff]/g, " ");
  const written = tokens(clean);
  const keyed = literal ? [] : written.filter((word) => isKeystrokes(word, manifest));
  const raw = keyed.length > 0;
  const words = typedWords(tokens(clean.replace(NUMBER_TAIL, "$1 ")), raw, manifest).slice(0, MOST_WORDS);
  const numbers = numberSlots(raw ? written.filter((word) => !keystrokes(word)) : written);
  const unfinished = words.length > 0 && /[\p{L}\p{N}]$/u.test(clean);
  const slots = [...numbers, ...wordSlots(words, manifest, unfinished)];
  return {
    words,
    slots,
    careful: words.some((word) => word.accent > 0),
    unfinished,
    reading: words.map((word) => word.written).join(" "),
    doubt: keyed.length === 1 || keyed.length * 3 <= written.length ? bare(keyed[0] || "") : "",
  };
}

/**
 * @param {string} written
 * @returns {Word}
 */
function wordOf(written) {
  return { bare: bare(written), accent: accent(written), written };
}

/**
 * @param {string[]} written
 * @param {boolean} raw whether the query was typed without an input method
 * @param {Manifest} manifest
 * @returns {Word[]}
 */
function typedWords(written, raw, manifest) {
  /** @type {string[]} */
  const found = [];
  for (let at = 0; at < written.length && found.length < MOST_WORDS; ) {
    const phrase = phraseAt(written, at, manifest);
    if (phrase) {
      found.push(...phrase.full);
      at += phrase.length;
    } else {
      const word = written[at].toLowerCase();
      found.push((raw && keystrokes(word)) || word);
      at++;
    }
  }
  return found.map(wordOf).filter((word) => word.bare);
}

/**
 * Whether a word can only have come about by typing Telex or VNI without an input method.
 * @param {string} word
 * @param {Manifest} manifest
 */
function isKeystrokes(word, manifest) {
  const plain = word.toLowerCase();
  return keystrokes(plain) !== "" && !isSyllable(plain) && levelOf(manifest, plain) === RARE;
}

/**
 * The abbreviation that stands at a place. In small letters only those that are no syllable ("tu" may be any word).
 * @param {string[]} written
 * @param {number} at
 * @param {Manifest} manifest
 */
function phraseAt(written, at, manifest) {
  for (let length = Math.min(3, written.length - at); length > 0; length--) {
    const part = written.slice(at, at + length);
    const folded = part.map(bare).join(" ");
    const phrase = manifest.phrases.get(folded);
    if (phrase && (phrase.written === part.join(" ") || !isSyllable(folded))) return { length, full: phrase.full };
  }
  return null;
}

/**
 * @param {Word[]} words
 * @param {Manifest} manifest
 * @param {boolean} unfinished
 * @returns {Slot[]}
 */
function wordSlots(words, manifest, unfinished) {
  /** @type {Slot[]} */
  const slots = [];
  const seen = new Set();
  words.forEach((word, place) => {
    const level = levelOf(manifest, word.bare);
    if (!seen.has(word.bare)) {
      slots.push(slot("word", place, level * 0.5 + 0.1, word.bare, [word.accent, 0]));
      slots.push(slot("title", place, level * 0.03 + 0.05, `^${word.bare}`, [0, 0]));
    }
    seen.add(word.bare);
    const next = words[place + 1];
    if (!next) return;
    const key = pairKey(manifest, word.bare, next.bare);
    const other = levelOf(manifest, next.bare);
    if (!seen.has(key)) slots.push(slot("pair", place, 2 + Math.max(level, other) * 0.7 + Math.min(level, other) * 0.5, key, [word.accent, next.accent]));
    seen.add(key);
  });
  if (unfinished) slots.push(...begunSlots(words, manifest));
  return slots;
}

/**
 * What the last word may become, looked for when it does not stand there as it is.
 * @param {Word[]} words
 * @param {Manifest} manifest
 * @returns {Slot[]}
 */
function begunSlots(words, manifest) {
  const last = words.length - 1;
  const word = words[last];
  if (!last) return word.bare.length > 1 ? [{ ...slot("word", 0, 0.1, word.bare, [word.accent, 0]), begun: true }] : [];
  const left = words[last - 1];
  const begun = slot("pair", last - 1, 1.5 + levelOf(manifest, left.bare) * 0.5, `${left.bare} ${word.bare}`, [left.accent, word.accent]);
  return [{ ...begun, begun: true }];
}

/**
 * @param {"word" | "pair" | "title"} kind
 * @param {number} first
 * @param {number} bits
 * @param {string} key
 * @param {[number, number]} accents
 * @returns {Slot}
 */
function slot(kind, first, bits, key, accents) {
  return { kind, first, last: kind === "pair" ? first + 1 : first, bits, choices: [{ key, accents, fit: 1 }] };
}

/**
 * Document numbers in any spelling: "37/KH-UBND", "37 kh ubnd", "37khubnd" all ask for "#37.khubnd".
 * @param {string[]} written
 * @returns {Slot[]}
 */
function numberSlots(written) {
  const parts = written.flatMap((word) => bare(word).match(/^\d+[a-z]?$|\d+|[a-z]+/g) || []);
  /** @type {Slot[]} */
  const slots = [];
  for (let at = 0; at < parts.length && slots.length < 3; at++) {
    if (!/^\d{1,5}[a-z]?$/.test(parts[at])) continue;
    let end = at + 1;
    while (end < parts.length && end < at + 3 && /^\d+$/.test(parts[end])) end++;
    const digits = parts.slice(at, end).map((part, place) => (place ? part : part.replace(/^0+(?=\d)/, "")));
    /** @type {string[]} */
    const letters = [];
    while (end < parts.length && letters.length < 5 && /^[a-z]{1,12}\d*$/.test(parts[end])) letters.push(parts[end++]);
    const joined = letters.map((_, place) => letters.slice(0, place + 1).join("")).filter((part) => part.length > 1).reverse();
    const stems = [digits.join("."), ...(digits.length > 2 ? [`${digits[0]}.${digits[1]}.${digits.slice(2).join("")}`] : [])];
    const choices = stems.flatMap((stem) => joined.map((part) => choice(`#${stem}.${part}`)));
    if (digits.length > 1) choices.push({ ...choice(`#${stems[0]}.`), fit: 0.6 });
    // "37 kh ubnd" is surely a number, "12 tỉnh" hardly.
    const bits = letters.length && isSyllable(letters[0]) ? 3 : 12;
    if (choices.length) slots.push({ kind: "number", first: 0, last: -1, bits, choices });
    at = Math.max(at, end - letters.length - 1);
  }
  return slots;
}

/**
 * @param {string} key
 * @returns {Choice}
 */
function choice(key) {
  return { key, accents: [0, 0], fit: 1 };
}

/**
 * Slots for what a word may have been before a slip of the finger, the likeliest of the common syllables first.
 * @param {Word[]} words
 * @param {number} place
 * @param {Manifest} manifest
 * @returns {Slot[]}
 */
export function slipSlots(words, place, manifest) {
  const word = words[place];
  const guesses = [...manifest.levels.keys()]
    .filter((syllable) => isOneSlip(word.bare, syllable))
    .sort((left, right) => slipCost(word.bare, left, manifest) - slipCost(word.bare, right, manifest))
    .slice(0, 8);
  /** @type {Slot[]} */
  const slots = [];
  for (const side of [place - 1, place]) {
    const left = words[side];
    const right = words[side + 1];
    if (!left || !right || !guesses.length) continue;
    const choices = guesses.map((guess) => ({
      key: side === place ? pairKey(manifest, guess, right.bare) : pairKey(manifest, left.bare, guess),
      accents: /** @type {[number, number]} */ (side === place ? [word.accent, right.accent] : [left.accent, word.accent]),
      fit: 0.8,
    }));
    slots.push({ kind: "pair", first: side, last: side + 1, bits: 4, choices });
  }
  return slots;
}

/**
 * @param {string} typed
 * @param {string} meant
 * @param {Manifest} manifest
 */
function slipCost(typed, meant, manifest) {
  const sameLetters = [...typed].sort().join("") === [...meant].sort().join("");
  return levelOf(manifest, meant) + (sameLetters ? -4 : 0) + (typed[0] === meant[0] ? 0 : 3);
}
