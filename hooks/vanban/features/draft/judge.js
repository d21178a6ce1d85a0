// Judges the letter in the field: fetches the engine when the button is pressed, and shows what it
// finds. Everything is put in as text; what was pasted may hold anything.
import { whenReloaded } from "../../../theme/assets/javascripts/anew.js"
import { control, fill, isCommand, linkTo, make, need, siteURL, targetOf, visit } from "../../../theme/assets/javascripts/dom.js"

/**
 * @typedef {[string, string]} Part words, and where they lead below the front page ("" for nowhere)
 * @typedef {{chu: string, toi: string, o: string, tt: string, dau: string, xet: string, cau: Part[][],
 *   "co-the": Part[][]}} Found one citation (hooks/vanban/features/draft/in_browser.py)
 * @typedef {{ngay: string, dem: string, "luu-y": string[], "tim-thay": Found[]}} Answer
 * @typedef {{step: string, bytes: number, found: Answer}} News
 */

const REFUSED = "Trình duyệt này quá cũ, hoặc máy chủ không cho chạy phần xét. Cần Chrome 97, Firefox 102, Safari 16.4 trở lên; hoặc xét bằng lệnh, như ghi ở cuối trang."
const FAILED = "Chưa tải được phần xét. Xem lại mạng rồi bấm lại; nội dung đã dán vẫn còn trong ô. Vẫn không được thì chép nội dung ra, tải lại trang."
const BROKEN = "Phần xét dừng vì một lỗi của trang. Bấm lại, hoặc xét bằng lệnh, như ghi ở cuối trang."
const STOPPED = "Đã dừng. Nội dung đã dán vẫn còn trong ô."
const EMPTY = "Chưa có nội dung nào: dán công văn vào ô trên."
const AGAIN = "Xét công văn"

const form = /** @type {HTMLFormElement} */ (need(document, ".xet"))
const letter = /** @type {HTMLTextAreaElement} */ (need(form, "textarea"))
const day = /** @type {HTMLInputElement} */ (need(form, "input"))
const button = /** @type {HTMLButtonElement} */ (need(form, "button"))
const bar = /** @type {HTMLProgressElement} */ (need(form, "progress"))
const news = need(form, ".xet-tin")
const shown = need(document, ".xet-ket")

/** @type {Worker | null} */
let worker = null
let isReady = false

/** @param {string} words */
const tell = words => { news.textContent = words }

/** The reader's own day, as YYYY-MM-DD. */
const today = () => {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10)
}

/** @param {boolean} is */
const work = is => {
  button.disabled = is
  stop.hidden = !is
  bar.hidden = !is || isReady
  form.setAttribute("aria-busy", String(is))
}

/** Ends all work; the next press begins anew.
 * @param {string} words why */
const end = words => {
  if (worker) worker.terminate()
  worker = null
  isReady = false
  work(false)
  tell(words)
  button.focus()
}

const stop = control("nut", "Dừng", () => end(STOPPED))
stop.hidden = true
button.after(stop)

/** @param {Part[]} parts */
const line = parts => {
  const item = make("p")
  for (const [words, to] of parts) item.append(to ? linkTo("", words, siteURL(to)) : words)
  return item
}

/** @param {Found} one */
const row = one => {
  const item = make("li")
  const chip = make("span", "tt")
  chip.dataset.trangThai = one.tt
  const sign = make("span", "tt-dau", one.dau)
  sign.setAttribute("aria-hidden", "true")
  chip.append(sign, ` ${one.xet}`)
  const head = make("p", "xet-ten")
  head.append(one.toi ? linkTo("", one.chu, siteURL(one.toi)) : make("b", "", one.chu))
  const where = make("p", "nho")
  where.append(chip, ` · ${one.o}`)
  item.append(head, where, ...one.cau.map(line))
  if (one["co-the"].length) {
    const list = make("ol")
    for (const [[name, to], [reason]] of one["co-the"]) {
      const may = make("li")
      may.append(linkTo("", name, siteURL(to)), reason && `: ${reason}`)
      list.append(may)
    }
    item.append(make("p", "", "Có thể là:"), list)
  }
  return item
}

