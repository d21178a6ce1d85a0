// Cuts a page into what the projector shows: slides, each with a title and the parts that come
// one by one. Nothing here changes the page; every part is a cleaned copy.
import { card, led, listed } from "./projector-card.js"
import { ASIDE, chip, clean, LEAD, named, part, path, pointed, readable, replied, REPLY, source, today, words } from "./projector-parts.js"
import { closing, cover, told } from "./projector-plan.js"
import { question } from "./projector-question.js"
import { sentences } from "./projector-split.js"
import { every, make, need } from "../../../theme/assets/javascripts/dom.js"
import { unitOf } from "../../../theme/assets/javascripts/units.js"

/**
 * @typedef {import("./projector-parts.js").Mark} Mark
 * @typedef {import("./projector-parts.js").Part} Part
 * @typedef {import("./projector-parts.js").Unit} Unit
 * `minutes` of a step of a plan, else 0; `lead`: what only the person who leads reads; `face`:
 * whether it is the first or the last that the room sees.
 * @typedef {{title: string, mark: Mark | null, ids: string[], parts: Part[], minutes: number, lead: string[], face: "" | "cover" | "close"}} Slide
 */

const MINUTES = / \((\d+) phút\)$/
const NUMBERED = /^(Câu \d+)\. (.*)$/

/** A row of a table as lines, each with the head of its column.
 * @param {Element} table
 * @param {HTMLTableRowElement} line */
const row = (table, line) => {
  const heads = [...table.querySelectorAll("thead th")].map(words)
  const box = make("p")
  for (const [place, cell] of [...line.cells].entries()) {
    if (!words(cell)) continue
    if (box.childNodes.length) box.append(make("br"))
    if (heads[place]) box.append(make("b", "", `${heads[place]}: `))
    box.append(...clean(cell).childNodes)
  }
  return box
}

/** Slides of a page: every heading begins one. */
class Slides {
  /** @param {Element} page */
  constructor(page) {
    this.page = page
    // What stands before the first step of a plan is for the person who leads.
    /** @type {HTMLElement | null} */
    this.plan = page.querySelector(".buoi")
    /** @type {Element | null} the last list of a plan: what the room takes home */
    this.carried = null
    /** @type {string[]} */
    this.about = []
    this.code = ""
    this.source = ""
    /** @type {string[]} the stories of this slide */
    this.stories = []
    /** @type {string[]} what the acts told on this slide may cost */
    this.costs = []
    /** @type {Unit | null} what is read now belongs to it */
    this.unit = null
    /** @type {Slide[]} */
    this.all = []
  }

  /**
   * @param {string} title
   * @param {Mark | null} mark
   * @param {string[]} ids
   * @param {Unit | null} [unit]
   */
  begin(title, mark, ids, unit = null) {
    this.unit = unit
    this.stories = []
    this.costs = []
    const minutes = MINUTES.exec(title)
    this.all.push({ title: title.replace(MINUTES, ""), mark, ids, parts: [], minutes: minutes ? Number(minutes[1]) : 0, lead: [], face: "" })
  }

  get last() {
    if (!this.all.length) this.begin(document.title, null, [])
    return this.all[this.all.length - 1]
  }

  /** @param {...Part} parts */
  add(...parts) {
    for (const one of parts) one.unit = one.unit || this.unit
    this.last.parts.push(...parts)
  }

  /** @param {Iterable<Element>} children */
  read(children) {
    for (const child of children) {
      if (child.matches(LEAD)) this.last.lead.push(readable(child).replace(/^Người dẫn: /, ""))
      if (child.matches(REPLY)) this.last.parts.filter(one => one.kind === "ask").slice(-1).forEach(one => { one.reply.push(replied(child)); one.cost = this.costs })
      if (child.matches(ASIDE)) continue
      const name = child.tagName
      if (/^H[1-4]$/.test(name)) this.begin(readable(child), null, child.id ? [child.id] : [])
      else if (child.matches(".dv-khoan")) this.clause(child)
      else if (child.matches(".dv-diem")) this.add(...this.point(child))
      else if (child.matches(".hom-nay")) this.add(...today(child, this.mark))
      else if (child.matches(".dan")) this.drawn(/** @type {HTMLElement} */ (child))
      else if (child.matches(".cau-hoi")) this.question(child)
      else if (child.matches(".tien, .the")) this.together(child, every(child, ":scope > *").filter(one => !one.matches(ASIDE)).map(clean))
      else if (child.matches(".cv-the")) this.beside(child)
      else if (child.matches(".cv-nguyen-van")) this.verbatim(child)
      else if (child.matches(".buoi-muc-tieu, .buoi-hoi")) this.add(told(child, this.stories, this.plan))
      else if (this.plan && this.all.length === 1 && name === "P") this.about.push(readable(child))
      else if (name === "UL" || name === "OL") {
        this.list(child)
        this.carried = child
      } else if (name === "TABLE") {
        /** @type {NodeListOf<HTMLTableRowElement>} */
        const lines = child.querySelectorAll("tbody tr")
        for (const line of lines) this.add(part(row(child, line), null))
      } else if (/^(P|BLOCKQUOTE|FIGURE|PRE|DL)$/.test(name)) {
        if (readable(child)) this.together(child, sentences(clean(child)))
      } else if (name === "SUMMARY" && child.querySelector("h2, h3")) this.read(child.children)
      else if (name === "SUMMARY") this.add(part(make("p", "chieu-ve", readable(child)), null))
      else if (/^(DIV|SECTION|ASIDE|DETAILS)$/.test(name)) this.read(child.children)
    }
  }

