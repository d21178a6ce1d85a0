// What a key or a finger asks of the projector.

/** @typedef {"next" | "back" | "slideOn" | "slideBack" | "first" | "last" | "dark" | "code" | "leave" | "stay"} Act */

/** @type {Record<string, Act>} */
const KEYS = {
  ArrowRight: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "back", PageUp: "back", Backspace: "back",
  ArrowDown: "slideOn", ArrowUp: "slideBack", Home: "first", End: "last",
  b: "dark", ".": "dark", q: "code", Escape: "leave",
  F5: "stay", // what a clicker sends to begin; the browser would load the page anew
}
/** Screen pixels that a finger moves in a swipe. */
const SWIPE = 50

/**
 * What a key asks for; undefined where it is not for the projector. Caps Lock plays no part.
 * @param {{key: string, shiftKey?: boolean}} event
 * @returns {Act | undefined}
 */
export const asked = ({ key, shiftKey }) => {
  if (key === " " && shiftKey) return "back"
  return KEYS[key.length === 1 ? key.toLowerCase() : key]
}

/**
 * Which way a finger has turned the page: 1 on, -1 back, 0 for no swipe.
 * @param {number} across how far it went to the right
 * @param {number} down how far it went down
 * @returns {1 | -1 | 0}
 */
export const swiped = (across, down) => {
  if (Math.abs(across) < SWIPE || Math.abs(across) < 2 * Math.abs(down)) return 0
  return across < 0 ? 1 : -1
}

/**
 * Tells which way each swipe over an element goes.
 * @param {HTMLElement} element
 * @param {(way: 1 | -1) => void} turn
 */
export const onSwipe = (element, turn) => {
  /** @type {[number, number]} */
  let touched = [0, 0]
  element.addEventListener("touchstart", ({ touches: [{ clientX, clientY }] }) => { touched = [clientX, clientY] }, { passive: true })
  element.addEventListener("touchend", ({ touches, changedTouches: [{ clientX, clientY }] }) => {
    const way = touches.length ? 0 : swiped(clientX - touched[0], clientY - touched[1])
    if (way) turn(way)
  })
}
