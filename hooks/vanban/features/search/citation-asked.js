// What a text that was typed cites, also where a slip or the rest of a question hides the document:
// “luat an ninh mag 2025”, “điều 95 nđ 174 phạt bao nhiêu”. Numbers are never mended, and what is
// found bears its name in the list.
import { documents, loosen, weigh } from "./citation-documents.js"
import { isKind, namesKind, subject, withoutQuestion } from "./citation-question.js"
import { parse } from "./citation-reader.js"
import { whose } from "./citation-words.js"
import { isNear, keyOf } from "./search-fold.js"

/** @typedef {import("./citation-documents.js").Instrument} Instrument */
/** @typedef {import("./citation-finder.js").Finder} Finder */
const NUMBER = 6 // what the number of a document weighs (citation-documents.js),
const CODE = 5 // and a code at least
const SHORTEST = 3 // letters of a code that stands alone, and of a word that may be a slip
const LONG = 4 // so many words of a name are as good as all
const EXACT = /\/|^(?:19|20)\d\d$/

/**
 * Whether words that fit a document name it: by its code or its number behind its kind, or
 * by its name, which alone has three words at least: “luật bảo vệ” is the beginning of many, and
 * “trẻ em” are children.
 * @param {string[]} tokens
 * @param {Instrument} one
 */
const isNamed = (tokens, one) => {
  const own = tokens.filter(token => !one.isOfKind(token))
  const hasKind = own.length < tokens.length
  /** @param {string} token */
  const isOf = token => (/^\d+$/.test(token) ? hasKind && weigh(token, one, false) >= NUMBER
    : token.length >= SHORTEST && weigh(token, one, false) >= CODE)
  return own.some(isOf) || one.called.some(name =>
    name.length > (hasKind ? 1 : 2) && name.filter(word => own.includes(word)).length >= Math.min(LONG, name.length))
}

/** @param {string[]} run */
const hasDigits = run => run.some(token => /\d/.test(token))

/**
 * The longest run of words that all fit a document and name it: from where, and how many.
 * @param {string[]} tokens
 * @param {Instrument} one
 */
const runOf = (tokens, one) => {
  let best = { from: 0, length: 0 }
  let from = 0
  tokens.forEach((token, at) => {
    if (!weigh(token, one, false)) from = at + 1
    else if (at + 1 - from > best.length && isNamed(tokens.slice(from, at + 1), one)) best = { from, length: at + 1 - from }
  })
  return best
}

/**
 * The runs of words that name a document, those with a number first; none where a year or a whole
 * number stands beside one: “nđ 174 năm 2013” is another decree.
 * @param {string[]} tokens
 * @param {Instrument[]} all
 * @returns {string[][]}
 */
const namesAmong = (tokens, all) => {
  const { from, length } = all.map(one => runOf(tokens, one)).reduce((best, one) => (one.length > best.length ? one : best), { from: 0, length: 0 })
  if (!length) return []
  const to = from + length
  const others = [tokens.slice(0, from), tokens.slice(to)]
  if (others.flat().some(token => EXACT.test(token))) return []
  const runs = [tokens.slice(from, to), ...others.flatMap(part => namesAmong(part, all))]
  return [...runs.filter(hasDigits), ...runs.filter(run => !hasDigits(run))]
}

/**
 * Words as they are meant, where one slip parts a word that is none from one in the name of a
 * document, of those the one that the other words fit best.
 * @param {string[]} tokens
 * @param {Instrument[]} all
 * @param {(key: string) => boolean} isWord whether the pages or the school have such a word
 * @returns {string[]}
 */
const mended = (tokens, all, isWord) => tokens.map((token, at) => {
  if (token.length < SHORTEST || /\d/.test(token) || isWord(token) || all.some(one => weigh(token, one, true))) return token
  let [best, most] = [token, 0]
  for (const one of all) {
    const fits = tokens.reduce((sum, other, place) => (place === at ? sum : sum + weigh(other, one, false)), 0)
    const meant = [...one.kind, ...one.names].find(word => word.length >= SHORTEST && isNear(token, word))
    if (meant && fits > most) [best, most] = [meant, fits]
  }
  return best
})

/**
 * What reads as a citation: a unit, a number, a document by its kind of name or its code.
 * @param {string} typed
 * @param {Finder} finder
 * @param {(key: string) => boolean} isSaid whether the school has such a word
 * @param {(key: string) => boolean} isWord whether it or the pages have
 * @returns {{items: import("./citation-finder.js").Suggestion[], told: string}}
 */
export const citations = (typed, finder, isSaid, isWord) => {
  const text = subject(typed.normalize("NFC").trim())
  const asked = parse(text)
  const unit = Object.keys(asked.unit).length > 0
  const short = asked.tokens.length === 1 && !isSaid(keyOf(text)) && finder.all.some(one => one.answersTo(asked.tokens[0]))
  const hasNumber = hasDigits(asked.tokens)
  if (!unit && !short && !isKind(text) && !hasNumber) return { items: [], told: "" }
  let { items, message } = finder.find(text)
  const name = withoutQuestion(text)
  if (!items.length && name !== text) ({ items, message } = finder.find(name))
  if (!items.length && asked.tokens.length) {
    const meant = mended(loosen(asked.tokens, finder.all), finder.all, isWord)
    const isWhole = documents(meant, finder.all).length > 0 || !asked.unit.dieu
    const found = (isWhole ? [meant] : namesAmong(meant, finder.all)).map(tokens => finder.meant({ ...asked, tokens }, text))
    const having = found.filter(one => one.items.length && one.items[0].sure === 3)
    // Of two documents that have such an article nobody knows whose it is.
    if (having.length > 1) [items, message] = [having.map(one => one.items[0]), ""]
    else if (found.length) ({ items, message } = having[0] || found[0])
    else if (!hasNumber && !namesKind(text)) message = whose(asked.unit) // what else was typed is the matter
  }
  const said = unit && (items.length > 0 || Boolean(asked.unit.dieu))
  return { items, told: said || items.length ? message : "" }
}
