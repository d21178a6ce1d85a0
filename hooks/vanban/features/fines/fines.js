// The filter of the table of fines. Without this file the whole table is shown.
import { every, need } from "../../../theme/assets/javascripts/dom.js"
import { folded } from "../../../theme/assets/javascripts/units.js"

/** Words without marks, a space before each.
 * @param {string} text */
const spaced = text => ` ${folded(text).replace(/[^a-z0-9]+/g, " ")}`

const form = need(document, ".phat-loc")
const field = /** @type {HTMLInputElement} */ (need(form, "input"))
const count = need(form, ".phat-dem")
const groups = every(document, ".phat-nhom").map(group => ({
  group,
  rows: every(group, ".phat-viec").map(row => ({
    row,
    text: spaced(`${need(row, ".phat-ten").textContent || ""} ${row.dataset.tim || ""}`),
  })),
}))

const show = () => {
  const words = spaced(field.value).split(" ").filter(Boolean)
  let shown = 0
  for (const { group, rows } of groups) {
    let inside = 0
    for (const { row, text } of rows) {
      row.hidden = !words.every(word => text.includes(` ${word}`))
      if (!row.hidden) inside += 1
    }
    group.hidden = inside === 0
    const fold = group.querySelector("details.gap")
    if (fold && words.length && inside) fold.setAttribute("open", "")
    shown += inside
  }
  count.textContent = !words.length ? "" : shown
    ? `${shown} việc`
    : "Không có việc nào khớp; thử một chữ khác, như “tin sai”, “ảnh”, “nhóm”."
}
field.addEventListener("input", show)
form.addEventListener("submit", event => event.preventDefault())
form.hidden = false
show()
