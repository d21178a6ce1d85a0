// The documents of the box “Đi tới điều khoản”, and which of them typed words can mean.
// The index is written by hooks/vanban/features/search/provisions.py.
import { bare } from "../../../theme/assets/javascripts/units.js"

/**
 * A document as the index has it.
 * @typedef {{ma: string, loai: string, so: string, goi: string, ten: string, nam: number, cho: string,
 *   tt: string, du: number, dieu: string, thu?: number, khac?: string[], nhac?: string[], rieng?: Record<string, string>,
 *   loi?: Record<string, string>, nay?: Record<string, [number, string, number]>}} Raw
 * @typedef {{trang: [string, string], tinhTrang: Record<string, [string, string]>, vanBan: Raw[]}} Index
 */
/**
 * An article, or a numbered item of a letter: whether it has a page, whether what is below it is
 * known and whole, its clauses by number, and the letters of points that stand right below it.
 * @typedef {Map<string, {numbers: string[], whole: boolean}>} Indents the tiết of points, by letter
 * @typedef {{known: boolean, whole: boolean, points: string, indents: Indents}} Clause
 * @typedef {{item: boolean, number: string, page: boolean, known: boolean, whole: boolean,
 *   clauses: Map<string, Clause>, points: string, indents: Indents, heading: string}} Article
 */
/** @typedef {{one: Instrument, score: number}} Fit */

/** The letters of points, and what stands in them: ab(1 2+)c.
 * @param {string} text
 * @returns {{points: string, indents: Indents}} */
const readPoints = text => {
  /** @type {Indents} */
  const indents = new Map()
  const points = text.replace(/(.)\(([^)]*)\)/g, (_, letter, inside) => {
    const whole = !/[?+]$/.test(inside)
    indents.set(letter, { numbers: inside.replace(/[?+]$/, "").split(" "), whole })
    return letter
  })
  return { points, indents }
}

/** One line of the index: 8*+:1=abcdđe,2+|heading (see provisions.py).
 * @param {string} line
 * @returns {Article} */
const readArticle = line => {
  const [, item, number, page, extent, below = "", heading = ""] =
    /^(m?)([^*?+:|]+)(\*?)([?+]?)(?::([^|]*))?(?:\|(.*))?$/.exec(line) || []
  const clauses = new Map()
  let own = readPoints("")
  for (const part of below ? below.split(",") : []) {
    const [, clause, more, letters = ""] = /^([^=?+]*)([?+]?)(?:=(.*))?$/.exec(part) || []
    if (clause) clauses.set(clause, { known: more !== "?", whole: more === "", ...readPoints(letters) })
    else own = readPoints(letters)
  }
  return { item: item === "m", number, page: page === "*", known: extent !== "?", whole: extent === "", clauses, ...own, heading }
}

/** @param {string} text */
const words = text => bare(text.normalize("NFC").toLowerCase()).split(/[^a-z0-9]+/).filter(Boolean)
/** @param {string[]} list */
const initials = list => list.map(word => word[0]).join("")

/** A document, made ready for being named. */
export class Instrument {
  /**
   * @param {Raw} raw
   * @param {number} place
   */
  constructor(raw, place) {
    const named = words(raw.goi.replace(/ năm \d{4}$/, ""))
    const names = [named, ...(raw.khac || []).map(words)]
    this.raw = raw
    this.place = place
    this.number = bare(raw.so.toLowerCase())
    this.kind = words(raw.loai)
    this.head = (/^\d+/.exec(this.number) || [""])[0].replace(/^0+/, "")
    this.year = String(raw.nam || "")
    this.names = new Set(names.flat())
    this.called = names.map(list => list.filter(word => !this.isOfKind(word)))
    this.title = new Set([...words(raw.ten), ...words(raw.so)])
    // nd, tt, lanm, anm, blhs, cv
    this.short = new Set([initials(this.kind), ...names.map(initials), initials(named.slice(this.kind.length))].filter(Boolean))
    /** @type {Map<string, Article> | null} */
    this.read = null
  }

  /** Whether a word is its code or its initials: anm, blhs.
   * @param {string} word */
  answersTo(word) {
    return word === this.raw.ma || (word.length > 1 && this.short.has(word))
  }

  /** Whether a word says of what kind it is: nghi, dinh, nd.
   * @param {string} word */
  isOfKind(word) {
    return this.kind.includes(word) || word === initials(this.kind)
  }

  /** By number, items as m2. Read when it is first asked for; most are never. */
  get articles() {
    if (!this.read) {
      const lines = this.raw.dieu ? this.raw.dieu.split("\n") : []
      this.read = new Map(lines.map(readArticle).map(one => [(one.item ? "m" : "") + one.number, one]))
    }
    return this.read
  }
}

/** @param {Index} data */
export const prepare = data => data.vanBan.map((raw, place) => new Instrument(raw, place))

