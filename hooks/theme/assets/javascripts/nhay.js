// Opens the box “Đi tới điều khoản”. The box itself and its index are fetched when it is first
// wanted: by the link in the header, by the key g, or by the field on the home page.
// Without this file the link leads to the list of provisions.
import { hasDialogs, isCommand, isShortcut, need, siteURL } from "./dom.js"

const load = () => Promise.all([import("./nhay-hop.js"), import("./nhay-du-lieu.js")])
const warm = () => { load().catch(() => {}) }

/** @param {HTMLAnchorElement} link in the header */
const dialog = link => {
  // What is typed while the box is on its way goes into it; else the theme's own keys
  // (n: next page) would take it.
  /** @type {string | null} */
  let typed = null
  const open = () => {
    if (typed !== null) return
    typed = ""
    load()
      .then(([box, { data }]) => box.open(data, siteURL(""), typed || ""), () => { location.href = link.href })
      .finally(() => { typed = null })
  }
  addEventListener("keydown", event => {
    if (typed === null || isCommand(event) || event.key.length !== 1) return
    event.preventDefault()
    event.stopImmediatePropagation()
    typed += event.key
  }, true)
  link.setAttribute("role", "button")
  link.setAttribute("aria-haspopup", "dialog")
  link.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open()
  })
  // A link that acts as a button answers to the space bar too.
  link.addEventListener("keydown", event => {
    if (event.key !== " ") return
    event.preventDefault()
    open()
  })
  for (const name of ["pointerenter", "focus"]) link.addEventListener(name, warm)
  return open
}

/** @param {HTMLElement} home the form on the home page */
const form = home => {
  const begin = () => { load().then(([box, { data }]) => box.attach(home, data, siteURL("")), () => {}) }
  need(home, "input").addEventListener("focus", begin, { once: true })
  if (home.contains(document.activeElement)) begin()
}

export const start = () => {
  const link = document.querySelector(".nhay-mo")
  if (!(link instanceof HTMLAnchorElement)) return
  // Where no dialog can be opened the link stays a link.
  const open = hasDialogs() ? dialog(link) : () => link.click()
  const home = /** @type {HTMLElement | null} */ (document.querySelector(".nhay-nha"))
  document.addEventListener("keydown", event => {
    if (!isShortcut(event, "g")) return
    event.preventDefault()
    if (home) need(home, "input").focus()
    else open()
  })
  if (home) form(home)
}
