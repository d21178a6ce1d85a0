// A link into a fold opens it; on paper every fold of the text is open.
import { every } from "./dom.js"

/** @param {Element | null} element */
const openAbove = element => {
  for (let up = element; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true
}

const target = () => {
  let id = location.hash.slice(1)
  try { id = decodeURIComponent(id) } catch (malformed) { return null }
  return id ? document.getElementById(id) : null
}

const reveal = () => {
  const found = target()
  if (!found || !found.closest("details")) return
  openAbove(found)
  found.scrollIntoView()
}

export const start = () => {
  reveal()
  addEventListener("hashchange", reveal)
  // A second tap on the same link changes no hash.
  document.addEventListener("click", event => {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']")
    if (link instanceof HTMLAnchorElement && link.hash === location.hash) reveal()
  })
  /** @type {HTMLDetailsElement[]} */
  let closed = []
  addEventListener("beforeprint", () => {
    closed = /** @type {HTMLDetailsElement[]} */ (every(document, ".md-content details.in-mo:not([open])"))
    for (const one of closed) one.open = true
  })
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false
    closed = []
  })
}
