// A letter that the site shows whole, when it is asked for in plain words.
import { foldOf, words } from "./search-fold.js"

const ISSUER = 20 // letters at the head of a dispatch: who, and where
const ASKED = /(?:^| )(?:cong van|cv)(?= |$)/

/**
 * Whether a letter was asked for by its page: “công văn”, and something that its name, its
 * date or its head says. Who is thought to have issued it is no matter; another number is.
 * @param {number} page
 * @param {import("./search-query.js").Slot[]} slots
 * @param {import("./search-index.js").TextIndex} index
 * @param {import("./search-lexicon.js").Lexicon} lexicon
 */
export const isAskedFor = (page, slots, index, lexicon) => {
  const [, , title, , sections] = index.pages[page]
  if (!ASKED.test(slots.map(({ typed }) => foldOf(typed)).join(" "))) return false
  const head = [title, ...sections.slice(0, 2).map(([, heading, text]) => `${heading} ${text.slice(0, ISSUER)}`)].join(" ")
  const own = words(head).map(word => index.number(word)).filter(number => !/^(?:cong|van)$/.test(index.folds[number]))
  /** @param {import("./search-query.js").Slot} slot */
  const isOwn = ({ phrases }) => phrases.some(({ syllables }) => syllables.every(some => own.some(number => (some.get(number) || 0) > 0)))
  return slots.some(slot => (!slot.idle || lexicon.places.has(foldOf(slot.typed))) && isOwn(slot)) &&
    slots.every(slot => !/^[\d ]+$/.test(slot.typed) || isOwn(slot))
}
