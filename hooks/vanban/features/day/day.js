// A page of an instrument or an article as of another day: at each unit how it stood then and what
// stood in its place; above all a bar that says so, with the way back to today. What the page says
// of today is taken off: nothing of it may be read as an answer for that day.
import { answerOn, asDay, isSame } from "./day-asked.js"
import { OF_TODAY as TODAY, missed } from "./day-open.js"
import { decoded, every, fill, linkTo, make, need, siteURL, style } from "../../../theme/assets/javascripts/dom.js"
import { load } from "../../../theme/assets/javascripts/modules.js"
import { labelOf, unitOf, upper } from "../../../theme/assets/javascripts/units.js"

/**
 * @typedef {import("./day-asked.js").Answer} Answer
 * @typedef {import("./day-asked.js").Timelines} Timelines
 */

const OF_TODAY = ".hom-nay, .truoc-day, .d-noi, .dv-le"

/** One page on one day. */
class Shown {
  /**
   * @param {Timelines} data
   * @param {string} day
   * @param {string} written the day as the site writes it
   */
  constructor(data, day, written) {
    this.data = data
    this.day = day
    this.written = written
  }

  /** @param {string} unit */
  answer(unit) {
    return answerOn(this.data, unit, this.day)
  }

  /** The chip of a state, which names the day wherever it is carried.
   * @param {Answer} answer */
  chip(answer) {
    const chip = make("span", "tt")
    chip.dataset.trangThai = answer.tt
    const sign = make("span", "tt-dau", answer.dau)
    sign.setAttribute("aria-hidden", "true")
    chip.append(sign, ` ngày ${this.written}: ${answer.chu}`)
    return chip
  }

  /** The state and how sure it is.
   * @param {Element} line what held the state of today
   * @param {Answer} answer */
  state(line, answer) {
    fill(line, this.chip(answer), make("span", "vn-chac", answer.chac && ` · ${answer.chac}`))
  }

  /** Where the content stood then; null for a unit that was in force itself.
   * @param {Answer} answer */
  place(answer) {
    const [before, after] = answer.cho || ["", ""]
    if (!before) return null
    const line = make("p", "vn-cho", upper(before))
    const links = answer.toi || []
    links.forEach(([label, address], place) => {
      const to = siteURL(address)
      to.search = `?ngay=${this.day}`
      line.append(place ? "; " : "", linkTo("", label, to))
    })
    line.append(`${after}.`)
    return line
  }

  /** The page of an article.
   * @param {Element} page
   * @param {HTMLElement} whole */
  article(page, whole) {
    const top = need(page, "h1[id]").id
    for (const holder of [whole, ...every(page, "section.dv")]) {
      const unit = holder === whole ? top : need(holder, ".dv-ten").id
      const answer = this.answer(unit)
      holder.dataset.trangThai = answer.tt
      const line = need(holder, ".dv-tt")
      this.state(line, answer)
      const above = holder.parentElement && holder.parentElement.closest("section.dv")
      const over = above ? need(above, ".dv-ten").id : top
      const told = holder === whole || !isSame(answer, this.answer(over))
      line.hidden = !told
      if (told) holder.classList.remove("dv-gon") // the state needs a line of its own
      const place = told ? this.place(answer) : null
      if (!place) continue
      if (holder === whole) need(holder, ".dv-dong").after(place)
      else {
        const beside = make("div", "dv-le vn-le")
        beside.append(place)
        need(holder, ".dv-chu").after(beside)
      }
    }
    for (const line of every(page, ".chua-dien-dat")) {
      const list = make("ul", "vn-ds")
      this.named(line, list)
      if (list.firstChild) line.after(list)
    }
  }

  /** The page of an instrument: the whole, and each unit that has an answer of its own.
   * @param {Element} page
   * @param {Element} head */
  instrument(page, head) {
    const whole = this.answer("")
    this.state(head, whole)
    const place = this.place(whole)
    if (place) head.after(place)
    const grounds = page.querySelector(".tl-nguon") // how sure today's state is, not that day's
    if (grounds) grounds.prepend("Vào ngày kiểm tra · ")
    for (const chip of every(page, ".hang .tt, .ml .tt")) chip.remove()
    const fold = page.querySelector(".ml-tat")
    if (fold) fold.setAttribute("open", "")
    for (const row of every(page, ".ml-dieu")) this.row(row, whole)
  }

  /** An article of the outline.
   * @param {HTMLElement} row
   * @param {Answer} whole */
  row(row, whole) {
    const answer = this.answer(row.id)
    const list = make("ul", "vn-ds")
    if (!isSame(answer, whole)) list.append(this.item("", answer))
    this.named(row, list)
    if (list.firstChild) row.append(list)
  }

