// A long set shows its first questions: the others come when they are asked for, when an address
// leads to one of them, or when one of them was answered before. On paper all stand.
import { control, decoded, make, need } from "../../../theme/assets/javascripts/dom.js"

const AT_FIRST = 8
/** So few more are not worth a button. */
const FEW = 2

/**
 * Folds what comes after the first questions, unless ``begun`` says that one of them was answered.
 * @param {HTMLElement[]} sections in their order
 * @param {(section: HTMLElement) => boolean} begun
 * @returns {() => void} shows them all
 */
export const foldLater = (sections, begun) => {
  const later = sections.slice(AT_FIRST)
  const isAsked = () => {
    const target = document.getElementById(decoded(location.hash.slice(1)))
    return Boolean(target) && later.some(section => section.contains(target))
  }
  if (later.length <= FEW || later.some(begun) || isAsked()) return () => {}
  const row = make("p", "ch-tiep chieu-khong")
  const all = () => {
    row.remove()
    for (const section of later) section.classList.remove("ch-sau")
  }
  row.append(control("ch-nut", `Hiện ${later.length} câu còn lại`, () => {
    all()
    const heading = need(later[0], "h2")
    heading.tabIndex = -1
    heading.focus()
  }))
  later[0].before(row)
  for (const section of later) section.classList.add("ch-sau")
  addEventListener("hashchange", () => {
    if (!isAsked()) return
    all()
    need(document, ":target").scrollIntoView()
  })
  return all
}
