// A question of the quiz as the projector shows it.
import { clean, part, readable, words } from "./projector-parts.js"
import { make, need } from "../../../theme/assets/javascripts/dom.js"

/** @typedef {import("./projector-parts.js").Part} Part */

/** Letters of an option that has room for another beside it. */
const SHORT = 42

/** First the question with its options, then which one is right, then why.
 * @param {Element} element
 * @param {string} asked
 * @returns {Part[]} */
export const question = (element, asked) => {
  const options = [...element.querySelectorAll(".cau-hoi-chon > li")]
  // Who practises alone has buttons in the options (quiz.js); the room sees the words.
  const texts = options.map(option => words(option.querySelector("button") || option))
  const list = make("ol", texts.every(text => text.length < SHORT) ? "cau-hoi-chon chieu-doi" : "cau-hoi-chon")
  texts.forEach((text, place) => {
    const line = make("li", "", text)
    if (options[place].matches("[data-dung]")) line.dataset.dung = ""
    list.append(line)
  })
  const whole = make("div", "chieu-cau")
  whole.append(make("p", "chieu-hoi", asked), list)
  const reason = clean(need(element, ".cau-hoi-dap"))
  const box = make("div", "chieu-dap")
  const more = make("div", "chieu-dap")
  for (const child of [...reason.children]) {
    if (child.tagName === "SUMMARY") continue
    if (more.firstChild || child.matches(".cau-hoi-them, .cau-hoi-nay")) more.append(child)
    else box.append(child)
  }
  const reply = ["dung", "vi-sao", "can-cu"].map(name => readable(need(element, `.cau-hoi-${name}`)))
  const parts = [{ ...part(whole, null), reply }, { ...part(make("div"), null), answer: list }].map(one => ({ ...one, run: list }))
  return [...parts, part(box, null), ...(more.firstChild ? [part(more, null)] : [])]
}
