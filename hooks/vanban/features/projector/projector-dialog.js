// The dialog that covers the page while it is projected, and its buttons.
import { onSwipe } from "./projector-keys.js"
import { control, make, targetOf } from "../../../theme/assets/javascripts/dom.js"

/** @typedef {import("./projector-keys.js").Act} Act */

/**
 * @param {{board: import("./projector-board.js").Board, stage: HTMLElement, rest: HTMLElement, over: HTMLElement[]}} parts
 *   `rest` tells of what is below the stage, `over` is what may lie over the slide
 * @param {(act: Act) => void} act
 */
export const dialogOf = ({ board, stage, rest, over }, act) => {
  const dialog = make("dialog", "chieu")
  const body = make("div", "chieu-than")
  body.append(stage, board.code)
  const tools = make("div", "chieu-tay")
  /** @type {[string, string, Act][]} */
  const buttons = [
    ["chieu-nut chieu-rong", "Cửa sổ người dẫn", "presenter"], ["chieu-nut chieu-rong", "Phím ?", "help"],
    ["chieu-nut", "Lui", "back"], ["chieu-nut", "Tiếp", "next"], ["chieu-nut", "Đóng", "leave"],
  ]
  tools.append(...buttons.map(([name, words, what]) => control(name, words, () => act(what))))
  board.foot.append(tools)
  dialog.append(board.head, body, rest, board.foot, ...over)
  dialog.setAttribute("aria-labelledby", board.title.id)
  dialog.addEventListener("cancel", event => {
    event.preventDefault()
    act("leave")
  })
  // A tap on the right goes on, on the left goes back, as in a reader for books.
  dialog.addEventListener("click", event => {
    if (!dialog.open) return
    // A button that was clicked must not take the next Space for itself; one reached by Tab does.
    if (event.detail) stage.focus({ preventScroll: true })
    const selection = getSelection()
    if (targetOf(event).closest("button, .chieu-toi, .chieu-phim") || (selection && !selection.isCollapsed)) return
    act(event.clientX > innerWidth / 3 ? "next" : "back")
  })
  onSwipe(dialog, way => act(way > 0 ? "next" : "back"))
  document.body.append(dialog)
  return dialog
}
