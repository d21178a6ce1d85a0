// The words of the school: what is typed, and what the pages say for it.
import { foldOf, isNear, keyOf, MACHINE, words } from "./search-fold.js"

/**
 * Words of the school (school_words.py): lists of what is typed and of what the pages say for it, words that may be missing,
 * words that name a network, matters that no page is about.
 * @typedef {{meant: [string, string][], idle: string[], places: string[], outside: string[]}} Words
 */
/** @param {string} text */
const phraseOf = text => words(text).map(keyOf)

/** What a phrase is looked up by: beside other words “ai” and “AI” are one.
 * @param {string[]} keys */
const nameOf = keys => keys.map(key => (key === MACHINE && keys.length > 1 ? "ai" : key)).join(" ")

/** @param {string} text */
const listed = text => text.split(", ")

/**
 * Every phrase that one with choices names: “bị (chửi / chê)” names two.
 * @param {string} phrase
 * @returns {string[]}
 */
const chosen = phrase => {
  const choice = /\(([^()]*)\)/.exec(phrase)
  if (!choice) return [phrase]
  const [before, after] = [phrase.slice(0, choice.index), phrase.slice(choice.index + choice[0].length)]
  return choice[1].split("/").flatMap(one => chosen(`${before} ${one.trim()} ${after}`))
}

/**
 * How a phrase is written, what the pages say for it, whether none is about it, whether it tells
 * nothing.
 * @typedef {{written: string[][], pages: string[][], outside: boolean, idle: boolean, said: string}} Known
 */
/** The words of the school, ready to be looked up. */
export class Lexicon {
  /** @param {Words} raw */
  constructor(raw) {
    /** @type {Map<string, Known>} typed keys, and typed folds */
    this.meant = new Map()
    /** @type {Map<string, Known>} */
    this.unmarked = new Map()
    for (const [typed, pages] of raw.meant) {
      const said = listed(pages).map(phraseOf)
      for (const phrase of listed(typed).flatMap(chosen)) this.learn(phrase, { pages: said })
    }
    for (const typed of raw.outside) this.learn(typed, { outside: true })
    for (const typed of raw.idle) if (phraseOf(typed).length > 1) this.learn(typed, { idle: true })
    /** Beginnings of phrases of several syllables. */
    this.beginnings = new Set()
    for (const fold of this.unmarked.keys()) {
      for (let at = fold.indexOf(" "); at >= 0; at = fold.indexOf(" ", at + 1)) this.beginnings.add(fold.slice(0, at).toLowerCase())
    }
    this.idle = new Set(raw.idle.map(phraseOf).filter(phrase => phrase.length === 1).map(([key]) => key))
    this.idleFolds = new Set([...this.idle].map(foldOf))
    this.places = new Set(raw.places.map(text => phraseOf(text).map(foldOf).join(" ")))
  }

  /**
   * @param {string} typed
   * @param {{pages?: string[][], outside?: boolean, idle?: boolean}} what
   */
  learn(typed, { pages = [], outside = false, idle = false }) {
    const key = phraseOf(typed)
    const said = typed.trim().replace(/ +/g, " ")
    const fold = nameOf(key.map(foldOf))
    this.meant.set(nameOf(key), { written: [key], pages, outside, idle, said })
    const same = this.unmarked.get(fold)
    this.unmarked.set(fold, !same ? { written: [key], pages, outside, idle, said } : {
      said: same.said,
      written: [...same.written, key], pages: [...same.pages, ...pages],
      outside: same.outside && outside, idle: same.idle && idle,
    })
  }

  /**
   * What is known of a phrase; undefined where nothing is said of it.
   * @param {string[]} keys
   */
  of(keys) {
    const phrase = nameOf(keys)
    const found = this.meant.get(phrase)
    if (found) return found
    const fold = nameOf(keys.map(foldOf))
    // “ve” may stand for “vé”; a word with marks of its own does not.
    return fold === phrase || keys.length > 1 ? this.unmarked.get(fold) : undefined
  }

  /** A word of the school that one slip parts from this one; "" where there is none.
   * @param {string} fold */
  near(fold) {
    for (const other of [...this.unmarked.keys(), ...this.places]) {
      if (other.length > 4 && !other.includes(" ") && isNear(fold, other)) return other
    }
    return ""
  }

  /** Whether a phrase begins so and goes on.
   * @param {string[]} keys */
  goesOn(keys) {
    return this.beginnings.has(keys.map(foldOf).join(" ").toLowerCase())
  }

  /** @param {string} key */
  isIdle(key) {
    return foldOf(key) === key ? this.idleFolds.has(key) : this.idle.has(key)
  }
}
