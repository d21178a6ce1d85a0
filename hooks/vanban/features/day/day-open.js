// Lets a reader ask how the units stood on a day, and fetches what answers only when one is asked
// for in the address (`?ngay=2024-06-01`).
import { make } from "../../../theme/assets/javascripts/dom.js"

const OF_TODAY = "Trang đang hiện tình trạng vào ngày kiểm tra, không phải ngày bạn hỏi."

/** Above the page until the answer is there, however long that takes: nobody may take what is shown for that day. */
const unanswered = () => {
  const line = make("p", "chieu-khong", `Đang tải phần xem theo ngày. ${OF_TODAY}`)
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
  import("./day.js").then(day => day.start(place, line)).catch(() => {
    line.setAttribute("role", "alert")
    line.textContent = `Chưa tải được phần xem theo ngày. ${OF_TODAY}`
  })
}
