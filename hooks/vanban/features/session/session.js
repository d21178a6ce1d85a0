// The preparation of a session: how many come, when it begins, the code to try, the script on
// paper. Numbers and hours stay on this device. Without this file the page is whole, with minutes
// counted from 0.
import { canonical, control, device, every, make, need, siteURL } from "../../../theme/assets/javascripts/dom.js"
import { whenKept } from "../../../theme/assets/javascripts/comeback.js"
import { byClock } from "./session-clock.js"

const KEY = "buoi"
/** A number of people that makes sense; "" for none.
 * @param {string} text */
const people = text => (/^[1-9]\d{0,2}$/.test(text) ? text : "")

class Preparation {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box
    this.count = /** @type {HTMLInputElement} */ (need(box, ".buoi-nguoi"))
    this.start = /** @type {HTMLInputElement} */ (need(box, ".buoi-luc"))
    /** @type {[HTMLElement, string][]} what shows minutes, and these as the plan has them */
    this.cells = every(document, ".buoi-gio td:first-child").map(cell => [cell, cell.textContent || ""])
    /** @type {[HTMLElement, string][]} */
    this.steps = every(document, "h2[data-phut]").map(step => [step, step.dataset.phut || ""])
    this.seen = ""
    this.take()
    for (const field of [this.count, this.start]) field.addEventListener("input", () => this.changed())
    whenKept(() => {
      if ((device.read(KEY) || "") === this.seen) return
      this.take()
      this.show()
    })
    need(box, ".buoi-cb-o").hidden = false
    const print = need(box, ".buoi-in")
    print.append(control("nut", "In kịch bản", () => window.print()))
    print.hidden = false
    this.show()
    this.code()
    this.link()
  }

  /** What this device keeps is put into the fields: another window may have written it, and would lose it to the next figure here. */
  take() {
    this.seen = device.read(KEY) || ""
    const [count = "", start = ""] = this.seen.split(" ")
    this.count.value = people(count)
    this.start.value = byClock("0", start) === "0" ? "" : start
  }

  changed() {
    const all = `${people(this.count.value)} ${this.start.value}`
    if (device.write(KEY, all)) this.seen = all
    this.show()
  }

  show() {
    const copies = this.box.querySelector(".buoi-ban")
    const count = people(this.count.value)
    if (copies) copies.textContent = count ? `, ${count} bản` : ""
    for (const [cell, minutes] of this.cells) cell.textContent = byClock(minutes, this.start.value)
    for (const [step, minutes] of this.steps) step.dataset.phut = byClock(minutes, this.start.value)
  }

  /** The code of a provision that will be on the wall, where the site has codes. */
  code() {
    /** @type {HTMLElement | null} */
    const row = this.box.querySelector(".buoi-ma")
    if (!row || !document.querySelector(".chieu-mo[data-qr]")) return
    const picture = make("img")
    picture.src = siteURL(`${row.dataset.duong}qr.svg`).href
    picture.alt = `Mã QR của ${row.dataset.duong}`
    row.append(picture)
    row.hidden = false
  }

  /** The link to send into the chat, where it has an address that others can open. */
  link() {
    /** @type {HTMLElement | null} */
    const row = this.box.querySelector(".buoi-gui")
    const from = canonical() || location.href
    if (!row || !from.startsWith("http")) return
    const { href } = siteURL(row.dataset.duong || "", from)
    const said = make("span")
    said.setAttribute("role", "status")
    row.append(" ", control("nut", "Chép đường dẫn", async () => {
      try {
        await navigator.clipboard.writeText(href)
        said.textContent = ` Đã chép: ${href}`
      } catch { // no clipboard on plain http, or it was refused
        said.textContent = ` Chọn rồi chép: ${href}`
      }
    }), said)
  }
}

/** @type {HTMLElement | null} */
const box = document.querySelector(".buoi-cb")
if (box) new Preparation(box)
