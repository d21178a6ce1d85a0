// Vietnamese for lunr: every word is indexed as typed composed, as typed decomposed, and without
// marks (đ as d), so that “xúc phạm” and “xuc pham” find the same pages. Folding is done on the
// index side: queries carry a wildcard and skip the pipeline. A word that lost its marks ends in
// BARE: a wildcard finds it all the same, and a “d” typed among marked words is d alone, not the
// đ that was folded.
import { folded } from "./units.js"

const BARE = "\u0001"

/** @typedef {{toString(): string, clone(change: () => string): Token}} Token */
/** @typedef {{text: string, term: string, open: boolean, no: boolean, forms: string[], whole: boolean}} Term */
/** @typedef {{ref: string, score: number, matchData: {metadata: Record<string, Record<string, {position: number[]}>>}}} Result */

/** @param {string} word */
const bare = word => {
  const plain = folded(word)
  return plain === word ? word : plain + BARE
}
/** The forms of a word in the index.
 * @param {Token} token */
export const fold = token => {
  const word = token.toString()
  const forms = new Set([word.normalize("NFC"), word.normalize("NFD"), bare(word)])
  return [...forms].filter(Boolean).map(form => token.clone(() => form))
}
/** @param {Token} token */
const keep = token => token

// ---- Queries ----------------------------------------------------------------------------------

/**
 * Every term arrives with a wildcard. A number or a single letter means itself alone (“8” is not
 * “80”), and of a word the whole weighs more than what it begins.
 * @param {Term[]} terms
 */
const sharpen = terms => terms.map(({ text, open, forms, whole }) => {
  if (!open) return text
  const all = forms.map(form => form + (whole ? "^6" : "^4"))
  return (whole ? all : [...all, text]).join(" ")
}).join(" ")

/**
 * @param {string} query
 * @returns {Term[]}
 */
export const read = query => {
  const lower = query.toLowerCase()
  const plain = !/[^\u0000-\u007f]/.test(lower)
  return lower.split(/\s+/).filter(Boolean).map(text => {
    const found = /^([^\s*+\-~^:]+)\*$/.exec(text)
    const term = found ? found[1] : text.replace(/^\+|[*^~].*$/g, "")
    return {
      text, term, open: Boolean(found), no: text[0] === "-",
      forms: plain && !/^\d+$/.test(term) ? [term, term + BARE] : [term],
      whole: /^(\d+|[^\d])$/u.test(term.normalize("NFC")),
    }
  })
}

/**
 * Where each term stands in a result, once: a word matches in several forms at one place, and
 * marked more than once the result breaks.
 * @param {Result} result
 * @param {Term[]} terms
 */
const places = (result, terms) => {
  const found = terms.map(() => /** @type {Set<string>} */ (new Set()))
  /** @type {Map<string, Set<number>>} */
  const taken = new Map()
  for (const [word, fields] of Object.entries(result.matchData.metadata)) {
    for (const [field, match] of Object.entries(fields)) {
      const seen = taken.get(field) || new Set()
      taken.set(field, seen)
      terms.forEach(({ open, whole, term, forms }, place) => {
        if (open && !whole ? word.startsWith(term) : forms.includes(word)) {
          for (const at of match.position) found[place].add(field + at)
        }
      })
      match.position = match.position.filter(at => !seen.has(at) && seen.add(at))
    }
  }
  return found
}

/**
 * Vietnamese writes syllables apart: “xúc phạm” is one word. What has every term goes before
 * what has some, and what has them side by side before what has them apart.
 * @param {Result} result
 * @param {Term[]} terms
 */
export const weigh = (result, terms) => {
  const found = places(result, terms)
  const had = found.filter(all => all.size).length
  const pairs = found.filter((all, place) => {
    const after = found[place + 1]
    return after && [...all].some(key => after.has(key.replace(/\d+$/, at => String(Number(at) + 1))))
  }).length
  const share = terms.length ? had / terms.length : 1
  result.score *= Math.pow(share, 4) * (1 + 3 * pairs / Math.max(1, terms.length - 1))
  // What begins as the query does: khoản 1 of an article before điểm a of that khoản.
  if (found.length && found[0].has("title0")) result.score *= 1.5
  // The theme counts a whole page about 2.5 times a section of it; here the clause matters.
  if (result.ref.includes("#")) result.score *= 2.5
  return result
}

/**
 * Gives lunr this language, and the queries their weight.
 * @param {any} lunr
 */
export const vietnamese = lunr => {
  /** @this {any} */
  lunr.vi = function () {
    this.pipeline.reset()
    this.pipeline.add(fold)
    if (this.searchPipeline) this.searchPipeline.reset()
  }
  Object.assign(lunr.vi, { fold, trimmer: keep, stopWordFilter: keep, stemmer: keep })
  lunr.Pipeline.registerFunction(fold, "fold-vi")
  lunr.Pipeline.registerFunction(keep, "keep-vi")
  // “147/2024/nđ-cp” is one piece to be split like the index, not “147/2024/nđ” without “cp”.
  lunr.QueryLexer.termSeparator = /\s+/
  const { prototype } = lunr.Index
  const search = prototype.search
  /** @this {any} @param {string} query */
  prototype.search = function (query) {
    const terms = read(query)
    const wanted = terms.filter(one => one.term && !one.no)
    /** @type {Result[]} */
    const results = search.call(this, sharpen(terms))
    return results.map(result => weigh(result, wanted))
  }
}
