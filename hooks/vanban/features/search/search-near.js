// Words to try in place of those that found nothing.
import { foldOf, isNear } from "./search-fold.js"

/** @typedef {import("./search-index.js").TextIndex} TextIndex */
const MOST = 6

/**
 * As the pages write it, where there is one way.
 * @param {string} word
 * @param {TextIndex} index
 */
const spelled = (word, index) => {
  const numbers = index.byFold.get(foldOf(word)) || []
  return numbers.length === 1 ? index.spellings[numbers[0]] : word
}

/**
 * @param {import("./search-query.js").Slot[]} slots
 * @param {TextIndex} index
 * @returns {string[]}
 */
export const nearWords = (slots, index) => {
  /** @type {string[]} */
  const found = []
  for (const { typed, phrases, idle, outside } of slots) {
    if (idle || outside) continue
    if (phrases.length) found.push(spelled(typed, index))
    else {
      index.byFold.forEach((numbers, fold) => {
        const close = foldOf(typed)
        if (found.length < MOST && fold.length > 2 && (isNear(fold, close) || fold.startsWith(close.slice(0, 3)))) found.push(index.spellings[numbers[0]])
      })
    }
  }
  return [...new Set(found)].slice(0, MOST)
}
