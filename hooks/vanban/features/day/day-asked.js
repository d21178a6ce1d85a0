// The day that an address or a reader asks for, and the answer for a unit on it. The answers were
// worked out when the site was built (timeline.py); here they are only looked up.
import { writtenDay } from "../../../theme/assets/javascripts/dom.js"

/**
 * How a unit stood from a day on: its state, how sure that is, where its content stood.
 * @typedef {{tu: string, tt: string, dau: string, chu: string, chac: string, noi: string, cho?: string[], toi?: string[][], phan?: boolean}} Answer
 * @typedef {{ten: string, kiem: string, "kiem-chu": string, doi: Answer[][], muc: Record<string, number>}} Timelines
 */

const SHOWN = 30
const FIRST = 1900
const LAST = 2199

/** @param {string} number */
const two = number => number.padStart(2, "0")

/**
 * The day that a text names, as `2024-06-01` and as the site writes it; or what is wrong, as a
 * sentence. Both `2024-06-01` and `1/6/2024` are read.
 * @param {string} asked
 * @returns {{day: string, written: string, wrong: string}}
 */
export const asDay = asked => {
  const text = asked.trim()
  const plain = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const turned = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const parts = plain ? plain.slice(1) : turned ? turned.slice(1).reverse() : null
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  if (!parts) {
    const wrong = text ? `“${shown}” không phải một ngày.` : "Chưa có ngày nào được hỏi."
    return { day: "", written: "", wrong: `${wrong} Viết năm-tháng-ngày, chẳng hạn 2024-06-01.` }
  }
  const [year, month, date] = parts.map(Number)
  const made = new Date(Date.UTC(year, month - 1, date))
  if (year >= 100 && (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== date)) {
    return { day: "", written: "", wrong: `Trong lịch không có ngày “${shown}”.` }
  }
  if (year < FIRST || year > LAST) {
    return { day: "", written: "", wrong: `Chỉ hỏi được ngày từ năm ${FIRST} tới năm ${LAST}, không phải “${shown}”.` }
  }
  return { day: `${parts[0]}-${two(parts[1])}-${two(parts[2])}`, written: writtenDay(year, month, date), wrong: "" }
}

/**
 * How a unit stood on a day. A unit without a row of its own shares that of the unit above it.
 * @param {Timelines} data
 * @param {string} unit its id, "" for the whole instrument
 * @param {string} day `2024-06-01`
 * @returns {Answer}
 */
export const answerOn = (data, unit, day) => {
  let name = unit
  while (name && !(name in data.muc)) name = name.split("-").slice(0, -2).join("-")
  const row = data.doi[data.muc[name]]
  const begun = row.filter(answer => answer.tu <= day)
  return begun[begun.length - 1]
}

/** What an answer says: the state with its day, and where the content stood.
 * @param {Answer} answer */
const said = answer => JSON.stringify([answer.chu, answer.noi, answer.toi])

/**
 * Whether two answers say the same of how a unit stood and where; how sure that is aside.
 * @param {Answer} one
 * @param {Answer} other
 */
export const isSame = (one, other) => said(one) === said(other)
