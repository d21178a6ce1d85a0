// Which pages answer best. Every slot of the query is wanted, together in one place; side by side
// counts for more than apart, a title for more than a text, a rare word for more than a common one.
import { bounded, fieldWeight, leading, often, slotsOf } from "./search-bound.js"
import { bringNear, heldOf, hitsOf } from "./search-held.js"
import { HEADING, TITLE } from "./search-index.js"

/**
 * @typedef {import("./search-held.js").Held} Held
 * @typedef {import("./search-held.js").Hit} Hit
 * @typedef {import("./search-index.js").TextIndex} TextIndex
 * @typedef {import("./search-query.js").Slot} Slot
 */
/**
 * A page that was found: its best section (-1: the page itself), how well, and the share of the
 * query that it holds in one place; sure: the same, a syllable that is half a word in full only
 * beside its other half; named: the share that its title, its opening and the heading
 * say, 0 where they do not say the word that tells most (one that no page has tells more);
 * told: what they say of it, as a sum; said: the same as a share, slot by slot; asked: how well a
 * question that it is known to answer is the one that was typed (search-known.js); scattered: whether
 * the query is but single syllables, and it has no two of them together.
 * @typedef {{page: number, section: number, score: number, share: number, sure: number, named: number, told: number,
 *   said: number[], asked: number, scattered: boolean}} Found
 */
const BESIDE = 1.4
const ELSEWHERE = 0.3 // of a word that only another section holds
const FAR = 0.5 // of a word that stands in the same section, but not with the others
const BREADTH = 0.12 // of what its other sections hold, for a page that is all about it
const APART = 0.3 // of a page's title, where each section stands alone
const IDLE = 0.25
const PLACE = 1 // of a network that is named: it tells two pages apart that answer the rest as well
const SURE = 0.5 // a word that fits so well is there
const RAREST = 3.2
const COMMON = 600
const PHRASE = 1.4 // what a phrase of the school is worth, against a single word
const WANTED = 1.1 // how much less a page is worth that lacks some
const ENOUGH = 0.4 // of the words that stand anywhere, and
const LEAST = 0.25 // of all, has to be held
const NEARLY = 0.2 // words of so near a worth tell as much as one another
const HALF = 0.5 // of a syllable that stands alone, though words have two
const BEHIND = 0.5 // how much less than the best a result may hold

/**
 * What a page, or a section of it, holds: its score, and per slot how well; together: in one
 * place; joined: beside the word before or after; title: in the title or the heading.
 * @typedef {{sum: number, weights: number[], together: number[], joined: number[], title: number[]}} Part
 * @typedef {{own: Part, sections: Map<number, Part>}} Gathered
 */
/** @param {number} length of the query
 * @returns {Part} */
const part = length => {
  /** @returns {number[]} */
  const none = () => new Array(length).fill(0)
  return { sum: 0, weights: none(), together: none(), joined: none(), title: none() }
}

/** @param {number[]} into
 * @param {number[]} more */
const most = (into, more) => more.forEach((value, place) => { if (value > into[place]) into[place] = value })

/**
 * How rare each slot is, counted in pages; a word that stands nowhere tells nothing here.
 * @param {Slot[]} slots
 * @param {Int32Array} bits the slots of each page
 */
const rarity = (slots, bits) => slots.map((slot, place) => {
  let having = 0
  for (const own of bits) having += (own >> place) & 1
  return having ? Math.min(RAREST, Math.log(1 + bits.length / (1 + having))) * (slot.idle ? IDLE : 1) * (slot.known ? PHRASE : 1) : 0
})

/**
 * What each page and section holds.
 * @param {Map<number, Held>} found
 * @param {Map<number, Gathered>} pages to which it is added
 * @param {number[]} worth
 * @param {boolean[]} networks slots that name one, beside others
 * @param {TextIndex} index
 */
const addUp = (found, pages, worth, networks, index) => found.forEach((held, number) => {
  const { field, page, section } = index.stretches[number]
  const one = pages.get(page) || { own: part(worth.length), sections: new Map() }
  pages.set(page, one)
  let into = one.own
  if (section >= 0) {
    into = one.sections.get(section) || part(worth.length)
    one.sections.set(section, into)
  }
  const near = held.near || held.weights
  most(into.weights, held.weights)
  most(into.together, near)
  most(into.joined, near.map((weight, place) => Math.min(weight, Math.max(held.beside[place], held.beside[place + 1] || 0))))
  if (field === TITLE || field === HEADING) most(into.title, held.weights)
  const filled = held.lengths.reduce((sum, length) => sum + length, 0) / (index.endOf(number) - index.starts[number] - 1)
  const counts = fieldWeight(field, filled)
  into.sum += counts * held.weights.reduce((sum, weight, place) => {
    if (networks[place]) return sum + (weight ? PLACE / counts : 0)
    const pair = place && !networks[place - 1] ? held.beside[place] * BESIDE * (worth[place] + worth[place - 1]) / 2 : 0
    return sum + (near[place] ? weight : weight * FAR) * leading(held.leads[place]) * worth[place] * often(field, held.counts[place]) + pair
  }, 0)
})

/**
 * All pages that answer, the best first.
 * @param {Slot[]} asked
 * @param {TextIndex} index
 * @param {[number, number, number][]} kinds group, weight, whether each section stands alone
 * @returns {Found[]}
 */
