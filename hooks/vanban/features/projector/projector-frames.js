// Lays the parts of slides on screens. A unit (a clause's own words, a point, a provision that is
// drawn in) stays with its “Hôm nay”: it is on one screen unless it is longer than a screen. One
// screen has one idea: a goal, a story, a question, a provision with its one state.

/**
 * @typedef {import("./projector-slides.js").Slide} Slide
 * @typedef {import("./projector-parts.js").Part} Part
 * @typedef {import("./projector-parts.js").Unit} Unit
 * What is on one screen together; `again`: not the first of its slide.
 * @typedef {{slide: Slide, parts: Part[], again: boolean}} Frame
 */

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
 * Slides as screens.
 * @param {Slide[]} slides
 * @param {(frame: Frame, whole: boolean) => boolean} fits whether all parts of a frame are seen
 *   at once; `whole`: they must not be torn apart, so smaller letters will do
 */
export const framed = (slides, fits) => {
  /** @type {Frame[]} */
  const made = []
  for (const slide of slides) {
    /** @type {Frame} */
    let frame = { slide, parts: [], again: false }
    made.push(frame)
    const turn = () => {
      frame = { slide, parts: [], again: true }
      made.push(frame)
    }
    const joins = (/** @type {Part[]} */ more, /** @type {boolean} */ whole) => frame.parts.length > 0
      && idea(slide, frame.parts[0]) === idea(slide, more[0])
      && fits({ ...frame, parts: [...frame.parts, ...more] }, whole)
    let torn = false // so that what is left of a long unit shares its screen with no other
    for (const run of runs(slide.parts)) {
      /** @type {boolean} */
      let whole = !torn && joins(run, false)
      if (!whole) {
        if (frame.parts.length) turn()
        whole = run.length === 1 || fits({ ...frame, parts: run }, true)
      }
      for (const part of run) {
        if (!whole && frame.parts.length && !joins([part], true)) turn()
        frame.parts.push(part)
      }
      torn = !whole
    }
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
