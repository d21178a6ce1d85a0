// What is drawn in, a story or a provision, piece by piece; and lists, item by item.
import { chip, clean, LEAD, named, part, REPLY, replied, source, today, words } from "./projector-parts.js"
import { sentences } from "./projector-split.js"
import { every, make } from "../../../theme/assets/javascripts/dom.js"

/** @typedef {import("./projector-parts.js").Mark} Mark */
/** @typedef {import("./projector-parts.js").Part} Part */
/** @typedef {import("./projector-parts.js").Unit} Unit */

/**
 * A list with one item of another, and its number.
 * @param {Element} list
 * @param {Element} item
 * @param {number} place
 */
export const listed = (list, item, place) => {
  const holder = /** @type {HTMLElement} */ (list.cloneNode(false))
  holder.removeAttribute("id")
  if (list instanceof HTMLOListElement) holder.setAttribute("start", String((list.start || 1) + place))
  holder.append(clean(item))
  return holder
}

/** Letters of a lead-in that is said again; a longer one would take the screen. */
const LED = 130

/**
 * A screen that begins with a further item says again what it is one of (“Tin sai sự thật, ba
 * nhóm:”); after what leads it in the style hides that.
 * @template {Part} T
 * @param {Part | undefined} lead
 * @param {T[]} items
 */
export const led = (lead, items) => {
  const last = lead && (lead.element.matches("p") ? lead.element : lead.element.lastElementChild)
  if (!last || !last.matches("p") || !/:\s*$/.test(words(last)) || words(last).length > LED) return items
  for (const item of items.slice(1)) {
    const box = make("div", "chieu-muc")
    const said = /** @type {HTMLElement} */ (last.cloneNode(true))
    said.classList.add("chieu-dan")
    box.append(said, item.element)
    item.element = box
  }
  return items
}

/** “a) ” for a point and “1. ” for a clause below the provision that is drawn in.
 * @param {string} label */
const number = label => {
  const found = /^(Điểm|Khoản) (\S+)/.exec(label)
  return found ? `${found[2]}${found[1] === "Điểm" ? ")" : "."} ` : `${label}. `
}

/** “Khoản 2 Điều 44 Luật …” as the unit and what it is of, where the link says which unit it is.
 * @param {string} label
 * @param {Element | null} link */
const apart = (label, link) => {
  const unit = named(((link && link.getAttribute("href")) || "").replace(/^.*#/, ""))
  return unit && label.startsWith(`${unit} `) ? [unit, label.slice(unit.length + 1)] : [label, ""]
}

/**
 * What is drawn in, a story or a provision: its words, where it is today, then what is below it.
 * @param {HTMLElement} element
 * @param {Part | null} [above] of the provision that holds it
 * @returns {Part[]}
 */
export const card = (element, above = null) => {
  const name = element.querySelector(":scope > .dan-ten")
  const link = name && name.querySelector("a")
  const label = link ? words(link) : ""
  const address = element.dataset.duong || ""
  const from = source(element.querySelector(":scope > .can-cu"))
  const mark = above && above.mark ? { ...above.mark, path: address } : chip(element, label, address, from)
  const [short, of] = mark ? apart(label, link) : [label, words(/** @type {Element} */ (name)).split(":")[0]]
  /** @type {Unit} */
  const unit = { name: short, of, above: above && above.unit }
  const box = make("div", "chieu-the")
  const parts = [part(box, mark)]
  /** @type {[Part, Part[]][]} */
  const lists = []
  for (const line of every(element, ":scope > .dan-loi > *, :scope > .dan-them > p")) {
    if (line.matches(".dan")) continue // below it: see the end
    if (line.matches(LEAD)) parts[0].lead.push(`${short}. ${words(line)}`)
    else if (line.matches("ul, ol")) {
      const items = [...line.children].map((item, place) => part(listed(line, item, place), mark))
      lists.push([parts[parts.length - 1], items])
      parts.push(...items)
    }
    else {
      const [first, ...rest] = sentences(clean(line))
      if (parts.length === 1) box.append(first)
      else rest.unshift(first)
      parts.push(...rest.map(piece => part(piece, mark)))
    }
  }
  if (above) {
    const first = box.querySelector("p")
    const letter = make("b", "chieu-chu", number(label))
    if (first) first.prepend(letter)
    else box.append(letter)
  }
  for (const [lead, items] of lists) led(lead, items)
  for (const now of element.querySelectorAll(":scope > .dan-nay")) parts.push(...today(now, mark))
  const reply = every(element, `:scope > ${REPLY}`).map(replied)
  const cost = every(element, ":scope > .buoi-phat").map(words)
  for (const one of parts) Object.assign(one, { unit, kind: mark ? "" : label, reply, cost })
  for (const child of every(element, ":scope > .dan, :scope > .dan-loi > .dan")) parts.push(...card(child, parts[0]))
  return parts
}
