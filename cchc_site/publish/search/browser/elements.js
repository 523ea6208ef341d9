// Making parts of the page. Text only ever becomes text: nothing here reads HTML.

/**
 * @typedef {import("./marking.js").Piece} Piece
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

/**
 * @param {Piece[]} pieces
 * @returns {(Node | string)[]}
 */
export function marks(pieces) {
  return pieces.map((piece) => (piece.marked ? element("mark", {}, [piece.text]) : piece.text));
}

/**
 * A day as readers write it.
 * @param {string} day
 */
export function dayLabel(day) {
  return day.split("-").reverse().join("/");
}

/**
 * What was done last wins: the function runs after a pause, and only for the last call.
 * @param {() => void} run
 * @param {number} pause
 */
export function afterPause(run, pause) {
  /** @type {number | undefined} */
  let timer;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(run, pause);
  };
}
