// Opens the projector: by the button at the head of a page, by the key c, by a clicker's F5 on a
// plan, by the event `chieu` at that button, which names a unit (share.js), or again after a
// reload. What shows the slides is fetched when it is first wanted.
import { isOpen } from "./projector-place.js"
import { hasDialogs, isCommand, isShortcut, style } from "../../../theme/assets/javascripts/dom.js"

/** @type {Promise<unknown> | undefined} */
let styled
const load = async () => {
  styled = styled || style("assets/stylesheets/projector.css")
  try {
    const [projector] = await Promise.all([import("./projector.js"), styled])
    return projector
  } catch (error) {
    styled = undefined
    throw error
  }
}

export const start = () => {
  const button = /** @type {HTMLElement | null} */ (document.querySelector(".chieu-mo"))
  if (!button) return
  if (!hasDialogs()) { button.hidden = true; return }
  // A clicker pressed while the projector is on its way must not scroll the page away.
  let waiting = false
  /** @param {string} [unit] the id of what is shown first; without it where one was */
  const open = unit => {
    if (waiting) return
    waiting = true
    load().then(
      projector => projector.open(unit),
      () => { button.textContent = "Chưa tải được phần chiếu" },
    ).finally(() => { waiting = false })
  }
  addEventListener("keydown", event => {
    if (!waiting || isCommand(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }, true)
  button.addEventListener("chieu", event => {
    if (event instanceof CustomEvent) open(String(event.detail))
  })
  button.addEventListener("click", () => open())
  for (const name of ["pointerenter", "focus"]) button.addEventListener(name, () => { load().catch(() => {}) }, { once: true })
  const isPlan = Boolean(document.querySelector(".buoi"))
  document.addEventListener("keydown", event => {
    if (!isShortcut(event, "c") && !(isPlan && isShortcut(event, "F5"))) return
    event.preventDefault()
    open()
  })
  addEventListener("popstate", () => { if (isOpen()) open() })
  if (isOpen()) open()
}
