// The screen while the projector is open, with a browser's parts made up.
import assert from "node:assert/strict"
import { test } from "node:test"

import { Screen } from "../../hooks/vanban/features/projector/projector-screen.js"
import { page } from "./page.js"

test("the screen is kept awake again after the tab was hidden, and no longer when it is closed", () => {
  page("")
  let asks = 0
  const wakeLock = { request: () => { asks += 1; return Promise.resolve({ release: () => Promise.resolve() }) } }
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { wakeLock } })
  Object.defineProperty(globalThis, "scrollTo", { configurable: true, value: () => {} })
  const screen = new Screen(() => {})
  screen.stayAwake()
  const turned = (/** @type {string} */ state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: state })
    document.dispatchEvent(new document.defaultView.Event("visibilitychange"))
    return asks
  }
  assert.deepEqual([asks, turned("hidden"), turned("visible")], [1, 1, 2])
  screen.leave()
  assert.equal(turned("visible"), 2)
})

test("a full screen that is still being left is waited for before the next one is asked for", async () => {
  page("")
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: {} })
  Object.defineProperty(globalThis, "scrollTo", { configurable: true, value: () => {} })
  /** @type {Element | null} */
  let full = null
  let left = () => {}
  Object.defineProperty(document, "fullscreenElement", { configurable: true, get: () => full })
  document.documentElement.requestFullscreen = async () => { full = document.documentElement }
  document.exitFullscreen = () => new Promise(done => { left = () => { full = null; done() } })
  const screen = new Screen(() => {})
  await screen.enter()
  screen.leave()
  const again = screen.enter()
  await Promise.resolve()
  left()
  await again
  assert.deepEqual([screen.full, full], [true, document.documentElement])
})
