// What each stretch of text holds of a query: which of its words, how well, how often, and how
// close together.
import { BEGINNING } from "./search-bound.js"
import { TEXT } from "./search-index.js"

/**
 * @typedef {import("./search-index.js").TextIndex} TextIndex
 * @typedef {import("./search-query.js").Slot} Slot
 * @typedef {{at: number, length: number, weight: number}} Hit
 */
/**
 * Per slot how well, how often and in how many syllables it stands there, and how well the slot
 * before stands right before it; leads: whether a text begins with it; near: what stands together
 * in the best place of a text.
 * @typedef {{weights: number[], counts: number[], lengths: number[], beside: number[], leads: boolean[],
 *   near: number[] | null, nearest: number}} Held
 */
const NEAR = 30 // syllables that belong to one thought

const UNITS = /^(?:dieu|khoan|diem|muc|chuong|phan|tiet|luat|so)$/
const NUMBER = /^(?:\d.*|[a-zđ])$/

/**
 * Where a slot is filled, in order. “điểm b” is no mark of a pupil, “khoản 2” no sum of money.
 * @param {Slot} slot
 * @param {TextIndex} index
 * @returns {Hit[]}
 */
export const hitsOf = (slot, index) => {
  /** @type {Hit[]} */
  const hits = []
  for (const { syllables, weight } of slot.phrases) {
    const isEveryday = !slot.numbered && syllables.length === 1
    const [first, ...rest] = syllables
    first.forEach((own, number) => {
      const isBare = isEveryday && UNITS.test(index.folds[number])
      for (const at of index.placesOf(number)) {
        let fits = own
        for (let place = 0; fits && place < rest.length; place++) fits = Math.min(fits, rest[place].get(index.stream[at + place + 1]) || 0)
        if (fits && isBare && NUMBER.test(index.keys[index.stream[at + 1]])) fits = 0
        if (fits) hits.push({ at, length: syllables.length, weight: fits * weight })
      }
    })
  }
  return hits.sort((a, b) => a.at - b.at || b.weight - a.weight).filter((hit, place) => !place || hit.at !== hits[place - 1].at)
}

/**
 * @param {Hit[][]} hits per slot
 * @param {TextIndex} index
 * @returns {Map<number, Held>} by stretch
 */
export const heldOf = (hits, index) => {
  /** @type {Map<number, Held>} */
  const found = new Map()
  /** @returns {number[]} */
  const none = () => new Array(hits.length).fill(0)
  /** @type {Hit[]} of the slot before, whose ends are marked in the index */
  let before = []
  hits.forEach((own, place) => {
    let stretch = -1
    let next = -1
    let held = /** @type {Held | undefined} */ (undefined)
    for (const { at, length, weight } of own) {
      if (stretch < 0 || at >= next) {
        stretch = index.stretchAt(at)
        next = index.endOf(stretch)
        held = found.get(stretch)
      }
      if (!held) {
        held = { weights: none(), counts: none(), lengths: none(), beside: none(), leads: hits.map(() => false), near: null, nearest: 0 }
        found.set(stretch, held)
      }
      held.weights[place] = Math.max(held.weights[place], weight)
      held.counts[place]++
      if (at - index.starts[stretch] < BEGINNING) held.leads[place] = true
      held.lengths[place] = Math.max(held.lengths[place], length)
      if (index.ends[at]) held.beside[place] = Math.max(held.beside[place], Math.min(index.ends[at], weight))
    }
    for (const { at, length } of before) index.ends[at + length] = 0
    for (const { at, length, weight } of own) index.ends[at + length] = Math.max(index.ends[at + length], weight)
    before = own
  })
  for (const { at, length } of before) index.ends[at + length] = 0
  return found
}

/**
 * Finds in every long text the place where most of the query stands together.
 * @param {Hit[][]} hits per slot
 * @param {Map<number, Held>} found
 * @param {number[]} worth of the slots
 * @param {TextIndex} index
 */
export const bringNear = (hits, found, worth, index) => {
  const next = hits.map(() => 0)
  const seen = hits.map(() => -NEAR - 1)
  const weights = hits.map(() => 0)
  let stretch = -1
  let end = -1
  for (;;) {
    let slot = -1
    for (let place = 0; place < hits.length; place++) {
      if (next[place] < hits[place].length && (slot < 0 || hits[place][next[place]].at < hits[slot][next[slot]].at)) slot = place
    }
    if (slot < 0) return
    const { at, weight } = hits[slot][next[slot]++]
    if (at >= end) {
      stretch = index.stretchAt(at)
      end = index.endOf(stretch)
      seen.fill(-NEAR - 1)
    }
    if (index.stretches[stretch].field !== TEXT) continue
    weights[slot] = at - seen[slot] <= NEAR ? Math.max(weights[slot], weight) : weight
    seen[slot] = at
    let sum = 0
    for (let place = 0; place < seen.length; place++) if (at - seen[place] <= NEAR) sum += weights[place] * worth[place]
    const held = /** @type {Held} */ (found.get(stretch))
    if (sum <= held.nearest) continue
    held.nearest = sum
    held.near = seen.map((place, number) => (at - place <= NEAR ? weights[number] : 0))
  }
}