export const rank = (asked, index, kinds) => {
  // “không”, “có” … tell nothing where something else was asked.
  const slots = asked.filter(slot => !slot.idle || commonness(slot, index) < COMMON)
  if (!slots.length) return []
  const everywhere = slots.map(slot => hitsOf(slot, index))
  const bits = slotsOf(everywhere, index)
  const worth = rarity(slots, bits)
  const wanted = slots.map((slot, place) => (slot.idle ? 0 : worth[place]))
  const enough = ENOUGH * (1 - HALF * shareOf(wanted, slots))
  const hits = bounded(everywhere, bits, worth, wanted, enough, kinds, index)
  const held = heldOf(hits, index)
  if (slots.length > 1) bringNear(hits, held, worth, index)
  /** @type {Map<number, Gathered>} */
  const pages = new Map()
  addUp(held, pages, worth, slots.map(slot => slot.place && slot.idle), index)
  const unknown = slots.filter((slot, place) => !slot.idle && !worth[place]).length
  const known = wanted.filter(Boolean).length
  const halves = slots.map(slot => slot.half && known > 1)
  // A word that stands on no page is missed as much as the mean of the others.
  const whole = wanted.reduce((sum, one) => sum + one, 0)
  const share = known ? known / (known + unknown) : 1
  /** @type {Found[]} */
  const found = []
  pages.forEach((one, page) => {
    const [, weight, apart] = kinds[index.pages[page][1]]
    const parts = [...one.sections]
    if (apart) {
      const own = { ...one.own, sum: one.own.sum * APART }
      for (const section of parts) found.push(judge(page, weight, own, [section], wanted, whole, halves))
    } else {
      const judged = judge(page, weight, one.own, parts, wanted, whole, halves)
      // What the title answers, the page answers from its top.
      const isOwn = wanted.every((much, place) => !much || one.own.title[place] >= SURE)
      found.push(isOwn && whole ? { ...judged, section: -1 } : judged)
    }
  })
  const best = found.reduce((some, one) => Math.max(some, one.share), 0)
  return found.filter(one => one.share >= Math.max(enough, best - BEHIND))
    .map(one => ({ ...one, share: one.share * share, sure: one.sure * share, named: unknown ? 0 : one.named, said: unknown ? [] : one.said }))
    .filter(one => one.share >= LEAST)
    .sort((a, b) => b.score - a.score || a.page - b.page)
}

/** How much of what is wanted are syllables that stand alone: of a word that no page has, as “xuất
 * huyết”, two are missed and it is but one.
 * @param {number[]} wanted
 * @param {Slot[]} slots */
const shareOf = (wanted, slots) => {
  const [whole, halves] = wanted.reduce(([all, some], worth, place) => [all + worth, some + (slots[place].half ? worth : 0)], [0, 0])
  return whole ? halves / whole : 0
}

/** How often the syllables of a slot stand anywhere.
 * @param {Slot} slot
 * @param {TextIndex} index */
const commonness = (slot, index) => slot.phrases.reduce((sum, { syllables }) =>
  sum + [...syllables[0].keys()].reduce((some, number) => some + index.placesOf(number).length, 0), 0)

/**
 * @param {number} page
 * @param {number} weight of its kind
 * @param {Part} own title and summary
 * @param {[number, Part][]} parts
 * @param {number[]} wanted
 * @param {number} whole the sum of what is wanted
 * @param {boolean[]} halves which are one syllable of a word
 * @returns {Found}
 */
const judge = (page, weight, own, parts, wanted, whole, halves) => {
  let [section, best] = /** @type {[number, Part]} */ (parts[0] || [-1, part(wanted.length)])
  for (const [number, one] of parts) if (one.sum > best.sum) [section, best] = [number, one]
  const all = parts.reduce((sum, [, one]) => sum + one.sum, 0)
  const breadth = Math.min(best.sum, BREADTH * (all - best.sum))
  let share = 0
  let sure = 0
  let elsewhere = 0
  let scattered = wanted.filter(Boolean).length > 1
  wanted.forEach((worth, place) => {
    if (!worth) return
    if (!halves[place] || Math.max(own.joined[place], best.joined[place]) >= SURE) scattered = false
    const here = Math.min(1, Math.max(own.together[place], best.together[place]) / SURE)
    const far = Math.min(1, best.weights[place] / SURE)
    const other = Math.min(1, parts.reduce((some, [, one]) => Math.max(some, one.weights[place]), 0) / SURE)
    const much = worth * Math.max(here, far * 0.7, other * 0.5)
    const isWhole = !halves[place] || Math.max(own.title[place], own.joined[place], best.joined[place]) >= SURE
    share += much
    sure += isWhole ? much : much * HALF
    if (!here && !far) elsewhere += other * worth * ELSEWHERE
  })
  const holds = whole ? share / whole : 1
  const said = wanted.map((worth, place) => (Math.max(own.together[place], best.title[place]) >= SURE ? worth : 0))
  const told = said.reduce((sum, one) => sum + one, 0)
  const isNamed = Math.max(...said) >= Math.max(...wanted) - NEARLY
  const named = isNamed && whole ? told / whole : 0
  return { page, section, score: weight * (own.sum + best.sum + breadth + elsewhere) * holds ** WANTED, share: holds, sure: whole ? sure / whole : 1, named, told, said: said.map(one => (whole ? one / whole : 0)), asked: 0, scattered }
}
