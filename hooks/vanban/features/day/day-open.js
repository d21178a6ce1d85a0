// Lets a reader ask how the units stood on a day, and fetches what answers only when one is asked
// for in the address (`?ngay=2024-06-01`).
import { make } from "../../../theme/assets/javascripts/dom.js"

/** The script that answers did not come: nobody may take what is shown for that day. */
const unanswered = () => {
  const line = make("p", "chieu-khong", "Chưa tải được phần xem theo ngày. Trang đang hiện tình trạng vào ngày kiểm tra, không phải ngày bạn hỏi.")
  line.setAttribute("role", "alert")
  const title = document.querySelector("h1")
  if (title && title.parentNode) title.parentNode.insertBefore(line, title)
}

export const start = () => {
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".hoi-ngay"))
  if (!place) return
  place.hidden = false
  if (!new URLSearchParams(location.search).has("ngay")) return
  import("./day.js").then(day => day.start(place)).catch(unanswered)
}
