// What a plan says to the room besides what it opens: the cover, goals, questions, the last screen.
import { canonical, make, siteURL } from "../../../theme/assets/javascripts/dom.js"
import { clean, part } from "./projector-parts.js"

/**
 * The first screen: what it is all about, in words for the room.
 * @param {HTMLElement | null} plan what a page says of itself as a plan
 * @param {string} title of the page
 */
export const cover = (plan, title) => {
  const { bia = title, biaPhu = "" } = plan ? plan.dataset : {}
  const box = make("div", "chieu-bia-loi")
  box.append(make("p", "chieu-bia-ten", bia))
  if (biaPhu) box.append(make("p", "chieu-bia-phu", biaPhu))
  return { ...part(box, null), kind: "cover" }
}

/** A few words in quotes are one name, which no line tears.
 * @param {Element} element */
const together = element => {
  const texts = document.createTreeWalker(element, 4) // 4: text
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    node.nodeValue = (node.nodeValue || "").replace(/“[^”]{1,14}”/g, quote => quote.replace(/ /g, "\u00a0"))
  }
}

/**
 * The goal of a step, or the question to the room; that of several stories names them.
 * @param {Element} paragraph
 * @param {string[]} stories
 * @param {HTMLElement | null} plan
 */
export const told = (paragraph, stories, plan) => {
  const asks = paragraph.matches(".buoi-hoi")
  const box = make("div", "chieu-loi")
  const words = clean(paragraph)
  together(words)
  const label = words.querySelector("strong")
  const goal = !asks && plan && plan.dataset.mucTieu
  if (label) label.textContent = asks ? (label.textContent || "").replace(/:$/, "") : goal || label.textContent
  // The label begins the sentence that the goal ends.
  const said = goal && label && label.nextSibling
  if (said) said.nodeValue = (said.nodeValue || "").replace(/\S/, one => one.toLowerCase())
  box.append(words)
  if (asks && stories.length > 1) {
    const names = make("ol", "chieu-chuyen")
    names.append(...stories.map(name => make("li", "", name)))
    box.append(names)
  }
  return { ...part(box, null), kind: asks ? "ask" : "goal" }
}

/** The site's public address as people read it aloud; "" where it has none. */
export const home = () => {
  const page = canonical()
  return page ? siteURL("", page).href.replace(/^https?:\/\//, "") : ""
}

/**
 * The last screen, which stays while people leave: what to take home, and where to read on.
 * @param {Element | null} list
 */
export const closing = list => {
  const box = make("div", "chieu-ve-nha")
  const address = home()
  if (list) box.append(clean(list))
  else box.append(make("p", "chieu-bia-ten", "Cảm ơn mọi người"))
  if (address) {
    const line = make("p", "chieu-noi-doc", "Đọc lại ở ")
    line.append(make("b", "", address))
    box.append(line)
  }
  return { ...part(box, null), kind: "close" }
}
