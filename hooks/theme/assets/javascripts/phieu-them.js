// The button of a situation's page that adds it to the hand-out.
import { fill, linkTo, need } from "./dom.js"
import { add } from "./phieu-chon.js"

const button = need(document, ".phieu-them")
button.addEventListener("click", () => {
  const { words, href } = add(button.dataset.id || "", button.dataset.trang || "")
  fill(need(document, ".phieu-bao"), words, " ", linkTo("", "Mở phiếu", href))
})
