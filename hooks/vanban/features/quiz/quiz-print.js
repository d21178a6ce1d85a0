// A set of questions on paper: the questions in two columns, the answers on a page of their own;
// or the sheet that attests the practice, alone. The page is as before when the printing is over.
import { control, every, make, need, NO_PRINTING, printed } from "../../../theme/assets/javascripts/dom.js"

/** @param {Element} element */
const words = element => (element.textContent || "").trim()

/** A question as it is handed out, without what somebody answered.
 * @param {HTMLElement} section */
const questionOf = section => {
  const box = make("section", "ch-cau-in")
  const options = make("ol")
  options.type = "A"
  options.append(...every(section, "ol.cau-hoi-chon > li").map(one => make("li", "", words(one.querySelector(".ch-chon") || one))))
  box.append(make("h3", "", words(need(section, "h2")).replace(/#$/, "")), options)
  return box
}

/** @param {HTMLElement} section of a question */
const answerOf = section => {
  const row = make("li")
  for (const part of [".cau-hoi-dung", ".cau-hoi-vi-sao", ".cau-hoi-can-cu"]) row.append(need(section, part).cloneNode(true))
  return row
}

/**
 * @param {HTMLElement} sheet that attests the practice
 * @param {HTMLElement[]} sections of the questions, in their order
 * @param {(words: string) => void} say what those hear who see nothing
 */
export const onPaper = (sheet, sections, say) => {
  const root = document.documentElement
  /** @param {boolean} alone whether the sheet alone is printed */
  const print = alone => {
    root.classList.toggle("ch-in", alone)
    printed(began => {
      root.classList.remove("ch-in")
      if (!began) say(NO_PRINTING)
    })
  }
  const own = need(sheet, ".ch-in-nut")
  own.append(control("ch-nut ch-in-giay", "In giấy này", () => print(true)))
  own.hidden = false
  need(document, ".ch-bo .ch-bo-nut").append(control("ch-nut ch-in-phieu", "In câu hỏi, đáp án ở trang cuối", () => print(false)))

  /** @type {HTMLElement | null} */
  let paper = null
  addEventListener("beforeprint", () => {
    if (root.classList.contains("ch-in") || paper) return
    const columns = make("div", "ch-cot")
    columns.append(...sections.map(questionOf))
    const answers = make("section", "ch-dap-in")
    const list = make("ol")
    list.append(...sections.map(answerOf))
    answers.append(make("h2", "", "Đáp án"), list)
    paper = make("div", "ch-giay-hoi")
    paper.append(columns, answers)
    sheet.before(paper)
    root.classList.add("ch-phieu")
  })
  addEventListener("afterprint", () => {
    root.classList.remove("ch-phieu")
    if (paper) paper.remove()
    paper = null
  })
}
