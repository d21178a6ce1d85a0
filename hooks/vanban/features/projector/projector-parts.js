// The pieces of a page as the projector shows them: cleaned copies; nothing here changes the page.
import { wholeSums } from "./projector-split.js"
import { every, make } from "../../../theme/assets/javascripts/dom.js"
import { labelOf, stepsOf, unitOf, upper } from "../../../theme/assets/javascripts/units.js"

/**
 * A provision, how it stands, its short address ("" where it has none), and where its words come
 * from (“diễn đạt lại · văn bản nêu rõ · kiểm tra …”).
 * @typedef {{label: string, state: string, sign: string, words: string, path: string, source: string}} Mark
 * What must not be torn apart: an article's or a clause's own words, a point, a provision drawn
 * in, a story. `of` is what it is a part of, or what it is.
 * @typedef {{name: string, of: string, above: Unit | null}} Unit
 * What comes at once: a cleaned copy, the ids that it answers to, for the answer of a question
 * the list whose right option it marks, the unit that it belongs to, what it is (parts of
 * different kinds share no screen), what it should stay with besides its unit (the list that it
 * is an item of), and what only the person who leads reads: what to mind, what to answer, what it
 * may cost.
 * @typedef {{element: HTMLElement, mark: Mark | null, ids: string[], answer: HTMLElement | null, unit: Unit | null, kind: string, run: object | null, lead: string[], reply: string[], cost: string[]}} Part
 */

// Not for the wall: tools, sources, who cites it, notes of the editor, and what only the person
// who leads should see.
export const ASIDE = ".headerlink, .dv-so > [aria-hidden], .dv-dong, .d-noi, .truoc-day, .tl-nguon, .gaps, .nguon, .nguoc, .can-cu, .chieu-mo, .chieu-khong, .cs-nut, .ch-bo, .ch-dan, .ch-giay, .phieu-bao-hang, .footnote-ref, .sic, .loi-chu, .tuoi, .dan-luu-y, .dv-chu > blockquote, .cau-hoi-thoi, .tien-cot, .tl-lo, script, style, form, button, nav, input, [hidden]"
/** What the person who leads reads. */
export const LEAD = ".buoi-dan, .dan-luu-y, .dv-chu > blockquote"

/** Where a plan answers a story or a question, for the person who leads. */
export const REPLY = ".buoi-dap:not(.buoi-phat)"

/** @param {Element} element */
export const words = element => (element.textContent || "").replace(/\s+/g, " ").trim()
/** The words of an element, without tools.
 * @param {Element} element */
export const readable = element => {
  const copy = /** @type {Element} */ (element.cloneNode(true))
  for (const one of copy.querySelectorAll(ASIDE)) one.remove()
  return words(copy)
}

/** A plain answer without its label.
 * @param {Element} element */
export const replied = element => words(element).replace(/^Trả lời gọn: /, "")

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
  wholeSums(copy)
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
 * @param {string} source where its words come from
 * @returns {Mark | null} */
export const chip = (holder, label, address, source) => {
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
    source,
  }
}

/** Where the words of a provision come from, as a page says it in one line, without its links.
 * @param {Element | null} line */
export const source = line => upper((line ? words(line) : "").split(" · ")
  .filter(one => !/^(so với hôm nay|căn cứ)/i.test(one)).join(" · ").replace(", không phải nguyên văn", ""))

// ---- What stands in a page, in reading order -------------------------------------------------

/**
 * @param {HTMLElement} element
 * @param {Mark | null} mark
 * @param {string[]} [ids]
 * @returns {Part}
 */
export const part = (element, mark, ids = []) => ({ element, mark, ids, answer: null, unit: null, kind: "", run: null, lead: [], reply: [], cost: [] })

/** The name of a unit of the page, from its id: “Điểm d khoản 1 Điều 8”.
 * @param {string} id */
export const named = id => upper(labelOf(unitOf(id)))

/** How sure a comparison is where the page says it once for all of them. */
const READING = "cách đọc của người biên soạn"

/**
 * The words of an old provision's “Hôm nay”: where it is now, how that stands, and how sure that
 * is. A part for each place, which says again what it is one of; where it follows another of
 * them on a screen the style hides that. How sure stands where the page has it, after the places
 * that it is said of.
 * @param {Element} aside
 * @param {Mark | null} mark
 */
export const today = (aside, mark) => {
  const told = aside.querySelector(":scope > .hom-nay-ten")
  const name = told && /^Hôm nay/.test(words(told)) ? words(told) : "Hôm nay"
  const head = aside.querySelector(".nay-chac, .nho, .can-cu") ? name : `${name} · ${READING}`
  /** @type {HTMLElement[]} */
  const boxes = []
  let limb = ""
  let again = false
  for (const piece of aside.querySelectorAll(".ve-ten, .nay > li, .ve > p:not(.can-cu):not(.ve-ten), .nay-chac, .nho")) {
    const line = make("p", piece.matches(".nay-chac, .nho") ? "chieu-chac" : "")
    const copy = clean(piece)
    for (const more of copy.querySelectorAll(".nay-khac")) more.prepend(" ")
    line.append(...copy.childNodes)
    if (!words(line)) continue
    if (piece.matches(".ve-ten")) {
      limb = words(line)
      again = false
    } else if (line.className && boxes.length) boxes[boxes.length - 1].append(line)
    else {
      const box = make("div", again ? "chieu-nay chieu-nay-tiep" : "chieu-nay")
      box.append(make("p", "chieu-nay-ten", head))
      if (limb) box.append(make("p", "chieu-ve", limb))
      box.append(line)
      boxes.push(box)
      again = true
    }
  }
  return boxes.map(box => part(box, mark))
}

/**
 * The words of a provision that a point only points to, each under its name.
 * @param {Element} fold
 * @param {Mark | null} mark
 */
export const pointed = (fold, mark) => {
  let name = ""
  /** @type {Part[]} */
  const parts = []
  for (const child of every(fold, "summary, .d-tro-ten, .dan-loi")) {
    if (!child.matches(".dan-loi")) {
      name = readable(child)
      continue
    }
    const box = clean(child)
    box.prepend(make("p", "chieu-ve", name))
    parts.push(part(box, mark))
  }
  return parts
}
