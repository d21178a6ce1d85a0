// Whether a provision that is offered holds, as the index has it (provisions.py).
import { idOf, upwards } from "../../../theme/assets/javascripts/units.js"

/**
 * The state of the nearest unit that has one of its own, and its words where they say more than that:
 * a day on which it is known to end, to begin, to be in doubt; else "".
 * @param {import("./citation-documents.js").Raw} raw
 * @param {import("../../../theme/assets/javascripts/units.js").Unit} unit
 */
export const stateOf = ({ tt, rieng = {}, loi = {} }, unit) => {
  const ids = unit.dieu ? [...upwards(unit)].map(idOf) : []
  const near = ids.find(id => rieng[id])
  const told = ids.find(id => rieng[id] || loi[id])
  const usual = unit.dieu && tt === "mot-phan" ? "con" : tt
  return { state: near ? rieng[near] : usual, words: loi[told || ""] || "" }
}
