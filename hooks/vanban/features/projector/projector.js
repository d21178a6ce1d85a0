// The projector: a page's slides, one part after another, large enough for the back of a room. The
// keys are in projector-keys.js.
import { Board } from "./projector-board.js"
import { Clock, stepsOf } from "./projector-clock.js"
import { dialogOf } from "./projector-dialog.js"
import { fits, grow, scale, sized } from "./projector-fit.js"
import { before, framed, located, scaled } from "./projector-frames.js"
import { atRest, keyTable } from "./projector-help.js"
import { asked, digits } from "./projector-keys.js"
import { Entry, keep, kept, named } from "./projector-place.js"
import { Presenter } from "./projector-presenter.js"
import { cut } from "./projector-slides.js"
import { newStage, readOn, tellMore } from "./projector-stage.js"
import { stepAt, viewOf } from "./projector-view.js"
import { Walk } from "./projector-walk.js"
import { Screen } from "./projector-screen.js"
import { fill, isCommand, make, need, newsLine } from "../../../theme/assets/javascripts/dom.js"

/** @typedef {import("./projector-slides.js").Slide} Slide */
/** Milliseconds after which digits without Enter are forgotten. */
const PATIENCE = 5000

class Projector {
  constructor() {
    this.board = new Board(need(document, ".chieu-mo"))
    const { stage, rest } = newStage()
    this.stage = stage
    this.rest = rest
    this.keys = keyTable()
    this.news = newsLine("chieu-tin")
    this.dark = make("div", "chieu-toi")
    this.dark.hidden = true
    this.dark.addEventListener("click", () => this.uncover())
    this.clock = new Clock()
    const shown = (/** @type {() => void} */ act) => { if (this.dialog.open) act() }
    this.presenter = new Presenter({
      key: event => shown(() => this.key(event)), act: act => shown(() => this.act(act)), clock: this.clock,
      jump: screen => shown(() => this.turn(screen - 1)), again: () => this.open(),
      tell: () => shown(() => this.tell()),
      lost: gone => shown(() => { if (gone) this.news.textContent = "Cửa sổ người dẫn đã tải lại nên trình duyệt tách nó ra: bấm p để mở lại." }),
    })
    this.dialog = dialogOf({ board: this.board, stage, rest, over: [this.news, this.keys, this.dark] }, act => this.act(act))
    atRest(this.dialog)
    /** @type {Slide[]} */
    this.slides = []
    /** @type {import("./projector-clock.js").Step[]} */
    this.steps = []
    this.walk = new Walk()
    this.typed = ""
    this.waiting = 0
    this.fit = () => this.layOut()
    // On the way down: wherever a click has left the focus, and before the page's own shortcuts.
    this.pressed = (/** @type {KeyboardEvent} */ event) => this.key(event)
    this.screen = new Screen(() => this.close())
    this.entry = new Entry(() => this.close())
  }

  frames() {
    this.code(false) // it hides what is measured
    this.dialog.classList.remove("chieu-dai")
    const lay = (/** @type {import("./projector-frames.js").Frame} */ frame) => {
      this.board.show(this.dialog, frame, frame.parts[frame.parts.length - 1].mark) // the head takes room too
      fill(this.stage, ...frame.parts.map(part => part.element))
      return this.stage
    }
    const fit = (/** @type {import("./projector-frames.js").Frame} */ frame, /** @type {number} */ size) => fits(lay(frame), size)
    return scaled(framed(this.slides, fit), scale(0), frame => grow(lay(frame)), fit)
  }

  /** The code large, where the screen has one.
   * @param {boolean} large */
  code(large) {
    this.dialog.classList.toggle("chieu-ma-lon", large && !this.board.code.hidden)
  }

  /** @param {string} [unit] the id of what is shown first, "" for the beginning; without it where one was */
  async open(unit) {
    if (this.dialog.open) return
    this.screen.remember()
    await this.entry.enter()
    // Cut anew each time: what was folded, hidden or answered since is seen as it is.
    this.slides = cut(need(document, ".md-content__inner"))
    this.steps = stepsOf(this.slides)
    this.clock.total = this.steps.reduce((sum, step) => Math.max(sum, step.ends), 0)
    this.board.begin(this.dialog, this.steps)
    this.dialog.showModal()
    await this.screen.enter()
    const { walk } = this
    walk.all = this.frames()
    this.presenter.resume()
    const place = unit === undefined ? kept() : null
    if (place && place.from === location.hash && place.of === before(walk.all, walk.all.length)) Object.assign(walk, located(walk.all, place.part))
    else walk.find(unit === undefined ? named(location.hash) : unit)
    this.show()
    this.stage.focus()
    document.addEventListener("keydown", this.pressed, true)
    addEventListener("resize", this.fit)
    this.screen.stayAwake()
  }

  layOut() {
    this.walk.recut(this.frames())
    this.show()
  }

