// The projector: a page's slides, one part after another, large enough for the back of a room.
// Keys: → PageDown Space Enter: next · ← PageUp: back · ↑ ↓ a whole slide · q: the code large ·
// b: dark · Esc: back to where one was, and c goes on from there.
import { Board } from "./projector-board.js"
import { before, framed, located, titled } from "./projector-frames.js"
import { asked, onSwipe } from "./projector-keys.js"
import { Entry, keep, kept, named } from "./projector-place.js"
import { cut } from "./projector-slides.js"
import { Screen } from "./projector-screen.js"
import { control, fill, make, need, targetOf } from "../../../theme/assets/javascripts/dom.js"

/**
 * @typedef {import("./projector-slides.js").Slide} Slide
 * @typedef {import("./projector-frames.js").Frame} Frame
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
    // On the way down: wherever a click has left the focus, and before the page's own shortcuts.
    this.pressed = (/** @type {KeyboardEvent} */ event) => this.key(event)
    this.screen = new Screen(() => this.close())
    this.entry = new Entry(() => this.close())
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
    dialog.addEventListener("cancel", event => {
      event.preventDefault()
      this.close()
    })
    dialog.addEventListener("click", event => this.tapped(event))
    onSwipe(dialog, way => { if (this.dark.hidden) this.step(way) })
    document.body.append(dialog)
    return dialog
  }

  /** A tap on the right goes on, on the left goes back, as in a reader for books.
   * @param {MouseEvent} event */
  tapped(event) {
    if (!this.dialog.open) return
    // A button that was clicked must not take the next Space for itself; one reached by Tab does.
    if (event.detail) this.stage.focus({ preventScroll: true })
    const selection = getSelection()
    if (targetOf(event).closest("button, .chieu-toi") || (selection && !selection.isCollapsed)) return
    this.step(event.clientX > innerWidth / 3 ? 1 : -1)
  }

  frames() {
    this.code(false) // it hides what is measured
    return framed(this.slides, frame => {
      this.title.textContent = titled(frame)
      this.board.show(this.dialog, frame, frame.parts[frame.parts.length - 1].mark) // the head takes room too
      fill(this.stage, ...frame.parts.map(part => part.element))
      return this.stage.scrollHeight <= this.stage.clientHeight + 1
    })
  }

  /** The code large, where the screen has one.
   * @param {boolean} large */
  code(large) {
    this.dialog.classList.toggle("chieu-ma-lon", large && !this.board.code.hidden)
  }

  /** @param {string} [unit] the id of what is shown first, "" for the beginning; without it where one was */
  async open(unit) {
    this.screen.remember()
    await this.entry.enter()
    // Cut anew each time: what was folded, hidden or answered since is seen as it is.
    this.slides = cut(need(document, ".md-content__inner"))
    this.dialog.showModal()
    await this.screen.enter()
    this.count.textContent = "00/00"
    this.all = this.frames()
    const place = unit === undefined ? kept() : null
    if (place && place.from === location.hash && place.of === before(this.all, this.all.length)) Object.assign(this, located(this.all, place.part))
    else this.find(unit === undefined ? named(location.hash) : unit)
    this.show()
    this.stage.focus()
    document.addEventListener("keydown", this.pressed, true)
    addEventListener("resize", this.fit)
    this.screen.stayAwake()
  }

  /** @param {string} unit */
  find(unit) {
    this.at = 0
    this.shown = this.all[0].parts.length && this.all[0].parts[0].mark === null ? 1 : 0
    if (!unit) return
    const slide = this.all.findIndex(frame => !frame.again && frame.slide.ids.includes(unit))
    const inside = this.all.findIndex(frame => frame.parts.some(part => part.ids.includes(unit)))
    if (inside >= 0) {
      this.at = inside
      this.shown = this.all[inside].parts.findIndex(part => part.ids.includes(unit)) + 1
    } else if (slide >= 0) this.turn(slide, 1)
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
    this.title.textContent = titled(frame)
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
    this.board.show(this.dialog, frame, newest ? newest.mark : null)
    this.count.textContent = `${this.at + 1}/${this.all.length}`
    keep({ part: before(this.all, this.at) + this.shown, of: before(this.all, this.all.length), from: location.hash })
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

  /** @param {number} at which frame
   * @param {number} shown how many of its parts */
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
    const onButton = target instanceof Element && target.closest(".chieu button") && (key === " " || key === "Enter")
    const act = asked(event)
    if (onButton || !act) return
    event.preventDefault()
    // Behind the large code nothing may move unseen: the first key brings the slide back.
    if (this.dialog.classList.contains("chieu-ma-lon") && act !== "stay") return this.code(false)
    this.act(act)
  }

  /** @param {import("./projector-keys.js").Act} act */
  act(act) {
    const acts = {
      next: () => this.step(1), back: () => this.step(-1), slideOn: () => this.slide(1), slideBack: () => this.slide(-1),
      first: () => { this.turn(0, 1); this.show() }, last: () => { this.turn(Infinity, Infinity); this.show() },
      dark: () => { this.dark.hidden = false }, code: () => this.code(true), leave: () => this.close(), stay: () => {},
    }
    acts[act]()
  }

  close() {
    if (!this.dialog.open) return
    removeEventListener("resize", this.fit)
    document.removeEventListener("keydown", this.pressed, true)
    this.code(false)
    this.dark.hidden = true
    this.dialog.close()
    this.stage.blur() // else the focus stays in a box that nobody sees, until the next frame
    this.entry.leave()
    this.screen.leave()
  }
}

/** @type {Projector | undefined} */
let projector

/**
 * Opens the projector on this page; done when the first slide is seen.
 * @param {string} [unit] the id of what is shown first, "" for the beginning; without it where one was
 */
export const open = async unit => {
  projector = projector || new Projector()
  if (!projector.dialog.open) await projector.open(unit)
}
