// Lets a reader ask how the units stood on a day, and fetches what answers only when one is asked
// for in the address (`?ngay=2024-06-01`).
import { control, fill, make } from "../../../theme/assets/javascripts/dom.js"

export const OF_TODAY = "Trang đang hiện tình trạng vào ngày kiểm tra, không phải ngày bạn hỏi."
const COMING = `Đang tải phần xem theo ngày. ${OF_TODAY}`

/**
 * Says what did not come, with a way to ask again in the place: an address may name a unit, and a link to what is
 * open leads nowhere then.
 * @param {HTMLElement} line
 * @param {(Node | string)[]} words
 * @param {string} coming what is said meanwhile
 * @param {() => unknown} ask
 */
export const missed = (line, words, coming, ask) => fill(line, ...words, " ", control("nut", "Thử lại", () => {
  line.tabIndex = -1
  line.focus() // the button there goes
  line.textContent = coming
  ask()
}))

/** Above the page until the answer is there, however long that takes: nobody may take what is shown for that day. */
const unanswered = () => {
  const line = make("p", "chieu-khong", COMING)
  line.setAttribute("role", "status")
  const title = document.querySelector("h1")
  if (title && title.parentNode) title.parentNode.insertBefore(line, title)
  return line
}

export const start = () => {
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".hoi-ngay"))
  if (!place) return
  place.hidden = false
  if (!new URLSearchParams(location.search).has("ngay")) return
  const line = unanswered()
  const ask = () => {
    import("./day.js").then(day => day.start(place, line)).catch(() => {
      line.setAttribute("role", "alert")
      missed(line, [`Chưa tải được phần xem theo ngày. ${OF_TODAY}`], COMING, ask)
    })
  }
  ask()
}