  /** Adds to a list the units that are only named in a place and have an answer of their own.
   * @param {Element} place
   * @param {HTMLUListElement} list */
  named(place, list) {
    for (const one of every(place, ".neo[id]")) {
      const answer = this.answer(one.id)
      const above = one.id.split("-").slice(0, -2).join("-")
      if (!isSame(answer, this.answer(above))) list.append(this.item(`${upper(labelOf(unitOf(one.id)))}: `, answer))
    }
  }

  /** @param {string} label @param {Answer} answer */
  item(label, answer) {
    const item = make("li", "", label)
    const line = make("span")
    this.state(line, answer)
    const place = this.place(answer)
    item.append(line, ...place ? [place] : [])
    return item
  }
}

/** The bar above the page: `role=status`, so that it is heard too.
 * @param {Element} title */
const bar = title => {
  const line = make("div", "vn-thanh chieu-khong")
  line.setAttribute("role", "status")
  title.after(line)
  return line
}

/** The way back: the same page without a day.
 * @param {string} words */
const back = words => linkTo("vn-ve", words, location.pathname + location.hash)

/** Links that stay with this instrument keep the day.
 * @param {ParentNode} page
 * @param {string} day */
const keep = (page, day) => {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = page.querySelectorAll(".ke-ben a, .ml a, .hang a")
  for (const link of links) link.search = `?ngay=${day}`
}

/** On paper the foot of each sheet says how the page stands: it names the day too.
 * @param {string} written */
const foot = written => {
  const held = /** @type {HTMLElement | null} */ (document.querySelector("[data-in-chan]"))
  const today = (held && held.dataset.inChan) || ""
  document.documentElement.style.setProperty("--in-chan", `"Đang xem vào ngày ${written}. Vào ngày kiểm tra: " ${today}`)
}

/**
 * Shows the page as the answers have it.
 * @param {Timelines} data
 * @param {string} day
 * @param {string} written
 * @param {HTMLElement} line the bar
 */
const answered = (data, day, written, line) => {
  const page = need(document, ".md-content__inner")
  for (const one of every(page, OF_TODAY)) one.remove()
  const shown = new Shown(data, day, written)
  const article = /** @type {HTMLElement | null} */ (page.querySelector(".dv-dieu"))
  const head = page.querySelector(".vb-tt")
  if (article) shown.article(page, article)
  else if (head) shown.instrument(page, head)
  keep(page, day)
  foot(written)
  document.documentElement.dataset.xemNgay = written // previews speak of today: they say so
  document.title = `Vào ngày ${written} · ${document.title}`
  const known = data["kiem-chu"]
  const later = day > data.kiem ? ` Sau ngày kiểm tra ${known} chỉ nói điều mà các ngày đã biết định trước.` : ""
  fill(line, "Đang xem vào ngày ", make("b", "", written), ". ", back("Về ngày kiểm tra"))
  line.after(make("p", "vn-giai chieu-khong", `Tình trạng và nơi đứng thay là của ngày ấy; đơn vị không có dòng riêng thì như nơi chứa nó. Lời diễn đạt, lời bàn và căn cứ là của lần kiểm tra ${known}: chữ của luật vào ngày ấy có thể khác.${later}`))
  const target = location.hash && document.getElementById(decoded(location.hash.slice(1)))
  if (target) target.scrollIntoView() // the bar has moved what it led to
}

/**
 * Shows the page as of the day that the address asks for.
 * @param {HTMLElement} place of the question
 * @param {HTMLElement} pending what is said until then
 */
export const start = async (place, pending) => {
  const { day, written, wrong } = asDay(new URLSearchParams(location.search).get("ngay") || "")
  const title = need(document, ".md-content__inner h1")
  const line = bar(title)
  /** @param {...(Node | string)} words */
  const tell = (...words) => {
    pending.remove()
    fill(line, ...words)
  }
  await style("assets/stylesheets/day.css").catch(() => {})
  if (wrong) {
    tell(make("b", "", wrong), " Trang đang hiện tình trạng vào ngày kiểm tra. ", back("Bỏ câu hỏi này"))
    return
  }
  const form = need(place, "form")
  const field = /** @type {HTMLInputElement} */ (need(place, "input"))
  field.value = day
  const ask = async () => {
    /** @type {{data: Timelines} | null} */
    const found = await load(form.dataset.tep || "").catch(() => null)
    if (found) answered(found.data, day, written, line)
    else missed(line, [make("b", "", `Chưa tải được dữ liệu của ngày ${written}.`), " Trang đang hiện tình trạng vào ngày kiểm tra."], `Đang tải dữ liệu của ngày ${written}. ${TODAY}`, ask)
    pending.remove()
  }
  await ask()
}
