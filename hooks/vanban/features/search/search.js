// The one box of the site: words and citations. The field stands in the page from the start and
// takes every key; what looks things up (search-box.js, the texts) is fetched when the box is
// first wanted. Without this file the link in the header leads to the list of provisions.
import { control, every, fill, isShortcut, linkTo, make, need, siteURL, targetOf } from "../../../theme/assets/javascripts/dom.js"
import { newestFor, typedBefore } from "./search-renew.js"

const load = () => Promise.all([import("./search-box.js"), import("./search-provisions.js"), import("./search-texts.js")])

const PAUSE = 3000 // ms between two tries that nobody asked for

const ICONS = {
  back: "M20 12H5M11 6l-6 6 6 6",
  clear: "M6 6l12 12M18 6 6 18",
}
/** @param {keyof typeof ICONS} name */
const icon = name => `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`

const PANEL = `
  <form class="tim" role="search">
    <div class="tim-o">
      <button type="button" class="tim-dong" aria-label="Đóng tìm kiếm">${icon("back")}</button>
      <input id="tim-o" type="text" role="combobox" aria-label="Tìm từ, điều khoản" aria-expanded="false"
        aria-controls="tim-ds" aria-autocomplete="list" aria-describedby="tim-vi-du" autocomplete="off"
        autocapitalize="off" autocorrect="off" spellcheck="false" enterkeyhint="go">
      <button type="button" class="tim-xoa" aria-label="Xóa chữ" hidden>${icon("clear")}</button>
    </div>
    <p class="tim-vi-du" id="tim-vi-du">Gõ lời thường hoặc số điều, không cần dấu: <b>tin giả</b>, <b>k1 d8 anm</b>, <b>26.4 72/2013</b></p>
    <p class="tim-noi" role="status"></p>
    <div class="tim-ds" id="tim-ds" role="listbox" aria-label="Kết quả" hidden></div>
    <div class="tim-khong" hidden></div>
  </form>`

/**
 * Makes a form work: at once, and whole as soon as all is there.
 * @param {HTMLElement} form
 * @param {string} list the address of the list of provisions
 * @param {(() => void)} [leave] what Escape does where the box can be left
 * @param {import("./search-box.js").Pick} [pick] where results are taken rather than opened
 */
export const bring = (form, list, leave, pick) => {
  const input = /** @type {HTMLInputElement} */ (need(form, "input"))
  const told = need(form, "[role=status]")
  let asked = false
  let tried = 0
  const begin = () => {
    if (asked || Math.abs(Date.now() - tried) < PAUSE) return
    asked = true
    tried = Date.now()
    if (input.value || told.firstChild) told.textContent = "Đang mở phần tìm kiếm…"
    load().then(([box, { data: provisions }, { data: texts }]) => {
      box.attach(form, { provisions, texts, base: siteURL(""), leave, pick })
    }, error => {
      asked = false // a later key asks again, and not each of them
      tried = Date.now()
      const again = control("", "Thử lại", () => {
        tried = 0
        input.focus() // the button there goes
        begin()
      })
      const way = make("span", "tim-chip")
      way.append(again)
      if (error.isGone) fill(told, "Trang này của bản trước, không tìm ở đây được nữa. Chữ đã gõ được giữ lại. ", newestFor(input))
      else fill(told, "Chưa tải được phần tìm kiếm. Xem lại mạng rồi bấm ", way, " hoặc mở ", linkTo("", "danh sách điều khoản", list), ".")
    })
  }
  for (const name of ["focus", "input"]) input.addEventListener(name, begin)
  // Where a keyboard covers half the screen, what is found needs the other half.
  if (matchMedia("(pointer: coarse)").matches) {
    input.addEventListener("input", () => form.scrollIntoView({ block: "start" }), { once: true })
  }
  // Enter before anything is there is remembered, and is no sending of the form.
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (!form.dataset.san) form.dataset.cho = input.value
  })
  // The theme's own keys (p, n …) are not for somebody who is typing.
  form.addEventListener("keydown", event => event.stopPropagation())
  const before = typedBefore()
  if (before) {
    input.value = before
    input.focus()
  }
  if (form.contains(document.activeElement)) begin()
}

const OPEN = "tim"
/** Whether this entry of the history is that of the open panel. */
const isOpen = () => Boolean(history.state && history.state[OPEN])

