// A set of questions on paper: the questions in two columns, the answers on a page of their own;
// or the sheet that attests the practice, alone. The page is as before when the printing is over.
import { control, make, need, NO_PRINTING, printed } from "../../../theme/assets/javascripts/dom.js"

/** @param {HTMLElement} section of a question
 * @param {number} place */
const answerOf = (section, place) => {
  const row = make("li", "ch-dap-cau")
  row.value = place + 1
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
  /** @param {string} name the class of the whole page meanwhile */
  const print = name => {
    root.classList.add(name)
    printed(began => {
      root.classList.remove(name)
      if (!began) say(NO_PRINTING)
    })
  }
  const own = need(sheet, ".ch-in-nut")
  own.append(control("ch-nut ch-in-giay", "In giấy này", () => print("ch-in")))
  own.hidden = false
  need(document, ".ch-bo .ch-bo-nut").append(control("ch-nut ch-in-phieu", "In câu hỏi, đáp án ở trang cuối", () => print("ch-phieu")))

  /** @type {HTMLElement[]} */
  let made = []
  addEventListener("beforeprint", () => {
    if (root.classList.contains("ch-in") || made.length) return
    const columns = make("div", "ch-cot")
    const answers = make("section", "ch-dap-in")
    const list = make("ol")
    list.append(...sections.map(answerOf))
    answers.append(make("h2", "", "Đáp án"), list)
    sections[0].before(columns)
    columns.append(...sections)
    columns.after(answers)
    made = [columns, answers]
    root.classList.add("ch-phieu")
  })
  addEventListener("afterprint", () => {
    if (!made.length) return
    const [columns, answers] = made
    made = []
    columns.replaceWith(...sections)
    answers.remove()
    root.classList.remove("ch-phieu")
  })
}
