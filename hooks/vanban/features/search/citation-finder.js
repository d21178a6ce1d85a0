// What the box “Đi tới điều khoản” offers for what is typed: the provisions that it can mean, the
// surest first. A number that is not there is answered with what is there.
import { parse, variants } from "./citation-reader.js"
import { count, label, message } from "./citation-words.js"
import { numbers, within } from "./citation-indents.js"
import { documents, loosen, ofAnotherYear, prepare, weigh } from "./citation-documents.js"
import { stateOf } from "./citation-state.js"
import { ascii, idOf, upper } from "../../../theme/assets/javascripts/units.js"

/**
 * @typedef {import("../../../theme/assets/javascripts/units.js").Unit} Unit
 * @typedef {import("./citation-documents.js").Instrument} Instrument
 * @typedef {import("./citation-documents.js").Fit} Fit
 */
/**
 * One line of the list. Sureness: 3 it is there, 2 nobody counted so deep, 1 it is not there.
 * @typedef {{one: Instrument, unit: Unit, sure: number, note: string, href: string, name: string,
 *   below: string, state: string, mark: string, words: string}} Suggestion
 */
const MOST = 8

export class Finder {
  /**
   * @param {import("./citation-documents.js").Index} data
   * @param {string | URL} base the site's address
   * @param {string} [here] the page that is open: its document is meant where none is named
   */
  constructor(data, base, here = location.href) {
    this.data = data
    this.base = base
    this.all = prepare(data)
    this.here = this.all.find(one => here.startsWith(new URL(one.raw.cho, base).href) && Boolean(one.raw.cho))
  }

  /**
   * @param {Instrument} one
   * @param {Unit} unit
   * @param {number} sure
   * @param {string} [note]
   * @returns {Suggestion}
   */
  suggestion(one, unit, sure, note = "") {
    const id = idOf(unit)
    const article = one.articles.get(unit.muc ? `m${unit.muc}` : unit.dieu || "")
    const [home, page] = this.data.trang
    const path = one.raw.cho + (article && article.page ? `dieu-${ascii(article.number)}${page}` : home)
    const { state, words } = stateOf(one.raw, unit)
    return {
      one, unit, sure, note,
      href: new URL(path + (id ? `#${id}` : ""), this.base).href,
      name: id ? `${label(unit)} ${one.raw.goi}` : one.raw.goi,
      below: note || (article && !unit.khoan && !unit.diem ? article.heading : "") ||
        (id ? "" : one.raw.goi.startsWith(one.raw.ten) ? one.raw.so : one.raw.ten),
      state, mark: this.data.tinhTrang[state][0], words: words || this.data.tinhTrang[state][1],
    }
  }

