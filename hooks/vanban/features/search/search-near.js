// Words to try in place of those that found nothing.
import { foldOf, isNear } from "./search-fold.js"

/** @typedef {import("./search-index.js").TextIndex} TextIndex */
const MOST = 6

/**
 * As the pages write it most often.
 * @param {string} word
 * @param {TextIndex} index
 */
const spelled = (word, index) => {
  const own = index.numbers.get(word)
  if (own !== undefined && foldOf(word) !== word) return index.spellings[own]
  const often = (index.byFold.get(foldOf(word)) || []).reduce((most, one) => (!most || index.placesOf(one).length > index.placesOf(most).length ? one : most), 0)
  return often ? index.spellings[often] : word
}

/**
 * @param {import("./search-query.js").Slot[]} slots
 * @param {TextIndex} index
 * @returns {string[]}
 */
export const nearWords = (slots, index) => {
  /** @type {string[]} */
  const found = []
  // Half a word is no word to try, where there is a whole one.
  const isWhole = slots.some(slot => slot.said && slot.phrases.length && !slot.idle)
  for (const { typed, phrases, idle, outside, said, half } of slots) {
    if (idle || outside) continue
    if (phrases.length && half && isWhole) continue
    if (phrases.length) found.push(said || spelled(typed, index))
    else {
      index.byFold.forEach((numbers, fold) => {
        const close = foldOf(typed)
        if (found.length < MOST && fold.length > 2 && (isNear(fold, close) || fold.startsWith(close.slice(0, 3)))) found.push(index.spellings[numbers[0]])
      })
    }
  }
  return [...new Set(found)].slice(0, MOST)
}
