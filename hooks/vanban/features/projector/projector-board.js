// The head and the foot of the projector: what is shown, how it stands, where its words come from,
// its address and its QR code, how far the session has come.
import { canonical, fill, make, siteURL } from "../../../theme/assets/javascripts/dom.js"
import { holder, titled } from "./projector-frames.js"

/** @typedef {import("./projector-parts.js").Mark} Mark */
/** @typedef {Partial<Mark>} Shown */

/**
 * The state of the newest provision on the screen, else that of the slide.
 * @param {Mark | null} slide
 * @param {Mark | null} newest
 * @returns {Shown}
 */
export const marked = (slide, newest) => {
  if (!newest) return { ...slide }
  // Of two that stand alike the wider one says since when.
  return slide && slide.state === newest.state ? { ...slide, path: newest.path } : newest
}

export class Board {
  /** @param {HTMLElement} opener the button, which carries the day of checking and whether there are codes */
  constructor(opener) {
    this.codes = opener.dataset.qr !== undefined
    this.checked = opener.dataset.kiemTra || ""
    // The instrument of an article (“Điều 8. … · Luật … · site”), else the page's own title.
    const named = document.title.split(" · ")
    this.owner = named.length > 2 ? named[1] : named[0]
    this.site = named[named.length - 1]
    this.title = make("h2", "chieu-ten")
    this.title.id = "chieu-ten"
    this.place = make("p", "chieu-noi")
    this.state = make("p", "chieu-tt")
    const names = make("div")
    names.append(this.title, this.place)
    this.head = make("div", "chieu-dau")
    this.head.append(names, this.state)
    this.code = make("img", "chieu-ma")
    this.code.hidden = true
    this.told = make("p", "chieu-chan")
    this.steps = make("span", "chieu-buoc")
    this.count = make("p", "chieu-dem")
    this.foot = make("div", "chieu-cuoi")
    this.foot.append(this.told, this.steps, this.count)
  }

  /**
   * What all screens have in common: room for addresses, and a mark for each step.
   * @param {HTMLElement} dialog
   * @param {import("./projector-clock.js").Step[]} steps
   */
  begin(dialog, steps) {
    dialog.classList.toggle("chieu-dia-chi", this.codes)
    fill(this.steps, ...steps.map(() => make("i")))
    this.count.textContent = "" // what was on the screen last is not on it yet
  }

  /**
   * @param {HTMLElement} dialog
   * @param {import("./projector-frames.js").Frame} frame what is on the screen
   * @param {Mark | null} newest the last mark among the parts that are seen
   * @param {number} [step] how many steps are begun
   */
  show(dialog, frame, newest, step = 0) {
    const { slide } = frame
    const { state, sign, words, path, source } = marked(slide.mark, newest)
    const unit = holder(frame)
    dialog.classList.toggle("chieu-bia", Boolean(slide.face))
    this.title.textContent = slide.face ? this.site : titled(frame)
    const whole = slide.minutes || slide.face || this.owner === this.title.textContent ? "" : this.owner
    this.place.textContent = (unit && unit.of) || whole
    this.state.dataset.trangThai = state || ""
    this.state.textContent = state ? `${sign} ${words}` : slide.face === "close" ? slide.title : ""
    this.state.hidden = !this.state.textContent
    const address = state && path ? this.address(path) : ""
    const coded = Boolean(this.codes && address)
    this.code.hidden = !coded
    if (coded) {
      this.code.src = siteURL(`${path}qr.svg`).href
      this.code.alt = `Mã QR dẫn tới ${address}`
    }
    const checked = `kiểm tra ${this.checked}`
    const from = source || "Diễn đạt lại"
    fill(this.told, state ? /kiểm tra/.test(from) ? from : `${from} · ${checked}` : slide.minutes || slide.face ? this.site : `${this.site} · ${checked}`)
    if (coded) this.told.append(make("br"), address.replace(/^https?:\/\//, ""))
    ;[...this.steps.children].forEach((one, place) => { one.className = place < step ? "qua" : "" })
  }

  /** @param {string} path */
  address(path) {
    const from = canonical()
    return from ? siteURL(path, from).href : path
  }
}
