// What somebody typed, as the index can look for it: slots, each with the phrases that fill it.
import { foldOf, isNear, keyOf, levelled, untyped, words } from "./search-fold.js"

/** @typedef {import("./search-index.js").TextIndex} TextIndex */
/**
 * Words of the school (school_words.py): what is meant by a phrase, words that may be missing,
 * words that name a network.
 * @typedef {{meant: Record<string, string[]>, idle: string, places: string[]}} Words
 */
/**
 * Syllables by their number in the index, and how well each fits (1: as typed).
 * @typedef {Map<number, number>} Syllable
 * @typedef {{syllables: Syllable[], weight: number}} Phrase
 * @typedef {{typed: string, phrases: Phrase[], idle: boolean}} Slot
 */
const FOLDED = 0.6 // marks were typed, and these are others
const OTHER = 0.15 // the same, though the pages have the very word
const BEGUN = 0.5
const SLIP = 0.5
const MEANT = 0.75
const LONGEST = 5 // syllables of a phrase in the words of the school
const MOST_SLOTS = 16

/** @param {string} text */
const phraseOf = text => words(text).map(keyOf)

/** The words of the school, ready to be looked up. */
export class Lexicon {
  /** @param {Words} raw */
  constructor(raw) {
    /** @type {Map<string, string[][]>} typed keys, and typed folds */
    this.meant = new Map()
    /** @type {Map<string, string[][]>} */
    this.unmarked = new Map()
    for (const [typed, pages] of Object.entries(raw.meant)) {
      const key = phraseOf(typed)
      const fold = key.map(foldOf).join(" ")
      const found = pages.map(phraseOf)
      this.meant.set(key.join(" "), found)
      this.unmarked.set(fold, [...(this.unmarked.get(fold) || []), ...found])
    }
    this.idle = new Set(words(raw.idle).map(keyOf))
    this.idleFolds = new Set([...this.idle].map(foldOf))
    this.places = new Set(raw.places.map(text => phraseOf(text).map(foldOf).join(" ")))
  }

  /**
   * What is meant by a phrase; undefined where nothing is said of it.
   * @param {string[]} keys
   */
  of(keys) {
    const phrase = keys.join(" ")
    const found = this.meant.get(phrase)
    if (found) return found
    const fold = keys.map(foldOf).join(" ")
    // “ve” may stand for “vé”; a word with marks of its own does not.
    return fold === phrase || keys.length > 1 ? this.unmarked.get(fold) : undefined
  }

  /** @param {string} key */
  isIdle(key) {
    return foldOf(key) === key ? this.idleFolds.has(key) : this.idle.has(key)
  }
}

/**
 * The syllables that a typed one can be.
 * @param {string} key
 * @param {TextIndex} index
 * @param {boolean} open whether it may be typed only half
 * @param {boolean} alone whether nothing else was typed
 * @param {boolean} [careful] whether somebody types marks, so that a word without means itself
 * @returns {Syllable}
 */
export const syllable = (key, index, open, alone, careful = false) => {
  /** @type {Syllable} */
  const found = new Map()
  const fold = foldOf(key)
  const marked = fold !== key
  const exact = index.numbers.get(key)
  for (const number of index.byFold.get(fold) || []) {
    if (number === exact || !(marked || careful)) found.set(number, 1)
    else if (exact === undefined) found.set(number, FOLDED)
    else if (!alone) found.set(number, OTHER)
  }
  if (open && fold.length > 1 && !/\d/.test(fold) && !(marked && exact !== undefined)) {
    const share = found.size ? 0.2 : BEGUN
    for (let number = 1; number < index.keys.length; number++) {
      const begins = marked ? index.keys[number].normalize("NFC").startsWith(key.normalize("NFC")) : index.folds[number].startsWith(fold)
      if (begins && !found.has(number)) found.set(number, share)
    }
  }
  if (found.size) return found
  const meant = index.byFold.get(untyped(fold))
  if (meant) return new Map(meant.map(number => [number, 0.9]))
  if (fold.length > 3 && !/\d/.test(fold)) {
    index.byFold.forEach((numbers, other) => {
      if (other.length > 2 && !/\d/.test(other) && isNear(fold, other)) for (const number of numbers) found.set(number, SLIP)
    })
  }
  return found
}

/**
 * Two words written as one, or one as two: “hocsinh”, “face book”.
 * @param {string[]} keys
 * @param {TextIndex} index
 * @param {Lexicon} lexicon
 * @param {boolean} open
 */
const spaced = (keys, index, lexicon, open) => {
  /** @type {string[]} */
  const found = []
  /** @param {string} key */
  const known = key => index.byFold.has(foldOf(key)) || lexicon.of([key]) !== undefined
  /** @param {string} fold */
  const begins = fold => index.folds.some(other => other.startsWith(fold))
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]
    const both = at + 1 < keys.length ? key + keys[at + 1] : ""
    if (both && !lexicon.of([key, keys[at + 1]]) && known(both) && both.length > 5 && /^[a-z]+$/.test(both)) {
      found.push(both)
      at++
    } else if (!known(key) && key.length > 4 && !(open && at === keys.length - 1 && begins(foldOf(key)))) {
      let cut = 0
      for (let to = 2; to < key.length - 1; to++) if (known(key.slice(0, to)) && known(key.slice(to))) cut = to
      if (cut) found.push(key.slice(0, cut), key.slice(cut))
      else found.push(key)
    } else found.push(key)
  }
  return found
}

/**
 * Reads what was typed.
 * @param {string} typed
 * @param {TextIndex} index
 * @param {Lexicon} lexicon
 * @returns {Slot[]}
 */
export const read = (typed, index, lexicon) => {
  const text = levelled(typed.normalize("NFC"))
  const open = /[\p{L}\p{M}\p{N}]$/u.test(text) // what is finished has a space behind it
  const keys = spaced(words(text).map(keyOf), index, lexicon, open)
  const careful = keys.some(key => foldOf(key) !== key)
  /** @type {Slot[]} */
  const slots = []
  for (let at = 0; at < keys.length && slots.length < MOST_SLOTS;) {
    let length = Math.min(LONGEST, keys.length - at)
    while (length && !lexicon.of(keys.slice(at, at + length))) length--
    const taken = keys.slice(at, at + (length || 1))
    const last = at + taken.length === keys.length
    const alone = keys.length === 1
    /** @type {Phrase} */
    const own = { syllables: taken.map((key, place) => syllable(key, index, open && last && place === taken.length - 1, alone, careful)), weight: 1 }
    const others = (length ? lexicon.of(taken) || [] : [])
      .filter(phrase => phrase.join(" ") !== taken.join(" "))
      .map(phrase => ({ syllables: phrase.map(key => exactly(key, index)), weight: MEANT }))
    const phrase = taken.map(foldOf).join(" ")
    const idle = lexicon.places.has(phrase) || taken.every(key => lexicon.isIdle(key))
    slots.push({ typed: taken.join(" "), phrases: [own, ...others].filter(one => one.syllables.every(some => some.size)), idle })
    at += taken.length
  }
  if (slots.every(slot => slot.idle)) for (const slot of slots) slot.idle = false
  return slots
}

/**
 * A syllable of the pages: with marks as it is written.
 * @param {string} key
 * @param {TextIndex} index
 * @returns {Syllable}
 */
const exactly = (key, index) => {
  const number = index.numbers.get(key)
  return new Map(number === undefined ? [] : [[number, 1]])
}
