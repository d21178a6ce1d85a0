// The limits of tests/law/test_age.py, by the reader's clock.
import assert from "node:assert/strict"
import { test } from "node:test"
import { isOlder, monthsAfter } from "../../hooks/vanban/features/freshness/freshness.js"

for (const [day, months, then] of [
  ["2026-11-23", 6, "2027-05-23"],
  ["2026-11-23", 12, "2027-11-23"],
  ["2026-08-31", 6, "2027-02-28"],
  ["2027-08-31", 6, "2028-02-29"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2026-12-31", 1, "2027-01-31"],
  ["2026-06-30", 6, "2026-12-30"],
]) test(`${day} and ${months} months`, () => assert.equal(monthsAfter(String(day), Number(months)), then))

for (const [year, month, date, older] of [
  [2026, 1, 1, false],
  [2027, 5, 23, false],
  [2027, 5, 24, true],
  [2036, 1, 1, true],
]) test(`on ${year}-${month}-${date}`, () => {
  const now = new Date(Number(year), Number(month) - 1, Number(date), 0, 5)
  assert.equal(isOlder("2026-11-23", 6, now), older)
})