  /**
   * @param {Instrument} one
   * @param {Unit} unit
   * @returns {Suggestion[]}
   */
  resolve(one, unit) {
    const { dieu, khoan, diem, muc } = unit
    const name = one.raw.goi
    if (muc && !dieu) {
      return one.articles.has(`m${muc}`) ? [this.suggestion(one, { muc, diem }, 3)] : []
    }
    if (!dieu) return [this.suggestion(one, {}, khoan || diem ? 2 : 3, khoan || diem ? `Thêm số điều, ví dụ: ${label(unit).toLowerCase()} Điều 8` : "")]
    const article = one.articles.get(dieu)
    if (!article) {
      const list = [...one.articles.keys()].filter(key => key[0] !== "m")
      if (!list.length) return [this.suggestion(one, {}, 1, "Ở đây chưa ghi điều nào của văn bản này")]
      return [this.suggestion(one, {}, 1, `Không thấy Điều ${dieu}. ${count(name, list, "điều", Boolean(one.raw.du))}`)]
    }
    const holder = `Điều ${dieu} ${name}`
    const clauses = [...article.clauses.keys()]
    if (!khoan) {
      if (!diem) return [this.suggestion(one, { dieu }, 3)]
      if (article.points.includes(diem)) return [within(this, one, unit, article)]
      const having = [...article.clauses].filter(([, clause]) => clause.points.includes(diem))
      if (having.length) return having.map(([key, clause]) => within(this, one, { ...unit, khoan: key }, clause))
      const told = !article.known ? `Ở đây chưa đếm các điểm của ${holder}`
        : `Không thấy điểm ${diem} ở ${holder}`
      return [this.suggestion(one, { dieu }, article.known ? 1 : 2, told)]
    }
    const clause = article.clauses.get(khoan)
    if (!clause) {
      if (!article.known) return [this.suggestion(one, { dieu }, 2, `Ở đây chưa đếm các khoản của ${holder}`)]
      if (!clauses.length) return [this.suggestion(one, { dieu }, 1, `${holder} không chia khoản`)]
      const told = count(holder, clauses, "khoản", article.whole)
      return [this.suggestion(one, { dieu }, article.whole ? 1 : 2, `Không thấy khoản ${khoan}. ${told}`)]
    }
    if (!diem || clause.points.includes(diem)) return [within(this, one, unit, clause)]
    const inside = `khoản ${khoan} ${holder}`
    if (!clause.known) return [this.suggestion(one, { dieu, khoan }, 2, `Ở đây chưa đếm các điểm của ${inside}`)]
    const told = clause.points ? count(upper(inside), [...clause.points], "điểm", clause.whole)
      : clause.whole ? `${upper(inside)} không chia điểm` : `Ở đây chưa ghi đủ các điểm của ${inside}`
    return [this.suggestion(one, { dieu, khoan }, clause.whole ? 1 : 2, `Không thấy điểm ${diem}. ${told}`)]
  }

  /**
   * @param {Instrument} one
   * @param {Unit} unit
   * @param {boolean} marked
   */
  provisions(one, unit, marked) {
    const all = variants(unit, marked).map(variant => this.resolve(one, variant))
    const sure = all.flat().filter(item => item.sure === 3)
    return sure.length ? sure : all[0]
  }

  /**
   * What comes next: the clauses of an article, the points of a clause, the worded articles.
   * @param {Suggestion} suggestion
   * @returns {Suggestion[]}
   */
  inside({ one, unit }) {
    const { dieu, khoan, diem, muc, tiet } = unit
    if (muc || tiet) return []
    /** @param {Unit} step */
    const offer = step => this.suggestion(one, step, 3)
    if (!dieu) {
      const worded = [...one.articles.values()].filter(item => item.page || item.item)
      return worded.map(item => offer(item.item ? { muc: item.number } : { dieu: item.number }))
    }
    const article = one.articles.get(dieu)
    if (!article) return []
    if (diem) return numbers(unit, khoan ? article.clauses.get(khoan) : article).map(number => offer({ ...unit, tiet: number }))
    if (!khoan) return [...article.clauses.keys()].map(number => offer({ dieu, khoan: number }))
    const clause = article.clauses.get(khoan)
    return [...(clause ? clause.points : "")].map(letter => offer({ ...unit, diem: letter }))
  }

  /**
   * A bare number can be that of an article: “anm25 7”, “nd147 36”. The documents that it may
   * then belong to, and its number; none where that is no good guess.
   * @param {string[]} tokens
   * @returns {{fits: Fit[], number: string}}
   */
  bareArticle(tokens) {
    const place = tokens.map(token => /^\d{1,3}[a-z]?$/.test(token)).lastIndexOf(true)
    if (place < 0) return { fits: [], number: "" }
    const rest = tokens.filter((_, at) => at !== place)
    const found = rest.length ? documents(rest, this.all) : this.here ? [{ one: this.here, score: 0 }] : []
    const fits = found.filter(({ score }) => score === found[0].score)
    return { fits: fits.length <= 3 ? fits : [], number: tokens[place] }
  }

