// The index of the search is fetched when somebody is about to search, not with every page: the
// search's worker (tim-kiem-tho.js) asks for it at the first word, and here it is sent for as
// soon as somebody comes near, so that it lies in the browser's cache by then.
import { siteURL, targetOf } from "./dom.js"

export const start = () => {
  const field = document.querySelector(".md-search__input")
  if (!field) return
  // The theme listens to keys alone; what is pasted or dictated comes without any.
  field.addEventListener("input", () => field.dispatchEvent(new Event("keyup")))
  // Opened from a disk the index is a script, which the theme itself waits for.
  if (location.protocol === "file:") return
  let asked = false
  // A pointer over the box or its button, a finger on it, or the focus: all come before typing.
  /** @param {Event} event */
  const near = event => {
    if (asked || !(event.target instanceof Element) || !targetOf(event).closest(".md-search, [for=__search]")) return
    asked = true
    fetch(siteURL("search/muc-luc.json").href).then(found => found.text()).catch(() => { asked = false })
  }
  for (const name of ["pointerover", "pointerdown", "focusin"]) {
    document.addEventListener(name, near, { passive: true })
  }
}
