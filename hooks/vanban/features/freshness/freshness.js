// How old the checks are by the reader's own clock, so that a copy that nobody tends ages too.
// The rule is that of law/age.py; a clock that stands before a check says nothing.
import { whenBack } from "../../../theme/assets/javascripts/comeback.js"
import { every, make } from "../../../theme/assets/javascripts/dom.js"

const MAY_HAVE_CHANGED = 6
const LOOK_UP = 12

/** @param {number} number */
const two = number => String(number).padStart(2, "0")

/**
 * The same day so many months later, as it sorts: 2026-08-31 and 6 make 2027-02-28.
 * @param {string} day
 * @param {number} months
 */
export const monthsAfter = (day, months) => {
  const [year, month, date] = day.split("-").map(Number)
  const at = month - 1 + months
  const last = new Date(Date.UTC(year, at + 1, 0)).getUTCDate()
  return `${year + Math.floor(at / 12)}-${two(at % 12 + 1)}-${two(Math.min(date, last))}`
}

/**
 * Whether so many months have passed since a day; the limit is passed on the day after it.
 * @param {string} day
 * @param {number} months
 * @param {Date} now
 */
export const isOlder = (day, months, now) =>
  `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` > monthsAfter(day, months)

const judge = () => {
  const now = new Date()
  for (const place of every(document, ".kt[data-ngay]")) {
    if (place.querySelector(".tuoi-loi") || !isOlder(place.dataset.ngay || "", MAY_HAVE_CHANGED, now)) continue
    place.append(make("span", "tuoi-loi", ", có thể đã thay đổi"))
  }
  for (const warning of every(document, ".tuoi[data-ngay]")) {
    if (isOlder(warning.dataset.ngay || "", LOOK_UP, now)) warning.hidden = false
  }
}

export const start = () => {
  judge()
  whenBack(judge) // a tab may stay open for a year
}