  show() {
    const { walk, stage } = this
    const { parts, slide } = walk.frame
    fill(stage, ...parts.map(part => part.element))
    for (const [place, { element, answer }] of parts.entries()) {
      const seen = place < walk.shown
      element.classList.toggle("chieu-cho", !seen)
      if (answer) answer.classList.toggle("chieu-ro", seen)
    }
    const newest = parts.slice(0, walk.shown).reverse().find(part => part.mark)
    const step = stepAt(this.slides, this.steps, slide)
    this.board.show(this.dialog, walk.frame, newest ? newest.mark : null, step ? this.steps.indexOf(step) + 1 : 0)
    this.dialog.classList.remove("chieu-dai")
    if (walk.frame.size) sized(stage, walk.frame.size)
    else grow(stage)
    this.dialog.classList.toggle("chieu-dai", stage.scrollHeight > stage.clientHeight + 4)
    stage.scrollTop = 0
    const { part } = walk
    if (part && part.element.offsetTop + part.element.offsetHeight > stage.clientHeight && walk.shown > 1) {
      part.element.scrollIntoView({ block: "end" })
    }
    tellMore(stage, this.rest)
    this.number("")
    this.clock.enter(step, Date.now())
    this.tell()
    keep({ part: before(walk.all, walk.at) + walk.shown, of: before(walk.all, walk.all.length), from: location.hash })
  }

  /** The number of the screen, or the one that is being typed.
   * @param {string} typed */
  number(typed) {
    this.typed = typed
    clearTimeout(this.waiting)
    if (typed) this.waiting = window.setTimeout(() => this.number(""), PATIENCE)
    this.board.count.textContent = typed ? `→ ${typed}` : `${this.walk.at + 1}/${this.walk.all.length}`
  }

  /** What the person who leads sees. */
  tell() {
    this.presenter.tell(viewOf(this.walk, this.slides, this.steps, !this.dark.hidden))
  }

  /** @param {1 | -1} way */
  step(way) {
    const { stage, walk } = this
    // Longer than the screen: first read on, once all of it is there.
    if ((way < 0 || walk.shown >= walk.frame.parts.length) && readOn(stage, way)) return tellMore(stage, this.rest)
    const was = `${walk.at} ${walk.shown}`
    walk.step(way)
    if (was !== `${walk.at} ${walk.shown}`) this.show()
    return undefined
  }

  /** @param {number} at which screen, from 0
   * @param {number} [shown] how many of its parts */
  turn(at, shown = 1) {
    this.walk.turn(at, shown)
    this.show()
  }

  /** @param {1 | -1} way */
  slide(way) {
    this.walk.slide(way)
    this.show()
  }

  /** Takes away what lies over the slide: the first key only brings it back.
   * @returns {boolean} whether anything did */
  uncover() {
    this.news.textContent = ""
    const covered = !this.dark.hidden || !this.keys.hidden || this.dialog.classList.contains("chieu-ma-lon")
    this.dark.hidden = true
    this.keys.hidden = true
    this.code(false)
    if (covered) this.tell()
    return covered
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (isCommand(event)) return
    if (this.presenter.renew()) this.tell()
    event.stopPropagation() // letters are not for the page's own shortcuts
    const { key, target } = event
    const typed = digits(this.typed, key)
    const act = asked(event)
    // One reached by Tab is pressed by the keys that buttons know.
    const onButton = target instanceof Element && target.closest(".chieu button") && (key === " " || key === "Enter")
    if (!act && !typed && this.dark.hidden && this.keys.hidden || onButton || key === "Tab") return
    event.preventDefault()
    if (act === "stay" || this.uncover()) return
    if (key === "Enter" && this.typed) this.turn(Number(this.typed) - 1)
    else if (typed || (this.typed && (key === "Backspace" || act === "leave"))) this.number(typed)
    else if (act) this.act(act)
  }

  /** @param {import("./projector-keys.js").Act} act */
  act(act) {
    if (act !== "leave" && this.uncover()) return
    const acts = {
      next: () => this.step(1), back: () => this.step(-1), slideOn: () => this.slide(1), slideBack: () => this.slide(-1),
      first: () => this.turn(0), last: () => this.turn(Infinity, Infinity),
      dark: () => { this.dark.hidden = false; this.tell() }, code: () => this.code(true), help: () => { this.keys.hidden = false },
      larger: () => this.resize(1), smaller: () => this.resize(-1), full: () => this.screen.toggle(),
      scheme: () => { need(document, ".menu-nen").click(); this.tell() }, presenter: () => this.present(), leave: () => this.close(), stay: () => {},
    }
    acts[act]()
  }

  /** @param {1 | -1} by */
  resize(by) {
    if (scale(0) === scale(by)) this.news.textContent = by > 0 ? "Chữ đã to nhất." : "Chữ đã nhỏ nhất."
    else this.layOut()
  }

  present() {
    this.screen.full = false // browsers leave the full screen where a window opens
    if (this.presenter.show()) this.tell()
    else this.news.textContent = "Trình duyệt chặn cửa sổ mới: hãy cho phép trang này mở cửa sổ, rồi bấm p."
  }

  close() {
    if (!this.dialog.open) return
    removeEventListener("resize", this.fit)
    document.removeEventListener("keydown", this.pressed, true)
    this.uncover()
    this.presenter.rest()
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
  await projector.open(unit)
}
