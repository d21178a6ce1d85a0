// What was found, in groups: which of it is shown, how much of it, and which group stands first.
import { once } from "./citation-today.js"

/** @typedef {import("./search-rank.js").Found} Found */
/**
 * What was found, the group of its kind, how well without the weight of its kind, and whether it is
 * but the heading of an article that is not worded here.
 * @typedef {{one: Found, group: number, score: number, isListed: boolean}} Placed
 * @typedef {{place: number, shown: Found[], more: number}} Row of the groups; more: how many are not shown
 */
const SHOWN = [4, 4, 3, 2, 2]
const NEAREST = [3, 2, 1, 0, 0] // where no page answers all of it
const BESIDE = 4
const MOST = 40
const ANSWERS = 0
const TODAY = 1
export const TRAINING = 3 // the group from which on nothing is about the matter itself
const NAMED = 0.4 // a situation or an answer that is named after so much of it
const SAID = 4.4 // a phrase of the school, which its title, its opening or a heading says, or as much
const SAYS = 1.5 // what a title, an opening and a heading add, against what stands anywhere
const BETWEEN = 0.9 // of a question that two pages answer, each its part
const WEAK = 0.35
const PASSING = 0.55
const ANSWERED = 0.75 // a page that holds less of the question does not answer it
const ASKED = 2 // what a known question counts, against the best that words found
const KNOWN = 0.6 // a known question so much alike is the one that was typed
const SAME = 0.75 // and so much alike it is, word for word
const WORTH = 0.34 // and so much alike, its page is worth showing
const BESIDES = 0.6 // unless another is so much more alike

/**
 * Whether a page that stands first answers what was asked.
 * @param {Found[]} found the best first
 * @param {(found: Found) => number} groupOf
 */
export const isAnswered = (found, groupOf) => {
  const [answer, ...others] = found.filter(one => groupOf(one) === ANSWERS).slice(0, 1 + BESIDE)
  if (found.some(({ asked }) => asked >= KNOWN)) return true
  if (found.slice(0, 1 + BESIDE).every(({ scattered }) => scattered)) return false // “giá xăng” is not told by “giả” here and “xăng” there
  if (found[0].sure >= ANSWERED || !answer) return found[0].sure >= ANSWERED
  /** @param {Found} other */
  const between = other => answer.said.reduce((sum, own, slot) => sum + Math.max(own, other.said[slot]), 0)
  return answer.named >= NAMED || answer.told >= SAID || others.some(other => between(other) >= BETWEEN)
}

/** Whether a page is known to be asked just this, be it about a matter of no page.
 * @param {Found[]} found */
export const isAsked = found => found.some(({ asked }) => asked >= SAME)

/**
 * Every address once: where it stands first. Where ended law stands today is a line of that law.
 * @template {{items: import("./search-engine.js").Item[], more: number}} T
 * @param {T[]} groups
 */
export const eachOnce = groups => {
  const seen = new Set()
  /** @param {import("./search-engine.js").Item} item */
  const shown = item => {
    const { today } = item
    if (!today || seen.has(today.there.href)) return { ...item, today: undefined }
    seen.add(today.there.href)
    return item
  }
  return groups.map(group => ({ ...group, items: once(group.items).filter(({ href }) => !seen.has(href) && seen.add(href)).map(shown) }))
    .filter(({ items }) => items.length)
}

const PICKED = 5
const BEHIND = 2 // a provision that was cited

/**
 * Of what was found that which can be taken.
 * @param {import("./search-engine.js").Group[]} groups
 * @param {(href: string) => boolean} can
 */
export const takable = (groups, can) => {
  const most = groups.length && groups[0].place < 0 ? BEHIND : PICKED
  return groups.map((group, at) => ({
    ...group, more: 0, items: group.items.filter(({ href }) => can(href)).slice(0, at ? most : PICKED)
      .map(item => (item.today && !can(item.today.there.href) ? { ...item, today: undefined } : item)),
  })).filter(({ items }) => items.length)
}

/** Of two situations that hold all that was asked, the one comes first that is about it: more of it
 * stands in its title, its opening and a heading.
 * @param {Placed} found */
