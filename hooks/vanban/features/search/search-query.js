// What somebody typed, as the index can look for it: slots, each with the phrases that fill it.
import { foldOf, isNear, isSyllable, keyOf, levelled, words } from "./search-fold.js"
import { keysOf } from "./search-typed.js"

/** @typedef {import("./search-index.js").TextIndex} TextIndex */
/** @typedef {import("./search-lexicon.js").Lexicon} Lexicon */
/**
 * Syllables by their number in the index, and how well each fits (1: as typed).
 * @typedef {Map<number, number>} Syllable
 * @typedef {{syllables: Syllable[], weight: number}} Phrase
 * @typedef {{typed: string, words: string, said: string, phrases: Phrase[], numbered: boolean, idle: boolean, place: boolean, outside: string, known: boolean,
 *   half: boolean}} Slot numbered: whether a number follows, or a letter as of a unit; words: as somebody wrote it; said: with its marks, where it is a word that is known; place: the name
 *   of a network; outside: the matter, where no page is about it; known: a phrase, no single word; half:
 *   one syllable, which is mostly but half a word
 */
const FOLDED = 0.6 // marks were typed, and these are others
const OTHER = 0.15 // the same, though the pages have the very word
const BEGUN = 0.5
const SLIP = 0.5
const UNMEANT = 0.4 // another word than that of the school which is typed so without marks
const DOUBTFUL = 0.3 // what was typed has the build of a word, though no page has it
const MEANT = [0.9, 0.75] // what the pages say first for it, and what else
const OFTEN = 4 // so many times together, and
const MOSTLY = 0.4 // so large a part of all times, make one word of two
const MOST_SLOTS = 24
const NUMBER = /^(?:\d.*|[a-z])$/
const MOST_SKIPPED = 3 // words inside a phrase

/**
 * The syllables that a typed one can be.
 * @param {string} key
 * @param {TextIndex} index
 * @param {boolean} open whether it may be typed only half
 * @param {boolean} alone whether nothing else was typed
 * @param {boolean} [careful] whether somebody types marks, so that a word without means itself
 * @returns {Syllable}
 */
export const syllable = (key, index, open, alone, careful = false) => {
  /** @type {Syllable} */
  const found = new Map()
  const fold = foldOf(key)
  const marked = fold !== key
  const exact = index.numbers.get(key)
  for (const number of index.byFold.get(fold) || []) {
    if (number === exact || !(marked || careful)) found.set(number, 1)
    else if (exact === undefined) found.set(number, FOLDED)
    else if (!alone) found.set(number, OTHER)
  }
  if (open && fold.length > 1 && !/\d/.test(fold) && !(marked && exact !== undefined)) {
    const share = found.size ? 0.2 : BEGUN
    for (let number = 1; number < index.keys.length; number++) {
      const begins = marked ? index.keys[number].normalize("NFC").startsWith(key.normalize("NFC")) : index.folds[number].startsWith(fold)
      if (begins && !found.has(number)) found.set(number, share)
    }
  }
  if (found.size) return found
  if (fold.length > 3 && !/\d/.test(fold)) {
    const sure = isSyllable(fold) ? DOUBTFUL : SLIP
    index.byFold.forEach((numbers, other) => {
      if (other.length > 2 && !/\d/.test(other) && isNear(fold, other)) for (const number of numbers) found.set(number, sure)
    })
  }
  return found
}

/**
 * Two syllables that the pages nearly always write together, so that they are one word: “vu
 * khống”, “nhà nước”.
 * @param {string} one
 * @param {string} other
 * @param {TextIndex} index
 * @param {boolean} careful
 * @returns {Phrase[]} the ways it is written
 */
const together = (one, other, index, careful) => {
  const first = syllable(one, index, false, true, careful)
  const second = syllable(other, index, false, true, careful)
  /** @type {Phrase[]} */
  const found = []
  first.forEach((sure, number) => second.forEach((alike, next) => {
    if (sure < 1 || alike < 1) return
    const count = index.timesTogether(number, next)
    if (count < OFTEN || count < MOSTLY * Math.min(index.placesOf(number).length, index.placesOf(next).length)) return
    found.push({ syllables: [new Map([[number, 1]]), new Map([[next, 1]])], weight: 1 })
  }))
  return found
}

/**
 * The phrase of the school that stands at a place: the longest as it is typed, or a longer one
 * between whose words some stand that tell nothing (“xử lý [một] giáo viên”).
 * @param {string[]} keys
 * @param {number} from
 * @param {Lexicon} lexicon
 * @returns {{taken: string[], to: number}} to: the place behind it; nothing taken where none stands there
 */
const phraseAt = (keys, from, lexicon) => {
  let found = { taken: /** @type {string[]} */ ([]), to: from }
  /**
   * @param {string[]} taken
   * @param {number} at
   * @param {number} skipped
   */
  const walk = (taken, at, skipped) => {
    const isLonger = taken.length > found.taken.length || (taken.length === found.taken.length && at < found.to)
    // “tôi [phải làm] gì” is no “tội gì”, “mật [lên] zalo” no “mất zalo”.
    const isSaid = !skipped || (taken.length > 2 && taken.some(key => !lexicon.isIdle(key)))
    if (taken.length && isLonger && isSaid && lexicon.of(taken)) found = { taken, to: at }
    if (at >= keys.length || (taken.length && !lexicon.goesOn(taken))) return
    walk([...taken, keys[at]], at + 1, skipped)
    if (taken.length && skipped < MOST_SKIPPED && lexicon.isIdle(keys[at])) walk(taken, at + 1, skipped + 1)
  }
  walk([], from, 0)
  return found
}

