// Getting the files: each is a script that calls cchcSearch(kind, name, …), because that works from file:// too.

/**
 * @typedef {(address: string) => Promise<void>} Load  runs the script at an address below the search folder
 */

/** The files of one site's index, each fetched once. */
export class Files {
  /** @param {Load} load */
  constructor(load) {
    this.load = load;
    /** @type {Map<string, Promise<any[]>>} */
    this.asked = new Map();
    /** @type {Map<string, any[]>} */
    this.arrived = new Map();
  }

  /**
   * What a file hands over.
   * @param {string} kind "k" keys, "r" records, "f" facets, "m" manifest
   * @param {string} name
   * @returns {Promise<any[]>}
   */
  get(kind, name) {
    const id = kind + name;
    let promise = this.asked.get(id);
    if (!promise) {
      promise = this.arrived.has(id) ? Promise.resolve(this.take(id)) : this.fetch(id, kind, name);
      promise.catch(() => this.asked.delete(id));
      this.asked.set(id, promise);
    }
    return promise;
  }

  /**
   * @param {string} id
   * @param {string} kind
   * @param {string} name
   */
  async fetch(id, kind, name) {
    await this.load(kind === "m" ? "muc-luc.js" : `${kind}/${name}.js`);
    return this.take(id);
  }

  /**
   * Called by the files themselves.
   * @param {string} kind
   * @param {string} name
   * @param {any[]} values
   */
  receive(kind, name, values) {
    this.arrived.set(kind + name, values);
  }

  /** @param {string} id */
  take(id) {
    const values = this.arrived.get(id);
    if (!values) throw new Error(`tim-kiem: ${id}`);
    this.arrived.delete(id);
    return values;
  }
}
