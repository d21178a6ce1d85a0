// The minutes of a plan by the clock on the wall.
import assert from "node:assert/strict"
import { test } from "node:test"
import { byClock } from "../../hooks/vanban/features/session/session-clock.js"

test("minutes after the hour at which it begins", () => {
  assert.equal(byClock("5–13", "14:00"), "14:05–14:13")
  assert.equal(byClock("0–15", "07:50"), "07:50–08:05")
  assert.equal(byClock("30–45", "23:25"), "23:55–00:10") // past midnight
})

test("without an hour the minutes stay as the plan has them", () => {
  for (const start of ["", "14", "25:00", "14:75", "<b>"]) assert.equal(byClock("5–13", start), "5–13")
})
