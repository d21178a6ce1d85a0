// The stage: the box for what is on a screen, which may be longer than the screen.
import { make } from "../../../theme/assets/javascripts/dom.js"

/** Pixels below what is seen that nobody misses. */
const UNSEEN = 4

/** Whether there is more below what is seen.
 * @param {HTMLElement} stage */
const hasMore = stage => stage.scrollHeight - stage.clientHeight - stage.scrollTop > UNSEEN

/** Says in the line under the stage whether there is more.
 * @param {HTMLElement} stage
 * @param {HTMLElement} rest */
export const tellMore = (stage, rest) => { rest.textContent = hasMore(stage) ? "▼ còn nữa, bấm tiếp" : "" }

/** The stage, empty, and the line under it. */
export const newStage = () => {
  const stage = make("div", "chieu-khung")
  stage.tabIndex = 0
  stage.setAttribute("aria-live", "polite")
  const rest = make("p", "chieu-con")
  rest.setAttribute("aria-hidden", "true")
  stage.addEventListener("scroll", () => tellMore(stage, rest))
  return { stage, rest }
}

/**
 * Reads on, or back, on a screen longer than the stage; whether there was anything to read.
 * @param {HTMLElement} stage
 * @param {1 | -1} way
 */
export const readOn = (stage, way) => {
  const can = way > 0 ? hasMore(stage) : stage.scrollTop > UNSEEN
  if (can) stage.scrollBy(0, way * stage.clientHeight * 0.8)
  return can
}
