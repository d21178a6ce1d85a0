// Actions on the article and on each of its khoản and điểm: copy, share, print one of them.
import { address, article, citation, citationAndState, content, elementOf, handout, handoutId, label, picture, short, title, units } from "./share-unit.js"
import { control, every, fill, hasDialogs, linkTo, make, need, NO_PRINTING, printed } from "../../../theme/assets/javascripts/dom.js"
import { unitOf } from "../../../theme/assets/javascripts/units.js"

const PATIENCE = 2000
const NAME = "Chép, chia sẻ:"

// ---- What was done is said in words, seen and heard ---------------------------------------------

const told = make("div", "cs-bao")
told.setAttribute("role", "status")
document.body.append(told)
let timer = 0
/**
 * @param {string} words
 * @param {HTMLElement} [field] something to act on, for which the line stays
 */
const tell = (words, field) => {
  clearTimeout(timer)
  fill(told, make("span", "", words), ...(field ? [field] : []))
  told.classList.add("cs-hien")
  if (!field) timer = setTimeout(() => told.classList.remove("cs-hien"), 5000)
}

// ---- The actions --------------------------------------------------------------------------------

/** A link for programs that keep one when they paste, plain text for the others.
 * @param {string} text
 * @param {string} href */
const rich = (text, href) => {
  const link = make("a", "", text)
  link.href = href
  /** @param {string} type @param {string} body */
  const part = (type, body) => new Blob([body], { type })
  return new ClipboardItem({
    "text/html": part("text/html", link.outerHTML), "text/plain": part("text/plain", text),
  })
}

/** Some browsers never answer, neither yes nor no.
 * @param {Promise<unknown>} asked */
const answered = asked => Promise.race([
  asked, new Promise((_, refuse) => { setTimeout(refuse, PATIENCE) }),
])

/**
 * @param {string} text
 * @param {string} what it is, in words
 * @param {string} [href] where the text leads, for programs that paste links
 */
const copy = async (text, what, href) => {
  try {
    if (href && "ClipboardItem" in window && navigator.clipboard.write) {
      await answered(navigator.clipboard.write([rich(text, href)]))
    } else await answered(navigator.clipboard.writeText(text))
    return tell(`Đã chép ${what}: ${text}`)
  } catch { /* no clipboard on http or from a disk: the old way */ }
  const field = make("input", "cs-o")
  field.readOnly = true
  field.value = text
  field.setAttribute("aria-label", `Chữ để chép: ${what}`)
  tell(`Chép ${what}: chọn hết dòng này rồi bấm chép.`, field)
  field.addEventListener("blur", () => told.classList.remove("cs-hien"))
  field.focus()
  field.select()
  let done = false
  try { done = document.execCommand("copy") } catch { /* then the reader copies */ }
  if (done) {
    back()
    tell(`Đã chép ${what}: ${text}`)
  }
}

/**
 * @param {string} link "" where there is none that opens elsewhere
 * @param {string} what it is, in words
 */
const copyLink = (link, what) => {
  if (link) copy(link, what)
  else tell("Bản này mở từ máy của bạn, chưa có địa chỉ nào mà người khác mở được.")
}

/** @param {string} id */
const share = async id => {
  const text = citationAndState(id)
  const url = address(id)
  try {
    await navigator.share({ title: text, text, ...(url ? { url } : {}) })
    tell("Đã chia sẻ.")
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) copyLink(url, "liên kết")
  }
}

/** @param {string} id */
const showCode = id => {
  const image = picture(id)
  if (!image) return
  const dialog = make("dialog", "cs-qr")
  dialog.setAttribute("aria-label", `Mã QR: ${citation(id)}`)
  dialog.append(
    make("p", "cs-qr-ten", citationAndState(id)), image, make("p", "", short(id, false)),
    control("cs-viec", "Đóng", () => dialog.close()),
  )
  dialog.addEventListener("close", () => {
    dialog.remove()
    back()
  })
  document.body.append(dialog)
  dialog.showModal()
}

/**
 * Everything but the unit and the way down to it is left out of the print.
 * @param {string} id
 */
const print = async id => {
  const unit = elementOf(id)
  const inner = need(document, ".md-content__inner")
  const head = make("p", "cs-in-dau", `${citationAndState(id)}. Diễn đạt lại để tham khảo, không phải bản chính thức. ${address(id)}`)
  inner.prepend(head)
  const image = picture(id)
  if (image) {
    image.className = "cs-in-ma"
    await image.decode().catch(() => {})
    head.append(image)
  }
  const kept = [head, unit]
  if (unit === article) kept.push(title, ...every(inner, ":scope > .dv"))
  for (const one of kept) one.classList.add("cs-giu")
  for (let up = unit.parentElement; up && up !== inner; up = up.parentElement) up.classList.add("cs-duong")
  document.documentElement.classList.add("cs-in")
  tell(`Mở hộp thoại in: ${label(id)}`)
  printed(began => {
    document.documentElement.classList.remove("cs-in")
    for (const one of every(document, ".cs-giu, .cs-duong")) one.classList.remove("cs-giu", "cs-duong")
    head.remove()
    tell(began ? "Đã đóng hộp thoại in." : NO_PRINTING)
  })
}

