// Opens the projector: by the button in the menu, by one that stands in the page of what is made to
// be projected (`.chieu-day`, hidden until it works), by the key c, by a clicker's F5 on a plan, by the event `chieu` at that button, which names a unit (share.js), or again after a
// reload. What shows the slides is fetched when it is first wanted.
import { isOpen } from "./projector-place.js"
import { every, fill, hasDialogs, isCommand, isShortcut, style } from "../../../theme/assets/javascripts/dom.js"

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
  const seen = every(document, ".chieu-day")
  const buttons = [button, ...seen]
  const words = buttons.map(one => [...one.childNodes])
  for (const one of seen) {
    const holder = one.closest("[hidden]")
    if (holder instanceof HTMLElement) holder.hidden = false
  }
  // A clicker pressed while the projector is on its way must not scroll the page away.
  let waiting = false
  /** @param {string} [unit] the id of what is shown first; without it where one was */
  const open = unit => {
    if (waiting) return
    waiting = true
    load().then(
      projector => {
        buttons.forEach((one, at) => fill(one, ...words[at])) // one that did not come may have come now
        projector.open(unit)
      },
      () => { for (const one of buttons) one.textContent = "Chưa tải được phần chiếu" },
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
  for (const one of buttons) {
    one.addEventListener("click", () => open())
    for (const name of ["pointerenter", "focus"]) one.addEventListener(name, () => { load().catch(() => {}) }, { once: true })
  }
  const isPlan = Boolean(document.querySelector(".buoi"))
  document.addEventListener("keydown", event => {
    // F5 is no letter: it begins even where the hour of the beginning has just been typed.
    const begins = isPlan && event.key === "F5" && !isCommand(event) && !document.querySelector("dialog[open]")
    if (!begins && !isShortcut(event, "c")) return
    event.preventDefault()
    open()
  })
  addEventListener("popstate", () => { if (isOpen()) open() })
  if (isOpen()) open()
}
