// The menu of the head: closes as menus do, prints the page, changes its colours.
const SCHEME = "data-md-color-scheme"

/** @param {boolean} dark */
const remember = dark => {
  try { localStorage.setItem("nen", dark ? "toi" : "sang") } catch (denied) { /* for this page only */ }
}

/** @param {HTMLButtonElement} button */
const colours = button => {
  const { body } = document
  const told = () => {
    const dark = body.getAttribute(SCHEME) === "slate"
    button.textContent = dark ? "Nền sáng" : "Nền tối"
    return dark
  }
  told()
  button.addEventListener("click", () => {
    const dark = !told()
    body.setAttribute(SCHEME, dark ? "slate" : "default")
    remember(dark)
    told()
  })
}

/** @param {HTMLDetailsElement} box */
const closing = box => {
  const summary = /** @type {HTMLElement} */ (box.querySelector("summary"))
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !box.open) return
    box.open = false
    summary.focus()
  })
  document.addEventListener("click", event => {
    if (event.target instanceof Node && !box.contains(event.target)) box.open = false
  })
  box.addEventListener("focusout", event => {
    if (event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) box.open = false
  })
  // What a button of the menu opens must not stand behind the menu.
  box.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest("button:not(.menu-nen)")) box.open = false
  })
}

export const start = () => {
  const box = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".dau-menu"))
  if (!box) return
  closing(box)
  const own = /** @type {HTMLElement | null} */ (box.querySelector(".menu-trang"))
  if (own) own.hidden = false
  const print = box.querySelector(".menu-in")
  if (print) print.addEventListener("click", () => { window.print() })
  const scheme = /** @type {HTMLButtonElement | null} */ (box.querySelector(".menu-nen"))
  if (scheme) colours(scheme)
}
