// What the box offers of the tiết in a point. Few texts have any, and few of those are counted.
import { count, label } from "./citation-words.js"

/**
 * @typedef {import("../../../theme/assets/javascripts/units.js").Unit} Unit
 * @typedef {import("./citation-documents.js").Instrument} Instrument
 * @typedef {{indents: import("./citation-documents.js").Indents}} Holder the clause or the article
 *   whose point it is
 */

/** The numbers of the tiết in a point; none where nobody counted.
 * @param {Unit} unit
 * @param {Holder} [holder] */
export const numbers = (unit, holder) => {
  const inside = holder && holder.indents.get(unit.diem || "")
  return inside ? inside.numbers : []
}

/**
 * A point that is there, or the tiết that is asked for in it.
 * @param {import("./citation-finder.js").Finder} finder
 * @param {Instrument} one
 * @param {Unit} unit
 * @param {Holder} holder
 */
export const within = (finder, one, unit, holder) => {
  const { tiet, ...point } = unit
  const inside = holder.indents.get(unit.diem || "")
  if (!tiet || (inside && inside.numbers.includes(tiet))) return finder.suggestion(one, unit, 3)
  const name = `${label(point)} ${one.raw.goi}`
  if (!inside) return finder.suggestion(one, point, 2, `Ở đây chưa đếm các tiết của ${name}`)
  const told = count(name, inside.numbers, "tiết", inside.whole)
  return finder.suggestion(one, point, inside.whole ? 1 : 2, `Không thấy tiết ${tiet}. ${told}`)
}
