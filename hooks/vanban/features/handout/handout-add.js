// The button of a situation's page that adds it to the hand-out.
import { fill, linkTo, need } from "../../../theme/assets/javascripts/dom.js"
import { add } from "./handout-choice.js"

const button = need(document, ".phieu-them")
button.addEventListener("click", () => {
  const { words, href } = add(button.dataset.id || "", button.dataset.trang || "")
  fill(need(document, ".phieu-bao"), words, " ", linkTo("", "Mở phiếu", href))
})
