// Where law that has ended stands today: one tap beside what was found.
import { idOf, labelOf, unitOf, upwards } from "../../../theme/assets/javascripts/units.js"

/**
 * @typedef {import("./citation-finder.js").Suggestion} Suggestion
 * @typedef {{lead: string, there: Suggestion, more: string}} Today where it stands today, and words
 *   before and behind its name
 */
const ENDED = "het"

/**
 * That very unit, the first part of it that was compared, or what holds it; undefined where
 * nobody compared anything, and for what has not ended.
 * @param {Pick<Suggestion, "one" | "unit" | "state">} found
 * @param {import("./citation-finder.js").Finder} finder
 * @returns {Today | undefined}
 */
export const todayOf = ({ one, unit, state }, finder) => {
  const heirs = one.raw.nay
  if (state !== ENDED || !heirs) return undefined
  const own = idOf(unit)
  const part = own && !heirs[own] ? Object.keys(heirs).find(id => id.startsWith(`${own}-`)) : undefined
  const about = part || [own, ...upwards(unit).map(idOf), ""].find(id => heirs[id])
  if (about === undefined) return undefined
  const [place, id, count] = heirs[about]
  const others = count > 1 ? ` và ${count - 1} chỗ khác` : ""
  const whole = part || about === own ? "" : ` (so cả ${about ? labelOf(unitOf(about)) : "văn bản"})`
  return {
    lead: part ? `→ ${labelOf(unitOf(part))} nay: ` : "→ nay: ",
    there: finder.suggestion(finder.all[place], unitOf(id), 3),
    more: others + whole,
  }
}

/** Items of which none says where another stands today that is there itself, or was said before.
 * @template {{href: string, today?: Today}} T
 * @param {T[]} items */
export const once = items => items.map((item, place) => {
  const there = item.today && item.today.there.href
  const isSaid = there && (items.some(({ href }) => href === there) || items.slice(0, place).some(({ today }) => today && today.there.href === there))
  return isSaid ? { ...item, today: undefined } : item
})