class Panel {
  /** @param {HTMLAnchorElement} link in the header */
  constructor(link) {
    this.back = /** @type {HTMLElement} */ (link)
    const root = make("div", "tim-nen")
    this.root = root
    root.hidden = true
    root.setAttribute("role", "dialog")
    root.setAttribute("aria-modal", "true")
    root.setAttribute("aria-label", "Tìm từ, điều khoản")
    root.innerHTML = PANEL
    document.body.append(root)
    this.input = /** @type {HTMLInputElement} */ (need(root, "input"))
    need(root, ".tim-dong").addEventListener("click", () => this.close())
    this.isLeaving = false
    /** What was chosen while the history was on its way back from the panel. */
    this.aim = ""
    root.addEventListener("click", event => {
      if (event.target === root) this.close()
      else this.follow(event)
    })
    addEventListener("popstate", () => this.moved())
    // On the way down: nothing above the form hears of keys pressed in it (see bring).
    root.addEventListener("keydown", event => this.key(event), true)
    bring(need(root, "form"), link.href, () => this.close())
  }

  open() {
    if (!this.root.hidden) return
    this.show()
    if (!this.isLeaving) this.remember()
  }

  show() {
    if (document.activeElement instanceof HTMLElement) this.back = document.activeElement
    this.root.hidden = false
    document.documentElement.classList.add("tim-dang-mo")
    this.input.focus() // in the same breath as the tap, or a phone shows no keys
    this.input.select()
  }

  hide() {
    this.root.hidden = true
    document.documentElement.classList.remove("tim-dang-mo")
    this.back.focus({ preventScroll: true })
  }

  /** An entry of its own in the history: Back on a phone closes the panel, and leaves no page. */
  remember() {
    try {
      history.pushState({ [OPEN]: true }, "")
    } catch { // a browser that counts them: Back leaves the page, as it would without this
    }
  }

  close() {
    this.hide()
    if (!isOpen()) return
    this.isLeaving = true
    history.back()
  }

  /** The history has moved: by the phone's Back, by close(), or forward to the panel again. */
  moved() {
    const { isLeaving: wasLeaving, aim } = this
    this.isLeaving = false
    this.aim = ""
    if (aim) location.assign(aim)
    else if (wasLeaving && !this.root.hidden) this.remember()
    else if (isOpen() && this.root.hidden) this.show()
    else if (!isOpen() && !this.root.hidden) this.hide()
  }

  /**
   * A result takes the place of the panel in the history: Back from it leads to this page. Where
   * the panel's place is being left, it waits: it would take that of this page.
   * @param {MouseEvent} event
   */
  follow(event) {
    const link = /** @type {HTMLAnchorElement | null} */ (targetOf(event).closest("a[href]"))
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    this.hide()
    if (!isOpen()) return
    event.preventDefault()
    if (this.isLeaving) this.aim = link.href
    else location.replace(link.href)
  }

  /**
   * Until the browser draws, the field of a panel that was just left still has the focus: a key
   * pressed then is meant for the page.
   * @param {KeyboardEvent} event
   */
  passOn(event) {
    event.stopPropagation()
    if (!document.body.dispatchEvent(new KeyboardEvent("keydown", event))) event.preventDefault()
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (this.root.hidden) return this.passOn(event)
    if (event.key === "Escape" && !event.isComposing) this.close()
    if (event.key !== "Tab") return
    const stops = every(this.root, "button, input, a[href]").filter(one => one.tabIndex >= 0 && one.offsetParent)
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement))
    const next = event.shiftKey ? at - 1 : at + 1
    if (next >= 0 && next < stops.length) return
    event.preventDefault()
    stops[next < 0 ? stops.length - 1 : 0].focus()
  }
}

export const start = () => {
  const link = document.querySelector(".tim-mo")
  if (!(link instanceof HTMLAnchorElement)) return
  const home = /** @type {HTMLElement | null} */ (document.querySelector(".tim-nha"))
  if (home) bring(home, link.href)
  /** @type {Panel | undefined} */
  let panel
  const open = () => {
    if (home) need(home, "input").focus()
    else (panel = panel || new Panel(link)).open()
  }
  if (isOpen() && !home) { // loaded anew, or come back to, with the panel open
    panel = new Panel(link)
    panel.show()
  }
  link.setAttribute("role", "button")
  link.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open()
  })
  // A link that acts as a button answers to the space bar too.
  link.addEventListener("keydown", event => {
    if (event.key !== " ") return
    event.preventDefault()
    open()
  })
  for (const name of ["pointerenter", "focus"]) link.addEventListener(name, () => { load().catch(() => {}) })
  document.addEventListener("keydown", event => {
    if (!isShortcut(event, "/") && !isShortcut(event, "g")) return
    event.preventDefault()
    open()
  })
}