/**
 * How well each syllable fits that a word of the school can be, typed without its marks: “nhac” is
 * hardly “nhắc” where the school says “nhạc”.
 * @param {Syllable} found
 * @param {string} key as typed
 * @param {string[][]} written
 * @param {TextIndex} index
 */
const asMeant = (found, key, written, index) => {
  if (!written.length || foldOf(key) !== key || written.some(([own]) => own === key)) return found
  const meant = new Set(written.map(([own]) => own))
  return new Map([...found].map(([number, fits]) => [number, meant.has(index.keys[number]) ? fits : fits * UNMEANT]))
}

/**
 * Reads what was typed.
 * @param {string} typed
 * @param {TextIndex} index
 * @param {Lexicon} lexicon
 * @returns {Slot[]}
 */
export const read = (typed, index, lexicon) => {
  const text = levelled(typed.normalize("NFC"))
  const open = /[\p{L}\p{M}\p{N}]$/u.test(text) // what is finished has a space behind it
  const keys = keysOf(text, open, index, lexicon)
  const careful = keys.some(key => foldOf(key) !== key)
  const written = new Map(words(text).map(word => [keyOf(word), word]))
  /** @type {Slot[]} */
  const slots = []
  for (let at = 0; at < keys.length && slots.length < MOST_SLOTS;) {
    const phrase = phraseAt(keys, at, lexicon)
    const length = phrase.taken.length
    const isSaid = keys.slice(at, at + 2).some(key => !lexicon.isIdle(key)) // “thế nào” tells nothing
    const pair = length < 2 && at + 1 < keys.length && isSaid && phraseAt(keys, at + 1, lexicon).taken.length < 2 ? together(keys[at], keys[at + 1], index, careful) : []
    const taken = pair.length ? keys.slice(at, at + 2) : length ? phrase.taken : [keys[at]]
    const to = pair.length ? at + 2 : length ? phrase.to : at + 1
    const known = length && !pair.length ? lexicon.of(taken) : undefined
    const slot = slotOf(taken, known, pair, { isOpen: open && to === keys.length, isAlone: keys.length === 1, careful }, index, lexicon)
    if (slots.some(other => other.typed === slot.typed && !other.idle)) { at = to; continue }
    slots.push({ ...slot, numbered: NUMBER.test(foldOf(keys[to] || "")), words: taken.map(key => written.get(key) || foldOf(key)).join(" ") })
    at = to
  }
  if (slots.every(slot => slot.idle)) for (const slot of slots) slot.idle = false
  if (slots.length === 1) slots[0].half = false
  return slots
}

/**
 * @param {string[]} taken
 * @param {import("./search-lexicon.js").Known | undefined} known
 * @param {Phrase[]} pair what it is, where it is a word of two syllables
 * @param {{isOpen: boolean, isAlone: boolean, careful: boolean}} how whether its last syllable may be
 *   typed only half, whether nothing else was typed, whether marks are typed
 * @param {TextIndex} index
 * @param {Lexicon} lexicon
 * @returns {Slot}
 */
const slotOf = (taken, known, pair, { isOpen, isAlone, careful }, index, lexicon) => {
  const written = known ? known.written : []
  // A phrase of several syllables is meant as it is written, with every mark.
  /** @type {Phrase[]} */
  const own = pair.length ? pair : taken.length > 1 ? written.map(phrase => ({ syllables: phrase.map(key => exactly(key, index)), weight: 1 }))
    : [{ syllables: [asMeant(syllable(taken[0], index, isOpen, isAlone, careful), taken[0], written, index)], weight: 1 }]
  const others = (known ? known.pages : [])
    .filter(phrase => phrase.join(" ") !== taken.join(" "))
    .map((phrase, place) => ({ syllables: phrase.map(key => exactly(key, index)), weight: MEANT[Math.min(place, 1)] }))
  const place = lexicon.places.has(taken.map(foldOf).join(" "))
  const idle = place || Boolean(known && known.idle) || (taken.length < 2 && lexicon.isIdle(taken[0]))
  const first = pair.length ? pair[0].syllables.map(some => index.spellings[[...some.keys()][0]]).join(" ") : ""
  return {
    typed: taken.join(" "), words: "", numbered: false, said: known ? known.said : first, idle, place,
    phrases: [...own, ...others].filter(one => one.syllables.every(some => some.size)),
    outside: known && known.outside ? known.said : "",
    known: (taken.length > 1 || Boolean(known)) && !idle, half: taken.length < 2 && !known,
  }
}

/**
 * A syllable of the pages: with marks as it is written.
 * @param {string} key
 * @param {TextIndex} index
 * @returns {Syllable}
 */
const exactly = (key, index) => {
  const number = index.numbers.get(key)
  return new Map(number === undefined ? [] : [[number, 1]])
}