const aboutOf = ({ one: { score, said } }) => score * (1 + SAYS * said.reduce((sum, share) => sum + share, 0))

/** The best first, by their words and by the questions that they are known to answer. Words that
 * answer but a part of what was typed count so much less. The nearest of the known questions is the
 * second at least: what words found is not so sure that it may hide it.
 * @param {Placed[]} some */
const ordered = some => {
  const most = some.reduce((best, one) => Math.max(best, aboutOf(one)), 0) || 1
  const sure = some.reduce((best, { one }) => Math.max(best, one.score ? one.sure : 0), 0)
  /** @param {Placed} found */
  const orderOf = found => aboutOf(found) / most * sure + ASKED * found.one.asked ** 2
  some.sort((a, b) => orderOf(b) - orderOf(a))
  const nearest = some.reduce((best, found, at) => (found.one.asked > some[best].one.asked ? at : best), 0)
  if (nearest > 1) some.splice(1, 0, ...some.splice(nearest, 1))
}

/** @param {Placed[]} some */
const best = some => some.reduce((most, { score }) => Math.max(most, score), 0)

/**
 * @param {Placed[]} found the best first
 * @param {number} count of groups
 * @param {Set<number>} opened groups that are shown as a whole
 * @param {boolean} partly whether no page answers all of it: then the nearest, and no more
 * @returns {{kept: Found[], rows: Row[]}} kept: all that is good enough; rows: none that is empty
 */
export const arranged = (found, count, opened, partly) => {
  // The heading of an article that is not worded here answers only where nothing else does.
  const worded = found.filter(({ isListed }) => !isListed)
  const isWorded = worded.some(({ one }) => one.sure >= ANSWERED)
  const answers = isWorded ? worded : found
  const nearest = found.reduce((most, one) => (one.one.asked > most.one.asked ? one : most), found[0])
  const kept = found.filter(({ one, score }) => score >= best(answers) * WEAK || one.asked >= Math.max(WORTH, nearest.one.asked * BESIDES))
  const lead = partly && answers.length ? answers.reduce((most, one) => (one.score > most.score ? one : most)).group : -1
  const isOnly = kept.every(({ group }) => group === kept[0].group)
  /** @param {number} place */
  const limit = place => {
    if (partly) return place === lead ? Math.max(NEAREST[place], SHOWN[TRAINING]) : NEAREST[place]
    return opened.has(place) ? MOST : SHOWN[isOnly ? ANSWERS : place]
  }
  const made = [...new Array(count).keys()].map(place => {
    const all = kept.filter(({ group }) => group === place)
    if (place === ANSWERS || place >= TRAINING) ordered(all)
    if (isWorded) all.sort((a, b) => Number(a.isListed) - Number(b.isListed))
    const shown = all.slice(0, limit(place))
    return { place, shown, more: partly ? 0 : Math.min(MOST, all.length) - shown.length }
  })
  /** @param {number} place */
  const bestOf = place => best(answers.filter(({ one, group }) => group === place && (place !== TODAY || one.section >= 0)))
  // What situations name by the way does not stand above a provision that is about it.
  if (!answers.some(({ one, group }) => group === ANSWERS && one.asked >= KNOWN) && bestOf(ANSWERS) < bestOf(TODAY) * PASSING) made.splice(0, 2, made[1], made[0])
  if (lead >= TRAINING) made.unshift(...made.splice(made.findIndex(({ place }) => place === lead), 1))
  // What is known to be asked for just this leads, be it training or law.
  if (nearest && nearest.group && nearest.one.asked >= KNOWN) made.unshift(...made.splice(made.findIndex(({ place }) => place === nearest.group), 1))
  /** @param {{shown: Placed[]}} group */
  const lists = ({ shown }) => Number(isWorded && shown.every(({ isListed }) => isListed))
  made.sort((a, b) => lists(a) - lists(b))
  return {
    kept: kept.map(({ one }) => one),
    rows: made.filter(({ shown }) => shown.length).map(({ place, shown, more }) => ({ place, shown: shown.map(({ one }) => one), more })),
  }
}
