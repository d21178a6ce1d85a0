// Asks a whole room: a question large, a countdown, raised hands counted as bars, then the answer.
// Hands are kept nowhere but in this page. The questions asked stand in the address.
import { control, every, fill, isCommand, make, need, newsLine } from "../../../theme/assets/javascripts/dom.js"
import { begin } from "../../../theme/assets/javascripts/late.js"
import { Countdown } from "./quiz-countdown.js"
import { choice, seconds } from "./quiz-room-choice.js"
import { ground, LETTERS, option } from "./quiz-room-parts.js"
import { asked, bars, handsOf, keyed, raised } from "./quiz-room-state.js"

/**
 * @typedef {import("./quiz-data.js").Question} Question
 * @typedef {typeof import("./quiz-data.js").data} Data
 */
/** How small the letters become, step by step, until all of a question is seen at once. */
const STEPS = [1, 0.92, 0.85, 0.78, 0.71, 0.64, 0.57, 0.5]

/** What a press of a button by finger or mouse leaves behind is no focus: the next key goes on.
 * @param {HTMLElement} screen */
const onScreen = screen => screen.addEventListener("click", event => { if (event.detail) screen.focus() })

class Room {
  /**
   * @param {HTMLElement} root
   * @param {Data} data
   */
  constructor(root, data) {
    this.root = root
    this.data = data
    /** @type {Map<string, number[]>} */
    this.hands = new Map()
    /** @type {Question[]} */
    this.questions = []
    this.at = 0
    this.answered = false
    this.live = newsLine("ch-doc")
    this.countdown = new Countdown(seconds, () => { this.live.textContent = "Hết giờ" })
    this.screen = this.wall()
    addEventListener("hashchange", () => this.open())
    addEventListener("resize", () => this.fit())
    document.addEventListener("keydown", event => this.key(event), true)
    document.addEventListener("visibilitychange", () => this.stayAwake())
    this.open()
  }

  get question() { return this.questions[this.at] }
  get isOpen() { return this.questions.length > 0 }

  /** By the address: the wall where it asks for questions, else the choice of them. */
  open() {
    const { questions, at } = asked(location.hash, this.data)
    this.questions = questions
    this.at = at
    this.answered = false
    document.documentElement.classList.toggle("phong-co", this.isOpen)
    if (!this.isOpen) {
      this.countdown.stop()
      return fill(this.root, ...choice(this.data, () => this.countdown.stop()))
    }
    fill(this.root, this.screen, this.live)
    this.show()
    this.screen.focus()
    this.stayAwake()
  }

  leave() {
    history.replaceState(null, "", location.pathname + location.search)
    this.open()
    need(this.root, "button").focus()
  }

  // ---- The wall ---------------------------------------------------------------------------------

  wall() {
    const screen = make("section", "phong-man")
    screen.tabIndex = -1
    screen.setAttribute("aria-label", "Hỏi cả phòng")
    const head = make("div", "phong-dau")
    head.append(make("span", "phong-thoi"), this.countdown.clock, make("span", "phong-so"))
    const middle = make("div", "phong-giua")
    middle.append(make("h2", "phong-hoi"), make("ol", "phong-chon"), make("div", "phong-dap"))
    const foot = make("div", "phong-chan")
    foot.append(
      control("nut phong-thoi-hoi", "Thôi", () => this.leave()),
      ...("requestFullscreen" in document.documentElement ? [control("nut phong-to", "Toàn màn hình", () => this.large())] : []),
      this.countdown.button,
      control("nut phong-lui", "Lui", () => this.back()),
      control("nut phong-tiep", "", () => this.next()),
    )
    screen.append(head, middle, foot)
    onScreen(screen)
    return screen
  }

  /** Full screen and back; a browser that refuses stays as it is. */
  large() {
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    if (done) done.catch(() => {})
  }

