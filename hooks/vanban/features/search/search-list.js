// What stands below the field of the search, piece by piece.
import { control, linkTo, make } from "../../../theme/assets/javascripts/dom.js"
import { newestFor, takeAlong } from "./search-renew.js"

/**
 * @typedef {import("./search-engine.js").Engine} Engine
 * @typedef {import("./search-engine.js").Item} Item
 * @typedef {import("./search-engine.js").Piece} Piece
 */

/** @param {Piece[]} pieces */
const marked = pieces => pieces.map(({ text, found }) => (found ? make("mark", "", text) : text))

/**
 * A result as an option of the list.
 * @param {Item} item
 * @param {string} id
 */
export const resultOf = (item, id) => {
  const link = linkTo("tim-muc", "", item.href)
  link.id = id
  link.setAttribute("role", "option")
  link.tabIndex = -1
  const title = make("b", "tim-ten")
  title.append(...marked(item.title))
  link.append(title, " ")
  if (item.state) {
    link.dataset.trangThai = item.state
    link.append(make("span", "tim-tt", `${item.mark} ${item.words}`), " ")
  }
  if (item.below.length) {
    const below = make("span", item.warn ? "tim-duoi tim-loi" : "tim-duoi")
    below.append(...marked(item.below))
    link.append(below, " ")
  }
  return link
}

/**
 * Where ended law stands today, as an option right below it.
 * @param {import("./citation-today.js").Today} today
 * @param {string} id
 */
export const heirOf = ({ lead, there, more }, id) => {
  const link = linkTo("tim-muc tim-nay", "", there.href)
  link.id = id
  link.setAttribute("role", "option")
  link.tabIndex = -1
  link.dataset.trangThai = there.state
  link.append(lead, make("b", "", there.name), more, " ", make("span", "tim-tt", `${there.mark} ${there.words}`))
  return link
}

/**
 * The option that shows the rest of a group.
 * @param {number} count
 * @param {string} id
 */
export const moreOf = (count, id) => {
  const option = make("div", "tim-muc tim-them", `Xem thêm ${count} kết quả`)
  option.id = id
  option.setAttribute("role", "option")
  option.addEventListener("mousedown", event => event.preventDefault()) // the field keeps the focus
  return option
}

/** What is said where no page answers.
 * @param {string} outside the matter or the words that no page has */
export const denial = outside => (outside ? `Không trang nào ở đây nói riêng về “${outside}”.` : "Không trang nào ở đây trả lời đúng câu này.")

/** Which parts of a question the first page leaves out.
 * @param {string[]} lacks */
export const leftOut = lacks => (lacks.length ? `Trang đầu không nói tới “${lacks.join("”, “")}”.` : "")

/**
 * That not all texts came: no longer, or not yet. Where trying again did not help though there is a
 * connection, the page loaded anew may bring them.
 * @param {import("./search-rest.js").Rest} rest
 * @param {HTMLInputElement} input
 * @param {() => void} retry
 */
export const lackOf = ({ misses, isGone }, input, retry) => {
  if (isGone) return [" Trang này của bản trước: kết quả còn thiếu. ", newestFor(input)]
  const ways = make("span", "tim-chip")
  ways.append(control("", "Thử lại", retry))
  if (misses > 1 && navigator.onLine) {
    ways.append(control("", "Tải lại trang", () => {
      takeAlong(input.value)
      location.reload()
    }))
  }
  return [" Chưa tải được các văn bản: kết quả còn thiếu. ", ways]
}

/** The six ways in.
 * @param {Engine} engine */
export const rowsOf = engine => {
  const list = make("ul", "tim-hang")
  list.append(...engine.texts.rows.map(([address, title, below]) => {
    const row = make("li")
    const link = linkTo("tim-muc", "", new URL(address, engine.base))
    link.append(make("b", "tim-ten", title), " ", make("span", "tim-duoi", below))
    row.append(link)
    return row
  }))
  return list
}

/**
 * Ways on for somebody who found nothing.
 * @param {Engine} engine
 * @param {string[]} near words to try
 * @param {(word: string) => void} take
 */
export const waysOn = (engine, near, take) => {
  const chips = make("p", "tim-chip")
  chips.append(...near.map(word => control("", word, () => take(word))))
  const last = make("p", "tim-chip")
  const [questions, situations, provisions] = engine.texts.more.map(path => new URL(path, engine.base))
  last.append(linkTo("", "Hỏi đáp", questions), linkTo("", "Mọi tình huống", situations), linkTo("", "Mọi điều khoản", provisions))
  return [
    make("p", "tim-duoi", "Ở đây chỉ nói về việc dùng mạng xã hội của người làm ở trường. Thử bớt chữ, hoặc gõ từ gần nghĩa."),
    ...(near.length ? [make("h2", "", "Chữ gần đó"), chips] : []),
    make("h2", "", "Có phải bạn cần"), rowsOf(engine),
    make("h2", "", "Vẫn chưa thấy?"), last,
  ]
}

/**
 * Whether what is told of a citation is a mistake of the reader's: no question back, nothing under way.
 * @param {string} told
 */
export const isMistake = told => told !== "" && !/\?|…$/.test(told)
