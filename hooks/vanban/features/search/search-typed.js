// The words of what was typed, as they are meant: parted or joined, without the keys of an input
// method that was off, without slips.
import { foldOf, isNear, isSyllable, keyOf, MACHINE, untyped, words } from "./search-fold.js"

/** @typedef {import("./search-index.js").TextIndex} TextIndex */
/** @typedef {import("./search-lexicon.js").Lexicon} Lexicon */

/**
 * Two words written as one, or one as two: “hocsinh”, “face book”.
 * @param {string[]} keys
 * @param {TextIndex} index
 * @param {Lexicon} lexicon
 * @param {boolean} open
 */
const spaced = (keys, index, lexicon, open) => {
  /** @type {string[]} */
  const found = []
  /** @param {string} key */
  const known = key => index.byFold.has(foldOf(key)) || lexicon.of([key]) !== undefined
  /** @param {string} fold */
  const begins = fold => index.folds.some(other => other.startsWith(fold))
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]
    const both = at + 1 < keys.length ? key + keys[at + 1] : ""
    if (both && !lexicon.of([key, keys[at + 1]]) && known(both) && both.length > 5 && /^[a-z]+$/.test(both)) {
      found.push(both)
      at++
    } else if (!known(key) && key.length > 4 && foldOf(key) === key && !(open && at === keys.length - 1 && begins(foldOf(key)))) {
      let cut = 0
      for (let to = 2; to < key.length - 1; to++) if (known(key.slice(0, to)) && known(key.slice(to))) cut = to
      if (cut) found.push(key.slice(0, cut), key.slice(cut))
      else found.push(key)
    } else found.push(key)
  }
  return found
}

/**
 * A syllable that was typed while the input method was off, as it would stand there.
 * @param {string} key
 * @param {TextIndex} index
 * @param {Lexicon} lexicon
 * @param {string} [other] what stays where it is no such thing
 */
export const retyped = (key, index, lexicon, other = key) => {
  const fold = foldOf(key)
  if (index.byFold.has(fold) || lexicon.of([key])) return other
  const meant = foldOf(keyOf(untyped(fold)))
  return index.byFold.has(meant) ? meant : other
}

/**
 * What a word with a slip is meant to be, where the pages have no such word and it has not the build
 * of one: the nearest that they have most often, or else a word of the school.
 * @param {string} key
 * @param {TextIndex} index
 * @param {Lexicon} lexicon
 */
const mended = (key, index, lexicon) => {
  const fold = foldOf(key)
  if (fold !== key || fold.length < 4 || /\d/.test(fold) || isSyllable(fold) || index.byFold.has(fold) || lexicon.of([key]) || lexicon.goesOn([key])) return key
  let [best, most] = [key, 0]
  index.byFold.forEach((numbers, other) => {
    if (other.length < 3 || !isNear(fold, other)) return
    const often = numbers.reduce((sum, number) => sum + index.placesOf(number).length, 0)
    if (often > most) [best, most] = [other, often]
  })
  return best === key ? lexicon.near(fold) || key : best
}

/**
 * The words of a text, among which “ai” is artificial intelligence where nothing else was typed,
 * and “AI” is not where all is typed in capitals.
 * @param {string} text
 */
const plainKeys = text => {
  const typed = words(text)
  if (typed.length === 1) return typed.map(word => (word.toUpperCase() === MACHINE ? MACHINE : keyOf(word)))
  return words(text === text.toUpperCase() ? text.toLowerCase() : text).map(keyOf)
}

/**
 * @param {string} text
 * @param {boolean} open whether its last word may be typed only half
 * @param {TextIndex} index
 * @param {Lexicon} lexicon
 */
export const keysOf = (text, open, index, lexicon) => {
  const apart = spaced(plainKeys(text).map(key => retyped(key, index, lexicon)), index, lexicon, open)
  return apart.map((key, at) => (open && at === apart.length - 1 ? key : mended(key, index, lexicon)))
}