/** @param {string} id */
const addToHandout = async id => {
  try {
    const { add } = await import("../handout/handout-choice.js")
    const { words, href } = add(handoutId(id), handout)
    tell(words, linkTo("cs-phieu", "Mở phiếu", href))
  } catch {
    tell("Chưa tải được phần chọn phiếu, thử lại khi có mạng.")
  }
}

const projector = document.querySelector(".chieu-mo")
const coded = document.querySelector(".chieu-mo[data-qr]")

/** @type {[string, (id: string) => unknown][]} */
const ACTIONS = [
  ["Chép nội dung, hiệu lực và liên kết", id => copy(content(id), "nội dung")],
  ["Chép liên kết tới chỗ này", id => copyLink(address(id), "liên kết")],
  ["Chép liên kết tới quy định hôm nay", id => copyLink(short(id, true), "liên kết tới quy định hôm nay")],
  ["Chép trích dẫn", id => copy(citationAndState(id), "trích dẫn", address(id) || undefined)],
]
if ("share" in navigator) ACTIONS.push(["Chia sẻ qua ứng dụng khác", share])
ACTIONS.push(["In riêng phần này", print], ["Thêm vào phiếu phát tay", addToHandout])
if (coded && hasDialogs()) ACTIONS.push(["Mã QR", showCode])
if (projector && hasDialogs()) {
  ACTIONS.push(["Chiếu lên màn hình", id => projector.dispatchEvent(new CustomEvent("chieu", { detail: id }))])
}

// ---- One menu at a time, made when it is wanted -------------------------------------------------

/** @type {HTMLElement | null} */
let menu = null
/** @type {HTMLElement | null} */
let opener = null
/** @param {boolean} focus whether the focus goes back to the button */
const close = focus => {
  if (!menu || !opener) return
  menu.remove()
  menu = null
  opener.setAttribute("aria-expanded", "false")
  if (focus) opener.focus()
}
const back = () => { if (opener) opener.focus() }
/**
 * @param {HTMLElement} button
 * @param {string} id
 * @param {boolean} last whether the last action gets the focus
 */
const open = (button, id, last) => {
  close(false)
  opener = button
  const made = make("div", "cs-bang")
  menu = made
  made.setAttribute("role", "menu")
  made.setAttribute("aria-label", `Chia sẻ, chép: ${label(id)}`)
  const items = ACTIONS.map(([words, act], place) => {
    const item = control(place ? "cs-viec" : "cs-viec cs-dau", words, () => {
      close(true)
      act(id)
    })
    item.tabIndex = -1
    item.setAttribute("role", "menuitem")
    return item
  })
  made.append(...items)
  button.after(made)
  button.setAttribute("aria-expanded", "true")
  items[last ? items.length - 1 : 0].focus({ preventScroll: true })
  made.scrollIntoView({ block: "nearest" })
}

for (const [id, unit] of units) {
  const row = unit.querySelector(":scope > .dv-dong")
  if (!row || !unitOf(id).dieu) continue
  const button = control("cs-nut", "⋯", () => (menu && opener === button ? close(true) : open(button, id, false)))
  button.setAttribute("aria-haspopup", "menu")
  button.setAttribute("aria-expanded", "false")
  button.setAttribute("aria-label", `${NAME} ${label(id)}`)
  button.addEventListener("keydown", event => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    event.preventDefault()
    open(button, id, event.key === "ArrowUp")
  })
  row.append(button)
}

document.addEventListener("keydown", event => {
  if (!menu || !menu.contains(document.activeElement)) return
  const items = every(menu, "button")
  const at = items.findIndex(item => item === document.activeElement)
  const to = new Map([["ArrowDown", at + 1], ["ArrowUp", at - 1], ["Home", 0], ["End", -1]]).get(event.key)
  if (to !== undefined) items[(to + items.length) % items.length].focus()
  else if (event.key === "Escape" || event.key === "Tab") close(true)
  else return
  if (event.key !== "Tab") event.preventDefault()
  event.stopPropagation() // letters and arrows are not for the page's own shortcuts
}, true)
document.addEventListener("pointerdown", event => {
  if (menu && !(event.target instanceof Node && menu.contains(event.target)) && event.target !== opener) close(false)
}, true)