/**
 * How much a word speaks for a document; 0 does not fit at all.
 * @param {string} token
 * @param {Instrument} one
 * @param {boolean} last whether it may be typed only half
 */
export const weigh = (token, one, last) => {
  const { raw } = one
  if (token === raw.ma) return 12
  if (/^\d+$/.test(token)) {
    const plain = token.replace(/^0+(?=\d)/, "")
    if (plain === one.head) return 6
    if (token === one.year) return 3
    return last && (one.head.startsWith(plain) || one.year.startsWith(token)) ? 0.5 : 0
  }
  if (token.includes("/")) {
    return one.number.replace(/^0+/, "").startsWith(token.replace(/^0+/, "")) ? 8 : 0
  }
  if (one.short.has(token)) return 5
  if (token.length > 2 && raw.ma.startsWith(token)) return 5
  if (one.names.has(token) || one.kind.includes(token)) return 3
  if (one.title.has(token)) return 1
  if (token.length < 2 && !last) return 0
  for (const word of one.names) if (word.startsWith(token)) return 2
  for (const word of one.kind) if (word.startsWith(token)) return 2
  if (token.length > 2) for (const word of one.title) if (word.startsWith(token)) return 0.8
  return 0
}

/** A code that was typed as two words, “anm 25”; “nd 72” is a kind and a number as it is.
 * @param {string[]} tokens
 * @param {Instrument[]} all */
const joined = (tokens, all) => tokens.reduce((made, token) => {
  const before = made[made.length - 1]
  const code = all.find(({ raw }) => raw.ma === `${before}${token}`)
  return code && before !== initials(code.kind) ? [...made.slice(0, -1), code.raw.ma] : [...made, token]
}, /** @type {string[]} */ ([]))

/**
 * nd72 and nd72/2013 as two words, unless it is a code; a code as one.
 * @param {string[]} tokens
 * @param {Instrument[]} all
 */
export const loosen = (tokens, all) => joined(tokens, all).flatMap(token => {
  const found = /^([a-z]+)(\d.*)$/.exec(token)
  if (!found || all.some(one => one.raw.ma.startsWith(token))) return [token]
  return found[1] === "qh" ? [token] : [found[1], found[2]]
})

/** @type {Record<string, number>} */
const RANK = { con: 0, "mot-phan": 1 }
/** A letter that the site shows whole comes before instruments that are only named: “công văn 2019”.
 * @param {Fit} fit */
const isLetter = ({ one }) => Boolean(one.raw.thu)
/** @param {Fit} fit */
const rank = ({ one }) => (one.raw.tt in RANK ? RANK[one.raw.tt] : 2)

/**
 * The kind that is named right before a number: “thông tư 174” is no decree, though the title of one
 * has these syllables too.
 * @param {string[]} tokens
 * @param {Instrument[]} all
 * @returns {string[]} none where no kind is named there
 */
const kindOf = (tokens, all) => {
  const numbers = tokens.map((token, at) => (/\d/.test(token) ? at : 0)).filter(Boolean)
  const one = all.find(({ kind }) => numbers.some(at => at >= kind.length && kind.every((word, place) => tokens[at - kind.length + place] === word)))
  return one ? one.kind : []
}

/**
 * Documents that every word fits, the best first; those in force before the others.
 * @param {string[]} tokens
 * @param {Instrument[]} all
 * @returns {Fit[]}
 */
export const documents = (tokens, all) => {
  if (!tokens.length) return []
  /** @type {Fit[]} */
  const found = []
  const kind = kindOf(tokens, all)
  for (const one of all) {
    if (!kind.every(word => one.kind.includes(word))) continue
    let score = 0
    for (const [place, token] of tokens.entries()) {
      const weight = weigh(token, one, place === tokens.length - 1)
      if (!weight) { score = 0; break }
      score += weight
    }
    if (score) found.push({ one, score })
  }
  return found.sort((a, b) =>
    b.score - a.score || Number(isLetter(b)) - Number(isLetter(a)) || rank(a) - rank(b) || b.one.raw.nam - a.one.raw.nam || a.one.place - b.one.place)
}

const YEAR = /^(?:19|20)\d\d$/
const BY_NAME = 3

/**
 * What a name with the year of no such document may mean: “luật an ninh mạng 2026”, as the law is
 * called that came into force then. A number is never taken for that of another year.
 * @param {string[]} tokens
 * @param {Instrument[]} all
 * @returns {{fits: Fit[], year: string}} the best first; none where the year is right or no year is there
 */
export const ofAnotherYear = (tokens, all) => {
  const year = tokens.find(token => YEAR.test(token)) || ""
  const name = tokens.filter(token => token !== year)
  if (!year || name.length < 2 || name.some(token => /\d/.test(token))) return { fits: [], year }
  const fits = documents(name, all).filter(({ one }) => name.every(token => weigh(token, one, false) >= BY_NAME) &&
    name.some(token => !one.kind.includes(token)))
  return { fits: fits.some(({ one }) => one.year === year) ? [] : fits, year }
}
