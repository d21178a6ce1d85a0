// Filters of the list of situations. Without this file the whole list is shown.
import { every, need } from "../../../theme/assets/javascripts/dom.js"

const form = need(document, ".th-loc")
const [topic, provision] = /** @type {HTMLSelectElement[]} */ (every(form, "select"))
const count = need(form, ".th-dem")
const asked = new URLSearchParams(location.search)
topic.value = asked.get("nhom") || ""
provision.value = asked.get("dieu") || ""

const show = () => {
  let shown = 0
  for (const group of every(document, ".th-nhom")) {
    const wanted = !topic.value || group.dataset.nhom === topic.value
    let inside = 0
    for (const item of every(group, "li")) {
      const touches = (item.dataset.dieu || "").split(" ")
      item.hidden = !wanted || (provision.value !== "" && !touches.includes(provision.value))
      if (!item.hidden) inside += 1
    }
    group.hidden = inside === 0
    shown += inside
  }
  count.textContent = shown
    ? `${shown} tình huống`
    : "Không có tình huống nào khớp cả hai ô; thử chọn “Tất cả”."
}
form.addEventListener("change", show)
form.addEventListener("submit", event => event.preventDefault())
form.hidden = false
show()
