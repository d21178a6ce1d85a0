// What the person who leads sees of the wall: pure, from the screens and the place among them.
import { titled } from "./projector-frames.js"

/**
 * @typedef {import("./projector-slides.js").Slide} Slide
 * @typedef {import("./projector-frames.js").Frame} Frame
 * @typedef {import("./projector-clock.js").Step} Step
 * A place to jump to: the number of its screen, its minutes of the plan, whether it is on the wall.
 * @typedef {{title: string, screen: number, minutes: string, here: boolean}} Row
 * `lead` are the words of the plan, `notes` those at the provisions, `replies` what to answer to what is shown, `costs` what the act may cost; `parts` are elements to be copied, of which `shown` are seen.
 * @typedef {{title: string, parts: HTMLElement[], shown: number, count: string, dark: boolean, lead: string[], notes: string[], replies: string[], costs: string[],
 *   next: {title: string, parts: HTMLElement[]} | null, rows: Row[]}} View
 */

/**
 * The step of a plan that a slide belongs to; null before the first.
 * @param {Slide[]} slides
 * @param {Step[]} steps
 * @param {Slide} slide
 */
export const stepAt = (slides, steps, slide) => {
  const at = slides.indexOf(slide)
  return steps.filter(step => slides.indexOf(step.slide) <= at).pop() || null
}

/** Copies of what is on the wall; what is not seen there yet is pale.
 * @param {HTMLElement[]} parts
 * @param {number} shown */
export const copies = (parts, shown) => parts.map((part, place) => {
  const copy = /** @type {HTMLElement} */ (part.cloneNode(true))
  copy.classList.remove("chieu-cho")
  copy.classList.toggle("chieu-nd-cho", place >= shown)
  return copy
})

/** @param {Frame} frame */
const elements = frame => frame.parts.map(part => part.element)

/**
 * @param {{all: Frame[], at: number, shown: number}} walk the screens, and where one is
 * @param {Slide[]} slides
 * @param {Step[]} steps
 * @param {boolean} dark
 * @returns {View}
 */
export const viewOf = ({ all, at, shown }, slides, steps, dark) => {
  const frame = all[at]
  const after = all[at + 1]
  const step = stepAt(slides, steps, frame.slide)
  const screenOf = (/** @type {Slide} */ slide) => all.findIndex(one => one.slide === slide) + 1
  const rows = steps.length
    ? steps.map(one => ({ title: one.title, screen: screenOf(one.slide), minutes: `phút ${one.begins}–${one.ends}`, here: one === step }))
    : slides.map(one => ({ title: one.title, screen: screenOf(one), minutes: "", here: one === frame.slide }))
  const next = after ? { title: titled(after), parts: elements(after) } : null
  const told = (/** @type {"lead" | "reply" | "cost"} */ name) =>
    [...new Set(frame.parts.reduce((found, part) => found.concat(part[name]), /** @type {string[]} */ ([])))]
  return {
    title: titled(frame), parts: elements(frame), shown, count: `${at + 1}/${all.length}`, dark, rows,
    lead: frame.slide.lead, notes: told("lead"), replies: told("reply"), costs: told("cost"),
    next: shown < frame.parts.length ? { title: titled(frame), parts: [frame.parts[shown].element] } : next,
  }
}
