// Practising alone: options become buttons, the answer comes at once, progress stays on this device.
// Without this file every question stands with its answer folded below it.
import { control, every, fill, make, need, newsLine, writtenDay } from "../../../theme/assets/javascripts/dom.js"
import { whenKept } from "../../../theme/assets/javascripts/comeback.js"
import { isKept, read, valid, write } from "./quiz-kept.js"
import { foldLater } from "./quiz-more.js"
import { onPaper } from "./quiz-print.js"
import { room } from "./quiz-room-links.js"

/**
 * @typedef {import("./quiz-kept.js").Answer} Answer
 * @typedef {{section: HTMLElement, options: HTMLElement[], right: number}} Item
 */
const LETTERS = "ABCD"

/** The list of sets: how far one has come in each. */
const list = () => {
  for (const row of every(document, ".ch-ds li[data-bo]")) {
    const answers = Object.values(read(row.dataset.bo || "", row.dataset.phien || "")).filter(valid)
    const right = answers.filter(one => one.dung === true).length
    need(row, ".ch-ds-diem").textContent = answers.length ? ` · Đúng ${right}/${row.dataset.so} câu` : ""
  }
}

class Practice {
  /** @param {HTMLElement} panel above the questions */
  constructor(panel) {
    this.set = panel.dataset.bo || ""
    this.edition = panel.dataset.phien || ""
    this.sheet = need(document, ".ch-giay")
    this.told = newsLine("ch-doc")
    panel.after(this.told)
    this.live = newsLine("ch-doc ch-nghe")
    this.sheet.before(this.live)
    this.warned = this.wrongOnly = false
    this.unfold = () => {}
    /** @type {Item[]} */
    this.items = every(document, "section.cau-hoi").map(section => {
      const options = every(section, ".cau-hoi-chon > li")
      return { section, options, right: options.findIndex(option => option.hasAttribute("data-dung")) }
    })
    this.held = isKept(this.set)
    this.answers = this.kept()
    const summary = make("div", "ch-bo ch-cuoi")
    summary.append(make("p", "ch-bo-diem"), make("p", "ch-bo-nut"))
    this.sheet.before(summary)
    this.panels = [panel, summary]
    this.build()
    whenKept(() => this.renew())
  }

  /** Kept answers to questions that are there, judged anew: the right option may have changed. */
  kept() {
    /** @type {Record<string, Answer>} */
    const answers = {}
    for (const [id, one] of Object.entries(read(this.set, this.edition))) {
      const item = this.items.find(each => each.section.id === id)
      if (item && valid(one)) answers[id] = { ...one, dung: one.chon === item.right }
      else if (item && one && typeof one.dau === "boolean") answers[id] = { dau: one.dau }
    }
    return answers
  }

  build() {
    for (const panel of this.panels) {
      need(panel, ".ch-bo-nut").append(
        control("ch-nut ch-lai", "Làm lại câu sai", () => this.again()),
        control("ch-nut ch-het", "Hiện lại cả bộ", () => this.whole()),
        control("ch-nut ch-xoa", "Xóa kết quả", () => this.clear()),
      )
      panel.hidden = false
    }
    for (const item of this.items) {
      item.options.forEach((option, at) => {
        const words = (option.textContent || "").trim()
        fill(option, control("ch-chon", words, () => this.choose(item, at)), make("span", "ch-dau"))
      })
      need(item.section, "details").before(make("p", "ch-ket"))
      this.dress(item)
    }
    const sections = this.items.map(({ section }) => section)
    this.unfold = foldLater(sections, section => Boolean(this.answers[section.id]))
    onPaper(this.sheet, sections, words => this.say(words))
    this.show()
  }

  /**
   * The option that was chosen; null where none is.
   * @param {Item} item
   */
  chosen(item) {
    const one = this.answers[item.section.id]
    return valid(one) && one.chon !== undefined ? one.chon : null
  }

  /** @param {Item} item */
  isRight(item) { return this.chosen(item) === item.right }

  /** @param {Item} item */
  isWrong(item) { return this.chosen(item) !== null && !this.isRight(item) }

  /** @param {Item} item */
  dress(item) {
    const chosen = this.chosen(item)
    const answered = chosen !== null
    item.options.forEach((option, at) => {
      const button = need(option, "button")
      button.setAttribute("aria-disabled", String(answered))
      button.setAttribute("aria-pressed", String(chosen === at))
      const right = at === item.right
      const shown = answered && (right || chosen === at)
      need(option, ".ch-dau").textContent = !shown ? "" : right ? "✓ Đáp án đúng" : "✗ Chưa đúng"
      option.dataset.ket = !shown ? "" : right ? "dung" : "sai"
    })
    need(item.section, "details").toggleAttribute("open", answered)
    const verdict = need(item.section, ".ch-ket")
    verdict.hidden = !answered
    if (answered) {
      verdict.textContent = this.isRight(item)
        ? "✓ Đúng."
        : `✗ Chưa đúng. Bạn chọn ${LETTERS[chosen]}, đáp án là ${LETTERS[item.right]}.`
    }
  }

