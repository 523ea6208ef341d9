// The search box of every page: pieces are suggested while one types (a combobox with a list, as ARIA describes it).

import { afterPause, dayLabel, element, marks } from "./elements.js";
import { markedPieces } from "./marking.js";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./records.js").Record} Record
 */

const MOST_SUGGESTIONS = 6;
const SUGGEST_PAUSE = 140;

/** One search box and its list of suggestions. */
export class Box {
  /**
   * @param {HTMLFormElement} form
   * @param {Engine} engine
   * @param {(address: string) => string} href  from the site's root to a link of this page
   */
  constructor(form, engine, href) {
    this.form = form;
    this.engine = engine;
    this.href = href;
    this.input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=search]"));
    this.list = element("ul", { id: `${this.input.id}-goi-y`, class: "suggestions", role: "listbox", "aria-label": "Gợi ý" });
    this.status = element("span", { class: "vh", role: "status" });
    this.asked = 0;
    this.active = -1;
    this.prepare();
  }

  prepare() {
    this.list.hidden = true;
    this.form.append(this.list, this.status);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", afterPause(() => this.suggest(), SUGGEST_PAUSE));
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("focus", () => this.engine.manifest().catch(() => undefined));
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close();
    });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = /** @type {Element} */ (event.target).closest("[role=option]");
      if (option) this.go(option);
    });
  }

  async suggest() {
    const text = this.input.value;
    const asked = ++this.asked;
    if (text.trim().length < 2) return this.close();
    try {
      const { query, hits } = await this.engine.search(text);
      const manifest = await this.engine.manifest();
      const records = await Promise.all(hits.slice(0, MOST_SUGGESTIONS).map((hit) => this.engine.record(hit.document)));
      if (asked !== this.asked || document.activeElement !== this.input) return;
      this.show(records.map((record) => this.option(record, marks(markedPieces(record.title, query, manifest)))));
    } catch {
      if (asked === this.asked) this.close();
    }
  }

  /**
   * @param {Record} record
   * @param {(Node | string)[]} title
   */
  option(record, title) {
    const about = [record.kind, ...record.areas.slice(0, 1), dayLabel(record.day)].join(" · ");
    return element("li", { role: "option", "aria-selected": "false", "data-href": this.href(record.address) }, [
      element("span", { class: "suggestion-title" }, title),
      element("span", { class: "suggestion-about" }, [about]),
    ]);
  }

  /** @param {HTMLLIElement[]} options */
  show(options) {
    options.forEach((option, place) => (option.id = `${this.list.id}-${place}`));
    this.list.replaceChildren(...options);
    this.select(-1);
    this.list.hidden = !options.length;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.status.textContent = options.length ? `${options.length} gợi ý, dùng phím mũi tên để chọn.` : "Chưa thấy gợi ý nào.";
  }

  close() {
    this.asked++;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.select(-1);
  }

  /** @param {number} place */
  select(place) {
    this.active = place;
    const options = this.list.children;
    for (let at = 0; at < options.length; at++) options[at].setAttribute("aria-selected", String(at === place));
    if (place < 0) this.input.removeAttribute("aria-activedescendant");
    else {
      this.input.setAttribute("aria-activedescendant", options[place].id);
      options[place].scrollIntoView({ block: "nearest" });
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const count = this.list.hidden ? 0 : this.list.children.length;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && count) {
      event.preventDefault();
      this.select(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && this.active >= 0 && count) {
      event.preventDefault();
      this.go(this.list.children[this.active]);
    } else if (event.key === "Escape") {
      if (count) event.preventDefault();
      if (count) this.close();
      else this.input.blur();
    }
  }

  /** @param {Element} option */
  go(option) {
    location.href = option.getAttribute("data-href") || "";
  }
}
