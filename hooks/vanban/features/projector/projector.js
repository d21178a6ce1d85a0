// The projector: a page's slides, one part after another, large enough for the back of a room.
// Keys: → PageDown Space Enter: next · ← PageUp: back · ↑ ↓ a whole slide · q: the code large ·
// b: dark · Esc: back to where one was.
import { Board } from "./projector-board.js"
import { cut } from "./projector-slides.js"
import { Screen } from "./projector-screen.js"
import { control, fill, make, need, targetOf } from "../../../theme/assets/javascripts/dom.js"

/**
 * @typedef {import("./projector-slides.js").Slide} Slide
 * @typedef {import("./projector-parts.js").Part} Part
 * Parts that fit on one screen together; `again`: not the first of its slide.
 * @typedef {{slide: Slide, parts: Part[], again: boolean}} Frame
 */

class Projector {
  constructor() {
    this.board = new Board(need(document, ".chieu-mo"))
    this.stage = make("div", "chieu-khung")
    this.stage.tabIndex = 0
    this.stage.setAttribute("aria-live", "polite")
    this.title = make("h2", "chieu-ten")
    this.title.id = "chieu-ten"
    this.count = make("p", "chieu-dem")
    this.dark = make("div", "chieu-toi")
    this.dark.hidden = true
    this.dark.addEventListener("click", () => { this.dark.hidden = true })
    this.dialog = this.build()
    /** @type {Slide[]} */
    this.slides = []
    /** @type {Frame[]} */
    this.all = []
    this.at = 0
    this.shown = 0
    this.fit = () => this.layOut()
    this.screen = new Screen(() => this.close())
  }

  build() {
    const dialog = make("dialog", "chieu")
    const body = make("div", "chieu-than")
    body.append(this.stage, this.board.code)
    const tools = make("div", "chieu-tay")
    tools.append(
      control("chieu-nut", "Lui", () => this.step(-1)),
      this.count,
      control("chieu-nut", "Tiếp", () => this.step(1)),
      control("chieu-nut", "Đóng", () => this.close()),
    )
    const end = make("div", "chieu-cuoi")
    end.append(this.board.foot, tools)
    dialog.append(this.board.head, this.title, body, end, this.dark)
    dialog.setAttribute("aria-labelledby", "chieu-ten")
    dialog.addEventListener("keydown", event => this.key(event))
    dialog.addEventListener("cancel", event => {
      event.preventDefault()
      this.close()
    })
    // A tap on the right goes on, on the left goes back, as in a reader for books.
    dialog.addEventListener("click", event => {
      const selection = getSelection()
      if (targetOf(event).closest("button, .chieu-toi") || (selection && !selection.isCollapsed)) return
      this.step(event.clientX > innerWidth / 3 ? 1 : -1)
    })
    document.body.append(dialog)
    return dialog
  }

  frames() {
    /** @type {Frame[]} */
    const made = []
    for (const slide of this.slides) {
      /** @type {Frame} */
      let frame = { slide, parts: [], again: false }
      made.push(frame)
      this.heading(frame)
      for (const part of slide.parts) {
        this.board.show(this.dialog, slide.mark, part.mark) // the head takes room too
        fill(this.stage, ...frame.parts.map(one => one.element), part.element)
        if (frame.parts.length && this.stage.scrollHeight > this.stage.clientHeight + 1) {
          frame = { slide, parts: [], again: true }
          made.push(frame)
          this.heading(frame)
        }
        frame.parts.push(part)
      }
    }
    return made
  }

  /** @param {Frame} frame */
  heading({ slide, again }) {
    this.title.textContent = again ? `${slide.title} (tiếp)` : slide.title
  }

  /** @param {string} unit the id of what is shown first; "" for the beginning */
  async open(unit) {
    this.screen.remember()
    // Cut anew each time: what was folded, hidden or answered since is seen as it is.
    this.slides = cut(need(document, ".md-content__inner"))
    this.dialog.showModal()
    await this.screen.enter()
    this.count.textContent = "00/00"
    this.all = this.frames()
    this.at = 0
    this.shown = this.all[0].parts.length && this.all[0].parts[0].mark === null ? 1 : 0
    this.find(unit)
    this.show()
    this.stage.focus()
    addEventListener("resize", this.fit)
    this.screen.stayAwake()
  }

  /** @param {string} unit */
  find(unit) {
    if (!unit) return
    const slide = this.all.findIndex(frame => !frame.again && frame.slide.ids.includes(unit))
    const inside = this.all.findIndex(frame => frame.parts.some(part => part.ids.includes(unit)))
    if (inside >= 0) {
      this.at = inside
      this.shown = this.all[inside].parts.findIndex(part => part.ids.includes(unit)) + 1
    } else if (slide >= 0) {
      this.at = slide
      this.shown = 1
    }
  }

