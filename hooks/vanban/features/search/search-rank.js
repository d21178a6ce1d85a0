// Which pages answer best. Every slot of the query is wanted; side by side counts for more than
// apart, a title for more than a text, a rare word for more than a common one.
import { TEXT } from "./search-index.js"

/**
 * @typedef {import("./search-index.js").TextIndex} TextIndex
 * @typedef {import("./search-query.js").Slot} Slot
 */
/**
 * A page that was found: its best section (-1: the page itself), how well, and the share of the
 * query that it holds.
 * @typedef {{page: number, section: number, score: number, share: number}} Found
 * @typedef {{at: number, length: number, weight: number}} Hit
 */
const FIELDS = [3, 1.8, 2.2, 1] // title, summary, heading, text
const BESIDE = 1.4
const ELSEWHERE = 0.3
const BREADTH = 0.12 // of what its other sections hold, for a page that is all about it
const APART = 0.3 // of a page's title, where each section stands alone
const IDLE = 0.25
const ENOUGH = 0.55
export const WHOLE = 0.999
const COMMON = 600
const FEW = 3 // pages that hold everything; where there are fewer, those that hold most follow
const SHORT = 0.5 // how much of a title's worth hangs on what else stands in it

/**
 * Where a slot is filled, in order.
 * @param {Slot} slot
 * @param {TextIndex} index
 * @returns {Hit[]}
 */
const hitsOf = (slot, index) => {
  /** @type {Hit[]} */
  const hits = []
  for (const { syllables, weight } of slot.phrases) {
    const [first, ...rest] = syllables
    first.forEach((own, number) => {
      for (const at of index.placesOf(number)) {
        let fits = own
        for (let place = 0; fits && place < rest.length; place++) fits = Math.min(fits, rest[place].get(index.stream[at + place + 1]) || 0)
        if (fits) hits.push({ at, length: syllables.length, weight: fits * weight })
      }
    })
  }
  return hits.sort((a, b) => a.at - b.at || b.weight - a.weight).filter((hit, place) => !place || hit.at !== hits[place - 1].at)
}

/** How often the syllables of a slot stand anywhere.
 * @param {Slot} slot
 * @param {TextIndex} index */
const commonness = (slot, index) => slot.phrases.reduce((sum, { syllables }) =>
  sum + [...syllables[0].keys()].reduce((some, number) => some + index.placesOf(number).length, 0), 0)

/**
 * What a stretch of text holds of the query: per slot how well, how often and in how many
 * syllables, and how well the slot before stands right before it.
 * @typedef {{weights: number[], counts: number[], lengths: number[], beside: number[]}} Held
 */

/**
 * @param {Slot[]} slots
 * @param {TextIndex} index
 */
const stretchesOf = (slots, index) => {
  /** @type {Map<number, Held>} */
  const found = new Map()
  /** @type {Hit[]} of the slot before, whose ends are marked in the index */
  let before = []
  slots.forEach((slot, place) => {
    const hits = hitsOf(slot, index)
    let stretch = -1
    let next = -1
    let held = /** @type {Held | undefined} */ (undefined)
    for (const { at, length, weight } of hits) {
      if (stretch < 0 || at >= next) {
        stretch = index.stretchAt(at)
        next = stretch + 1 < index.starts.length ? index.starts[stretch + 1] : Infinity
        held = found.get(stretch)
      }
      if (!held) {
        held = { weights: slots.map(() => 0), counts: slots.map(() => 0), lengths: slots.map(() => 0), beside: slots.map(() => 0) }
        found.set(stretch, held)
      }
      held.weights[place] = Math.max(held.weights[place], weight)
      held.counts[place]++
      held.lengths[place] = Math.max(held.lengths[place], length)
      if (index.ends[at]) held.beside[place] = Math.max(held.beside[place], Math.min(index.ends[at], weight))
    }
    for (const { at, length } of before) index.ends[at + length] = 0
    for (const { at, length, weight } of hits) index.ends[at + length] = Math.max(index.ends[at + length], weight)
    before = hits
  })
  for (const { at, length } of before) index.ends[at + length] = 0
  return found
}

/**
 * @typedef {{sum: number, weights: number[]}} Part
 * @typedef {{own: Part, sections: Map<number, Part>, slots: number}} Gathered slots: as bits, those
 *   that stand anywhere on the page
 */
/** @param {number} length of the query
 * @returns {Part} */
const part = length => ({ sum: 0, weights: Array.from({ length }, () => 0) })

/**
 * How rare each slot is, counted in pages.
 * @param {Slot[]} slots
 * @param {Map<number, Gathered>} pages
 * @param {number} all
 */
