// What the fingers meant: Telex and VNI keystrokes that no input method turned into letters, and slips of one key.

import { bare } from "./text.js";

const ONSET = "(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|p|ph|qu|r|s|th?|tr|v|x)?";
const RHYME =
  "(?:a(?:[cimnoptuy]|ch|ng|nh)?|e(?:[cmnoptu]|ch|ng|nh)?|i(?:[acmnptu]|ch|ng|nh|e(?:[cmnptu]|ng))?" +
  "|o(?:[cimnpt]|ng|a(?:[cimnopty]|ch|ng|nh)?|e[mnot]?|o(?:ng|c))?" +
  "|u(?:[cimnptu]|ng|a(?:[nty]|ng)?|e(?:ch|nh)?|o(?:[cimntpu]|ng)?|y(?:[anptu]|ch|nh|e[nt])?)?|y(?:e[mntu]|nh|ch|[nt])?)";
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}$`);
const VOWEL = /[aeiouy\u00e2\u0103\u00ea\u00f4\u01a1\u01b0]/;
/** @type {Record<string, string>} */
const CIRCUMFLEX = { a: "â", e: "ê", o: "ô" };
/** @type {Record<string, string>} */
const HORN = { a: "ă", o: "ơ", u: "ư" };
/** @type {Record<string, string>} */
const TELEX_TONES = { f: "\u0300", s: "\u0301", r: "\u0309", x: "\u0303", j: "\u0323", z: "" };
const VNI_TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];

/**
 * Whether a bare word could be a Vietnamese syllable.
 * @param {string} word
 */
export function isSyllable(word) {
  return SYLLABLE.test(word);
}

/**
 * The syllable that these Telex keystrokes write, or "" when they write none.
 * @param {string} keys
 */
export function fromTelex(keys) {
  if (!/^[a-z]{2,10}$/i.test(keys)) return "";
  /** @type {string[]} */
  const letters = [];
  let tone = "";
  for (const key of keys.toLowerCase()) {
    const started = letters.some((letter) => VOWEL.test(letter));
    if (started && key in TELEX_TONES) tone = TELEX_TONES[key];
    else if (!(key === "w" && horn(letters)) && !(key in CIRCUMFLEX && circumflex(letters, key)) && !stroke(letters, key))
      letters.push(key === "w" && !started && letters.length ? "ư" : key);
  }
  return syllable(letters, tone, keys);
}

/**
 * The syllable that these VNI keystrokes write, or "" when they write none.
 * @param {string} keys
 */
export function fromVni(keys) {
  if (!/^[a-z]+[1-9][a-z0-9]*$/i.test(keys) || keys.length > 11) return "";
  /** @type {string[]} */
  const letters = [];
  let tone = "";
  for (const key of keys.toLowerCase()) {
    const digit = "0123456789".indexOf(key);
    if (digit < 0) letters.push(key);
    else if (digit < 6 && !tone) tone = VNI_TONES[digit];
    else if (!vniMark(letters, digit)) return "";
  }
  return syllable(letters, tone, keys);
}

/**
 * @param {string[]} letters
 * @param {number} digit
 */
function vniMark(letters, digit) {
  if (digit === 9) return letters[0] === "d" && (letters[0] = "đ");
  if (digit === 6) return ["a", "e", "o"].some((vowel) => circumflex(letters, vowel));
  if (digit === 8) return put(letters, letters.lastIndexOf("a"), "ă");
  return digit === 7 && horn(letters);
}

/**
 * @param {string[]} letters
 * @param {number} place
 * @param {string} letter
 */
function put(letters, place, letter) {
  if (place < 0) return false;
  letters[place] = letter;
  return true;
}

/**
 * @param {string[]} letters
 * @param {string} key
 */
function circumflex(letters, key) {
  return put(letters, letters.lastIndexOf(key), CIRCUMFLEX[key]);
}

/** @param {string[]} letters */
function horn(letters) {
  const text = letters.join("");
  const both = text.search(/[u\u01b0]o/);
  if (both >= 0 && text[both - 1] !== "q") return put(letters, both, "ư") && put(letters, both + 1, "ơ");
  const first = text.search(/ua/);
  if (first >= 0 && text[first - 1] !== "q") return put(letters, first, "ư");
  for (let place = letters.length - 1; place >= 0; place--) {
    if (letters[place] in HORN && !(letters[place] === "u" && letters[place - 1] === "q"))
      return put(letters, place, HORN[letters[place]]);
  }
  return false;
}

/**
 * @param {string[]} letters
 * @param {string} key
 */
function stroke(letters, key) {
  return key === "d" && letters[0] === "d" && put(letters, 0, "đ");
}

/**
 * @param {string[]} letters
 * @param {string} tone
 * @param {string} keys
 */
function syllable(letters, tone, keys) {
  const plain = letters.join("").replace(/\u01b0o(?=.)/, "ươ");
  if (plain === keys.toLowerCase() && !tone) return "";
  return isSyllable(bare(plain)) ? placeTone(plain, tone) : "";
}

/**
 * Put the tone where the decree on documents puts it: hòa, thủy, but hoàn, nguyễn.
 * @param {string} plain
 * @param {string} tone
 */
function placeTone(plain, tone) {
  if (!tone) return plain;
  const start = /^(?:qu|gi(?=[aeiouy\u00e2\u0103\u00ea\u00f4\u01a1\u01b0]))/.test(plain) ? 2 : 0;
  const places = [...plain].map((_, place) => place).filter((place) => place >= start && VOWEL.test(plain[place]));
  const marked = places.filter((place) => plain[place] > "z");
  let at = marked.length ? marked[marked.length - 1] : places[0];
  const last = places[places.length - 1];
  if (!marked.length && places.length > 1) at = last < plain.length - 1 ? last : places[places.length - 2];
  return (plain.slice(0, at + 1) + tone + plain.slice(at + 1)).normalize("NFC");
}

/**
 * Whether two words differ by one slip: a key left out, doubled, changed, or two exchanged.
 * @param {string} left
 * @param {string} right
 */
export function isOneSlip(left, right) {
  if (Math.abs(left.length - right.length) > 1 || left === right) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let end = 0;
  while (end < Math.min(left.length, right.length) - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  const rest = left.length - start - end;
  const other = right.length - start - end;
  if (rest <= 1 && other <= 1) return true;
  return rest === 2 && other === 2 && left[start] === right[start + 1] && left[start + 1] === right[start];
}

/**
 * The reading of one word of a query that input methods left as keystrokes; itself when it is no such thing.
 * @param {string} word
 */
export function keystrokes(word) {
  return /\d/.test(word) ? fromVni(word) : fromTelex(word);
}
