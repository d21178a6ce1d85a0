// The one box at work: a field and the list below it (a combobox with a listbox), or ways on.
import { every, fill, make, need } from "../../../theme/assets/javascripts/dom.js"
import { takable } from "./search-groups.js"
import { denial, isMistake, lackOf, leftOut, moreOf, resultOf, rowsOf, heirOf, waysOn } from "./search-list.js"
import { restOf } from "./search-rest.js"

/** @typedef {import("./search-engine.js").Group} Group */
/**
 * @typedef {{provisions: import("./citation-documents.js").Index,
 *   texts: import("./search-engine.js").Texts, base: URL, leave?: () => void, pick?: Pick}} Given
 * For a box whose results are taken: whether the address of one can be, and what takes it.
 * @typedef {{can: (href: string) => boolean, take: (href: string) => void}} Pick
 */
const PATIENCE = 500 // ms of quiet before a count is read aloud
const EVERY = new Set([0, 1, 2, 3, 4]) // groups shown as a whole, so that what can be taken is found

class Box {
  /**
   * @param {HTMLElement} form
   * @param {import("./search-rest.js").Rest} rest
   * @param {() => void} [leave]
   * @param {Pick} [pick]
   */
  constructor(form, rest, leave, pick) {
    this.rest = rest
    this.engine = rest.engine
    this.leave = leave
    this.pick = pick
    this.input = /** @type {HTMLInputElement} */ (need(form, "input"))
    this.list = need(form, "[role=listbox]")
    this.told = need(form, "[role=status]")
    this.ways = need(form, ".tim-khong")
    this.clear = need(form, ".tim-xoa")
    this.active = -1
    this.typed = ""
    this.isLeft = false
    /** @type {Set<number>} groups shown as a whole */
    this.opened = new Set()
    /** @type {number | undefined} */
    this.telling = undefined
    form.addEventListener("submit", () => this.go())
    this.input.addEventListener("input", () => this.changed())
    this.input.addEventListener("focus", () => this.changed())
    this.input.addEventListener("keydown", event => this.key(event))
    this.clear.addEventListener("click", () => {
      this.input.value = ""
      this.input.focus()
      this.changed()
    })
    form.addEventListener("focusout", event => {
      if (!leave && !(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) this.close()
    })
    rest.hearers.add(() => {
      if (this.told.contains(document.activeElement)) this.input.focus() // the button there goes
      // Somebody on a link below the field must not lose it.
      if (this.typed.trim() && !this.isLeft && !this.ways.contains(document.activeElement)) this.update()
    })
    this.changed()
    if (form.dataset.cho && form.dataset.cho === this.input.value) this.go()
    form.dataset.san = "1"
  }

  changed() {
    this.isLeft = false
    this.rest.again()
    if (this.typed !== this.input.value) this.opened.clear()
    this.typed = this.input.value
    this.active = 0
    this.update()
  }

  update() {
    const typed = this.typed
    this.clear.hidden = !typed
    if (this.pick) return this.offer(this.pick)
    const { groups, told, count, partly, outside, lacks } = this.engine.answer(typed, this.opened)
    // One letter is a beginning, no question.
    if (typed.trim().length < 2 && !groups.length) return this.show([], this.leave ? [rowsOf(this.engine)] : [], "", "")
    const { whole } = this.engine
    const many = whole ? `${count} kết quả` : `Mới có ${count} kết quả.`
    // Before the rest of the texts is there, nobody can say that no page answers.
    if (partly && !whole) this.show(groups, [], told || this.underWay("Đang tìm tiếp trong các văn bản…"), many)
    else if (partly) this.show(groups, this.dead(typed), told || denial(outside), `Gần nhất: ${count} kết quả.`)
    else if (groups.length) this.show(groups, [], told || (whole ? leftOut(lacks) : ""), many)
    else if (whole) this.show([], this.dead(typed), told, outside ? denial(outside) : `Không thấy gì về “${typed.trim()}”.`)
    else this.show([], this.rest.isMissing ? this.dead(typed) : [], "", this.underWay("Đang tìm…") || "Chưa thấy gì.")
    return undefined
  }

  /** Of what was found that which can be taken, and no other ways on.
   * @param {Pick} pick */
  offer({ can }) {
    const { groups, told } = this.engine.answer(this.typed, EVERY)
    const taken = takable(groups, can)
    const count = taken.reduce((sum, { items }) => sum + items.length, 0)
    if (told) this.active = -1 // a question of which document: Enter takes none of them by itself
    const none = this.engine.whole ? "Chưa thấy mục nào khớp." : this.underWay("Đang tìm…")
    if (count) this.show(taken, [], told, this.engine.whole ? `${count} mục` : `Mới có ${count} mục.`)
    else this.show([], [], "", this.typed.trim().length > 1 ? none : "")
  }

  /** What is said while texts are coming; nothing once they did not come.
   * @param {string} words */
  underWay(words) {
    return this.rest.isMissing ? "" : words
  }

  /**
   * @param {Group[]} groups
   * @param {HTMLElement[]} ways
   * @param {string} told seen beside the results
   * @param {string} count
   */
  show(groups, ways, told, count) {
    let place = 0
    fill(this.list, ...groups.map(({ name, place: number, items, more }) => {
      const group = make("div", "tim-nhom")
      group.setAttribute("role", "group")
      group.setAttribute("aria-label", name)
      const heading = make("p", "tim-ten-nhom", name)
      heading.setAttribute("aria-hidden", "true") // the group bears the name
      const links = items.flatMap(item => [
        resultOf(item, `${this.list.id}-${place++}`),
        ...(item.today ? [heirOf(item.today, `${this.list.id}-${place++}`)] : []),
      ])
      for (const link of links) link.addEventListener("click", event => this.chosen(event, link))
      group.append(heading, ...links)
      if (more) group.append(this.more(more, number, place++))
      return group
    }))
    this.list.hidden = !groups.length
    fill(this.ways, ...ways)
    this.ways.hidden = !ways.length
    this.input.setAttribute("aria-expanded", String(groups.length > 0))
    this.told.classList.toggle("tim-loi", isMistake(told))
    clearTimeout(this.telling)
    const lack = this.rest.isMissing && this.typed.trim().length > 1
    const say = () => fill(this.told, [told, count].filter(Boolean).join(" "), ...(lack ? lackOf(this.rest, this.input, () => this.retry()) : []))
    if (told || !groups.length) say()
    else {
      // A count may wait until the reader stops typing; what was said of other words may not stay.
      this.told.textContent = ""
      this.telling = setTimeout(say, PATIENCE)
    }
    this.activate(groups.length ? Math.min(this.active, place - 1) : -1)
  }

  /** Asked for: the rest of the texts, once more. */
  retry() {
    this.input.focus()
    clearTimeout(this.telling)
    this.told.textContent = "Đang tải tiếp…"
    this.rest.bring()
  }

  /**
   * @param {MouseEvent} event
   * @param {HTMLAnchorElement} link
   */
  chosen(event, link) {
    this.close()
    if (!this.pick) return
    event.preventDefault()
    if (!this.pick.can(link.href)) return
    this.input.value = ""
    this.changed()
    this.pick.take(link.href)
  }

  /**
   * @param {number} count
   * @param {number} group
   * @param {number} place
   */
  more(count, group, place) {
    const option = moreOf(count, `${this.list.id}-${place}`)
    option.addEventListener("click", () => {
      this.opened.add(group)
      this.active = place
      this.update()
    })
    return option
  }

  /**
   * Nothing found, or only in part: what else could be tried.
   * @param {string} typed
   */
  dead(typed) {
    return waysOn(this.engine, this.engine.near(typed), word => {
      this.input.value = word
      this.input.focus()
      this.changed()
    })
  }

  /** @param {number} place */
  activate(place) {
    this.active = place
    for (const [at, option] of every(this.list, "[role=option]").entries()) {
      option.setAttribute("aria-selected", String(at === place))
      if (at === place && place > 0) option.scrollIntoView({ block: "nearest" })
    }
    if (place < 0) this.input.removeAttribute("aria-activedescendant")
    else this.input.setAttribute("aria-activedescendant", `${this.list.id}-${place}`)
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing || event.keyCode === 229) return // the input method's own key
    const last = every(this.list, "[role=option]").length - 1
    const down = event.key === "ArrowDown"
    if ((down || event.key === "ArrowUp") && last >= 0) {
      event.preventDefault()
      if (this.list.hidden) this.update()
      else if (down) this.activate(this.active < last ? this.active + 1 : 0)
      else this.activate(this.active > 0 ? this.active - 1 : last)
    } else if (event.key === "Enter") {
      event.preventDefault()
      this.go()
    } else if (event.key === "Escape" && !this.leave && !this.list.hidden) {
      event.preventDefault()
      this.close()
    }
  }

  go() {
    const option = every(this.list, "[role=option]")[this.active]
    if (option && !this.list.hidden) option.click()
  }

  close() {
    this.isLeft = true
    this.list.hidden = true
    this.ways.hidden = true
    clearTimeout(this.telling)
    this.input.setAttribute("aria-expanded", "false")
    this.input.removeAttribute("aria-activedescendant")
  }
}

/**
 * Makes a form work.
 * @param {HTMLElement} form
 * @param {Given} given
 */
export const attach = (form, given) => {
  if (!form.dataset.san) new Box(form, restOf(given), given.leave, given.pick)
}
