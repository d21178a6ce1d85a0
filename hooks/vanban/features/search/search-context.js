// The line below a result: the stretch of its text where the words stand, with these marked.
import { places, words } from "./search-fold.js"

/**
 * @typedef {import("./search-index.js").TextIndex} TextIndex
 * @typedef {import("./search-query.js").Slot} Slot
 * @typedef {{text: string, found: boolean}} Piece of a line; found: one of the words asked for
 */
const BEFORE = 6
const LONG = 28
const SURE = 0.6

/**
 * Which words of a text are found: by their number in it, those that fit surely before others.
 * @param {string} text
 * @param {Slot[]} slots
 * @param {TextIndex} index
 * @returns {boolean[]}
 */
const foundIn = (text, slots, index) => {
  const numbers = words(text).map(word => index.number(word))
  const marked = numbers.map(() => false)
  for (const slot of slots) {
    if (slot.idle) continue
    /** @type {[number, number][]} */
    const sure = []
    /** @type {[number, number][]} */
    const others = []
    for (const { syllables, weight } of slot.phrases) {
      numbers.forEach((_, at) => {
        const fits = syllables.reduce((least, some, place) => Math.min(least, some.get(numbers[at + place]) || 0), 1)
        if (fits > 0) (fits * weight >= SURE ? sure : others).push([at, syllables.length])
      })
    }
    for (const [at, length] of sure.length ? sure : others) marked.fill(true, at, at + length)
  }
  // “bị” alone tells nothing, right before what was found it belongs to it.
  for (const { idle, phrases } of slots) {
    if (idle) numbers.forEach((number, at) => { if (marked[at + 1] && phrases.some(one => one.syllables[0].has(number))) marked[at] = true })
  }
  return marked
}

/**
 * Text cut where words begin or cease to be found.
 * @param {string} text
 * @param {[number, number][]} where its words stand
 * @param {boolean[]} marked
 * @param {number} from the first word
 * @param {number} to behind the last
 */
const cut = (text, where, marked, from, to) => {
  /** @type {Piece[]} */
  const made = []
  /** @param {string} some
   * @param {boolean} found */
  const put = (some, found) => {
    const last = made[made.length - 1]
    if (last && last.found === found) last.text += some
    else if (some) made.push({ text: some, found })
  }
  let done = from < where.length && from > 0 ? where[from][0] : 0
  for (let at = from; at < to; at++) {
    const [begin, end] = where[at]
    const between = text.slice(done, begin)
    put(between, at > from && marked[at] && marked[at - 1] && between === " ")
    put(text.slice(begin, end), marked[at])
    done = end
  }
  put(to < where.length ? "…" : text.slice(done), false)
  if (from > 0) made.unshift({ text: "…", found: false })
  return made
}

/**
 * A whole text, marked.
 * @param {string} text
 * @param {Slot[]} slots
 * @param {TextIndex} index
 */
export const whole = (text, slots, index) => {
  const where = places(text)
  return cut(text, where, foundIn(text, slots, index), 0, where.length)
}

/**
 * The line of a text where most is found.
 * @param {string} text
 * @param {Slot[]} slots
 * @param {TextIndex} index
 * @returns {{pieces: Piece[], count: number}} count: the words found in it
 */
export const line = (text, slots, index) => {
  const where = places(text)
  const marked = foundIn(text, slots, index)
  /** @param {number} from */
  const count = from => marked.slice(from, from + LONG - BEFORE).filter(Boolean).length
  let best = -1
  marked.forEach((is, at) => {
    if (is && (best < 0 || count(at) > count(best))) best = at
  })
  const from = Math.max(0, Math.min(best - BEFORE, where.length - LONG))
  const to = Math.min(where.length, from + LONG)
  return { pieces: cut(text, where, marked, from, to), count: best < 0 ? 0 : count(best) }
}
