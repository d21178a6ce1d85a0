// How large the letters are: as large as a screen has room for, and as its reader has set them.
import { device } from "../../../theme/assets/javascripts/dom.js"

/** Sizes of what is on a screen, the largest that fits is taken. 1 is 5.5 % of the height at 16:9,
 * 4.9 % at 4:3; below 4.5 % nobody reads it at the back of a room. */
const SIZES = [2, 1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.93]
/** At this size things of one kind still share a screen; smaller only what must not be torn apart. */
const TOGETHER = 1.2
/** What a reader makes of all sizes. */
const SCALES = [0.8, 0.9, 1, 1.15, 1.3, 1.5]
const KEY = "chieu-co"

/** @param {HTMLElement} stage
 * @param {number} size */
const fitsAt = (stage, size) => {
  stage.style.fontSize = `${size}em`
  return stage.scrollHeight <= stage.clientHeight + 1 && stage.scrollWidth <= stage.clientWidth + 1
}

/**
 * Whether all that is in the stage is seen at once.
 * @param {HTMLElement} stage
 * @param {boolean} whole one thing that must not be torn apart
 */
export const fits = (stage, whole) => fitsAt(stage, whole ? SIZES[SIZES.length - 1] : TOGETHER)

/** Lets sparse screens grow.
 * @param {HTMLElement} stage */
export const grow = stage => { SIZES.some(size => fitsAt(stage, size)) }

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
