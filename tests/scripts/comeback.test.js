// How often a page that stays open asks for a newer release.
import assert from "node:assert/strict"
import { test } from "node:test"
import { keepAsking } from "../../hooks/vanban/features/offline/offline-newer.js"
import { page } from "./page.js"

test("who comes back asks again after an hour, at once where nobody answered, and never unseen", async () => {
  const window = page("").ownerDocument.defaultView
  assert.ok(window)
  await new Promise(done => { window.addEventListener("pageshow", done) }) // the one of its beginning
  const { now } = Date
  let hidden = false
  let answers = true
  let asked = 0
  let time = 1e12
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden })
  const registration = /** @type {any} */ ({
    scope: "",
    update: async () => {
      asked++
      if (!answers) throw new Error("không có mạng")
    },
  })
  /** @type {string[]} */
  const told = []
  /** Somebody comes back so many minutes later. @param {number} minutes @param {string} [name] */
  const back = async (minutes, name = "visibilitychange") => {
    time += minutes * 60000
    const Event = /** @type {any} */ (window).Event
    const target = name === "visibilitychange" ? document : window
    target.dispatchEvent(new Event(name))
    await new Promise(done => { setTimeout(done, 1) })
    return asked
  }
  try {
    Date.now = () => time
    await keepAsking(registration, ({ state }) => { told.push(state) })
    assert.equal(asked, 1)
    assert.equal(await back(59), 1)
    hidden = true
    assert.equal(await back(9999), 1)
    hidden = false
    answers = false
    assert.equal(await back(0), 2)
    assert.equal(await back(0, "focus"), 3)
    answers = true
    assert.equal(await back(0, "online"), 4)
    assert.equal(await back(1, "pageshow"), 4)
    assert.equal(await back(-600), 5, "the clock was set back")
    assert.deepEqual(told, ["moi-nhat", "chua-hoi", "chua-hoi", "moi-nhat", "moi-nhat"])
  } finally {
    Date.now = now
  }
})
