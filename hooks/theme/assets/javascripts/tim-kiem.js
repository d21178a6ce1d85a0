// The index of the search is fetched when somebody is about to search, not with every page: the
// search's worker (tim-kiem-tho.js) asks for it at the first query. As soon as somebody comes
// near, it gets one that is a space: that asks for nothing, and the index is there by the first
// word.
import { targetOf } from "./dom.js"

export const start = () => {
  const field = document.querySelector(".md-search__input")
  if (!(field instanceof HTMLInputElement)) return
  // The theme listens to keys alone; what is pasted or dictated comes without any.
  const tell = () => { field.dispatchEvent(new Event("keyup")) }
  field.addEventListener("input", tell)
  // Opened from a disk the index is a script, which the theme itself waits for.
  if (location.protocol === "file:") return
  // A pointer over the box or its button, a finger on it, or the focus: all come before typing.
  /** @param {Event} event */
  const near = event => {
    if (field.value || !(event.target instanceof Element) || !targetOf(event).closest(".md-search, [for=__search]")) return
    for (const text of [" ", ""]) {
      field.value = text
      tell()
    }
  }
  for (const name of ["pointerover", "pointerdown", "focusin"]) {
    document.addEventListener(name, near, { passive: true })
  }
}