/** @param {Answer} answer */
const show = answer => {
  const title = make("h2", "", "Kết quả")
  title.tabIndex = -1
  const list = make("ol", "xet-ds")
  list.append(...answer["tim-thay"].map(row))
  const notes = [answer.ngay, answer.dem, ...answer["luu-y"]].map(words => make("p", "", words))
  fill(shown, title, ...notes, list)
  title.focus()
  title.scrollIntoView()
}

const ask = () => {
  if (!worker) return
  tell("Đang xét…")
  worker.postMessage({ text: letter.value, day: day.value, today: today() })
}

/** @param {News} said */
const hear = ({ step, bytes, found }) => {
  if (step === "refused") end(REFUSED)
  else if (step === "failed") end(isReady ? BROKEN : FAILED)
  else if (step === "coming") {
    bar.value = bytes
    if (bytes >= bar.max) tell("Đã tải xong, đang mở kho văn bản…")
  } else if (step === "ready") {
    isReady = true
    button.textContent = AGAIN
    bar.hidden = true
    ask()
  } else {
    work(false)
    tell(found.dem)
    show(found)
  }
}

const begin = () => {
  tell("Đang tải phần xét…")
  bar.value = 0
  try {
    worker = new Worker(siteURL(form.dataset.tho || ""))
  } catch { // a page from a disk may start none
    end(REFUSED)
    return
  }
  worker.addEventListener("message", ({ data }) => hear(data))
  worker.addEventListener("error", event => {
    event.preventDefault()
    end(FAILED)
  })
  worker.postMessage({ engine: siteURL(form.dataset.may || "").href })
}

form.addEventListener("submit", event => {
  event.preventDefault()
  if (!letter.value.trim()) {
    tell(EMPTY)
    letter.focus()
    return
  }
  fill(shown)
  work(true)
  if (isReady) ask()
  else begin()
})
// A new release takes the page away, not the letter, nor does a way from it: it goes with the reader, and is kept no
// longer than until the page is there again.
const LETTER = "vanban.cong-van-dang-xet"
const put = () => { if (letter.value || day.value) visit.write(LETTER, JSON.stringify([letter.value, day.value])) }
const forget = () => visit.write(LETTER, null)
/** Puts what was kept into the fields: another application of this host may have written anything there. */
const have = () => {
  try {
    const [pasted, ofDay] = JSON.parse(visit.read(LETTER) || "[]").map(String)
    if (pasted || ofDay) [letter.value, day.value] = [pasted || "", ofDay || ""]
  } catch { /* as if nothing were kept */ }
}
have()
forget()
whenReloaded(() => {
  isLed = true
  put()
})
// Where the browser keeps no left page, “back” brought an empty field.
/** Whether the reader is on the way to another page, however slow that is to come; and whether this one is left. */
let isLed = false
let isLeft = false
/** @param {string} address */
const pageOf = address => address.split("#")[0]
addEventListener("click", event => {
  const link = targetOf(event).closest("a:not([download])")
  if (!(link instanceof HTMLAnchorElement) || isCommand(event) || event.shiftKey) return
  if (link.href.indexOf("#") < 0 || pageOf(link.href) !== pageOf(location.href)) isLed = true
})
addEventListener("submit", ({ target }) => { if (target !== form) isLed = true }) // the one box leads, too
// “Back” and “forward” are no click; browsers that tell of them do so here.
const { navigation } = /** @type {{navigation?: EventTarget}} */ (/** @type {unknown} */ (window))
if (navigation) navigation.addEventListener("navigate", event => {
  const { navigationType, destination } = /** @type {Event & {navigationType?: string, destination?: {sameDocument: boolean}}} */ (event)
  if (navigationType === "traverse" && destination && !destination.sameDocument) isLed = true
})
addEventListener("pagehide", () => {
  isLeft = true
  if (isLed) put()
  else forget()
})
addEventListener("pageshow", () => {
  isLed = isLeft = false
  forget()
})
// A phone may end a page that is not looked at, without a word, and load it anew for who comes back.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) forget()
  else if (!isLeft) put()
})
form.hidden = false
need(document, ".xet-khong").hidden = true
