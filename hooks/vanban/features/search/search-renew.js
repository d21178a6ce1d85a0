// A page of a release that the server no longer has cannot fetch the rest of its search. It offers
// the newest one; what was typed goes with the reader.
import { anew } from "../../../theme/assets/javascripts/anew.js"
import { control, make, visit } from "../../../theme/assets/javascripts/dom.js"

const TYPED = "vanban.da-go"

/** What was typed before the newest release was taken, told once; "" for nothing. */
export const typedBefore = () => {
  const typed = visit.read(TYPED) || ""
  if (typed) visit.write(TYPED, null)
  return typed
}

/** What is typed goes with the reader over a page loaded anew. @param {string} typed */
export const takeAlong = typed => visit.write(TYPED, typed)

/** What is said where the newest release cannot be had now. */
const NOT_NOW = "Chưa tải được bản hiện nay. Chữ đã gõ vẫn được giữ lại; bạn cứ đọc tiếp, lát nữa thử lại."

/** Takes the newest release; whether it can be had. */
const renew = () => import("../offline/offline.js").then(({ take }) => take(), () => anew())

/**
 * @param {HTMLInputElement} input
 */
export const newestFor = input => {
  const [whole, way, said] = [make("span"), make("span", "tim-chip"), make("span")]
  let busy = false
  const button = control("", "Tải bản hiện nay", async () => {
    if (busy) return
    busy = true
    takeAlong(input.value)
    said.textContent = "Đang tải bản hiện nay…"
    if (await renew()) return
    visit.write(TYPED, null) // it stands in the field still
    said.textContent = NOT_NOW
    busy = false
  })
  way.append(button)
  whole.append(way, said)
  return whole
}
