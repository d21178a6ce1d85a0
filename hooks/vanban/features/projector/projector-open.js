// Opens the projector: by the button at the head of a page, by the key c, or by the event
// `chieu` at that button, which names a unit (share.js). What shows the slides is fetched when
// it is first wanted.
import { decoded, hasDialogs, isCommand, isShortcut, style } from "../../../theme/assets/javascripts/dom.js"

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
  /** @param {string} unit */
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
  const named = () => decoded(location.hash.slice(1))
  button.addEventListener("chieu", event => {
    if (event instanceof CustomEvent) open(String(event.detail))
  })
  button.addEventListener("click", () => open(named()))
  for (const name of ["pointerenter", "focus"]) button.addEventListener(name, () => { load().catch(() => {}) }, { once: true })
  document.addEventListener("keydown", event => {
    if (!isShortcut(event, "c")) return
    event.preventDefault()
    open(named())
  })
}
