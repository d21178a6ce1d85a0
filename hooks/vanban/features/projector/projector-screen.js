// The screen while the projector is open: all of it, awake, and as before when it closes.
export class Screen {
  /** @param {() => void} left called when the reader leaves the full screen by other ways */
  constructor(left) {
    this.full = false
    /** @type {[number, number]} */
    this.here = [0, 0]
    /** @type {Element | null} */
    this.from = null
    /** @type {WakeLockSentinel | null} */
    this.lock = null
    /** @type {Promise<void>} */
    this.leaving = Promise.resolve()
    this.waking = () => { if (document.visibilityState === "visible") this.wake() }
    this.left = () => { if (this.full && !document.fullscreenElement) left() }
  }

  /** Remembers where the reader was. */
  remember() {
    this.here = [scrollX, scrollY]
    this.from = document.activeElement
    document.documentElement.classList.add("chieu-dang")
  }

  async enter() {
    this.full = false
    await this.leaving // else its end, which comes later, would close what opens now
    const { userActivation } = navigator
    try {
      // After a reload nobody has pressed anything yet: then the browser would only complain.
      if (!userActivation || userActivation.isActive) await document.documentElement.requestFullscreen()
      this.full = Boolean(document.fullscreenElement)
    } catch { /* a window serves as well */ }
    if (document.fonts) await document.fonts.ready
  }

  /** All of the screen, or a window again. */
  async toggle() {
    const was = document.fullscreenElement
    this.full = false // so that leaving it does not close the projector
    await (was ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {})
    this.full = Boolean(document.fullscreenElement)
  }

  // A screen that goes dark in the middle of a session helps nobody.
  stayAwake() {
    document.addEventListener("fullscreenchange", this.left)
    // The browser lets go of it when the tab is hidden.
    document.addEventListener("visibilitychange", this.waking)
    this.wake()
  }

  wake() {
    if (!navigator.wakeLock) return
    navigator.wakeLock.request("screen").then(lock => { this.lock = lock }, () => {})
  }

  leave() {
    document.removeEventListener("fullscreenchange", this.left)
    document.removeEventListener("visibilitychange", this.waking)
    if (this.lock) this.lock.release().catch(() => {})
    document.documentElement.classList.remove("chieu-dang")
    if (document.fullscreenElement) this.leaving = document.exitFullscreen().catch(() => {})
    if (this.from instanceof HTMLElement) this.from.focus({ preventScroll: true })
    scrollTo(...this.here)
  }
}
