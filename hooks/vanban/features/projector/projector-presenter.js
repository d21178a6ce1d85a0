// The window of the person who leads: their words, what comes next, the clock against the plan, the
// steps. It is an empty window that the projector fills and drives: pages opened from a disk may
// not speak to each other, but a blank window belongs to the page that has opened it.
import { held } from "./projector-fit.js"
import { atRest, keyTable } from "./projector-help.js"
import { asked } from "./projector-keys.js"
import { copies } from "./projector-view.js"
import { wholeSums } from "./projector-split.js"
import { pace, told } from "./projector-clock.js"
import { control, every, fill, isCommand, make, visit } from "../../../theme/assets/javascripts/dom.js"

/**
 * @typedef {import("./projector-view.js").View} View
 * What drives it.
 * @typedef {{key: (event: KeyboardEvent) => void, act: (act: import("./projector-keys.js").Act) => void,
 *   jump: (screen: number) => void, again: () => unknown, tell: () => void, lost: (gone: boolean) => void, clock: import("./projector-clock.js").Clock}} Wall
 */

const NAME = "chieu-nguoi-dan"
const KEY = "chieu-nd"
const ATTRIBUTE = "data-md-color-scheme"
const AWAY = "Cửa sổ chiếu đã đóng hoặc đang tải lại. Mở lại nó rồi bấm p; không cần nữa thì đóng cửa sổ này."

export class Presenter {
  /** @param {Wall} wall */
  constructor(wall) {
    this.wall = wall
    /** @type {Window | null} */
    this.window = null
    this.timer = 0
    /** Whether it was lost to a reload, and the next key opens it anew. */
    this.due = false
    this.keys = keyTable()
    this.clock = make("p", "chieu-nd-gio")
    this.pace = make("p", "chieu-nd-nhip")
    this.step = make("p", "chieu-nd-buoc")
    this.news = make("p", "chieu-nd-tin")
    this.news.setAttribute("role", "status")
    this.now = make("section", "chieu-nd-nay")
    this.next = make("section", "chieu-nd-sau")
    this.reply = make("section", "chieu-nd-dap")
    this.costs = make("section", "chieu-nd-phat")
    this.lead = make("section", "chieu-nd-loi")
    this.list = make("ol", "chieu-nd-ds")
    this.left = make("div")
    this.right = make("div")
    this.body = this.build()
    this.pressed = (/** @type {KeyboardEvent} */ event) => this.key(event)
    addEventListener("pagehide", () => this.say(AWAY))
  }

  build() {
    const { wall, left, right } = this
    const head = make("header")
    head.append(this.clock, this.pace, this.step, control("chieu-nut", "Tính giờ lại từ bước này", () => {
      wall.clock.again(Date.now())
      this.tick()
    }))
    left.append(this.reply, this.lead, this.next)
    right.append(this.now, this.costs, this.list)
    const body = make("main")
    body.append(left, right)
    const foot = make("footer")
    /** @type {[string, import("./projector-keys.js").Act][]} */
    const buttons = [["Lui", "back"], ["Tiếp", "next"], ["Tắt, bật màn chiếu", "dark"], ["A−", "smaller"], ["A+", "larger"], ["Nền sáng, tối", "scheme"]]
    foot.append(...buttons.map(([words, act]) => control("chieu-nut", words, () => wall.act(act))), control("chieu-nut", "Phím ?", () => { this.keys.hidden = false }))
    const all = make("div", "chieu-nd-khung")
    all.append(head, this.news, body, foot, this.keys)
    return all
  }

  get open() {
    return Boolean(this.window && !this.window.closed)
  }

  /** Whether what was put into the window is still there: a reload leaves it empty, and of a page on
   * a disk it may be anybody's then. */
  get whole() {
    try {
      return this.open && this.window !== null && this.window.document.body.contains(this.body)
    } catch {
      return false
    }
  }

  /**
   * Opens the window, or brings it to the front.
   * @returns {boolean} false where the browser lets none be opened
   */
  show() {
    if (this.whole && this.window) {
      this.window.focus()
      return true
    }
    if (this.open && this.revive()) return true
    return this.take(window.open("", NAME, `popup,width=${Math.min(1120, screen.availWidth)},height=${Math.min(760, screen.availHeight)}`))
  }

  /** After a reload of the page: its window is still there, and of http ours again. One that is not,
   * of a page on a disk, is closed; a browser lets it be opened anew only when a key is pressed. */
  resume() {
    if (this.open || !visit.read(KEY)) return
    const found = window.open("", NAME)
    try {
      this.take(found)
    } catch { if (found) found.close() }
    this.due = !this.whole
  }

  /** Opens anew, at a key, what a reload has cost.
   * @returns {boolean} whether it did */
  renew() {
    const { due } = this
    this.due = false
    return due && !this.open && this.show()
  }

  /** Fills a window anew that was reloaded; one that is ours no more is closed.
   * @returns {boolean} whether it is whole again */
  revive() {
    const { window: found } = this
    try {
      if (found && found.document.readyState === "complete") this.take(found)
    } catch {
      if (found) found.close()
      this.forget()
    }
    return this.whole
  }

