// The line below a result: the stretch of its text where the words stand, with these marked.
import { places, words } from "./search-fold.js"

/**
 * @typedef {import("./search-index.js").TextIndex} TextIndex
 * @typedef {import("./search-query.js").Slot} Slot
 * @typedef {{text: string, found: boolean}} Piece of a line; found: one of the words asked for
 */
const BEFORE = 6
const LONG = 28
const SHORT = 16 // a line ends with a sentence from here on
const OFTEN = 4 // so many times together, and
const MOSTLY = 0.12 // so large a part of all times, make one word of two
const SENTENCE = /[.?!…][”"’)\]]*\s+["“‘([]*$/
const CLAUSE = /(?:[,;:—–]|\s[("“])\s*["“‘([]*$/
const SURE = 0.6

/**
 * Whether a line must not be parted before a word: inside “NĐ-CP”, between “khoản” and its number,
 * between the syllables of a word.
 * @param {string} text
 * @param {[number, number][]} where
 * @param {number} at
 * @param {TextIndex} index
 */
const isInside = (text, where, at, index) => {
  if (at <= 0 || at >= where.length) return false
  const between = text.slice(where[at - 1][1], where[at][0])
  if (between !== " ") return !/\s/.test(between)
  const [one, other] = [at - 1, at].map(place => text.slice(...where[place]))
  if (/^(?:\d|\p{L}$)/u.test(other)) return true
  const [first, second] = [one, other].map(word => index.number(word))
  const together = index.timesTogether(first, second)
  return together >= OFTEN && together >= MOSTLY * Math.min(index.placesOf(first).length, index.placesOf(second).length)
}

/**
 * Which words of a text are found: by their number in it, those that fit surely before others.
 * @param {string} text
 * @param {Slot[]} slots
 * @param {TextIndex} index
 * @returns {boolean[]}
 */
const foundIn = (text, slots, index) => {
  const where = places(text)
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
    if (idle) numbers.forEach((number, at) => { if (marked[at + 1] && phrases.some(one => one.syllables[0].has(number)) && !isInside(text, where, at, index)) marked[at] = true })
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
  const before = from > 0 && from < where.length ? text.slice(where[from - 1][1], where[from][0]) : ""
  const opening = /["“‘([]*$/.exec(before)
  let done = from < where.length && from > 0 ? where[from][0] - (opening ? opening[0].length : 0) : 0
  for (let at = from; at < to; at++) {
    const [begin, end] = where[at]
    const between = text.slice(done, begin)
    put(between, at > from && marked[at] && marked[at - 1] && between === " ")
    put(text.slice(begin, end), marked[at])
    done = end
  }
  const after = to < where.length ? text.slice(done, where[to][0]) : ""
  const isEnd = SENTENCE.test(after)
  put(to === where.length || isEnd ? text.slice(done, to < where.length ? where[to][0] : undefined).replace(/\s+["“‘([]*$/, "") : "…", false)
  if (from > 0 && !SENTENCE.test(before)) made.unshift({ text: "…", found: false })
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
 * Where a line begins and ends that shows the words from one to another: with a sentence where
 * that fits, else with a clause, else between words.
 * @param {string} text
 * @param {[number, number][]} where
 * @param {number} first the first word to be shown
 * @param {number} last
 * @param {TextIndex} index
 * @returns {[number, number]} [from, to)
 */
const edges = (text, where, first, last, index) => {
  /** @param {number} at
   * @param {RegExp} ends */
  const begins = (at, ends) => at === 0 || ends.test(text.slice(where[at - 1][1], where[at][0]))
  /** @param {RegExp} ends */
  const latest = ends => {
    let at = first
    while (at > 0 && !begins(at, ends)) at--
    return last - at < LONG ? at : -1
  }
  let from = latest(SENTENCE)
  if (from < 0) from = latest(CLAUSE)
  if (from < 0) {
    from = Math.max(0, first - BEFORE)
    while (from > 0 && first - from < 2 * BEFORE && isInside(text, where, from, index)) from--
  }
  let to = Math.min(where.length, from + LONG)
  let end = Math.min(where.length, to + BEFORE)
  while (end > Math.max(last + 1, from + SHORT) && end < where.length && !begins(end, SENTENCE)) end--
  if (end === where.length || begins(end, SENTENCE)) return [from, end]
  while (to > last + 1 && isInside(text, where, to, index)) to--
  return [from, to]
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
  const last = marked.slice(0, best + LONG - BEFORE).lastIndexOf(true)
  const [from, to] = edges(text, where, Math.max(0, best), Math.max(0, last), index)
  return { pieces: cut(text, where, marked, from, to), count: best < 0 ? 0 : count(best) }
}
