// All that the one box answers: the provision first where a citation was typed, then pages by
// their words. It knows no page and no browser.
import { citations } from "./citation-asked.js"
import { Finder } from "./citation-finder.js"
import { todayOf } from "./citation-today.js"
import { line, whole } from "./search-context.js"
import { isAskedFor, isNamed } from "./search-dispatch.js"
import { joinedWith, TextIndex } from "./search-index.js"
import { Lexicon } from "./search-lexicon.js"
import { Questions } from "./search-known.js"
import { nearWords } from "./search-near.js"
import { lacking, unheard } from "./search-part.js"
import { arranged, eachOnce, isAnswered, isAsked, TRAINING } from "./search-groups.js"
import { read } from "./search-query.js"
import { rank } from "./search-rank.js"
import { retyped } from "./search-typed.js"
import { unitOf } from "../../../theme/assets/javascripts/units.js"

/**
 * @typedef {import("./search-context.js").Piece} Piece
 * @typedef {import("./search-index.js").Page} Page
 * @typedef {import("./search-query.js").Slot} Slot
 * @typedef {import("./search-rank.js").Found} Found
 */
/**
 * The texts asked for first (texts.py).
 * @typedef {{groups: string[], kinds: [number, number, number][], rows: [string, string, string][], more: string[],
 *   words: import("./search-lexicon.js").Words, asked: import("./search-known.js").Line[], pages: Page[]}} Texts
 */
/**
 * One result; state, mark and words where it is law; today: where ended law stands now.
 * @typedef {{href: string, title: Piece[], below: Piece[], state: string, mark: string, words: string,
 *   warn: boolean, today?: import("./citation-today.js").Today}} Item
 * @typedef {{name: string, place: number, items: Item[], more: number}} Group more: how many are not shown
 * @typedef {{groups: Group[], told: string, count: number, partly: boolean, outside: string, lacks: string[]}} Answer told: of a
 *   provision that is not there; partly: no page answers it; outside: the matter asked for
 *   that no page is about; lacks: parts of the question that the first page does not speak of
 */
const CITED = -1
const CITATIONS = 5
const TOLD = 6.5 // what a page has to say beside a matter of no page,
const POSTED = 3 // and less where a network is named: then the matter is but what was posted

/** @param {string} text
 * @returns {Piece[]} */
const plain = text => (text ? [{ text, found: false }] : [])

export class Engine {
  /**
   * @param {import("./citation-documents.js").Index} provisions
   * @param {Texts} texts
   * @param {string | URL} base the site's address
   * @param {string} [here] the page that is open
   */
  constructor(provisions, texts, base, here = location.href) {
    this.base = base
    this.texts = texts
    this.finder = new Finder(provisions, base, here)
    this.lexicon = new Lexicon(texts.words)
    this.index = new TextIndex()
    this.index.add(texts.pages)
    this.questions = new Questions(texts.asked, this.index, texts.kinds, this.lexicon)
    this.whole = false
    /** Per document the first of its sections that is but the heading of an article.
     * @type {Map<string, number>} */
    this.listed = new Map()
    this.homes = new Map(this.finder.all.map(one => [one.raw.cho + provisions.trang[0], one])) // by the address of their own page
    this.letters = new Set(this.finder.all.filter(({ raw }) => raw.thu).map(({ raw }) => raw.cho + provisions.trang[0])) // shown whole
  }

  /** The rest of the pages: law, lists, the site itself.
   * @param {Page[]} pages */
  add(pages) {
    if (this.whole) return
    this.index = joinedWith(this.index, pages.map(page => this.withContents(page)))
    this.whole = true
  }

  /** A document's page with the headings of its articles that have no page of their own.
   * @param {Page} page
   * @returns {Page} */
  withContents(page) {
    const one = this.homes.get(page[0])
    if (!one) return page
    const articles = [...one.articles.values()].filter(({ page: own, heading }) => heading && !own)
    /** @type {import("./search-index.js").Section[]} */
    const more = articles.map(({ number, heading }) => [`dieu-${number.replace("đ", "dd")}`, `Điều ${number}. ${heading}`, ""])
    this.listed.set(page[0], page[4].length)
    return [page[0], page[1], page[2], page[3], [...page[4], ...more]]
  }

  /**
   * @param {string} typed
   * @param {Set<number>} [opened] groups that are shown as a whole
   * @returns {Answer}
   */
  answer(typed, opened = new Set()) {
    const text = this.retyped(typed)
    const cited = this.cited(text)
    const slots = read(text, this.index, this.lexicon)
    const found = this.questions.joined(rank(slots, this.index, this.texts.kinds), text, slots.filter(({ idle }) => !idle).length < 2, this.index)
    const asked = slots.find(slot => slot.outside)
    const partly = found.length > 0 && !(asked ? isAsked(found) || this.isBeside(slots) : this.isAnswered(found))
    const { groups: made, first } = this.grouped(found, slots, opened, partly)
    let groups = made
    // Behind a provision stands only what answers all and is about the matter.
    if (cited.items.length) groups = partly ? [] : groups.filter(({ place }) => place < TRAINING)
    if (cited.items.length) groups.unshift({ name: "Điều khoản, văn bản", place: CITED, items: cited.items, more: 0 })
    groups = eachOnce(groups)
    const count = groups.reduce((sum, { items, more }) => sum + items.length + more, 0)
    const lacks = first && !partly ? lacking(slots, first.page, this.index, this.lexicon) : []
    return {
      groups, told: cited.told, count, ...(cited.items.length ? { partly: false, outside: "", lacks: [] }
        : { partly, outside: partly || !found.length ? unheard(slots) : "", lacks }),
    }
  }

