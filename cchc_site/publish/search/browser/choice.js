// Which files to fetch: few, and those that say most about every part of the query.

import { shardOf } from "./manifest.js";

/**
 * @typedef {import("./query.js").Slot} Slot
 * @typedef {import("./manifest.js").Manifest} Manifest
 */

/** How much less a second file says about words that a first one already covers. */
const AGAIN = 0.55;

/**
 * The numbers of the files worth fetching, at most `most`, not counting those that are `there`.
 * @param {Slot[]} slots
 * @param {Manifest} manifest
 * @param {Set<number>} there
 * @param {number} most
 * @returns {number[]}
 */
export function chooseShards(slots, manifest, there, most) {
  /** @type {Map<number, {slot: Slot, share: number}[]>} */
  const offers = new Map();
  for (const slot of slots) {
    const shares = new Map();
    for (const choice of slot.choices) {
      const shard = shardOf(manifest, choice.key);
      shares.set(shard, (shares.get(shard) || 0) + 1 / slot.choices.length);
    }
    for (const [shard, share] of shares) offers.set(shard, [...(offers.get(shard) || []), { slot, share }]);
  }
  /** @type {number[]} */
  const covered = [];
  there.forEach((shard) => cover(offers.get(shard) || [], covered));
  there.forEach((shard) => offers.delete(shard));
  /** @type {number[]} */
  const chosen = [];
  while (chosen.length < most && offers.size) {
    const [best, gain] = [...offers].map(([shard, items]) => /** @type {const} */ ([shard, worth(items, covered)])).reduce((a, b) => (b[1] > a[1] ? b : a));
    if (gain < 0.15) break;
    chosen.push(best);
    cover(offers.get(best) || [], covered);
    offers.delete(best);
  }
  return chosen;
}

/**
 * @param {{slot: Slot, share: number}[]} items
 * @param {number[]} covered
 */
function worth(items, covered) {
  return items.reduce((sum, { slot, share }) => {
    let times = 0;
    for (let place = slot.first; place <= slot.last; place++) times += covered[place] || 0;
    return sum + slot.bits * share * AGAIN ** (times / Math.max(1, slot.last - slot.first + 1));
  }, 0);
}

/**
 * @param {{slot: Slot, share: number}[]} items
 * @param {number[]} covered
 */
function cover(items, covered) {
  for (const { slot, share } of items) {
    for (let place = slot.first; place <= slot.last; place++) covered[place] = (covered[place] || 0) + share;
  }
}
