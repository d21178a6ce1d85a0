// How well a question is one of those that a page is known to answer (asked.txt, and the titles of
// answers): both ways, how much of what was typed the known question says, and how much of the known
// one was typed. Words of the school that mean the same are the same; their order tells nothing.
import { foldOf, keyOf, words } from "./search-fold.js"
import { keysOf } from "./search-typed.js"

/** @typedef {import("./search-lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./search-index.js").TextIndex} TextIndex */
/**
 * A question: the number of each of its words without marks, what a word counts, and what words of it
 * mean, by the number of the meaning: which words, and how well.
 * @typedef {{folds: number[], weights: number[], meant: Map<number, [number, number, number][]>}} Read meant:
 *   from, to and how well
 */
const LONGEST = 4 // words of a phrase
const MEANINGS = 2 // what the pages say first for a word
const MEANT = 0.9 // a word that means the same
const SINGLE = 0.75 // one that is only written the same, beside no other
const IDLE = 0.15
const PLACE = 0.3
const RAREST = 4
const UNKNOWN = 3 // what nobody asked for is something else
const FLAT = 0.45 // how little of a known question may be typed
const LOOKED_AT = 80 // known questions that share most with what was typed

/** @param {string} key */
const plainOf = key => foldOf(key).toLowerCase()

export class Asked {
  /**
   * @param {string[][]} raw per place its questions
   * @param {Lexicon} lexicon
   */
  constructor(raw, lexicon) {
    this.lexicon = lexicon
    /** @type {Map<string, number>} */
    this.numbers = new Map()
    /** @type {{line: number, read: Read}[]} */
    this.known = []
    /** @type {number[][]} by the number of a word or a meaning: known questions that have it */
    this.places = []
    /** @type {Set<number>[]} by the number of a word: lines that it stands in */
    this.having = []
    this.lines = raw.length
    raw.forEach((questions, line) => questions.forEach(question => this.learn(question, line)))
    for (const { read } of this.known) this.weigh(read)
  }

  /** @param {string} name */
  number(name) {
    let found = this.numbers.get(name)
    if (found === undefined) this.numbers.set(name, found = this.numbers.size)
    return found
  }

  /**
   * @param {string} question
   * @param {number} line
   */
  learn(question, line) {
    const read = this.read(words(question).map(keyOf))
    const number = this.known.push({ line, read }) - 1
    for (const name of new Set([...read.folds, ...read.meant.keys()])) (this.places[name] = this.places[name] || []).push(number)
    for (const fold of read.folds) (this.having[fold] = this.having[fold] || new Set()).add(line)
  }

  /** @param {number} fold */
  rarity(fold) {
    const lines = this.having[fold]
    return lines ? Math.min(RAREST, Math.log(1 + this.lines / lines.size)) : UNKNOWN
  }

  /** @param {Read} read */
  weigh(read) {
    read.weights = read.weights.map((weight, at) => weight * this.rarity(read.folds[at]))
  }

  /**
   * @param {string[]} keys
   * @returns {Read}
   */
  read(keys) {
    const plain = keys.map(key => plainOf(key))
    /** @type {Read["meant"]} */
    const meant = new Map()
    /** @param {string} name
     * @param {[number, number, number]} span */
    const means = (name, span) => {
      const number = this.number(name)
      const spans = meant.get(number)
      if (spans) spans.push(span)
      else meant.set(number, [span])
    }
    for (let from = 0; from < keys.length; from++) {
      for (let to = from + 1; to <= Math.min(keys.length, from + LONGEST); to++) {
        const taken = keys.slice(from, to)
        const own = plain.slice(from, to).join(" ")
        const found = this.lexicon.of(taken)
        if (found && !found.idle) {
          for (const phrase of found.pages.slice(0, MEANINGS)) {
            const name = phrase.map(key => plainOf(key)).join(" ")
            if (name !== own) means(name, [from, to, MEANT])
          }
        }
        if (to > from + 1 || found) means(own, [from, to, 1])
        if (to < keys.length && to > from + 1 && !this.lexicon.goesOn(taken)) break
      }
    }
    const weights = keys.map((key, at) => (this.lexicon.isIdle(key) ? IDLE : this.lexicon.places.has(plain[at]) ? PLACE : 1))
    return { folds: plain.map(fold => this.number(fold)), weights, meant }
  }

  /**
   * The lines that hold such a question, and how well: 1 is the very same.
   * @param {string} text
   * @param {TextIndex} index
   * @returns {Map<number, number>}
   */
  find(text, index) {
    // A word of the known questions is none that has to be mended.
    const typed = this.read(words(text).flatMap(word => {
      const key = keyOf(word)
      return this.having[this.number(plainOf(key))] ? [key] : keysOf(word, false, index, this.lexicon)
    }))
    this.weigh(typed)
    /** @type {Map<number, number>} */
    const found = new Map()
    for (const number of this.nearest(typed)) {
      const { line, read } = this.known[number]
      const alike = isSame(typed, read) ? 1 : covered(typed, read) * (FLAT + (1 - FLAT) * covered(read, typed))
      if (alike > (found.get(line) || 0)) found.set(line, alike)
    }
    return found
  }

  /**
   * The known questions that share most with what was typed.
   * @param {Read} typed
   */
  nearest({ folds, weights, meant }) {
    const sums = new Float32Array(this.known.length)
    folds.forEach((fold, at) => { for (const number of this.places[fold] || []) sums[number] += weights[at] })
    meant.forEach(([[from, to]], name) => {
      const weight = weights.slice(from, to).reduce((sum, one) => sum + one, 0)
      for (const number of this.places[name] || []) sums[number] += weight
    })
    return [...sums.keys()].filter(number => sums[number]).sort((a, b) => sums[b] - sums[a]).slice(0, LOOKED_AT)
  }
}

/**
 * Whether the one is the other word by word.
 * @param {Read} one
 * @param {Read} other
 */
const isSame = (one, other) => one.folds.length === other.folds.length && one.folds.every((fold, at) => fold === other.folds[at])

/**
 * How much of the one is said by the other.
 * @param {Read} one
 * @param {Read} other
 */
const covered = (one, other) => {
  /** @type {number[]} */
  const cover = one.folds.map(fold => (other.folds.includes(fold) ? SINGLE : 0))
  one.meant.forEach((spans, name) => {
    if (!other.meant.has(name)) return
    for (const [from, to, well] of spans) for (let at = from; at < to; at++) cover[at] = Math.max(cover[at], well)
  })
  const whole = one.weights.reduce((sum, weight) => sum + weight, 0)
  return whole ? cover.reduce((sum, much, at) => sum + much * one.weights[at], 0) / whole : 0
}
