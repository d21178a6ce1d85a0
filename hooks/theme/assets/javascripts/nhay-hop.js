// The box “Đi tới điều khoản”: its field, its list, its dialog.
import { every, fill, linkTo, make, need, targetOf } from "./dom.js"
import { Finder } from "./nhay-tim.js"

/**
 * @typedef {import("./nhay-muc.js").Index} Index
 * @typedef {import("./nhay-tim.js").Suggestion} Suggestion
 */

/** @type {Finder | undefined} */
let known
/**
 * The finder, which reads the index once for every box of the page.
 * @param {Index} data
 * @param {URL} base
 */
const finderOf = (data, base) => (known = known || new Finder(data, base))

// ---- The field and its list (combobox with a listbox) ------------------------------------------

class Box {
  /**
   * @param {HTMLElement} form
   * @param {Finder} finder
   * @param {() => void} [leave] what Escape does where the box can be left
   */
  constructor(form, finder, leave) {
    this.finder = finder
    this.leave = leave
    this.input = /** @type {HTMLInputElement} */ (need(form, "input"))
    this.list = need(form, "[role=listbox]")
    this.told = need(form, "[role=status]")
    /** @type {Suggestion[]} */
    this.items = []
    this.active = -1
    form.addEventListener("submit", event => {
      event.preventDefault()
      this.go()
    })
    this.input.addEventListener("input", () => this.update())
    this.input.addEventListener("keydown", event => this.key(event))
    this.input.addEventListener("focus", () => this.update())
    form.addEventListener("focusout", event => {
      if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) this.close()
    })
    this.update()
  }

  update() {
    const { items, message } = this.finder.find(this.input.value)
    this.items = items
    fill(this.list, ...items.map((item, place) => this.option(item, place)))
    this.list.hidden = items.length === 0
    this.input.setAttribute("aria-expanded", String(items.length > 0))
    this.told.textContent = message || (items.length ? `${items.length} gợi ý` : "")
    this.told.classList.toggle("nhay-loi", message !== "" && (!items.length || items[0].sure === 1))
    this.activate(items.length ? 0 : -1)
  }

  /**
   * @param {Suggestion} item
   * @param {number} place
   */
  option(item, place) {
    const link = linkTo("nhay-muc", "", item.href)
    link.id = `${this.list.id}-${place}`
    link.setAttribute("role", "option")
    link.tabIndex = -1
    link.dataset.trangThai = item.state
    link.append(make("span", "nhay-ten", item.name), " ", make("span", "nhay-tt", `${item.mark} ${item.words}`), " ")
    if (item.below) link.append(make("span", item.sure === 1 ? "nhay-duoi nhay-loi" : "nhay-duoi", item.below), " ")
    link.addEventListener("click", () => this.close())
    return link
  }

  /** @param {number} place */
  activate(place) {
    this.active = place
    for (const [at, option] of every(this.list, "[role=option]").entries()) {
      option.setAttribute("aria-selected", String(at === place))
      if (at === place) option.scrollIntoView({ block: "nearest" })
    }
    if (place < 0) this.input.removeAttribute("aria-activedescendant")
    else this.input.setAttribute("aria-activedescendant", `${this.list.id}-${place}`)
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing) return
    const last = this.items.length - 1
    const down = event.key === "ArrowDown"
    if ((down || event.key === "ArrowUp") && last >= 0) {
      event.preventDefault()
      if (this.list.hidden) this.update()
      else if (down) this.activate(this.active < last ? this.active + 1 : 0)
      else this.activate(this.active > 0 ? this.active - 1 : last)
    } else if (event.key === "Escape") {
      if (this.leave || !this.list.hidden) event.preventDefault()
      if (this.leave) this.leave()
      else this.close()
    }
    // The theme's own keys (p, n, s …) are not for somebody who is typing.
    event.stopPropagation()
  }

  go() {
    const option = every(this.list, "[role=option]")[this.active]
    if (option) option.click()
  }

  close() {
    this.list.hidden = true
    this.input.setAttribute("aria-expanded", "false")
    this.input.removeAttribute("aria-activedescendant")
  }
}

// ---- The dialog -----------------------------------------------------------------------------

const FORM = `
  <form class="nhay" method="dialog">
    <div class="nhay-dau">
      <label id="nhay-nhan" for="nhay-o">Đi tới điều khoản</label>
      <button type="button" class="nhay-dong">Đóng</button>
    </div>
    <input id="nhay-o" type="text" role="combobox" aria-expanded="false" aria-controls="nhay-ds"
      aria-autocomplete="list" aria-describedby="nhay-vi-du" autocomplete="off" autocapitalize="off"
      autocorrect="off" spellcheck="false" enterkeyhint="go">
    <p class="nhay-vi-du" id="nhay-vi-du">Ví dụ: <b>k1 d8 anm</b>, <b>26.4 72/2013</b>, <b>điểm d khoản 1 điều 5 nđ 72</b></p>
    <p class="nhay-noi" role="status"></p>
    <div class="nhay-ds" id="nhay-ds" role="listbox" aria-label="Gợi ý" hidden></div>
    <p class="nhay-chan"></p>
  </form>`

class Dialog {
  /** @param {Finder} finder */
  constructor(finder) {
    const dialog = make("dialog", "nhay-hop")
    this.dialog = dialog
    dialog.setAttribute("aria-labelledby", "nhay-nhan")
    dialog.innerHTML = FORM
    const all = /** @type {HTMLAnchorElement} */ (need(document, ".nhay-mo")).href
    need(dialog, ".nhay-chan").append(linkTo("", "Mọi điều khoản", all))
    need(dialog, ".nhay-dong").addEventListener("click", () => this.shut())
    // A tap beside the form falls on the dialog itself.
    dialog.addEventListener("click", event => {
      if (event.target === dialog || targetOf(event).closest(".nhay-muc")) this.shut()
    })
    document.body.append(dialog)
    this.box = new Box(need(dialog, "form"), finder, () => this.shut())
  }

  // A closed dialog keeps the focus of its field until the next frame when nothing had it before:
  // a key g pressed at once would fall into a field that nobody sees.
  shut() {
    this.dialog.close()
    this.box.input.blur()
  }

  /** @param {string} typed */
  open(typed) {
    if (this.dialog.open) return
    this.box.input.value = typed
    this.dialog.showModal()
    this.box.update()
    this.box.input.focus()
  }
}

/** @type {Dialog | undefined} */
let dialog

/**
 * Opens the box.
 * @param {Index} data
 * @param {URL} base the site's address
 * @param {string} typed what was typed while the box was on its way
 */
export const open = (data, base, typed) => {
  dialog = dialog || new Dialog(finderOf(data, base))
  dialog.open(typed)
}

/**
 * Makes a form that stands in the page (nhay-nha.html) work.
 * @param {HTMLElement} form
 * @param {Index} data
 * @param {URL} base the site's address
 */
export const attach = (form, data, base) => {
  if (!form.dataset.san) new Box(form, finderOf(data, base))
  form.dataset.san = "1"
}