  layOut() {
    const part = this.all[this.at].parts[Math.max(0, this.shown - 1)]
    this.all = this.frames()
    const at = this.all.findIndex(frame => frame.parts.includes(part))
    this.at = Math.max(0, at)
    this.shown = part ? this.all[this.at].parts.indexOf(part) + 1 : 0
    this.show()
  }

  show() {
    const frame = this.all[this.at]
    this.heading(frame)
    fill(this.stage, ...frame.parts.map(part => part.element))
    for (const [place, { element, answer }] of frame.parts.entries()) {
      const seen = place < this.shown
      element.classList.toggle("chieu-cho", !seen)
      if (answer) answer.classList.toggle("chieu-ro", seen)
    }
    this.dialog.classList.toggle("chieu-bia", frame.parts.length === 0)
    this.stage.scrollTop = 0
    const last = frame.parts[this.shown - 1]
    if (last && last.element.offsetTop + last.element.offsetHeight > this.stage.clientHeight && this.shown > 1) {
      last.element.scrollIntoView({ block: "end" })
    }
    const newest = frame.parts.slice(0, this.shown).reverse().find(part => part.mark)
    this.board.show(this.dialog, frame.slide.mark, newest ? newest.mark : null)
    this.count.textContent = `${this.at + 1}/${this.all.length}`
  }

  /** @param {1 | -1} way */
  step(way) {
    const { stage } = this
    const frame = this.all[this.at]
    const more = stage.scrollHeight - stage.clientHeight - stage.scrollTop
    if (way > 0) {
      // Longer than the screen: first read on.
      if (this.shown >= frame.parts.length && more > 4) return stage.scrollBy(0, stage.clientHeight * 0.8)
      if (this.shown < frame.parts.length) this.shown += 1
      else if (this.at < this.all.length - 1) this.turn(this.at + 1, 1)
      else return
    } else if (stage.scrollTop > 4) return stage.scrollBy(0, -stage.clientHeight * 0.8)
    else if (this.shown > 1) this.shown -= 1
    else if (this.at > 0) this.turn(this.at - 1, Infinity)
    else return
    this.show()
  }

  /**
   * @param {number} at which frame
   * @param {number} shown how many of its parts
   */
  turn(at, shown) {
    this.at = Math.max(0, Math.min(at, this.all.length - 1))
    this.shown = Math.min(shown, this.all[this.at].parts.length)
  }

  /** @param {1 | -1} way */
  slide(way) {
    const { slide } = this.all[this.at]
    let at = this.at
    if (way > 0) while (at < this.all.length && this.all[at].slide === slide) at += 1
    else {
      const wanted = this.all[Math.max(0, this.all.findIndex(frame => frame.slide === slide) - 1)].slide
      at = this.all.findIndex(frame => frame.slide === wanted)
    }
    if (at < this.all.length) this.turn(at, 1)
    this.show()
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.stopPropagation() // letters are not for the page's own shortcuts
    const { key, target } = event
    if (!this.dark.hidden && key !== "Tab") {
      event.preventDefault()
      this.dark.hidden = true
      return
    }
    const onButton = target instanceof Element && target.closest("button") && (key === " " || key === "Enter")
    /** @type {Record<string, () => unknown>} */
    const acts = {
      ArrowRight: () => this.step(1), PageDown: () => this.step(1), " ": () => this.step(event.shiftKey ? -1 : 1), Enter: () => this.step(1),
      ArrowLeft: () => this.step(-1), PageUp: () => this.step(-1), Backspace: () => this.step(-1),
      ArrowDown: () => this.slide(1), ArrowUp: () => this.slide(-1),
      Home: () => { this.turn(0, 1); this.show() }, End: () => { this.turn(Infinity, Infinity); this.show() },
      b: () => { this.dark.hidden = false }, ".": () => { this.dark.hidden = false },
      q: () => this.dialog.classList.toggle("chieu-ma-lon"),
      Escape: () => (this.dialog.classList.contains("chieu-ma-lon") ? this.dialog.classList.remove("chieu-ma-lon") : this.close()),
    }
    if (onButton || !acts[key]) return
    event.preventDefault()
    acts[key]()
  }

  close() {
    if (!this.dialog.open) return
    removeEventListener("resize", this.fit)
    this.dialog.classList.remove("chieu-ma-lon")
    this.dialog.close()
    this.stage.blur() // else the focus stays in a box that nobody sees, until the next frame
    this.screen.leave()
  }
}

/** @type {Projector | undefined} */
let projector

/**
 * Opens the projector on this page.
 * @param {string} unit the id of what is shown first; "" for the beginning
 */
export const open = unit => {
  projector = projector || new Projector()
  if (!projector.dialog.open) projector.open(unit)
}