const rarity = (slots, pages, all) => slots.map((slot, place) => {
  let having = 0
  pages.forEach(page => { having += (page.slots >> place) & 1 })
  return Math.log(1 + all / (1 + having)) * (slot.idle ? IDLE : 1)
})

/**
 * All pages that answer, the best first. Where some hold every word, those alone; else those that
 * hold most.
 * @param {Slot[]} asked
 * @param {TextIndex} index
 * @param {[number, number, number][]} kinds group, weight, whether each section stands alone
 * @returns {Found[]}
 */
export const rank = (asked, index, kinds) => {
  // “không”, “có” … tell nothing where something else was asked.
  const slots = asked.filter(slot => !slot.idle || commonness(slot, index) < COMMON)
  if (!slots.length) return []
  const stretches = stretchesOf(slots, index)
  /** @type {Map<number, Gathered>} */
  const pages = new Map()
  stretches.forEach((held, number) => {
    const { page, section } = index.stretches[number]
    const gathered = pages.get(page) || { own: part(slots.length), sections: new Map(), slots: 0 }
    pages.set(page, gathered)
    let into = gathered.own
    if (section >= 0) {
      into = gathered.sections.get(section) || part(slots.length)
      gathered.sections.set(section, into)
    }
    held.weights.forEach((weight, place) => {
      into.weights[place] = Math.max(into.weights[place], weight)
      if (weight) gathered.slots |= 1 << place
    })
  })
  const worth = rarity(slots, pages, index.pages.length)
  stretches.forEach((held, number) => {
    const { field, page, section } = index.stretches[number]
    const gathered = /** @type {Gathered} */ (pages.get(page))
    const into = section < 0 ? gathered.own : /** @type {Part} */ (gathered.sections.get(section))
    const end = number + 1 < index.starts.length ? index.starts[number + 1] : index.stream.length
    const filled = held.lengths.reduce((sum, length) => sum + length, 0) / (end - index.starts[number] - 1)
    const dense = field === TEXT ? 1 : 1 - SHORT + SHORT * Math.min(1, filled)
    into.sum += dense * FIELDS[field] * held.weights.reduce((sum, weight, place) => {
      const often = field === TEXT ? 1 + 0.25 * Math.log2(Math.max(1, Math.min(8, held.counts[place]))) : 1
      const pair = place ? held.beside[place] * BESIDE * (worth[place] + worth[place - 1]) / 2 : 0
      return sum + weight * worth[place] * often + pair
    }, 0)
  })
  const wanted = worth.reduce((sum, one, place) => sum + (slots[place].idle ? 0 : one), 0)
  /** @type {Found[]} */
  const found = []
  pages.forEach((gathered, page) => {
    const [, weight, apart] = kinds[index.pages[page][1]]
    const parts = [...gathered.sections]
    if (apart) {
      const own = { sum: gathered.own.sum * APART, weights: gathered.own.weights }
      for (const [section, one] of parts) found.push(judge(page, weight, own, [[section, one]], slots, worth, wanted))
    } else found.push(judge(page, weight, gathered.own, parts, slots, worth, wanted))
  })
  const best = found.reduce((most, one) => Math.max(most, one.share), 0)
  const full = found.filter(one => one.share > WHOLE).length
  const least = full >= FEW ? WHOLE : Math.max(ENOUGH, best - 0.35)
  return found.filter(one => one.share >= least)
    .sort((a, b) => Number(b.share > WHOLE) - Number(a.share > WHOLE) || b.score - a.score || a.page - b.page)
}

/**
 * @param {number} page
 * @param {number} weight of its kind
 * @param {Part} own title and summary
 * @param {[number, Part][]} parts
 * @param {Slot[]} slots
 * @param {number[]} worth
 * @param {number} wanted
 * @returns {Found}
 */
const judge = (page, weight, own, parts, slots, worth, wanted) => {
  let section = -1
  let most = 0
  let there = own.weights
  for (const [number, one] of parts) {
    if (one.sum > most) {
      most = one.sum
      section = number
    }
  }
  const near = parts.find(([number]) => number === section)
  if (near) there = there.map((known, place) => Math.max(known, near[1].weights[place]))
  const breadth = Math.min(most, BREADTH * (parts.reduce((sum, [, one]) => sum + one.sum, 0) - most))
  let share = 0
  let elsewhere = 0
  slots.forEach((slot, place) => {
    const far = parts.reduce((some, [, one]) => Math.max(some, one.weights[place]), 0)
    if (!slot.idle && (there[place] || far)) share += worth[place]
    if (!there[place]) elsewhere += far * worth[place] * ELSEWHERE
  })
  const holds = wanted ? share / wanted : 1
  return { page, section, score: weight * (own.sum + most + breadth + elsewhere) * holds * holds, share: holds }
}