  /**
   * No document named: that of the page first, then where the dispatch names the unit, then the
   * other documents that it leans on, then those that stand in their place, then whatever has the
   * unit, in force first.
   * @param {Unit} unit
   * @param {boolean} marked
   */
  anywhere(unit, marked) {
    const id = idOf(unit)
    const leaned = this.all.filter(one => one.raw.nhac)
    const heirs = leaned.flatMap(one => (one.raw.nay && one.raw.nay[""] ? [this.all[one.raw.nay[""][0]]] : []))
    /** @param {Instrument} one */
    const nearness = one => {
      if (one === this.here) return 0
      if ((one.raw.nhac || []).some(other => other === id || other.startsWith(`${id}-`))) return 1
      return leaned.includes(one) ? 2 : heirs.includes(one) ? 3 : 4
    }
    const order = documents([""], this.all).map(({ one }) => one)
    order.sort((a, b) => nearness(a) - nearness(b))
    /** @type {Suggestion[]} */
    const items = []
    for (const one of order) {
      if (items.length >= MOST) break // each further document would have to be read first
      items.push(...this.provisions(one, unit, marked).filter(item => item.sure === 3 && idOf(item.unit)))
    }
    return items
  }

  /**
   * What is there before what is not, otherwise in the order found; then what comes next.
   * @param {Suggestion[]} found
   * @param {boolean} named whether a unit was named
   */
  ordered(found, named) {
    const there = found.filter(item => item.sure === 3)
    let items = [...there, ...found.filter(item => item.sure < 3)]
    // Several documents that lack the number would all say so: the two nearest are enough.
    if (!there.length) items = items.slice(0, 2)
    else if (named) items = items.filter((item, place) => item.sure === 3 || place < 4)
    if (there.length && items.length < MOST) items.push(...this.inside(items[0]))
    const seen = new Set()
    return items.filter(item => !seen.has(item.href) && seen.add(item.href)).slice(0, MOST)
  }

  /**
   * Everything that typed words may mean, and what has to be said beside it.
   * @param {string} typed
   * @returns {{items: Suggestion[], message: string}}
   */
  find(typed) {
    const asked = parse(typed)
    return asked.text ? this.meant(asked, typed) : { items: [], message: "" }
  }

  /**
   * The same for what was read: of a text that says more, the words that name a document.
   * @param {Pick<ReturnType<typeof parse>, "unit" | "tokens" | "marked">} asked
   * @param {string} typed
   * @returns {{items: Suggestion[], message: string}}
   */
  meant({ unit, tokens, marked }, typed) {
    const loose = loosen(tokens, this.all)
    const last = loose[loose.length - 1]
    const named = Object.keys(unit).length > 0
    /** @type {Suggestion[]} */
    const found = []
    /**
     * @param {Fit[]} fits
     * @param {Unit} asked
     * @param {boolean} only what is there
     */
    const offer = (fits, asked, only) => {
      let sure = 0
      for (const { one, score } of fits) {
        // A document that fits by its title alone is no answer to “điều 8”.
        if (sure >= MOST || (asked.dieu && score < fits[0].score / 2)) break
        const offered = this.provisions(one, asked, marked).filter(item => !only || item.sure === 3)
        sure += offered.filter(item => item.sure === 3).length
        found.push(...offered)
      }
    }
    const whole = documents(loose, this.all)
    const other = ofAnotherYear(loose, this.all)
    if (other.fits.length && !named && other.fits[0].score > (whole.length ? whole[0].score : 0)) {
      const items = other.fits.slice(0, MOST).map(({ one }) => this.suggestion(one, {}, 2))
      return { items, message: `Ở đây không có văn bản tên này của năm ${other.year}; dưới đây là của năm khác.` }
    }
    const begun = whole.length > 0 && /^\d+$/.test(last) && weigh(last, whole[0].one, true) < 1
    const { fits, number } = unit.dieu ? { fits: [], number: "" } : this.bareArticle(loose)
    const asArticle = () => offer(fits, { ...unit, dieu: number }, whole.length > 0)
    if (begun || !whole.length) asArticle()
    offer(whole, unit, false)
    if (!begun && whole.length) asArticle()
    if (!loose.length && named) found.push(...this.anywhere(unit, marked))
    const items = this.ordered(found, named)
    return { items, message: message(items, unit, loose.length ? typed.trim() : "", this.here !== undefined) }
  }
}
