// Which pages are worth a closer look. Exact where a page lacks too much of the query; of very many
// that have it, as for a common syllable, the most promising of each group: the others would never
// be shown.
import { TEXT } from "./search-index.js"

/** @typedef {import("./search-held.js").Hit} Hit */
/** @typedef {import("./search-index.js").TextIndex} TextIndex */
const FIELDS = [3, 1.8, 2.2, 1] // title, summary, heading, text
const SHORT = 0.5 // how much of a title's worth hangs on what else stands in it
const LEADS = 1.5 // what a stretch begins with is what it is about
export const BEGINNING = 6
const LOOKED_AT = 300 // pages of one group, many times what is shown of it

/** What a word counts that stands so often in a text.
 * @param {number} field
 * @param {number} count */
export const often = (field, count) => (field === TEXT ? 1 + 0.25 * Math.log2(Math.max(1, Math.min(8, count))) : 1)

/** What a find in a stretch counts, of which so many syllables were asked for.
 * @param {number} field
 * @param {number} share of its syllables */
export const fieldWeight = (field, share) => FIELDS[field] * (field === TEXT ? 1 : 1 - SHORT + SHORT * Math.min(1, share))

/** @param {boolean} leads */
export const leading = leads => (leads ? LEADS : 1)

/**
 * The slots that stand anywhere on each page, as bits.
 * @param {Hit[][]} hits per slot
 * @param {TextIndex} index
 */
export const slotsOf = (hits, index) => {
  const bits = new Int32Array(index.pages.length)
  hits.forEach((own, place) => {
    for (const { at } of own) bits[index.pageAt(at)] |= 1 << place
  })
  return bits
}

/**
 * How well each page may do, slot by slot.
 * @param {Hit[][]} hits per slot
 * @param {number[]} worth
 * @param {TextIndex} index
 */
const promises = (hits, worth, index) => {
  const sums = new Float32Array(index.pages.length)
  hits.forEach((own, place) => {
    const best = new Float32Array(sums.length)
    for (let from = 0; from < own.length;) {
      const stretch = index.stretchAt(own[from].at)
      const begin = index.starts[stretch]
      const end = index.endOf(stretch)
      let to = from
      let weight = 0
      for (; to < own.length && own[to].at < end; to++) weight = Math.max(weight, own[to].weight)
      const { field, page } = index.stretches[stretch]
      const value = weight * fieldWeight(field, own[from].length / (end - begin - 1)) * often(field, to - from) * leading(own[from].at - begin < BEGINNING)
      if (value > best[page]) best[page] = value
      from = to
    }
    for (let page = 0; page < sums.length; page++) sums[page] += best[page] * worth[place]
  })
  return sums
}

/**
 * The finds on those pages that may be shown.
 * @param {Hit[][]} hits per slot
 * @param {Int32Array} bits of `slotsOf`
 * @param {number[]} worth of the slots
 * @param {number[]} wanted the same, 0 for those that may be missing
 * @param {number} enough the share of what is wanted that a page must have
 * @param {[number, number, number][]} kinds
 * @param {TextIndex} index
 */
export const bounded = (hits, bits, worth, wanted, enough, kinds, index) => {
  const least = enough * wanted.reduce((sum, one) => sum + one, 0)
  const isKept = new Uint8Array(bits.length)
  /** @type {number[][]} */
  const groups = []
  bits.forEach((own, page) => {
    if (!own || wanted.reduce((sum, one, place) => sum + ((own >> place) & 1) * one, 0) < least) return
    isKept[page] = 1
    const [group] = kinds[index.pages[page][1]]
    groups[group] = groups[group] || []
    groups[group].push(page)
  })
  const crowded = groups.filter(pages => pages.length > LOOKED_AT)
  if (crowded.length) {
    const sums = promises(hits, worth, index)
    for (const pages of crowded) {
      pages.sort((a, b) => sums[b] - sums[a] || a - b)
      for (const page of pages.slice(LOOKED_AT)) isKept[page] = 0
    }
  }
  return hits.map(own => own.filter(({ at }) => isKept[index.pageAt(at)]))
}
