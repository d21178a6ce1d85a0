// The pieces of a question on the wall of a room.
import { control, linkTo, make, siteURL } from "../../../theme/assets/javascripts/dom.js"

/**
 * @typedef {import("./quiz-data.js").Question} Question
 * @typedef {typeof import("./quiz-data.js").data} Data
 */
export const LETTERS = "ABCD"

/**
 * An option with its bar and its count of hands.
 * @param {Question} question
 * @param {number} place of the option
 * @param {boolean} answered whether it is seen which one is right
 * @param {(way: 1 | -1) => void} hand one more or one less
 */
export const option = (question, place, answered, hand) => {
  const letter = LETTERS[place]
  const right = answered && place === question[5]
  const row = make("li", "phong-lua")
  if (answered) row.dataset.ket = right ? "dung" : "sai"
  const tools = make("span", "phong-tay")
  const less = control("phong-bot", "−", () => hand(-1))
  const more = control("phong-them", "+", () => hand(1))
  less.setAttribute("aria-label", `Bớt một tay ở ${letter}`)
  more.setAttribute("aria-label", `Thêm một tay ở ${letter}`)
  tools.append(less, make("output", "phong-dem-tay"), more)
  row.append(
    make("span", "phong-thanh"), make("b", "phong-chu", `${right ? "✓ " : ""}${letter}.`),
    make("span", "phong-loi", question[4][place]), tools,
  )
  return row
}

/**
 * Why the right one is right, what that rests on, and the code of the provision.
 * @param {Question} question
 * @param {Data} data
 */
export const ground = ([, , , , , , reason, grounds], data) => {
  /** @type {HTMLElement[]} */
  const parts = [make("p", "phong-vi-sao", reason)]
  if (!grounds.length) return parts
  const [label, state, stands, page, path] = grounds[0]
  const mark = make("span", "tt", stands)
  mark.dataset.trangThai = state
  const line = make("p", "phong-can-cu", "Căn cứ: ")
  line.append(linkTo("", label, siteURL(page)), " ", mark, ` · diễn đạt lại, kiểm tra ngày ${data.ngay}`)
  parts.push(line)
  if (!data.ma || !path) return parts
  const picture = make("img", "phong-ma")
  picture.src = siteURL(`${path}qr.svg`).href
  picture.alt = `Mã QR của ${label}`
  return [picture, ...parts]
}
