// When the rest of the texts is asked for again.
import assert from "node:assert/strict"
import { test } from "node:test"
import { page } from "./page.js"
import { Rest } from "../../hooks/vanban/features/search/search-rest.js"

test("a key asks again after a pause, also for what was gone for a moment", async () => {
  page("")
  const { now } = Date
  let time = 1e12
  Date.now = () => time
  try {
    const rest = new Rest(/** @type {any} */ ({ whole: false }))
    const come = () => new Promise(done => { rest.hearers.add(() => done(undefined)) })
    await come() // here is no such module
    for (const isGone of [true, false]) {
      rest.isGone = isGone
      time += 2000
      rest.again()
      assert.equal(rest.isComing, false, "not at every key")
      time += 2000
      rest.again()
      assert.equal(rest.isComing, true)
      await come()
    }
    assert.equal(rest.misses, 3)
    time -= 3600000 // a clock that was wrong is set right
    rest.again()
    assert.equal(rest.isComing, true)
  } finally {
    Date.now = now
  }
})