  show() {
    const all = this.items.length
    const done = this.items.filter(item => this.chosen(item) !== null)
    const right = done.filter(item => this.isRight(item)).length
    const first = done.filter(item => this.answers[item.section.id].dau === true).length
    const left = all - done.length
    const missing = left ? ` · còn ${left} câu chưa trả lời` : ""
    const only = left ? `, mới trả lời ${done.length} câu` : ""
    for (const each of this.panels) {
      need(each, ".ch-bo-diem").textContent = done.length
        ? `Đúng ${right}/${all} câu${missing}`
        : "Bấm vào cách trả lời mà bạn chọn; đáp án và lý do hiện ra ngay."
      need(each, ".ch-lai").hidden = right === done.length
      need(each, ".ch-xoa").hidden = !done.length
      need(each, ".ch-het").hidden = !this.wrongOnly
    }
    need(this.sheet, ".ch-giay-diem").textContent = done.length
      ? `đúng ${right}/${all} câu (đúng ngay lần đầu ${first} câu${only})`
      : `đúng ………/${all} câu`
    const now = new Date()
    const day = writtenDay(now.getFullYear(), now.getMonth() + 1, now.getDate())
    need(this.sheet, ".ch-giay-ngay").textContent = done.length ? day : "………/………/…………"
    return `Đúng ${right}/${all} câu.`
  }

  /** What was answered, or cleared, in another window is taken over: the next answer here would undo it. What cannot be kept stays as it is. */
  renew() {
    const there = isKept(this.set)
    const cleared = this.held && !there
    this.held = there
    const kept = this.kept()
    const all = JSON.stringify(kept)
    if (this.warned || (all === "{}" && !cleared) || all === JSON.stringify(this.answers)) return
    this.answers = kept
    for (const item of this.items) this.dress(item)
    if (cleared) this.unhide()
    this.show()
  }

  /** @param {string} text */
  say(text) {
    this.live.textContent = ""
    setTimeout(() => { this.live.textContent = text }, 50)
  }

  keep() {
    const done = write(this.set, this.edition, this.answers)
    this.held = this.held || done
    if (done || this.warned) return
    this.warned = true
    this.told.className = "ch-nhac"
    this.told.textContent = "Trình duyệt không cho giữ kết quả: bạn vẫn làm được, đóng trang là mất."
  }

  /**
   * @param {Item} item
   * @param {number} at
   */
  choose(item, at) {
    if (this.chosen(item) !== null) return
    const right = at === item.right
    // Whether the first try was right is remembered through every repetition.
    const before = this.answers[item.section.id]
    this.answers[item.section.id] = { chon: at, dung: right, dau: before ? before.dau === true : right }
    this.keep()
    this.dress(item)
    const sum = this.show()
    const words = need(item.section, ".ch-ket").textContent
    const reason = (need(item.section, ".cau-hoi-vi-sao").textContent || "").trim()
    this.say(`${words} ${reason} ${sum}`)
  }

  /** @param {Item} item */
  focus(item) {
    const heading = need(item.section, "h2")
    heading.tabIndex = -1
    heading.focus()
  }

  /** Asks the wrong ones again, and only these. */
  again() {
    const wrong = this.items.filter(item => this.isWrong(item))
    if (!wrong.length) return
    this.wrongOnly = true
    this.unfold()
    for (const item of this.items) {
      item.section.hidden = !wrong.includes(item)
      if (item.section.hidden) continue
      this.answers[item.section.id] = { dau: this.answers[item.section.id].dau === true }
      this.dress(item)
    }
    this.keep()
    this.show()
    this.say(`Làm lại ${wrong.length} câu sai.`)
    this.focus(wrong[0])
  }

  unhide() {
    this.wrongOnly = false
    for (const item of this.items) item.section.hidden = false
  }

  whole() {
    this.unfold()
    this.unhide()
    this.show()
    this.focus(this.items[0])
  }

  clear() {
    this.answers = {}
    this.held = !write(this.set, this.edition, null) && this.held
    for (const item of this.items) this.dress(item)
    this.whole()
    this.say("Đã xoá kết quả của bộ này trên máy.")
  }
}

list()
whenKept(list)
const panel = /** @type {HTMLElement | null} */ (document.querySelector(".ch-bo"))
if (panel) {
  room()
  new Practice(panel)
}
