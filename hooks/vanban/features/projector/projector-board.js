// The head and the foot of the projector: which provision is shown, how it stands, its address
// and its QR code.
import { canonical, make, siteURL } from "../../../theme/assets/javascripts/dom.js"

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
    this.place = make("p", "chieu-noi")
    this.state = make("p", "chieu-tt")
    this.head = make("div", "chieu-dau")
    this.head.append(this.place, this.state)
    this.code = make("img", "chieu-ma")
    this.code.hidden = true
    this.foot = make("p", "chieu-chan")
  }

  /**
   * @param {HTMLElement} dialog
   * @param {import("./projector-frames.js").Frame} frame what is on the screen
   * @param {Mark | null} newest the last mark among the parts that are seen
   */
  show(dialog, frame, newest) {
    const { state, sign, words, path } = marked(frame.slide.mark, newest)
    // Under the title of a provision the step of the session; else whose page it is.
    const drawn = frame.parts.some(part => part.mark && part.mark.label)
    this.place.textContent = drawn ? frame.slide.title : this.owner
    this.state.hidden = !state
    this.state.dataset.trangThai = state || ""
    this.state.textContent = state ? `${sign} ${words}` : ""
    const address = state && path ? this.address(path) : ""
    const coded = Boolean(this.codes && address)
    dialog.classList.toggle("chieu-co-ma", coded)
    this.code.hidden = !coded
    if (coded) {
      this.code.src = siteURL(`${path}qr.svg`).href
      this.code.alt = `Mã QR dẫn tới ${address}`
    }
    const told = [state ? "diễn đạt lại" : "", `kiểm tra ${this.checked}`, coded ? address : ""]
    this.foot.textContent = told.filter(Boolean).join(" · ")
  }

  /** @param {string} path */
  address(path) {
    const from = canonical()
    return from ? siteURL(path, from).href : path
  }
}
