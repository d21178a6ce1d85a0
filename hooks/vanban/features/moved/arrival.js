// Says where an old address has led, when somebody arrives from one (`?tu=anm18/8/1/`).
import { control, make } from "../../../theme/assets/javascripts/dom.js"

/**
 * The old address that a question names; "" where it names none that has moved here.
 * @param {string} question `location.search`
 * @param {readonly string[]} moved the addresses that have moved to this page
 */
export const cameFrom = (question, moved) => {
  const old = new URLSearchParams(question).get("tu") || ""
  return moved.includes(old) ? old : ""
}

/**
 * What else is asked (`?ngay=`), without the old address.
 * @param {string} question `location.search`
 */
export const without = question => {
  const left = new URLSearchParams(question)
  left.delete("tu")
  const rest = left.toString()
  return rest && `?${rest}`
}

/** @returns {string[]} The addresses that have moved to this page, as the build wrote them. */
const known = () => {
  const data = document.getElementById("tu-dia-chi")
  return data ? JSON.parse(data.textContent || "[]") : []
}

export const start = () => {
  const old = cameFrom(location.search, known())
  if (!old) return
  // Whoever copies the address from here on copies the new one.
  history.replaceState(history.state, "", location.pathname + without(location.search) + location.hash)
  const told = make("div", "moi-toi")
  told.setAttribute("role", "status")
  const words = make("p", "", "Địa chỉ ")
  words.append(make("b", "", old), " đã chuyển. Nội dung ấy nay ở đây.")
  told.append(words, control("moi-toi-dong", "Đóng", () => told.remove()))
  document.body.append(told)
}
