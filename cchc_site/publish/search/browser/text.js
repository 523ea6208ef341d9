// When two spellings are one word. The same as cchc_site/publish/search/folding.py, which has the reasons.

export const LONGEST = 24;
const TOKEN = /[\p{L}\p{N}]+(?:[\u0300-\u036f]+[\p{L}\p{N}]*)*/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const BEYOND = /[\ud800-\udfff]/;
const Y_AS_I = /^(qu|ch|gh|kh|ngh|ng|nh|ph|th|tr|[bcdghklmnprstvx])y$/;
/** @type {Record<string, number>} */
const TONES = { "\u0300": 1, "\u0301": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5 };
/** @type {Record<string, number>} */
const MARKS = { "\u0302": 6, "\u0306": 12, "\u031b": 12 };

/**
 * The words of a text, in order, as they were written, each with its place in the NFC text.
 * @param {string} text
 * @returns {{word: string, start: number}[]}
 */
export function placedTokens(text) {
  return [...text.normalize("NFC").matchAll(TOKEN)].map((match) => ({ word: match[0], start: match.index || 0 }));
}

/**
 * The words of a text, in order, as they were written.
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) {
  return text.normalize("NFC").replace(INVISIBLE, "").match(TOKEN) || [];
}

/** @param {string} text */
function withoutMarks(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "");
}

/**
 * The token without case, diacritics and the choice between i and y; "" when it is no word for search.
 * @param {string} token
 */
export function bare(token) {
  if (BEYOND.test(token)) return "";
  const folded = withoutMarks(withoutMarks(token).toLowerCase()).replace(/[đðɖ]/g, "d").normalize("NFC");
  return folded.slice(0, LONGEST).replace(Y_AS_I, "$1i");
}

/**
 * What `bare` took away: tone + 6 for a circumflex, 12 for a horn or breve + 18 for đ.
 * @param {string} token
 */
export function accent(token) {
  let tone = 0;
  let mark = 0;
  const decomposed = token.toLowerCase().normalize("NFD");
  for (const char of decomposed) {
    tone = TONES[char] || tone;
    mark = MARKS[char] || mark;
  }
  return tone + mark + (decomposed.includes("đ") ? 18 : 0);
}

/**
 * How well the accents of a query's word fit those of a text: 1 the same, less when only some were typed or one differs.
 * @param {number} asked
 * @param {number} written
 * @param {boolean} careful whether the query has accents elsewhere
 */
export function accentFit(asked, written, careful) {
  if (asked === written) return 1;
  const tone = asked % 6;
  const mark = Math.floor(asked / 6) % 3;
  const stroke = asked >= 18;
  const fits =
    (!tone || tone === written % 6) &&
    (!mark || mark === Math.floor(written / 6) % 3) &&
    (!stroke || written >= 18);
  if (!fits) return 0.6;
  return careful ? 0.9 : 0.98;
}
