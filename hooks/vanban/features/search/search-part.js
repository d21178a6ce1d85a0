// Which part of a question a page says nothing about.
import { slotsOf } from "./search-bound.js"
import { hitsOf } from "./search-held.js"

/** @typedef {import("./search-index.js").TextIndex} TextIndex */
/** @typedef {import("./search-lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./search-query.js").Slot} Slot */
const SURE = 0.5 // a word that fits so well is there
const COMMON = 0.2 // what stands on so many pages, as “học sinh”, is no part of its own
const LONG = 8 // words of a question that tells a story: not every one of them is asked about
const MOST = 2

/** Whether a word stands anywhere on a page.
 * @param {Slot} slot
 * @param {number} page
 * @param {TextIndex} index */
export const standsOn = (slot, page, index) => {
  const end = page + 1 < index.tops.length ? index.tops[page + 1] : index.stream.length
  for (let at = index.tops[page]; at < end; at++) {
    for (const { syllables, weight } of slot.phrases) {
      let fits = weight
      for (let place = 0; fits >= SURE && place < syllables.length; place++) fits = Math.min(fits, (syllables[place].get(index.stream[at + place]) || 0) * weight)
      if (fits >= SURE) return true
    }
  }
  return false
}

/** Whether it is a part of its own: a word of the school that not every other page has.
 * @param {Slot} slot
 * @param {TextIndex} index
 * @param {Lexicon} lexicon */
const isPart = (slot, index, lexicon) => slot.known && lexicon.of(slot.typed.split(" ")) && slotsOf([hitsOf(slot, index)], index).filter(Boolean).length < COMMON * index.pages.length

/**
 * What a page does not speak of, as it was typed: words of the school, and
 * matters that no page is about. Half a word, as “dưa” may be of “đưa”, tells nothing.
 * @param {Slot[]} slots
 * @param {number} page
 * @param {TextIndex} index
 * @param {Lexicon} lexicon
 * @returns {string[]}
 */
export const lacking = (slots, page, index, lexicon) => {
  const isShort = slots.filter(({ idle }) => !idle).length < LONG
  return slots.filter(slot => (slot.outside || (isShort && isPart(slot, index, lexicon))) && !standsOn(slot, page, index))
    .map(({ words }) => words).slice(0, MOST)
}

/** A matter of no page, or words that stand on none; "" for neither.
 * @param {Slot[]} slots */
export const unheard = slots => {
  const asked = slots.find(({ outside }) => outside)
  return asked ? asked.outside : slots.filter(({ phrases, idle }) => !phrases.length && !idle).map(({ words }) => words).join(" ")
}
