// A page that is asked for by its name, and a letter that the site shows whole, in plain words.
import { foldOf, keyOf, words } from "./search-fold.js"
import { standsOn } from "./search-part.js"

const ISSUER = 20 // letters at the head of a dispatch: who, and where
const NAMED = "(?:cong van|cv)(?= |$)"
const ASKED = RegExp(`(?:^| )${NAMED}`)
const BEGUN = RegExp(`^(?:(?:xem|tim|doc|mo|theo|trong|noi dung) )*${NAMED}`) // the question is about the letter
const HEARD = /^(?:cong van|cv|xem|tim|doc|mo|muc|noi|noi dung|\d+)$/
const OTHERS = /(?:^| )(?:ubnd|uy ban|so|bo|tinh)(?= |$)/ // there are letters of theirs too

/**
 * Whether a letter was asked for by its page: “công văn”, and something that its name, its
 * date or its head says, or a question that begins so and of which its page has every word. Who is
 * thought to have issued it is no matter; another number is.
 * @param {number} page
 * @param {import("./search-query.js").Slot[]} slots
 * @param {import("./search-index.js").TextIndex} index
 * @param {import("./search-lexicon.js").Lexicon} lexicon
 */
export const isAskedFor = (page, slots, index, lexicon) => {
  const [, , title, , sections] = index.pages[page]
  const asked = slots.map(({ typed }) => foldOf(typed)).join(" ")
  if (!ASKED.test(asked)) return false
  const head = [title, ...sections.slice(0, 2).map(([, heading, text]) => `${heading} ${text.slice(0, ISSUER)}`)].join(" ")
  const own = words(head).map(word => index.number(word)).filter(number => !/^(?:cong|van)$/.test(index.folds[number]))
  /** @param {import("./search-query.js").Slot} slot */
  const isOwn = ({ phrases }) => phrases.some(({ syllables }) => syllables.every(some => own.some(number => (some.get(number) || 0) > 0)))
  const isWhole = BEGUN.test(asked) && !OTHERS.test(asked) && slots.every(slot => slot.idle || HEARD.test(foldOf(slot.typed)) || standsOn(slot, page, index))
  return (isWhole || slots.some(slot => (!slot.idle || lexicon.places.has(foldOf(slot.typed))) && isOwn(slot))) &&
    slots.every(slot => !/^[\d ]+$/.test(slot.typed) || isOwn(slot))
}

/**
 * Whether a page is called just what was typed.
 * @param {number} page
 * @param {import("./search-query.js").Slot[]} slots
 * @param {import("./search-index.js").TextIndex} index
 */
export const isNamed = (page, slots, index) => {
  const name = words(index.pages[page][2]).map(word => foldOf(keyOf(word))).join(" ")
  return name === slots.map(({ typed }) => foldOf(typed)).join(" ")
}
