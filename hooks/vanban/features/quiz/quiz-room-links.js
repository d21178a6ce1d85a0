// The ways from a set of questions to the page that asks a room (quiz-room.js).
import { every, linkTo, make, need } from "../../../theme/assets/javascripts/dom.js"

/** The way to ask a room: the whole set, or one question by its own address. */
export const room = () => {
  /** @type {HTMLAnchorElement | null} */
  const link = document.querySelector(".ch-hoi-phong")
  if (!link) return
  const page = link.href
  for (const section of every(document, "section.cau-hoi")) {
    const line = make("p", "ch-hoi-cau")
    line.append(linkTo("", "Hỏi cả phòng câu này", `${page}#cau=${section.id}`))
    need(section, "ol").after(line)
  }
  link.href = `${page}#bo=${need(document, ".ch-bo").dataset.bo}`
}
