// A countdown that the room sees. It goes by the clock, so that a tab left and come back to is right.
import { control, make } from "../../../theme/assets/javascripts/dom.js"

/** How often what is left is shown anew, in milliseconds. */
const EVERY = 200

/** @param {number} seconds */
export const shown = seconds => `${Math.floor(seconds / 60)}:${seconds % 60 < 10 ? "0" : ""}${seconds % 60}`

export class Countdown {
  /**
   * @param {() => number} seconds how long it takes
   * @param {() => void} ended called when no time is left
   */
  constructor(seconds, ended) {
    this.seconds = seconds
    this.ended = ended
    this.clock = make("span", "phong-gio")
    this.clock.setAttribute("role", "timer")
    this.button = control("nut phong-dem", "", () => this.toggle())
    /** @type {number | undefined} */
    this.running = undefined
    this.stop()
  }

  toggle() {
    if (this.running) return this.stop()
    const end = Date.now() + this.seconds() * 1000
    const show = () => {
      const left = Math.ceil((end - Date.now()) / 1000)
      if (left > 0) {
        this.clock.textContent = shown(left)
        return
      }
      this.stop()
      this.clock.textContent = "Hết giờ"
      this.ended()
    }
    this.running = window.setInterval(show, EVERY)
    this.button.textContent = "Dừng đếm"
    show()
  }

  stop() {
    clearInterval(this.running)
    this.running = undefined
    this.clock.textContent = ""
    this.button.textContent = `Đếm ${this.seconds()} giây`
  }
}
