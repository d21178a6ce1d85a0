// The notes beside a letter, where there is room: each at the height of its item, or right below the
// note before it. None makes the letter wait: what a tall note takes is the margin alone. Without
// this script a note and its item stand in one row, as the style sheet has them.
import { every } from "../../../theme/assets/javascripts/dom.js"

/** Pixels between two notes. */
const BETWEEN = 12

/**
 * Where notes stand, from the top of what holds them, and where the last one ends.
 * @param {{ wanted: number, height: number }[]} notes in their order: where the item is; how tall
 */
export const stacked = notes => {
  let end = 0
  const tops = notes.map(({ wanted, height }) => {
    const top = Math.max(wanted, end ? end + BETWEEN : 0)
    end = top + height
    return top
  })
  return { tops, end }
}

/** @param {HTMLElement} letter */
const follow = letter => {
  const notes = every(letter, ".cv-the")
  const items = notes.map(note => letter.querySelector(`.cv-nguyen-van > [data-cho="${note.dataset.cho}"]`))
  const place = () => {
    const from = letter.getBoundingClientRect().top
    const { tops, end } = stacked(notes.map((note, at) => {
      const item = items[at]
      return { wanted: item ? item.getBoundingClientRect().top - from : 0, height: note.offsetHeight }
    }))
    notes.forEach((note, at) => note.style.setProperty("--cv-tai", `${tops[at]}px`))
    letter.style.setProperty("--cv-cao", `${Math.ceil(end)}px`)
  }
  letter.classList.add("cv-xep")
  const watch = new ResizeObserver(place)
  for (const one of [letter, ...notes]) watch.observe(one)
}

export const start = () => {
  if ("ResizeObserver" in window) for (const letter of every(document, ".cong-van")) follow(letter)
}
