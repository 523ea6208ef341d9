// The page of results: a shareable address, ranked links, what narrows them, and help when nothing was found.

import { dayLabel, element, marks, afterPause } from "./elements.js";
import { counted, FACETS, KIND, loadFacets, narrowed } from "./facets.js";
import { filter, kindRow, withoutFilters } from "./filters.js";
import { markedPieces } from "./marking.js";
import { bare, tokens } from "./text.js";
import { isOneSlip } from "./typing.js";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Found} Found
 * @typedef {import("./facets.js").Facets} Facets
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {import("./ranking.js").Hit} Hit
 * @typedef {import("./records.js").Record} Record
 */

const PER_PAGE = 10;
const PAUSE = 120;
/** A hit worth showing has at least this share of the first hit's score. */
const WORTH = 0.25;
const MOST_RESULTS = 200;

/** The page of results. */
export class Page {
  /**
   * @param {HTMLElement} results  `#ket-qua`
   * @param {HTMLFormElement} form
   * @param {Engine} engine
   * @param {(address: string) => string} href
   */
  constructor(results, form, engine, href) {
    this.results = results;
    this.form = form;
    this.engine = engine;
    this.href = href;
    this.input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=search]"));
    this.status = part("tim-tinh-trang");
    this.meant = part("tim-y-ban-la");
    this.kinds = part("tim-loai");
    this.filters = part("tim-bo-loc");
    this.narrowing = /** @type {HTMLDetailsElement} */ (part("tim-loc"));
    this.more = part("tim-them");
    this.help = part("tim-giup");
    this.heading = document.title;
    this.asked = 0;
    /** @type {Map<string, string>} */
    this.wanted = new Map();
    /** @type {Hit[]} */
    this.hits = [];
    /** @type {Found | null} */
    this.found = null;
    /** @type {Facets | null} */
    this.facets = null;
  }

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.wanted.clear();
      this.remember(true);
      this.search();
    });
    const typed = afterPause(() => {
      this.remember(false);
      this.search();
    }, PAUSE);
    this.input.addEventListener("input", () => {
      this.wanted.clear();
      typed();
    });
    this.more.addEventListener("click", () => this.showMore());
    window.addEventListener("popstate", () => this.readAddress());
    this.readAddress();
    // On a phone the lists would fill the screen before the first result.
    this.narrowing.open = this.wanted.size > 0 || matchMedia("(min-width: 40em)").matches;
  }

  readAddress() {
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") || "";
    this.wanted = new Map(FACETS.flatMap(([name]) => (asked.get(name) ? [[name, asked.get(name) || ""]] : [])));
    this.search();
  }

  /** @param {boolean} anew whether the back button should lead to the query before */
  remember(anew) {
    const address = new URL(location.href);
    address.search = new URLSearchParams([["q", this.input.value.slice(0, 400)], ...this.wanted]).toString();
    if (address.href === location.href) return;
    history[anew ? "pushState" : "replaceState"](null, "", address);
  }

  async search() {
    const asked = ++this.asked;
    const text = this.input.value.trim();
    document.title = text ? `${text.slice(0, 60)} – ${this.heading}` : this.heading;
    this.results.setAttribute("aria-busy", "true");
    if (text) this.reserve(true);
    try {
      const found = await this.engine.search(text);
      if (asked !== this.asked) return;
      this.found = found;
      this.results.replaceChildren();
      this.meant.replaceChildren();
      await this.showFound(found, asked);
    } catch {
      if (asked === this.asked) this.say("Chưa tải được tệp tìm kiếm. Kiểm tra đường truyền rồi tìm lại, hoặc xem theo lĩnh vực.");
      this.help.hidden = false;
    }
    if (asked === this.asked) this.results.setAttribute("aria-busy", "false");
  }

  /**
   * @param {Found} found
   * @param {number} asked
   */
  async showFound(found, asked) {
    const least = found.hits.length ? found.hits[0].score * WORTH : 0;
    const worth = found.hits.filter((hit) => hit.score >= least).slice(0, MOST_RESULTS);
    if (this.wanted.size) await this.loadFacets();
    this.hits = this.facets ? narrowed(worth, this.facets, this.wanted) : worth;
    const records = await this.append(0, asked);
    if (asked !== this.asked) return;
    this.help.hidden = records.length > 0;
    this.say(this.summary(worth.length));
    this.showMeant(found, records);
    if (worth.length > 1) this.loadFacets().then(() => asked === this.asked && this.showFilters(worth), () => this.reserve(false));
    else this.reserve(false);
  }

  /**
   * What narrows the results arrives after them and stands above them: its room is kept, so that nothing moves.
   * @param {boolean} wanted
   */
  reserve(wanted) {
    for (const row of [this.kinds, this.filters]) {
      row.classList.toggle("reserved", wanted);
      if (!wanted) row.replaceChildren();
    }
    this.narrowing.hidden = !wanted;
  }

  async loadFacets() {
    if (!this.facets) this.facets = await loadFacets(this.engine.files, await this.engine.manifest());
  }

  /** @param {number} all */
  summary(all) {
    if (!this.input.value.trim()) return "Gõ từ cần tìm: có dấu hay không dấu, viết tắt hay số văn bản đều được.";
    if (!all) return "Không tìm thấy trang nào. Thử bớt từ hoặc viết ngắn hơn, hoặc xem theo các danh sách dưới đây.";
    if (!this.hits.length) return "Không còn kết quả nào sau khi lọc.";
    const count = all >= MOST_RESULTS ? `Hơn ${MOST_RESULTS}` : String(this.hits.length);
    return `${count} kết quả${this.wanted.size ? " sau khi lọc" : ""}.`;
  }

  /**
   * Add a page of results from a place on: the first as soon as it is there, the others in order.
   * @param {number} from
   * @param {number} asked
   */
  async append(from, asked) {
    const shown = this.hits.slice(from, from + PER_PAGE);
    const manifest = await this.engine.manifest();
    /** @type {Record[]} */
    const records = [];
    let waiting = shown.slice(0, 1).map((hit) => this.engine.record(hit.document));
    for (let place = 0; place < shown.length; place++) {
      const record = await waiting[place];
      if (asked !== this.asked) return [];
      if (!place) waiting = [...waiting, ...shown.slice(1).map((hit) => this.engine.record(hit.document))];
      records.push(record);
      this.results.append(this.result(record, manifest));
    }
    this.more.hidden = this.hits.length <= from + PER_PAGE;
    return records;
  }

  async showMore() {
    const before = this.results.children.length;
    this.results.setAttribute("aria-busy", "true");
    await this.append(before, this.asked).catch(() => this.say("Chưa tải được thêm kết quả."));
    this.results.setAttribute("aria-busy", "false");
    const link = this.results.children[before]?.querySelector("a");
    if (link) link.focus();
  }

  /**
   * @param {Record} record
   * @param {Manifest} manifest
   */
  result(record, manifest) {
    const query = /** @type {Found} */ (this.found).query;
    const kicker = element("p", { class: "kicker" }, [element("span", { class: "kind" }, [record.kind])]);
    record.areas.forEach((area) => kicker.append(" ", element("span", { class: "in" }, [area])));
    const link = element("a", { href: this.href(record.address) }, marks(markedPieces(record.title, query, manifest)));
    const meta = element("p", { class: "meta" }, [element("time", { datetime: record.day }, [dayLabel(record.day)])]);
    if (record.unit) meta.append(" ", element("span", { class: "by" }, [record.unit]));
    const parts = [kicker, element("h2", {}, [link])];
    if (record.summary) parts.push(element("p", { class: "summary" }, marks(markedPieces(record.summary, query, manifest))));
    return element("li", {}, [element("article", { class: "card" }, [element("div", { class: "card-text" }, [...parts, meta])])]);
  }

  /**
   * “Ý bạn là …”: words that stand nowhere, as the first results write them.
   * @param {Found} found
   * @param {Record[]} records
   */
  showMeant(found, records) {
    if (!found.missing.length) return;
    const near = records.flatMap((record) => tokens(`${record.title} ${record.summary}`));
    let changed = false;
    const words = found.query.words.map((word, place) => {
      const better = found.missing.includes(place) && near.find((other) => isOneSlip(word.bare, bare(other)));
      changed = changed || !!better;
      return better ? better.toLowerCase() : word.written;
    });
    if (!changed) return;
    const text = words.join(" ");
    this.meant.append("Ý bạn là ", element("a", { href: `?${new URLSearchParams([["q", text]])}` }, [text]), "?");
  }

  /** @param {Hit[]} worth */
  showFilters(worth) {
    const facets = /** @type {Facets} */ (this.facets);
    /** @type {HTMLElement[]} */
    const lists = [];
    for (const [name, , label] of FACETS) {
      const others = narrowed(worth, facets, new Map([...this.wanted].filter(([other]) => other !== name)));
      const values = counted(others, facets, name);
      const chosen = this.wanted.get(name) || "";
      const shown = values.length > 1 || !!chosen;
      /** @param {string} value */
      const choose = (value) => this.narrow(name, value);
      if (name === KIND) this.kinds.replaceChildren(...(shown ? kindRow(values, others.length, chosen, choose) : []));
      else if (shown) lists.push(filter(name, label, values, chosen, choose));
    }
    if (this.wanted.size) lists.push(withoutFilters(() => this.narrow("", "")));
    this.filters.replaceChildren(...lists);
    this.narrowing.hidden = !lists.length;
  }

  /**
   * @param {string} name of the facet, "" for all
   * @param {string} value "" for any
   */
  narrow(name, value) {
    const used = document.activeElement?.id || "";
    if (value) this.wanted.set(name, value);
    else if (name) this.wanted.delete(name);
    else this.wanted.clear();
    this.remember(true);
    this.search().then(() => (document.getElementById(used) || this.input).focus());
  }

  /** @param {string} text */
  say(text) {
    this.status.textContent = text;
  }
}

/** @param {string} id */
function part(id) {
  return document.getElementById(id) || element("div");
}
