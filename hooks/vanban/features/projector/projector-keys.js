// What a key or a finger asks of the projector.

/** @typedef {"next" | "back" | "slideOn" | "slideBack" | "first" | "last" | "dark" | "code" | "presenter" | "full" | "larger" | "smaller" | "scheme" | "help" | "leave" | "stay"} Act */
/**
 * Keys that ask for one thing; `shown` is how they are told, "" for keys that go without saying.
 * @typedef {{act: Act, keys: string[], shown: string, words: string}} Row
 */

/** @type {Row[]} */
export const TABLE = [
  { act: "next", keys: ["ArrowRight", "PageDown", " ", "Enter"], shown: "→ PageDown, dấu cách, Enter", words: "tiếp" },
  { act: "back", keys: ["ArrowLeft", "PageUp", "Backspace"], shown: "← PageUp", words: "lui" },
  { act: "slideOn", keys: ["ArrowDown"], shown: "↓", words: "phần sau" },
  { act: "slideBack", keys: ["ArrowUp"], shown: "↑", words: "phần trước" },
  { act: "first", keys: ["Home"], shown: "Home", words: "về đầu" },
  { act: "last", keys: ["End"], shown: "End", words: "tới cuối" },
  { act: "presenter", keys: ["p"], shown: "p", words: "cửa sổ người dẫn" },
  { act: "full", keys: ["f"], shown: "f", words: "đầy màn hình, hoặc thôi" },
  { act: "larger", keys: ["+", "="], shown: "+", words: "chữ to hơn" },
  { act: "smaller", keys: ["-", "_"], shown: "-", words: "chữ nhỏ hơn" },
  { act: "scheme", keys: ["t"], shown: "t", words: "nền tối, nền sáng" },
  { act: "dark", keys: ["b", "."], shown: "b, dấu chấm", words: "tắt màn hình; phím bất kỳ bật lại" },
  { act: "code", keys: ["q"], shown: "q", words: "mã QR thật lớn, khi trang có mã" },
  { act: "help", keys: ["?"], shown: "?", words: "bảng phím này" },
  { act: "leave", keys: ["Escape"], shown: "Esc", words: "về trang đang đọc; c để chiếu tiếp" },
  // What a clicker sends to begin; the browser would load the page anew.
  { act: "stay", keys: ["F5"], shown: "", words: "" },
]
/** What is told of numbers, which are no key of their own. */
export const JUMP = { shown: "số, Enter", words: "tới màn mang số ấy" }

/** @type {Map<string, Act>} */
const ACTS = new Map()
for (const { act, keys } of TABLE) for (const key of keys) ACTS.set(key, act)

/** Screen pixels that a finger moves in a swipe. */
const SWIPE = 50
/** Digits that a number of a screen has at most. */
const DIGITS = 3

/**
 * What a key asks for; undefined where it is not for the projector. Caps Lock plays no part.
 * @param {{key: string, shiftKey?: boolean}} event
 * @returns {Act | undefined}
 */
export const asked = ({ key, shiftKey }) => {
  if (key === " " && shiftKey) return "back"
  return ACTS.get(key.length === 1 ? key.toLowerCase() : key)
}

/**
 * The number that is being typed after one more key: digits add to it, Backspace takes one away,
 * any other key ends it. Enter means the number that was typed before it.
 * @param {string} typed
 * @param {string} key
 */
export const digits = (typed, key) => {
  if (/^[0-9]$/.test(key)) return (typed + key).replace(/^0+/, "").slice(-DIGITS)
  return key === "Backspace" ? typed.slice(0, -1) : ""
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
