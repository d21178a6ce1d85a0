// Lays the parts of slides on screens. A unit (a clause's own words, a point, a provision that is
// drawn in) stays with its “Hôm nay”: it is on one screen unless it is longer than a screen. One
// screen has one idea: a goal, a story, a question, a provision with its one state.

import { PACKED, SMALLEST } from "./projector-fit.js"

/**
 * @typedef {import("./projector-slides.js").Slide} Slide
 * @typedef {import("./projector-parts.js").Part} Part
 * @typedef {import("./projector-parts.js").Unit} Unit
 * What is on one screen together; `again`: not the first of its slide; `size` of its letters as
 * somebody has set it, 0 for as large as the screen has room for.
 * @typedef {{slide: Slide, parts: Part[], again: boolean, size: number}} Frame
 */

/**
 * Whether a part only leads in what follows it: “Ba nhóm:” says nothing alone.
 * @param {Part} part
 * @param {Part} [next]
 */
export const leads = (part, next) => Boolean(next && next.unit === part.unit && next.run === part.run && next.kind === part.kind)
  && /:\s*$/.test(part.element.textContent || "")

/** Parts that follow each other and belong to one unit or to one list; any other is alone.
 * @param {Part[]} parts */
const runs = parts => {
  /** @type {Part[][]} */
  const found = []
  for (const part of parts) {
    const last = found[found.length - 1]
    const joined = last && (part.unit ? last[0].unit === part.unit : part.run && last[0].run === part.run)
    if (joined) last.push(part)
    else found.push([part])
  }
  return found
}

/** What parts have to have in common to share a screen.
 * @param {Slide} slide
 * @param {Part} part */
const idea = (slide, part) => {
  const mark = part.mark || slide.mark
  return part.kind + (mark ? `${mark.state} ${mark.label}` : "")
}

/**
 * A long unit in pieces: as few as its smallest letters allow, then in letters as large as so many
 * pieces have room for, so that none is crowded beside one that is nearly empty.
 * @param {Part[]} run
 * @param {(parts: Part[], size: number) => boolean} fit
 */
const pieces = (run, fit) => {
  const cut = (/** @type {number} */ size) => {
    /** @type {Part[][]} */
    const made = []
    for (const part of run) {
      const last = made[made.length - 1]
      if (last && fit([...last, part], size)) last.push(part)
      else made.push([part])
    }
    return made
  }
  const fewest = cut(SMALLEST)
  for (const size of PACKED) {
    const made = cut(size)
    if (made.length <= fewest.length) return made
  }
  return fewest
}

/**
 * Slides as screens.
 * @param {Slide[]} slides
 * @param {(frame: Frame, size: number) => boolean} fits whether all parts of a frame are seen at
 *   once in letters of a size (projector-fit.js)
 */
export const framed = (slides, fits) => {
  /** @type {Frame[]} */
  const made = []
  for (const slide of slides) {
    /** @type {Frame} */
    let frame = { slide, parts: [], again: false, size: 0 }
    made.push(frame)
    const put = (/** @type {Part[]} */ parts) => {
      if (frame.parts.length) {
        frame = { slide, parts: [], again: true, size: 0 }
        made.push(frame)
      }
      frame.parts.push(...parts)
    }
    const fit = (/** @type {Part[]} */ parts, /** @type {number} */ size) => fits({ ...frame, parts }, size)
    let torn = false // so that what is left of a long unit shares its screen with no other
    for (const run of runs(slide.parts)) {
      const { parts } = frame
      if (!torn && parts.length && idea(slide, parts[0]) === idea(slide, run[0]) && fit([...parts, ...run], PACKED[0])) parts.push(...run)
      else {
        torn = run.length > 1 && !fit(run, SMALLEST)
        for (const piece of torn ? pieces(run, fit) : [run]) put(piece)
      }
    }
  }
  return made
}

/**
 * Screens in letters that are larger or smaller than they would be. What has no more room on its
 * screen flows to further ones; a goal, a question, the first screen and the last stay as large as
 * their screen allows; a longer single part has to be scrolled.
 * @param {Frame[]} frames
 * @param {number} scale above 0; 1 leaves them as they are
 * @param {(frame: Frame) => number} natural the size that a screen has by itself
 * @param {(frame: Frame, size: number) => boolean} fits
 */
export const scaled = (frames, scale, natural, fits) => {
  if (scale === 1) return frames
  /** @type {Frame[]} */
  const made = []
  for (const frame of frames) {
    const size = natural(frame) * scale
    /** @type {Part[][]} */
    const screens = [[]]
    for (const part of frame.parts) {
      const last = screens[screens.length - 1]
      // The mark of a right option stands in the list that is there already.
      if (!last.length || part.answer || fits({ ...frame, parts: [...last, part] }, size)) last.push(part)
      else screens.push(last.length > 1 && leads(last[last.length - 1], part) ? [...last.splice(-1), part] : [part])
    }
    made.push(...screens.map((parts, place) => {
      const screen = { ...frame, parts, size, again: frame.again || place > 0 }
      return scale > 1 && parts[0] && parts[0].kind && !fits(screen, size) ? { ...screen, size: natural(screen) } : screen
    }))
  }
  return made
}

/** @param {Unit | null} unit */
const upwards = unit => {
  const found = []
  for (let one = unit; one; one = one.above) found.push(one)
  return found
}

/**
 * The smallest unit that holds all of a screen; null where none does.
 * @param {Frame} frame
 */
export const holder = ({ parts }) => {
  if (!parts.length) return null
  const all = parts.map(part => upwards(part.unit))
  return all[0].find(unit => all.every(one => one.includes(unit))) || null
}

/**
 * The title of a screen: the name of what holds it, else that of its slide.
 * @param {Frame} frame
 */
export const titled = frame => {
  const unit = holder(frame)
  return unit ? unit.name : frame.slide.title
}

/**
 * How many parts stand before a screen.
 * @param {Frame[]} frames
 * @param {number} at
 */
export const before = (frames, at) => frames.slice(0, at).reduce((sum, frame) => sum + frame.parts.length, 0)

/**
 * The screen on which the part of a number (from 1) is the last seen, and how many it shows.
 * @param {Frame[]} frames
 * @param {number} part
 */
export const located = (frames, part) => {
  let left = part
  for (const [at, frame] of frames.entries()) {
    if (left <= frame.parts.length) return { at, shown: left }
    left -= frame.parts.length
  }
  return { at: frames.length - 1, shown: frames[frames.length - 1].parts.length }
}
