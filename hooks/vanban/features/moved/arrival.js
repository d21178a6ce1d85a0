// Says where an old address has led, when somebody arrives from one (`?tu=anm18/8/1/`).
import { control, make } from "../../../theme/assets/javascripts/dom.js"

const ADDRESS = /^[a-z0-9./_#-]{1,200}$/

/**
 * The old address that a question names; "" where it names none.
 * @param {string} question `location.search`
 */
export const cameFrom = question => {
  const old = new URLSearchParams(question).get("tu") || ""
  return ADDRESS.test(old) ? old : ""
}

export const start = () => {
  const old = cameFrom(location.search)
  if (!old) return
  // Whoever copies the address from here on copies the new one.
  history.replaceState(history.state, "", location.pathname + location.hash)
  const told = make("div", "moi-toi")
  told.setAttribute("role", "status")
  const words = make("p", "", "Địa chỉ ")
  words.append(make("b", "", old), " đã chuyển. Nội dung ấy nay ở đây.")
  told.append(words, control("moi-toi-dong", "Đóng", () => told.remove()))
  document.body.append(told)
}