  /** @param {Window | null} found */
  take(found) {
    if (!found) return false
    const { head, body, documentElement } = found.document
    this.window = found
    visit.write(KEY, "1")
    documentElement.lang = "vi"
    documentElement.className = "chieu-nd-goc"
    fill(head, make("title", "", `Người dẫn · ${document.title}`))
    for (const one of every(document, "link[rel=stylesheet]:not([media=print])")) {
      if (one instanceof HTMLLinkElement) head.append(Object.assign(make("link"), { rel: "stylesheet", href: one.href }))
    }
    body.className = "chieu-nd"
    fill(body, this.body)
    atRest(body)
    found.addEventListener("keydown", this.pressed, true)
    found.addEventListener("resize", () => this.fit())
    clearInterval(this.timer)
    this.timer = window.setInterval(() => this.tick(), 1000)
    return true
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key, target } = event
    // A reload would empty the window, and of a page on a disk lose it.
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "r") event.preventDefault()
    if (isCommand(event)) return
    if (!this.keys.hidden && key !== "Tab") {
      event.preventDefault()
      this.keys.hidden = true
      return
    }
    if ((key === " " || key === "Enter") && target && /** @type {Element} */ (target).tagName === "BUTTON") return
    const act = asked(event)
    if (act === "help") this.keys.hidden = false
    else if (act === "leave" || act === "presenter") this.close()
    else if (act === "full") this.say("Bấm f khi đang ở cửa sổ chiếu.")
    else return this.wall.key(event)
    event.preventDefault()
  }

  /** @param {View} view */
  tell(view) {
    if (!this.whole || !this.window) return
    const { body } = this.window.document
    body.setAttribute(ATTRIBUTE, document.body.getAttribute(ATTRIBUTE) || "")
    this.say(view.dark ? "Màn chiếu đang tắt." : "")
    fill(this.now, make("h2", "", `Đang chiếu · ${view.count}`), make("h3", "", view.title), ...copies(view.parts, view.shown))
    fill(this.reply, ...(view.replies.length ? [make("h2", "", "Trả lời gọn"), ...view.replies.map(words => make("p", "", words))] : []))
    fill(this.costs, ...view.costs.map(words => make("p", "", words)))
    fill(this.lead, make("h1", "", "Lời người dẫn"), ...(view.lead.length ? view.lead : ["(không có)"]).map(words => make("p", "", words)), ...view.notes.map(words => make("p", "chieu-nd-ghi", words)))
    fill(this.next, make("h2", "", "Tiếp theo"))
    if (view.next) this.next.append(make("h3", "", view.next.title), ...copies(view.next.parts, Infinity))
    else this.next.append(make("p", "", "Hết."))
    fill(this.list, ...view.rows.map(({ title, screen, minutes, here }) => {
      const line = make("li")
      const button = control("chieu-nut", "", () => this.wall.jump(screen))
      button.append(make("b", "", String(screen)), make("span", "", title), make("small", "", minutes))
      if (here) button.setAttribute("aria-current", "step")
      line.append(button)
      return line
    }))
    for (const box of [this.reply, this.costs, this.lead]) wholeSums(box)
    this.tick()
    this.fit()
  }

  fit() {
    const { left, right, costs } = this
    // What the act may cost stands beside the trainer's words, or above them where the steps leave no room.
    this.list.before(costs)
    const there = held(right)
    if (!held(left) || !there) {
      this.lead.before(costs)
      const here = held(left)
      if (!held(right) || !here) this.list.before(costs)
      held(left)
      held(right)
    }
    left.scrollTop = 0
    const here = this.list.querySelector("[aria-current]")
    if (here) here.scrollIntoView({ block: "nearest" })
  }

  tick() {
    if (!this.open) return this.forget()
    if (!this.whole) return this.revive() ? this.wall.tell() : this.wall.lost(!this.open)
    const { clock } = this.wall
    const at = clock.read(Date.now())
    const { step } = clock
    this.body.classList.toggle("chieu-nd-khong-gio", !clock.total)
    this.clock.textContent = `${told(at.all)} / ${clock.total}:00`
    this.pace.textContent = step ? pace(at.all, step) : "Đồng hồ chạy khi rời trang bìa"
    this.step.textContent = step ? `Bước này: ${told(at.step)} / ${step.ends - step.begins}:00` : ""
  }

  /** @param {string} words */
  say(words) {
    this.news.textContent = words
  }

  /** The projector is closed; the window stays, and can open it again. */
  rest() {
    this.say("Phần chiếu đang đóng. ")
    this.news.append(control("chieu-nut", "Chiếu tiếp", () => this.wall.again()))
  }

  close() {
    if (this.window) this.window.close()
    this.forget()
  }

  forget() {
    clearInterval(this.timer)
    this.due = false
    this.window = null
    visit.write(KEY, null)
  }
}
