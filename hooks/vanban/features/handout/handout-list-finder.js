// Finds by its name what to add to a hand-out, among all that can be added.
import { control, fill, make } from "../../../theme/assets/javascripts/dom.js"
import { folded } from "../../../theme/assets/javascripts/units.js"

const SHOWN = 6

/**
 * @param {import("./handout-items.js").Items} items
 * @param {() => string[]} chosen the ids on the sheet
 * @param {(id: string) => unknown} add
 * @param {() => void} failed what can be added could not be fetched
 */
export const finder = (items, chosen, add, failed) => {
  const form = make("form", "phieu-tim")
  const label = make("label", "phieu-o", "Thêm điều khoản hay tình huống")
  const input = make("input")
  input.type = "search"
  input.autocomplete = "off"
  input.placeholder = "ví dụ: khoản 6 điều 21, ảnh lớp"
  label.append(input)
  const list = make("ul", "phieu-goi-y")
  /** @param {{id: string, name: string}} item */
  const offer = ({ id, name }) => {
    const row = make("li")
    row.append(control("phieu-nut", `Thêm: ${name}`, () => {
      input.value = ""
      fill(list)
      add(id)
    }))
    return row
  }
  input.addEventListener("input", () => items.list().then(all => {
    const words = folded(input.value).split(/\s+/).filter(Boolean)
    const found = words.length ? all.filter(({ id, text }) => !chosen().includes(id) && words.every(word => text.includes(word))) : []
    fill(list, ...found.slice(0, SHOWN).map(offer))
    if (words.length && !found.length) list.append(make("li", "", "Chưa thấy mục nào khớp."))
  }, failed))
  form.addEventListener("submit", event => {
    event.preventDefault()
    const first = list.querySelector("button")
    if (first) first.click()
  })
  form.append(label, list)
  return { form, input }
}
