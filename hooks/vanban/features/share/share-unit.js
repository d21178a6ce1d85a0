// The article of a page and its khoản and điểm: how each is called, cited, reached, and stands.
// Labels and short addresses follow from a unit's id; code, citation and state stand on the page
// (data-ma, data-dan, data-hl).
import { canonical, every, need, siteURL } from "../../../theme/assets/javascripts/dom.js"
import { labelOf, stepsOf, unitOf } from "../../../theme/assets/javascripts/units.js"

const here = location.href.replace(/[#?].*$/, "")

export const article = need(document, ".dv-dieu")
export const title = need(document, ".md-content h1[id]")
const { ma: code = "", dan: named = "" } = article.dataset

/** @param {HTMLElement} unit */
export const heading = unit =>
  (unit === article ? title : /** @type {HTMLElement | null} */ (unit.querySelector(":scope > .dv-ten")))

/** The article and its units by their ids, in reading order. */
export const units = new Map(every(document, ".dv").flatMap(unit => {
  const found = heading(unit)
  return found ? [/** @type {[string, HTMLElement]} */ ([found.id, unit])] : []
}))

/** @param {string} id */
export const elementOf = id => units.get(id) || article
/** @param {string} id */
export const label = id => labelOf(unitOf(id))
/** @param {string} id */
export const citation = id => `${label(id)} ${named}`
/** The state of a unit, in words.
 * @param {string} id */
export const state = id => {
  const holder = /** @type {HTMLElement | null} */ (elementOf(id).closest("[data-hl]"))
  return (holder || article).dataset.hl || ""
}
/** A citation that says how the unit stands.
 * @param {string} id */
export const citationAndState = id => `${citation(id)} (${state(id)})`

/** The words of a unit without what stands beside them, behind its number where one is wanted.
 * @param {HTMLElement} unit
 * @param {boolean} numbered */
const own = (unit, numbered) => {
  const part = unit.querySelector(":scope > .dv-chu")
  if (!part) return ""
  const copy = /** @type {HTMLElement} */ (part.cloneNode(true))
  for (const more of copy.querySelectorAll("blockquote, details")) more.remove()
  const text = (copy.textContent || "").replace(/\s+/g, " ").trim()
  const number = numbered && unit.querySelector(":scope > .dv-ten .dv-so [aria-hidden]")
  return number ? `${number.textContent} ${text}`.trim() : text
}

/** The words of a unit, and of all below it with their numbers.
 * @param {HTMLElement} unit */
const words = unit => [
  own(unit, false),
  ...every(unit === article ? need(document, ".md-content__inner") : unit, "section.dv").map(part => own(part, true)),
].filter(Boolean).join("\n")

/** Made for a chat: what a unit says, how it stands, where it is today, and its address.
 * @param {string} id */
export const content = id => {
  const unit = elementOf(id)
  const beside = unit === article ? unit.querySelector(".d-nay .nay a") : unit.querySelector(":scope > .dv-le .nay-mot a")
  // Beside a unit the law is not named again where it is the same for the whole article.
  const law = beside && /** @type {HTMLElement | null} */ (beside.closest("[data-o]"))
  const lawName = law ? ` ${law.dataset.o}` : ""
  const now = beside && beside.textContent ? `; nay: ${beside.textContent}${lawName}` : ""
  return `${words(unit)}\n(${citation(id)}, ${state(id)}${now}. Diễn đạt lại, không phải nguyên văn.)\n${address(id)}`.trim()
}

/** The id by which hand-outs know a unit: nd72/5/1/d.
 * @param {string} id */
export const handoutId = id => `${code}/${stepsOf(unitOf(id))}`

/**
 * The short address, public where the site has a public one (canonical), else of this server; ""
 * for a copy on a disk without one: its path opens nothing elsewhere, and tells whose disk it is.
 * @param {string} id
 * @param {boolean} today that of the rule which holds today
 */
export const short = (id, today) => {
  const from = canonical()
  if (!from && location.protocol === "file:") return ""
  return siteURL(`${handoutId(id)}/${today ? "nay/" : ""}`, from || here).href
}
/** @param {string} id */
export const address = id => (canonical() || location.protocol === "file:" ? short(id, false) : `${here}#${id}`)

// Where the site has no public address there are no pictures.
const coded = document.querySelector(".chieu-mo[data-qr]") !== null
/**
 * The QR code of a unit's short address.
 * @param {string} id
 */
export const picture = id => {
  if (!coded) return null
  const image = new Image()
  image.src = siteURL(`${handoutId(id)}/qr.svg`, here).href
  image.alt = `Mã QR dẫn tới ${short(id, false)}`
  return image
}

/** The hand-out page lies beside the other pages of the site, as folder or as file. */
export const handout = siteURL(
  `tap-huan/phieu${/\.html$/.test(here) && !/index\.html$/.test(here) ? ".html" : "/"}`, here,
).href
