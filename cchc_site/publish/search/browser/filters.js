// What narrows the results: a row of kinds with their numbers, and lists for the other facets.

import { element } from "./elements.js";

/**
 * The kinds among the results as buttons, "all" first. Results stay in one list in their order: the best answer is
 * first whatever it is, and a reader who wants procedures only asks for them with one press.
 * @param {[string, number][]} values
 * @param {number} all
 * @param {string} chosen "" for all
 * @param {(value: string) => void} choose
 * @returns {HTMLElement[]}
 */
export function kindRow(values, all, chosen, choose) {
  /** @type {[string, number][]} */
  const kinds = [["", all], ...values];
  return kinds.map(([value, count], place) => {
    const pressed = String(value === chosen);
    const number = element("span", { class: "count" }, [String(count)]);
    const button = element("button", { type: "button", id: `loai-${place}`, "aria-pressed": pressed }, [value || "Tất cả", " ", number]);
    button.addEventListener("click", () => choose(value));
    return button;
  });
}

/**
 * @param {string} name
 * @param {string} label
 * @param {[string, number][]} values
 * @param {string} chosen
 * @param {(value: string) => void} choose
 */
export function filter(name, label, values, chosen, choose) {
  const options = values.map(([value, count]) => element("option", { value }, [`${value} (${count})`]));
  const select = element("select", { id: `loc-${name}` }, [element("option", { value: "" }, ["Tất cả"]), ...options]);
  select.value = chosen;
  select.addEventListener("change", () => choose(select.value));
  return element("p", { class: "filter" }, [element("label", { for: select.id }, [label]), select]);
}

/** @param {() => void} forget */
export function withoutFilters(forget) {
  const button = element("button", { type: "button", id: "bo-loc", class: "search-unfilter" }, ["Bỏ lọc"]);
  button.addEventListener("click", forget);
  return element("p", { class: "filter" }, [button]);
}