  get mark() {
    return this.all.length ? this.last.mark : null
  }

  /** @param {HTMLElement} element */
  drawn(element) {
    const parts = card(element)
    if (element.matches(".dan-chuyen") && parts[0].unit) {
      this.stories.push(parts[0].unit.name)
      // A room asks what it costs when the question is on the wall; of several stories nobody could tell whose it is.
      this.costs = this.stories.length > 1 ? [] : parts[0].cost
    }
    this.add(...parts)
  }

  /** Pieces that stay together.
   * @param {Element} whole
   * @param {HTMLElement[]} pieces */
  together(whole, pieces) {
    this.add(...pieces.map(piece => ({ ...part(piece, null), run: whole })))
  }

  /** What stands beside an item of a letter, under a name of its own.
   * @param {Element} aside */
  beside(aside) {
    this.begin(readable(need(aside, ".cv-the-ten")), null, [])
    this.read(aside.querySelectorAll(":scope > .the, :scope > p:not(.cv-the-ten):not(.the-dong)"))
  }

  /** A letter in its own words.
   * @param {Element} letter */
  verbatim(letter) {
    const { parts } = this.last
    const before = parts.length
    this.read(letter.children)
    for (const { element } of parts.slice(before)) element.classList.add("chieu-nv")
  }

  /** A list item by item; with the words before it that end in a colon.
   * @param {Element} list */
  list(list) {
    const before = this.last.parts.slice(-1)[0]
    if (before && /:\s*$/.test(before.element.textContent || "") && !before.unit && !before.kind) before.run = list
    this.add(...led(before, [...list.children].map((item, place) => ({ ...part(listed(list, item, place), null), run: list }))))
  }

  /** @param {Element} section */
  question(section) {
    const heading = readable(need(section, "h2, h3, h4"))
    const [, name, asked] = NUMBERED.exec(heading) || ["", heading, ""]
    this.begin(name, null, [section.id])
    this.add(...question(section, asked))
  }

  /** @param {Element} unit
   * @param {string} id */
  chip(unit, id) {
    return chip(unit, "", path(this.code, id), this.source)
  }

  /** @param {HTMLElement} unit */
  article(unit) {
    const title = need(this.page, "h1[id]")
    this.code = unit.dataset.ma || ""
    this.source = source(unit.querySelector(":scope > .tl-nguon"))
    this.begin(readable(title), this.chip(unit, title.id), [title.id], { name: readable(title), of: "", above: null })
    this.read(unit.children)
  }

  /** @param {Element} unit */
  clause(unit) {
    const heading = need(unit, ".dv-ten")
    const name = `${readable(heading)} Điều ${unitOf(heading.id).dieu || ""}`
    this.begin(name, this.chip(unit, heading.id), [heading.id], { name, of: "", above: null })
    const own = /** @type {Element} */ (unit.cloneNode(true))
    need(own, ".dv-ten").remove()
    this.read(own.children)
  }

  /** A point, and the tiết in it: its letter and its words, then where it is today.
   * @param {Element} unit */
  point(unit) {
    const heading = need(unit, ".dv-ten")
    const letter = readable(heading).replace(/^(?:Điểm|Tiết)\s+/i, "")
    const mark = this.chip(unit, heading.id)
    const box = make("div", "chieu-diem")
    const parts = [part(box, mark, [heading.id])]
    for (const child of unit.querySelectorAll(":scope > .dv-chu > *, :scope > .dv-le > *")) {
      if (child.matches(LEAD)) parts[0].lead.push(`${named(heading.id)}. ${readable(child)}`)
      if (child.matches(ASIDE)) continue
      if (child.matches(".hom-nay")) parts.push(...today(child, mark))
      else if (child.matches(".d-tro")) parts.push(...pointed(child, mark))
      else box.append(clean(child))
    }
    if (box.firstElementChild) box.firstElementChild.prepend(make("b", "chieu-chu", `${letter}) `))
    const own = { name: named(heading.id), of: "", above: this.unit }
    for (const one of parts) one.unit = own
    for (const inner of unit.querySelectorAll(":scope > .dv-tiet")) parts.push(...this.point(inner))
    return parts
  }
}

/**
 * The slides of a page.
 * @param {Element} page what holds the text
 * @returns {Slide[]}
 */
export const cut = page => {
  const slides = new Slides(page)
  const title = page.querySelector("h1")
  /** @type {HTMLElement | null} */
  const unit = page.querySelector(".dv-dieu")
  for (const child of page.children) {
    if (title && child === title) {
      if (!unit) slides.begin(readable(title), null, [title.id])
    } else if (unit && child === unit) slides.article(unit)
    else slides.read([child])
  }
  const [first] = slides.all
  if (first && !first.parts.length) {
    first.face = "cover"
    first.parts.push({ ...cover(slides.plan, first.title), lead: slides.about }) // of the plan itself: not to be said
  }
  if (slides.plan) {
    const { lead } = slides.last // what is said at the end is said while this stays
    slides.begin("Mang về", null, [])
    Object.assign(slides.last, { face: "close", lead })
    slides.add(closing(slides.carried))
  }
  return slides.all.filter(slide => slide.parts.length)
}
