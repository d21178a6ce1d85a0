// What this device keeps of the answers to a set of questions.
import { device } from "../../../theme/assets/javascripts/dom.js"

/**
 * What is kept of a question: which option was chosen, whether it was right, and whether the
 * first try was; the first try alone while the question is asked again.
 * @typedef {{chon?: number, dung?: boolean, dau?: boolean}} Answer
 */
const PREFIX = "cau-hoi:"

/**
 * The kept answers by question; none where storage is denied, holds rubbish, or another edition.
 * @param {string} set
 * @param {string} edition
 * @returns {Record<string, Answer>}
 */
export const read = (set, edition) => {
  try {
    const kept = JSON.parse(device.read(PREFIX + set) || "{}")
    if (kept && kept.phien === edition && kept.cau && typeof kept.cau === "object") return kept.cau
  } catch { /* as if nothing were kept */ }
  return {}
}
/**
 * @param {string} set
 * @param {string} edition
 * @param {Record<string, Answer> | null} answers
 */
export const write = (set, edition, answers) =>
  device.write(PREFIX + set, answers && JSON.stringify({ phien: edition, cau: answers }))
/** Whether anything is kept of a set, whatever it is. @param {string} set */
export const isKept = set => device.read(PREFIX + set) !== null
/** @param {Answer | undefined} one */
export const valid = one => Boolean(one) && Number.isInteger(one && one.chon) && Number(one && one.chon) >= 0 && Number(one && one.chon) < 4
