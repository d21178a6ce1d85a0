// A part of a page that works with data of its own: it begins once they are there, and says so
// where they did not come.
import { control, fill } from "./dom.js"

/**
 * @template T
 * @param {HTMLElement} note in the place of the part, until it begins
 * @param {() => Promise<T>} bring
 * @param {(data: T) => void} start
 */
export const begin = (note, bring, start) => {
  const ask = () => bring().then(start, () => {
    note.setAttribute("role", "alert")
    fill(note, "Chưa tải được phần này. Xem lại mạng rồi bấm ", control("nut", "Thử lại", () => {
      note.tabIndex = -1
      note.focus() // the button there goes
      note.textContent = "Đang tải…"
      ask()
    }))
  })
  ask()
}
