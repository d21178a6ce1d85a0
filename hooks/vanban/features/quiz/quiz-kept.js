// What this device keeps of the answers to a set of questions.
import { device } from "../../../theme/assets/javascripts/dom.js"

/**
 * What is kept of a question: which option was chosen, whether it was right, and whether the
 * first try was; the first try alone while the question is asked again.
 * @typedef {{chon?: number, dung?: boolean, dau?: boolean}} Answer
 */
/** @typedef {{phien: string, cau: Record<string, Answer>}} Edition */
const PREFIX = "cau-hoi:"

/** @param {any} one @returns {one is Edition} */
const isEdition = one => Boolean(one) && typeof one.phien === "string" && Boolean(one.cau) && typeof one.cau === "object"

/**
 * The editions of which answers are kept, the one that was answered last first: a window of the release before
 * may be open beside one of the next, and neither may cost the other what was answered there.
 * @param {string} set
 * @returns {Edition[]}
 */
const editions = set => {
  try {
    const kept = JSON.parse(device.read(PREFIX + set) || "null")
    return [kept, kept && kept.truoc].filter(isEdition)
  } catch { return [] } // as if nothing were kept
}

/**
 * The kept answers by question; none where storage is denied, holds rubbish, or other editions.
 * @param {string} set
 * @param {string} edition
 * @returns {Record<string, Answer>}
 */
export const read = (set, edition) => {
  const own = editions(set).find(({ phien }) => phien === edition)
  return own ? own.cau : {}
}
/**
 * @param {string} set
 * @param {string} edition
 * @param {Record<string, Answer> | null} answers
 */
export const write = (set, edition, answers) => {
  const other = editions(set).find(({ phien }) => phien !== edition)
  const truoc = other && { phien: other.phien, cau: other.cau }
  return device.write(PREFIX + set, answers && JSON.stringify({ phien: edition, cau: answers, truoc }))
}
/** Whether anything is kept of a set, whatever it is. @param {string} set */
export const isKept = set => device.read(PREFIX + set) !== null
/** @param {Answer | undefined} one */
export const valid = one => Boolean(one) && Number.isInteger(one && one.chon) && Number(one && one.chon) >= 0 && Number(one && one.chon) < 4