  show() {
    const { screen, question, answered } = this
    const [, , time, words, choices] = question
    need(screen, ".phong-thoi").textContent = time
    need(screen, ".phong-so").textContent = this.questions.length > 1 ? `${this.at + 1}/${this.questions.length}` : ""
    need(screen, ".phong-hoi").textContent = words
    fill(need(screen, ".phong-chon"), ...choices.map((_, place) => option(question, place, answered, way => this.hand(place, way))))
    const answer = need(screen, ".phong-dap")
    answer.hidden = !answered
    fill(answer, ...(answered ? ground(question, this.data) : []))
    for (const picture of every(answer, "img")) picture.addEventListener("load", () => this.fit())
    screen.classList.toggle("phong-ro", answered)
    const last = this.at === this.questions.length - 1
    const next = need(screen, ".phong-tiep")
    next.textContent = !answered ? "Xem đáp án" : "Câu sau"
    next.hidden = answered && last
    need(screen, ".phong-lui").hidden = !answered && this.at === 0
    this.tally()
    this.fit()
  }

  /** Numbers and bars of the raised hands. */
  tally() {
    const counts = handsOf(this.hands, this.question)
    const lengths = bars(counts)
    for (const [place, row] of every(this.screen, ".phong-lua").entries()) {
      need(row, ".phong-dem-tay").textContent = String(counts[place])
      need(row, ".phong-thanh").style.width = `${lengths[place]}%`
    }
  }

  /** As large as it goes: smaller letters where a question would not be seen whole. */
  fit() {
    if (!this.isOpen) return
    const middle = need(this.screen, ".phong-giua")
    for (const step of STEPS) {
      middle.style.setProperty("--phong-co", String(step))
      if (middle.scrollHeight <= middle.clientHeight) return
    }
  }

  // ---- What is done -----------------------------------------------------------------------------

  /**
   * @param {number} place of the option
   * @param {1 | -1} way
   */
  hand(place, way) {
    if (this.answered || place >= this.question[4].length) return
    raised(this.hands, this.question, place, way)
    this.tally()
  }

  next() {
    if (!this.answered) {
      this.countdown.stop()
      this.answered = true
      this.show()
      this.live.textContent = `Đáp án ${LETTERS[this.question[5]]}. ${this.question[6]}`
    } else if (this.at < this.questions.length - 1) this.turn(this.at + 1)
  }

  back() {
    if (this.answered) {
      this.answered = false
      this.show()
    } else if (this.at > 0) this.turn(this.at - 1)
  }

  /** @param {number} at */
  turn(at) {
    this.at = at
    this.answered = false
    this.countdown.stop()
    const [asking] = location.hash.split("&")
    history.replaceState(null, "", at ? `${asking}&o=${at + 1}` : asking)
    this.show()
  }

  /** A clicker's F5 begins the questions near the plan whose page has led here.
   * @param {KeyboardEvent} event */
  begin(event) {
    const button = event.key === "F5" && this.root.querySelector(".nut-chinh")
    if (!(button instanceof HTMLElement)) return
    event.preventDefault()
    button.click()
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (isCommand(event)) return
    const { target, key } = event
    if (!this.isOpen) return this.begin(event)
    const onButton = target instanceof Element && target.closest("button, a") && (key === " " || key === "Enter")
    const found = onButton ? undefined : keyed(event)
    if (!found) return
    event.preventDefault()
    event.stopPropagation() // letters are not for the page's own shortcuts
    if (found.act === "hand") return this.hand(found.option, found.way)
    const acts = {
      next: () => this.next(), back: () => this.back(), time: () => this.countdown.toggle(),
      leave: () => this.leave(), stay: () => {},
    }
    acts[found.act]()
  }

  /** The screen stays on while a room is asked; asked again when a hidden tab comes back. */
  stayAwake() {
    if (!this.isOpen || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return
    navigator.wakeLock.request("screen").catch(() => {})
  }
}

begin(need(document, ".phong-can"), () => import("./quiz-data.js"), ({ data }) => new Room(need(document, ".phong"), data))
