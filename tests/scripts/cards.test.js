// Notes beside a letter: at the height of their item where they can be, never over one another.
import assert from "node:assert/strict"
import { test } from "node:test"
import { stacked } from "../../hooks/vanban/features/dispatch/dispatch-cards.js"

test("a note stands at its item, or below the note before it", () => {
  const found = stacked([
    { wanted: 100, height: 300 },
    { wanted: 150, height: 50 }, // its item stands beside the first note
    { wanted: 900, height: 40 }, // room again
  ])
  assert.deepEqual(found.tops, [100, 412, 900])
  assert.equal(found.end, 940)
})

test("the first note may stand at the very top, and there may be none", () => {
  assert.deepEqual(stacked([{ wanted: 0, height: 10 }]).tops, [0])
  assert.deepEqual(stacked([]), { tops: [], end: 0 })
})
