// The pieces of a page as the projector shows them: cleaned copies; nothing here changes the page.
import { every, make, need } from "../../../theme/assets/javascripts/dom.js"
import { labelOf, stepsOf, unitOf, upper } from "../../../theme/assets/javascripts/units.js"

/**
 * A provision, how it stands, and its short address ("" where it has none).
 * @typedef {{label: string, state: string, sign: string, words: string, path: string}} Mark
 * What must not be torn apart: an article's or a clause's own words, a point, a provision drawn in.
 * @typedef {{name: string, above: Unit | null}} Unit
 * What comes at once: a cleaned copy, the ids that it answers to, for the answer of a question
 * the list whose right option it marks, and the unit that it belongs to.
 * @typedef {{element: HTMLElement, mark: Mark | null, ids: string[], answer: HTMLElement | null, unit: Unit | null}} Part
 */

// Not for the wall: tools, sources, who cites it, and what only the person who leads should see.
export const ASIDE = ".headerlink, .dv-so > [aria-hidden], .dv-dong, .truoc-day, .tl-nguon, .gaps, .nguon, .nguoc, .can-cu, .chieu-mo, .chieu-khong, .cs-nut, .ch-bo, .ch-dan, .ch-giay, .phieu-bao-hang, .footnote-ref, .sic, .loi-chu, .tuoi, script, style, form, button, nav, input, [hidden]"

/** @param {Element} element */
const words = element => (element.textContent || "").replace(/\s+/g, " ").trim()
/** The words of an element, without tools.
 * @param {Element} element */
export const readable = element => {
  const copy = /** @type {Element} */ (element.cloneNode(true))
  for (const one of copy.querySelectorAll(ASIDE)) one.remove()
  return words(copy)
}

/** A copy without addresses, ids and tools: what is on the wall cannot be followed by a slip.
 * @param {Element} element */
export const clean = element => {
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true))
  for (const one of copy.querySelectorAll(ASIDE)) one.remove()
  for (const link of copy.querySelectorAll("a")) {
    const plain = make("span", link.classList.contains("vd") ? "chieu-vd" : "")
    plain.append(...link.childNodes)
    link.replaceWith(plain)
  }
  for (const fold of [copy, ...copy.querySelectorAll("details")]) if (fold.tagName === "DETAILS") fold.setAttribute("open", "")
  for (const one of [copy, ...copy.querySelectorAll("[id], [title]")]) {
    one.removeAttribute("id")
    one.removeAttribute("title")
  }
  return copy
}

/** The short address of a unit of an instrument, below the site's front page.
 * @param {string} code
 * @param {string} id */
export const path = (code, id) => {
  const unit = unitOf(id)
  return code && unit.dieu ? `${code}/${stepsOf(unit)}/` : ""
}
/** The chip that stands beside a provision.
 * @param {Element} holder
 * @param {string} label
 * @param {string} address its short one
 * @returns {Mark | null} */
export const chip = (holder, label, address) => {
  /** @type {HTMLElement | null} */
  const shown = holder.querySelector(":scope > .dv-dong .tt, :scope > .dan-ten .tt")
  if (!shown) return null
  const found = shown.querySelector(".tt-dau")
  const sign = (found && found.textContent) || ""
  return {
    label,
    state: shown.dataset.trangThai || "",
    sign,
    words: words(shown).replace(sign, "").trim(),
    path: address,
  }
}

// ---- What stands in a page, in reading order -------------------------------------------------

/**
 * @param {HTMLElement} element
 * @param {Mark | null} mark
 * @param {string[]} [ids]
 * @returns {Part}
 */
export const part = (element, mark, ids = []) => ({ element, mark, ids, answer: null, unit: null })

/** The name of a unit of the page, from its id: “Điểm d khoản 1 Điều 8”.
 * @param {string} id */
export const named = id => upper(labelOf(unitOf(id)))

/** How sure a comparison is where the page says it once for all of them. */
const READING = "cách đọc của người biên soạn"

/**
 * The words of an old provision's “Hôm nay”: where it is now, how that stands, and how sure that
 * is; a part for each limb of the provision.
 * @param {Element} aside
 * @param {Mark | null} mark
 */
