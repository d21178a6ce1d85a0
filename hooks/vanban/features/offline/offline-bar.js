// The one bar at the foot of the window, and what it says of a page of an earlier release.
import { ordered } from "./sw-day.js"
import { reload } from "../../../theme/assets/javascripts/anew.js"
import { control, every, fill, make, siteURL, visit, writtenDay } from "../../../theme/assets/javascripts/dom.js"

/** The classes of a bar that says so: it stands on paper, too. */
export const AGED = "ban-moi ban-cu trang-cu"

/** The day that stands at the foot of the page, as readers see it; "" where none does. */
const shown = () => {
  const checked = /** @type {HTMLElement | null} */ (document.querySelector(".chan .kt[data-ngay]"))
  const [year, month, date] = ((checked && checked.dataset.ngay) || "").split("-").map(Number)
  return date ? writtenDay(year, month, date) : ""
}

/**
 * How another release stands to this page's own, whose day its worker tells (offline.js) or, where that is slow
 * to, the page itself. Releases of one day have no order that a device could know: they are others, no more.
 * @param {string} day "" where nobody knows
 * @param {HTMLElement} place
 * @returns {"cu" | "moi" | "khac"}
 */
export const standing = (day, { dataset: { ngay = "" } }) => {
  const own = ngay || shown()
  if (!day || !own || ordered(day) === ordered(own)) return "khac"
  return ordered(day) < ordered(own) ? "cu" : "moi"
}

/** Where a bar stands over the foot of the page, the page ends above it: on a phone it has several lines. */
export const leaveRoom = () => {
  const bar = /** @type {HTMLElement | null} */ (document.querySelector(".ban-moi"))
  if (bar) document.body.style.paddingBottom = `max(4.5rem, ${bar.offsetHeight || 0}px + 1.2rem)`
}

/**
 * Puts this into the bar.
 * @param {HTMLElement} bar
 * @param {...(Node | string)} said
 */
export const write = (bar, ...said) => {
  fill(bar, ...said)
  leaveRoom()
}

/**
 * The one bar, empty.
 * @param {string} name its classes
 */
export const newBar = name => {
  for (const bar of every(document, ".ban-moi")) bar.remove()
  const bar = make("div", name)
  bar.setAttribute("role", "status")
  document.body.append(bar)
  return bar
}

/**
 * What is said of this page because it is of an earlier release: by the worker that gave it (sw-old.js), or
 * here; "" where nothing is. Kept at the foot, for another bar may take the place of that one.
 * @param {HTMLElement} place
 */
export const agedWords = place => {
  const bar = document.querySelector(".trang-cu")
  if (!place.dataset.cu && bar && bar.firstChild) place.dataset.cu = (bar.firstChild.textContent || "").trim()
  return place.dataset.cu || ""
}

/**
 * Says that this page is older than the release which answers on this device: what is not kept comes from the server
 * as it is, and a server or what stands before it may hold pages back.
 * @param {HTMLElement} place at the foot of the page, with the day of that release
 */
export const tellAged = place => {
  const own = shown()
  const { ngay = "" } = place.dataset
  if (agedWords(place) || !own || !ngay || ordered(own) >= ordered(ngay)) return
  const words = `Máy chủ đưa trang này của bản trước (kiểm tra ngày ${own}), cũ hơn bản máy đang dùng (kiểm tra ngày ${ngay}).`
  place.dataset.cu = words
  const there = document.querySelector(".ban-moi")
  if (there) {
    there.className = AGED
    there.prepend(`${words} `)
    return leaveRoom()
  }
  const bar = newBar(AGED)
  setTimeout(() => write(bar, `${words} `, control("", "Tải lại", reload)), 100)
}

const SEEN = "vanban.ban-da-thay"

/**
 * Says what the server gives that is newer than the release which answers here, once the server has said that it has no
 * newer worker: what stands before it may hold that one back alone. Kept pages, which are older than one that this
 * window was shown, say so too.
 * @param {HTMLElement} place at the foot of the page, with the day of that release
 */
export const tellNewer = place => {
  const own = shown()
  const { ngay = "" } = place.dataset
  if (document.querySelector(".ban-moi") || !own || !ngay) return
  const key = `${SEEN} ${siteURL("").pathname}`
  const seen = visit.read(key) || ""
  const isNewer = ordered(own) > ordered(ngay)
  if (isNewer) visit.write(key, own)
  else if (!/^\d+\/\d+\/\d{4}$/.test(seen) || ordered(seen) <= ordered(own)) return
  const bar = newBar(isNewer ? "ban-moi ban-cu" : AGED)
  const words = isNewer
    ? `Trang này (kiểm tra ngày ${own}) mới hơn bản máy đang dùng (kiểm tra ngày ${ngay}): trang đã lưu trên máy có thể đã cũ.`
    : `Máy chủ đã đưa trang kiểm tra ngày ${seen}, mới hơn trang này (kiểm tra ngày ${own}).`
  setTimeout(() => write(bar, `${words} `, control("", "Đã rõ", () => bar.remove())), 100)
}
