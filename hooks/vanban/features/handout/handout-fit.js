// How large the letters of a sheet in two columns are: at least 10 points, and as much larger as
// it takes for the last page not to be left nearly empty. Counted from the lengths of the texts:
// before printing nobody can measure a page.
import { every } from "../../../theme/assets/javascripts/dom.js"

/** Points. */
const SIZES = [10, 10.5, 11, 11.5, 12]
/** Letters in a line of a column, 93 mm wide, at 10 points: in the widest letters that devices print
 * with, in most, in the narrowest. */
const [WIDE, LINE, NARROW] = [45, 49, 52]
/** Points from the top margin of a page to its bottom margin, and from line to line at size 1. */
const HEIGHT = 788
const LEADING = 1.24
/** Lines that the space below a text takes. */
const SPACE = 0.25
/** A last page is at least so full. */
const LEAST = 0.3

/**
 * How many pages texts fill at a size.
 * @param {number[]} lengths letters of each text that begins a line
 * @param {number} size in points
 * @param {number} [letters] in a line at 10 points
 */
export const pages = (lengths, size, letters = LINE) => {
  const line = letters * 10 / size
  const lines = lengths.reduce((sum, length) => sum + Math.ceil(length / line) + SPACE, 0)
  return lines / (2 * Math.floor(HEIGHT / (LEADING * size)))
}

/** How full the last page is.
 * @param {number} filled pages */
const last = filled => (filled <= 1 ? 1 : filled % 1)

/**
 * The smallest size that leaves the last page well filled, whatever the letters of a device; where none
 * does, the one that fills it most in those of most devices.
 * @param {number[]} lengths letters of each text that begins a line
 * @returns {number} in points
 */
export const sized = lengths => {
  const sure = (/** @type {number} */ size) => {
    const [most, least] = [WIDE, NARROW].map(letters => pages(lengths, size, letters))
    return Math.ceil(most) === Math.ceil(least) && last(least) >= LEAST
  }
  const fill = (/** @type {number} */ size) => last(pages(lengths, size))
  return SIZES.find(sure) || SIZES.reduce((best, size) => (fill(size) > fill(best) ? size : best))
}

/**
 * A sheet in two columns, for many items.
 * @param {HTMLElement} paper
 */
export const compact = paper => {
  paper.classList.add("phieu-gon")
  const texts = every(paper, "h2, h3, p, li").map(one => (one.textContent || "").length)
  paper.style.setProperty("--phieu-co", `${sized(texts)}pt`)
  return paper
}
