// The index of the search, made in the browser from the texts (hooks/vanban/features/search/
// texts.py): which syllable stands where. Vietnamese has few syllables, so all that is done to
// words (marks, slips, beginnings) is done to some thousand forms; a find is then a walk over
// places.
import { foldOf, keyOf, words } from "./search-fold.js"
import { folded } from "../../../theme/assets/javascripts/units.js"

/**
 * A page as the texts have it: address, kind, title, summary, sections of anchor, heading, text.
 * @typedef {[string, string, string]} Section
 * @typedef {[string, number, string, string, Section[]]} Page
 */
/**
 * A stretch of text that belongs together: what it is (0 title, 1 summary, 2 heading, 3 text), of
 * which page and section (-1: of the page itself).
 * @typedef {{field: number, page: number, section: number}} Stretch
 */
export const TITLE = 0
const SUMMARY = 1
export const HEADING = 2
export const TEXT = 3

const OF_HEADING = "=" // an anchor that follows from the heading, as texts.py has it

/**
 * @param {Section} section as it travels
 * @returns {Section}
 */
const withAnchor = ([anchor, heading, text]) => [
  anchor === OF_HEADING ? folded(heading).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") : anchor, heading, text,
]

export class TextIndex {
  constructor() {
    /** @type {Page[]} */
    this.pages = []
    /** @type {number[]} where each page begins in the stream */
    this.tops = []
    /** @type {Stretch[]} */
    this.stretches = []
    /** @type {number[]} where each stretch begins in the stream */
    this.starts = []
    /** @type {string[]} keys by number; 0 is the gap between stretches */
    this.keys = [""]
    /** @type {string[]} */
    this.folds = [""]
    /** @type {string[]} as the pages write them, in small letters */
    this.spellings = [""]
    /** @type {Map<string, number>} */
    this.numbers = new Map()
    /** @type {Map<string, number[]>} */
    this.byFold = new Map()
    /** @type {Map<string, number>} words as written */
    this.written = new Map()
    /** @type {number[]} the syllables of everything, one after the other */
    this.stream = []
    this.order = new Int32Array(0)
    /** The stretch of each place, and its page. */
    this.holding = new Int32Array(0)
    this.paged = new Int32Array(0)
    this.rows = new Int32Array(1)
    /** Room for a query to mark places in; empty between queries. */
    this.ends = new Float32Array(1)
  }

  /** @param {string} word as written */
  number(word) {
    const known = this.written.get(word)
    if (known !== undefined) return known
    const key = keyOf(word)
    let number = this.numbers.get(key)
    if (number === undefined) {
      number = this.keys.length
      const fold = foldOf(key)
      this.numbers.set(key, number)
      this.keys.push(key)
      this.spellings.push(word.normalize("NFC").toLowerCase())
      this.folds.push(fold)
      const same = this.byFold.get(fold)
      if (same) same.push(number)
      else this.byFold.set(fold, [number])
    }
    this.written.set(word, number)
    return number
  }

  /**
   * @param {string} text
   * @param {Stretch} stretch
   */
  take(text, stretch) {
    if (!text) return
    this.starts.push(this.stream.length)
    this.stretches.push(stretch)
    for (const word of words(text)) this.stream.push(this.number(word))
    this.stream.push(0)
  }

  /** @param {Page[]} pages */
  add(pages) {
    for (const [address, kind, title, summary, short] of pages) {
      const sections = short.map(withAnchor)
      const place = this.pages.push([address, kind, title, summary, sections]) - 1
      this.tops.push(this.stream.length)
      this.take(title, { field: TITLE, page: place, section: -1 })
      this.take(summary, { field: SUMMARY, page: place, section: -1 })
      sections.forEach(([, heading, text], section) => {
        this.take(heading, { field: HEADING, page: place, section })
        this.take(text, { field: TEXT, page: place, section })
      })
    }
    this.sort()
  }

  /** Places by syllable: counted, then put into their rows. */
  sort() {
    const { stream, keys } = this
    const rows = new Int32Array(keys.length + 1)
    for (const number of stream) rows[number + 1]++
    for (let number = 0; number < keys.length; number++) rows[number + 1] += rows[number]
    const order = new Int32Array(stream.length)
    const next = rows.slice()
    for (let at = 0; at < stream.length; at++) order[next[stream[at]]++] = at
    this.order = order
    this.rows = rows
    this.ends = new Float32Array(stream.length + 1)
    this.holding = new Int32Array(stream.length)
    this.paged = new Int32Array(stream.length)
    this.starts.forEach((from, stretch) => this.holding.fill(stretch, from, this.endOf(stretch)))
    this.tops.forEach((from, page) => this.paged.fill(page, from, page + 1 < this.tops.length ? this.tops[page + 1] : stream.length))
  }

  /** Where a syllable stands, in order.
   * @param {number} number */
  placesOf(number) {
    return this.order.subarray(this.rows[number], this.rows[number + 1])
  }

  /** How often one syllable stands right before another: the places of the rarer are walked.
   * @param {number} one
   * @param {number} other */
  timesTogether(one, other) {
    const [from, to] = [this.placesOf(one), this.placesOf(other)]
    let count = 0
    if (from.length <= to.length) for (const at of from) count += Number(this.stream[at + 1] === other)
    else for (const at of to) count += Number(this.stream[at - 1] === one)
    return count
  }

  /** The place behind a stretch.
   * @param {number} stretch */
  endOf(stretch) {
    return stretch + 1 < this.starts.length ? this.starts[stretch + 1] : this.stream.length
  }

  /** The page that holds a place.
   * @param {number} at */
  pageAt(at) {
    return this.paged[at]
  }

  /** The stretch that holds a place.
   * @param {number} at */
  stretchAt(at) {
    return this.holding[at]
  }
}

/**
 * An index of more pages; what is there more of a page that is known stands behind what was.
 * @param {TextIndex} index
 * @param {Page[]} more
 */
export const joinedWith = (index, more) => {
  const parts = new Map(more.map(page => [page[0], page]))
  const known = index.pages.map(/** @returns {Page} */ ([address, kind, title, summary, sections]) =>
    [address, kind, title, summary, [...sections, ...(parts.get(address) || ["", 0, "", "", []])[4]]])
  const own = new Set(known.map(([address]) => address))
  const made = new TextIndex()
  made.add([...known, ...more.filter(([address]) => !own.has(address))])
  return made
}
