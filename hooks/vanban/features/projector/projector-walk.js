// Where one is among the screens, and the ways from there; nothing of this is seen.

import { leads } from "./projector-frames.js"

/** @typedef {import("./projector-frames.js").Frame} Frame */

export class Walk {
  constructor() {
    /** @type {Frame[]} */
    this.all = []
    this.at = 0
    /** How many parts of the screen are seen. */
    this.shown = 0
  }

  get frame() {
    return this.all[this.at]
  }

  /** The last part that is seen. */
  get part() {
    return this.frame.parts[this.shown - 1]
  }

  /** @param {number} at which screen
   * @param {number} shown how many of its parts */
  turn(at, shown) {
    this.at = Math.max(0, Math.min(at, this.all.length - 1))
    this.shown = this.whole(shown)
  }

  /** How many parts are seen where so many are wanted: a lead-in comes with what it leads in.
   * @param {number} wanted */
  whole(wanted) {
    const { parts } = this.frame
    let shown = Math.min(wanted, parts.length)
    while (shown > 0 && shown < parts.length && leads(parts[shown - 1], parts[shown])) shown += 1
    return shown
  }

  /** One part on or back; at an end nothing.
   * @param {1 | -1} way */
  step(way) {
    let shown = this.shown + way
    while (way < 0 && shown > 0 && this.whole(shown) >= this.shown) shown -= 1
    if (shown > 0 && shown <= this.frame.parts.length) this.shown = this.whole(shown)
    else if (this.all[this.at + way]) this.turn(this.at + way, way > 0 ? 1 : Infinity)
  }

  /** To the beginning of the next slide or of the one before.
   * @param {1 | -1} way */
  slide(way) {
    const { slide } = this.frame
    let at = this.at
    if (way > 0) while (at < this.all.length && this.all[at].slide === slide) at += 1
    else {
      const wanted = this.all[Math.max(0, this.all.findIndex(frame => frame.slide === slide) - 1)].slide
      at = this.all.findIndex(frame => frame.slide === wanted)
    }
    if (at < this.all.length) this.turn(at, 1)
  }

  /** To what bears an id, else to the beginning.
   * @param {string} id */
  find(id) {
    this.at = 0
    this.shown = this.frame.parts.length && this.frame.parts[0].mark === null ? 1 : 0
    if (!id) return
    const slide = this.all.findIndex(frame => !frame.again && frame.slide.ids.includes(id))
    const inside = this.all.findIndex(frame => frame.parts.some(part => part.ids.includes(id)))
    if (inside >= 0) this.turn(inside, this.all[inside].parts.findIndex(part => part.ids.includes(id)) + 1)
    else if (slide >= 0) this.turn(slide, 1)
  }

  /** The same place among screens that were cut anew.
   * @param {Frame[]} all */
  recut(all) {
    const part = this.frame.parts[Math.max(0, this.shown - 1)]
    this.all = all
    const at = all.findIndex(frame => frame.parts.includes(part))
    this.turn(Math.max(0, at), part ? all[Math.max(0, at)].parts.indexOf(part) + 1 : 0)
  }
}
