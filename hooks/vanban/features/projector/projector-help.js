// The table of keys, over whatever is shown; and tools and pointer that go when nobody moves them.
import { make } from "../../../theme/assets/javascripts/dom.js"
import { JUMP, TABLE } from "./projector-keys.js"

/** Milliseconds without a move after which pointer and tools are out of the way. */
const IDLE = 3000

/** A box with every key, hidden until it is wanted; a click closes it. */
export const keyTable = () => {
  const box = make("div", "chieu-phim")
  const table = make("table")
  const body = make("tbody")
  for (const { shown, words } of [...TABLE.slice(0, 6), JUMP, ...TABLE.slice(6)]) {
    if (!shown) continue
    const line = make("tr")
    const name = make("th", "", shown)
    name.scope = "row"
    line.append(name, make("td", "", words))
    body.append(line)
  }
  table.append(make("caption", "", "Các phím khi chiếu"), body)
  box.append(table)
  box.hidden = true
  box.addEventListener("click", () => { box.hidden = true })
  return box
}

/**
 * Marks an element as at rest until the pointer moves over it, and again while it is still.
 * @param {HTMLElement} element
 */
export const atRest = element => {
  let timer = 0
  element.classList.add("chieu-yen")
  const moved = () => {
    element.classList.remove("chieu-yen")
    clearTimeout(timer)
    timer = window.setTimeout(() => element.classList.add("chieu-yen"), IDLE)
  }
  for (const name of ["pointermove", "pointerdown"]) element.addEventListener(name, moved)
}