  /** Whether a page answers all that was asked beside a matter of no page.
   * @param {Slot[]} slots */
  isBeside(slots) {
    const found = rank(slots.filter(({ outside }) => !outside), this.index, this.texts.kinds)
    return found.length > 0 && this.isAnswered(found) && found[0].told >= (slots.some(({ place }) => place) ? POSTED : TOLD)
  }

  /**
   * What was typed while the input method was off, as it would stand there: “dieefu 8” is “dieu 8”.
   * @param {string} typed
   */
  retyped(typed) {
    return typed.replace(/[\p{L}\p{M}\p{N}]+/gu, word => {
      if (!/^[a-z]+[a-z\d]*$/i.test(word)) return word
      const key = word.toLowerCase()
      const name = key.replace(/\d.*$/, "")
      if (this.finder.all.some(one => one.answersTo(name) || one.raw.ma.startsWith(key))) return word
      return retyped(key, this.index, this.lexicon, word)
    })
  }

  /** What was cited.
   * @param {string} text
   * @returns {{items: Item[], told: string}} */
  cited(text) {
    /** @param {string} key */
    const isSaid = key => Boolean(this.lexicon.of([key]))
    const { items, told } = citations(text, this.finder, isSaid, key => this.index.byFold.has(key) || isSaid(key))
    return { items: items.slice(0, CITATIONS).map(one => this.provision(one)), told }
  }

  /** @param {import("./citation-finder.js").Suggestion} one
   * @returns {Item} */
  provision(one) {
    const { href, name, below, state, mark, words: said, sure } = one
    return { href, title: plain(name), below: below ? plain(below) : this.gist(href), state, mark, words: said, warn: sure === 1, today: todayOf(one, this.finder) }
  }

  /** How the text of a provision begins, where it is worded here and is there by now.
   * @param {string} href */
  gist(href) {
    const [address, anchor = ""] = href.slice(String(this.base).length).split("#")
    const page = this.index.pages.find(([own]) => own === address)
    const section = page && page[4].find(([own]) => own === anchor)
    return section ? line(section[2], [], this.index).pieces : []
  }

  /**
   * @param {Found[]} found
   * @param {Slot[]} slots
   * @param {Set<number>} opened
   * @param {boolean} partly whether no page answers all of it: then the nearest, and no more
   * @returns {{groups: Group[], first?: Found}} first: what stands first of all
   */
  grouped(found, slots, opened, partly) {
    const { groups, kinds } = this.texts
    const { kept, rows } = arranged(found.map(one => ({
      one, group: this.groupOf(one), score: one.score / kinds[this.index.pages[one.page][1]][1], isListed: this.isListed(one),
    })), groups.length, opened, partly)
    const made = rows.map(({ place, shown, more }) => ({ name: groups[place], place, items: shown.map(one => this.result(one, slots)), more }))
    const named = kept.find(one => this.groupOf(one) >= TRAINING && isNamed(one.page, slots, this.index)) || found.find(({ page }) => this.letters.has(this.index.pages[page][0]) && isAskedFor(page, slots, this.index, this.lexicon))
    if (named) made.unshift({ name: "Trang mang tên này", place: CITED, items: [this.result({ ...named, section: -1 }, slots)], more: 0 })
    return { groups: made, first: named || (rows.length ? rows[0].shown[0] : undefined) }
  }

  /** @param {Found[]} found */
  isAnswered(found) {
    return isAnswered(found, one => this.groupOf(one))
  }

  /** Whether what was found is the heading of an article, and no word of it.
   * @param {Pick<Found, "page" | "section">} found */
  isListed({ page, section }) {
    const first = this.listed.get(this.index.pages[page][0])
    return first !== undefined && section >= first
  }

  /** @param {Found} found */
  groupOf({ page }) {
    return this.texts.kinds[this.index.pages[page][1]][0]
  }

  /**
   * @param {Found} found
   * @param {Slot[]} slots
   * @returns {Item}
   */
  result({ page, section }, slots) {
    const [address, kind, title, summary, sections] = this.index.pages[page]
    const [group, , apart] = this.texts.kinds[kind]
    const [anchor, heading, text] = section < 0 ? ["", "", ""] : sections[section]
    const first = sections.map(([, , some]) => some).find(Boolean) || ""
    const lines = [text, summary, first].filter(Boolean).map(some => line(some, slots, this.index))
    const { pieces: below } = lines.find(({ count }) => count > 0) || lines[0] || { pieces: [] }
    const one = this.finder.all.find(({ raw }) => !raw.thu && address.startsWith(raw.cho))
    if (one && group > 0) {
      const unit = unitOf(anchor)
      const article = /(?:^|\/)(dieu-[^/.]+)/.exec(address.slice(one.raw.cho.length))
      const law = this.finder.suggestion(one, Object.keys(unit).length ? unit : article ? unitOf(article[1]) : {}, 3)
      const own = Object.keys(unit).length || !anchor ? law.href : new URL(`${address}#${anchor}`, this.base).href
      const line2 = below.length && !this.isListed({ page, section }) ? below : whole(law.below, slots, this.index)
      return { ...this.provision(law), href: own, title: whole(law.name, slots, this.index), below: line2 }
    }
    const href = new URL(address + (anchor && group === 0 && kind > 0 ? `#${anchor}` : ""), this.base).href
    const name = apart && heading ? heading : title
    const before = !apart && kind > 0 && heading ? plain(`${heading} · `) : []
    return { href, title: whole(name, slots, this.index), below: [...before, ...below], state: "", mark: "", words: "", warn: false }
  }

  /**
   * Words to try in place of those that found nothing.
   * @param {string} typed
   * @returns {string[]}
   */
  near(typed) {
    return nearWords(read(`${typed} `, this.index, this.lexicon), this.index)
  }
}
