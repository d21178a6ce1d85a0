// How large the letters are: as large as a screen has room for, and as its reader has set them.
import { device } from "../../../theme/assets/javascripts/dom.js"

/** Sizes of what is on a screen, the largest that fits is taken. 1 is 5.5 % of the height at 16:9,
 * 4.9 % at 4:3; below 4.5 % nobody reads it at the back of a room. */
const SIZES = [2.2, 2, 1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.93]
/** For what must not be torn apart. */
export const SMALLEST = SIZES[SIZES.length - 1]
/** At the first of these sizes things of one kind share a screen; long things are cut at one of them. */
export const PACKED = [1.2, 1.1, 1]
/** What a reader makes of the size that each screen has by itself. */
const SCALES = [0.8, 0.9, 1, 1.15, 1.3, 1.5]
const KEY = "chieu-co"

/** How large what is on the stage is, whether or not all of it is seen.
 * @param {HTMLElement} stage
 * @param {number} size */
export const sized = (stage, size) => { stage.style.fontSize = `${size}em` }

/** Whether all that is in a box is seen at once.
 * @param {HTMLElement} box */
const whole = box => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1

/**
 * Whether all that is in the stage is seen at once in letters of a size.
 * @param {HTMLElement} stage
 * @param {number} size
 */
export const fits = (stage, size) => {
  sized(stage, size)
  return whole(stage)
}

/** Lets sparse screens grow.
 * @param {HTMLElement} stage
 * @returns {number} the size that was taken */
export const grow = stage => SIZES.find(size => fits(stage, size)) || SMALLEST

/** Sizes of a column in the window of the person who leads; none is below what is read at arm's length. */
const READ = ["1em", "max(15px, 0.92em)", "max(15px, 0.85em)", "15px"]

/**
 * Smaller letters in a column until nothing of it is below its end; where these do not do, its lines
 * stand closer, and only then there is less of what is on the wall or comes next.
 * @param {HTMLElement} column
 * @returns {boolean} whether nothing is below its end now
 */
export const held = column => {
  for (const level of [0, 1, 2]) {
    column.classList.toggle("chieu-nd-khit", level > 0)
    column.classList.toggle("chieu-nd-gon", level > 1)
    for (const size of READ) {
      column.style.fontSize = size
      if (whole(column)) return true
    }
  }
  return false
}

/** @returns {number} the place in SCALES */
const chosen = () => {
  const place = SCALES.indexOf(Number(device.read(KEY) || 1))
  return place < 0 ? SCALES.indexOf(1) : place
}

/**
 * The reader's scale, after so many steps up or down; kept on the device.
 * @param {number} by
 */
export const scale = by => {
  const size = SCALES[Math.max(0, Math.min(SCALES.length - 1, chosen() + by))]
  if (by) device.write(KEY, size === 1 ? null : String(size))
  return size
}