export const today = (aside, mark) => {
  /** @type {HTMLElement[]} */
  const boxes = []
  for (const piece of aside.querySelectorAll(".ve-ten, .nay > li, .ve > p:not(.can-cu):not(.ve-ten), .nay-chac")) {
    const limb = piece.matches(".ve-ten")
    const line = make("p", limb ? "chieu-ve" : piece.matches(".nay-chac") ? "chieu-chac" : "")
    const copy = clean(piece)
    for (const more of copy.querySelectorAll(".nay-khac")) more.prepend(" ")
    line.append(...copy.childNodes)
    if (!words(line)) continue
    if (limb || !boxes.length) boxes.push(make("div", "chieu-nay"))
    boxes[boxes.length - 1].append(line)
  }
  if (!boxes.length) return []
  const head = aside.querySelector(":scope > .hom-nay-ten")
  const told = head ? words(head) : ""
  boxes[0].prepend(make("p", "chieu-nay-ten", /^Hôm nay/.test(told) ? told : "Hôm nay"))
  if (!aside.querySelector(".nay-chac, .can-cu")) boxes[boxes.length - 1].append(make("p", "chieu-chac", READING))
  return boxes.map(box => part(box, mark))
}

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

/** “a) ” for a point and “1. ” for a clause below the provision that is drawn in.
 * @param {string} label */
const number = label => {
  const found = /^(Điểm|Khoản) (\S+)/.exec(label)
  return found ? `${found[2]}${found[1] === "Điểm" ? ")" : "."} ` : `${label}. `
}

/**
 * What is drawn in, a story or a provision: its words, where it is today, then what is below it.
 * @param {HTMLElement} element
 * @param {Part | null} [above] of the provision that holds it
 * @returns {Part[]}
 */
export const card = (element, above = null) => {
  const link = element.querySelector(":scope > .dan-ten a")
  const label = link ? words(link) : ""
  const address = element.dataset.duong || ""
  const mark = above && above.mark ? { ...above.mark, path: address } : chip(element, label, address)
  /** @type {Unit} */
  const unit = { name: label, above: above && above.unit }
  const box = make("div", "chieu-the")
  box.dataset.trangThai = element.dataset.trangThai || ""
  // The name of a provision is the title of its screen; stories may share one.
  if (!mark) box.append(make("p", "chieu-the-ten", label))
  const parts = [part(box, mark)]
  for (const line of every(element, ":scope > .dan-loi > *, :scope > .dan-them > p")) {
    if (line.matches(".dan")) continue // below it: see the end
    if (line.matches("ul, ol")) [...line.children].forEach((item, place) => parts.push(part(listed(line, item, place), mark)))
    else if (parts.length === 1) box.append(clean(line))
    else parts.push(part(clean(line), mark))
  }
  if (above) {
    const first = box.querySelector("p")
    const letter = make("b", "chieu-chu", number(label))
    if (first) first.prepend(letter)
    else box.append(letter)
  }
  for (const now of element.querySelectorAll(":scope > .dan-nay")) parts.push(...today(now, mark))
  for (const one of parts) one.unit = unit
  for (const child of every(element, ":scope > .dan, :scope > .dan-loi > .dan")) parts.push(...card(child, parts[0]))
  return parts
}

/** A row of a table as lines, each with the head of its column.
 * @param {Element} table
 * @param {HTMLTableRowElement} line */
export const row = (table, line) => {
  const heads = [...table.querySelectorAll("thead th")].map(words)
  const box = make("p")
  for (const [place, cell] of [...line.cells].entries()) {
    if (!words(cell)) continue
    if (box.childNodes.length) box.append(make("br"))
    if (heads[place]) box.append(make("b", "", `${heads[place]}: `))
    box.append(...clean(cell).childNodes)
  }
  return box
}

/** First the options, then which one is right, then why.
 * @param {Element} element
 * @returns {Part[]} */
export const question = element => {
  // Who practises alone has buttons in the options (quiz.js); the room sees the words.
  const list = make("ol", "cau-hoi-chon")
  for (const option of element.querySelectorAll(".cau-hoi-chon > li")) {
    const line = make("li", "", words(option.querySelector("button") || option))
    if (option.matches("[data-dung]")) line.dataset.dung = ""
    list.append(line)
  }
  const reason = clean(need(element, ".cau-hoi-dap"))
  const box = make("div", "chieu-dap")
  for (const child of [...reason.children]) if (child.tagName !== "SUMMARY") box.append(child)
  return [part(list, null), { ...part(make("div"), null), answer: list }, part(box, null)]
}
