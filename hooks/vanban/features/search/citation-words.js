// What the box “Đi tới điều khoản” says beside its list.
import { ALPHABET, labelOf, upper } from "../../../theme/assets/javascripts/units.js"

/** @typedef {import("../../../theme/assets/javascripts/units.js").Unit} Unit */

/** A unit's name as a sentence begins with it.
 * @param {Unit} unit */
export const label = unit => upper(labelOf(unit))

/**
 * 1, 2, 3, 5 → “1–3, 5”; letters follow the alphabet of the law, where đ comes after d.
 * @param {string[]} list
 */
export const runs = list => {
  /** @param {string} value */
  const order = value => (/^\d+$/.test(value) ? Number(value) : ALPHABET.includes(value) ? 1e6 + ALPHABET.indexOf(value) : NaN)
  /** @type {[string, string][]} */
  const made = []
  for (const value of list) {
    const run = made[made.length - 1]
    if (run && order(value) === order(run[1]) + 1) run[1] = value
    else made.push([value, value])
  }
  return made.length > 8 ? "" : made.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(", ")
}
/**
 * How many there are, and which.
 * @param {string} holder
 * @param {string[]} list
 * @param {string} noun
 * @param {boolean} whole
 */
export const count = (holder, list, noun, whole) => {
  const range = runs(list)
  const which = range && ` (${range})`
  if (whole) return `${holder} có ${list.length} ${noun}${which}`
  return `Ở đây mới ghi ${noun} ${range || "(" + list.length + ")"} của ${holder}; có thể còn nữa`
}

/** A unit stands in many documents.
 * @param {Unit} unit */
export const whose = unit => `${label(unit)} của văn bản nào? Thêm tên, ví dụ: ${labelOf(unit).toLowerCase()} anm.`

/**
 * What has to be said beside the list; "" where it speaks for itself.
 * @param {import("./citation-finder.js").Suggestion[]} items
 * @param {Unit} unit
 * @param {string} name what was typed, where it names a document
 * @param {boolean} here whether the open page belongs to a document
 */
export const message = (items, unit, name, here) => {
  const named = Object.keys(unit).length > 0
  if (items.length) {
    if (items[0].sure < 3) return `${items[0].note}.`
    return !name && named && !here ? whose(unit) : ""
  }
  if (name) return `Ở đây chưa có văn bản nào khớp với “${name}”.`
  if (!named) return "Gõ thêm số điều hoặc tên văn bản, ví dụ: k1 d8 anm."
  if (unit.dieu || unit.muc) return `Ở đây chưa thấy ${label(unit)} trong văn bản nào.`
  return `Thêm số điều và tên văn bản, ví dụ: ${label(unit).toLowerCase()} điều 8 anm.`
}
