// A page of a release that the server no longer has cannot fetch the rest of its search. It offers
// the newest one; what was typed goes with the reader.
import { control, make, visit } from "../../../theme/assets/javascripts/dom.js"

const TYPED = "vanban.da-go"

/** What was typed before the newest release was taken, told once; "" for nothing. */
export const typedBefore = () => {
  const typed = visit.read(TYPED) || ""
  if (typed) visit.write(TYPED, null)
  return typed
}

/** @param {string} typed */
const renew = typed => {
  visit.write(TYPED, typed)
  import("../offline/offline.js").then(({ take }) => take(), () => location.reload())
}

/**
 * @param {HTMLInputElement} input
 */
export const newestFor = input => {
  const way = make("span", "tim-chip")
  way.append(control("", "Tải bản mới", () => renew(input.value)))
  return way
}
