// The clock of a session against the minutes of its plan. Seconds throughout; the plan's in minutes.
import { visit } from "../../../theme/assets/javascripts/dom.js"

/** @typedef {import("./projector-slides.js").Slide} Slide */
/**
 * A step of a plan: its title, its first slide, and from which minute to which it goes.
 * @typedef {{title: string, slide: Slide, begins: number, ends: number}} Step
 */

/**
 * The steps of a plan; none where no slide has minutes.
 * @param {Slide[]} slides
 */
export const stepsOf = slides => {
  /** @type {Step[]} */
  const steps = []
  let at = 0
  for (const slide of slides) {
    if (!slide.minutes) continue
    steps.push({ title: slide.title, slide, begins: at, ends: at + slide.minutes })
    at += slide.minutes
  }
  return steps
}

/** 754 → “12:34”.
 * @param {number} seconds */
export const told = seconds => {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}

/**
 * Behind the plan or ahead of it, in words. Half a minute is no news.
 * @param {number} seconds since the session began
 * @param {{begins: number, ends: number}} step the one that is on the wall
 */
export const pace = (seconds, { begins, ends }) => {
  const late = seconds - ends * 60
  const early = begins * 60 - seconds
  const words = (/** @type {number} */ away) => `${Math.max(1, Math.round(away / 60))} phút`
  if (late >= 30) return `Chậm ${words(late)} so với kế hoạch`
  if (early >= 30) return `Sớm ${words(early)} so với kế hoạch`
  return "Đúng kế hoạch"
}

const key = () => `chieu-gio ${location.pathname}`

/** When the session began; kept until the window is closed, so that a reload does not lose it. */
export class Clock {
  constructor() {
    this.start = Number(visit.read(key())) || 0
    /** @type {Step | null} */
    this.step = null
    this.since = 0
    /** Minutes of the whole plan. */
    this.total = 0
  }

  /**
   * What is on the wall from now on. The cover sets the clock back; a session that begins in the
   * middle is taken to be on time there.
   * @param {Step | null} step
   * @param {number} now milliseconds
   */
  enter(step, now) {
    if (this.step !== step) this.since = now
    this.step = step
    if (!step) this.set(0)
    else if (!this.start) this.set(now - step.begins * 60000)
  }

  /** Counts anew as if the step on the wall began now, on time.
   * @param {number} now milliseconds */
  again(now) {
    this.since = now
    this.set(this.step ? now - this.step.begins * 60000 : 0)
  }

  /** @param {number} start milliseconds */
  set(start) {
    this.start = start
    visit.write(key(), start ? String(start) : null)
  }

  /**
   * Seconds since the session began, and since its step came on the wall.
   * @param {number} now milliseconds
   */
  read(now) {
    return { all: this.start ? (now - this.start) / 1000 : 0, step: this.start ? (now - this.since) / 1000 : 0 }
  }
}
