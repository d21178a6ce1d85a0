// Folds: a link or an address that leads into one opens it, and paper opens them all.
import { decoded, targetOf } from "./dom.js"

// Not lists of who cites, nor whole tables of contents and look-up tables.
const OPEN_ON_PAPER = ".gap:not(.nguoc):not(.ml-tat):not(.loc-nhom):not(.trang-muc), .phat-viec, .dan-them"

/**
 * Opens every fold around an element; true where one was closed.
 * @param {Element} element
 */
const unfold = element => {
  let closed = false
  for (let fold = element.closest("details"); fold;) {
    if (!fold.open) closed = true
    fold.open = true
    fold = fold.parentElement && fold.parentElement.closest("details")
  }
  return closed
}

/** @param {string} hash with its sign */
const reveal = hash => {
  const id = decoded(hash.slice(1))
  const target = id ? document.getElementById(id) : null
  if (target instanceof HTMLInputElement && id.startsWith("__tabbed_")) target.checked = true
  if (target && unfold(target)) target.scrollIntoView()
}

export const start = () => {
  addEventListener("hashchange", () => reveal(location.hash))
  document.addEventListener("click", event => {
    const link = /** @type {HTMLAnchorElement | null} */ (targetOf(event).closest("a[href]"))
    // The address does not change where it is already this one.
    if (link && link.hash && link.href === location.href) reveal(link.hash)
  })
  reveal(location.hash)

  /** @type {HTMLDetailsElement[]} */
  let opened = []
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter(fold => !fold.open && fold.matches(OPEN_ON_PAPER))
    for (const fold of opened) fold.open = true
  })
  addEventListener("afterprint", () => { for (const fold of opened) fold.open = false })
}
