// What the script does when it arrives: find the parts of the page and bring them to life.

import { Box } from "./box.js";
import { Engine } from "./engine.js";
import { Files } from "./files.js";
import { Page } from "./page.js";

const own = /** @type {HTMLScriptElement | null} */ (typeof document === "undefined" ? null : document.currentScript);

/** Start search on this page. */
export function start() {
  const folder = new URL(".", own ? own.src : location.href);
  const root = new URL("../../", folder);
  const files = new Files((address) => load(new URL(address, folder).href));
  const engine = new Engine(files);
  Object.assign(window, { cchcSearch: files.receive.bind(files) });
  /** @param {string} address */
  const href = (address) => {
    const target = new URL(address, root);
    return target.protocol === root.protocol && target.host === root.host ? target.href : root.href;
  };
  const results = document.getElementById("ket-qua");
  document.querySelectorAll("form[data-search]").forEach((form) => {
    if (!(form instanceof HTMLFormElement)) return;
    if (results && form.dataset.search === "trang") new Page(results, form, engine, href).start();
    else {
      const box = new Box(form, engine, href);
      if (document.activeElement === box.input) box.suggest();
    }
  });
}

/**
 * Run a script of our own folder.
 * @param {string} address
 * @returns {Promise<void>}
 */
function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(address));
    };
    document.head.append(script);
  });
}
