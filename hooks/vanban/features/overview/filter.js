// Filters the folded groups of a look-up table by what is typed, with or without accents.
import { every, folded } from "../../../theme/assets/javascripts/dom.js"

const ROWS = ":scope > ul > li, :scope > table > tbody > tr, :scope > .md-typeset__scrollwrap tbody > tr"

/** The words of a text, each between spaces: signs part them as spaces do.
 * @param {string} text */
const spaced = text => ` ${folded(text).replace(/[^a-z0-9]+/g, " ").trim()} `
/** A number means itself alone, a word may be half typed.
 * @param {string} word */
const sought = word => (/^\d/.test(word) ? ` ${word} ` : ` ${word}`)

/** @param {HTMLElement} form */
const begin = form => {
  const table = form.parentElement
  const field = form.querySelector("input")
  const told = form.querySelector(".loc-dem")
  if (!table || !field || !told) return
  const groups = /** @type {HTMLDetailsElement[]} */ (every(table, ".loc-nhom"))
  const rows = new Map(groups.map(group => [group, every(group, ROWS)
    .map(row => ({ row, text: spaced([group.querySelector("summary b"), row].map(one => (one && one.textContent) || "").join(" ")) }))]))
  const sift = () => {
    const wanted = spaced(field.value).split(" ").filter(Boolean).map(sought)
    let shown = 0
    for (const [group, lines] of rows) {
      let kept = 0
      for (const { row, text } of lines) {
        row.hidden = !wanted.every(word => text.includes(word))
        if (!row.hidden) kept += 1
      }
      group.hidden = !kept
      group.open = Boolean(wanted.length && kept)
      shown += kept
    }
    told.textContent = !wanted.length ? "" : shown ? `${shown} dòng` : "Không có dòng nào. Thử bớt chữ, hoặc gõ số văn bản."
  }
  form.hidden = false
  field.addEventListener("input", sift)
  form.addEventListener("submit", event => event.preventDefault())
  if (field.value) sift()
}

for (const form of every(document, ".loc")) begin(form)
