// What was found, in groups: which of it is shown, how much of it, and which group stands first.

/** @typedef {import("./search-rank.js").Found} Found */
/**
 * What was found, the group of its kind, how well without the weight of its kind, and whether it is
 * but the heading of an article that is not worded here.
 * @typedef {{one: Found, group: number, score: number, isListed: boolean}} Placed
 * @typedef {{place: number, shown: Found[], more: number}} Row of the groups; more: how many are not shown
 */
const SHOWN = [4, 4, 3, 2, 2]
const NEAREST = [3, 2, 1, 0, 0] // where no page answers all of it
const MOST = 40
export const ANSWERS = 0
const TODAY = 1
export const TRAINING = 3 // the group from which on nothing is about the matter itself
const WEAK = 0.35
const PASSING = 0.55
export const ANSWERED = 0.75 // a page that holds less of the question does not answer it

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
  const isAnswered = worded.some(({ one }) => one.sure >= ANSWERED)
  const answers = isAnswered ? worded : found
  const kept = found.filter(({ score }) => score >= best(answers) * WEAK)
  const lead = partly && answers.length ? answers.reduce((most, one) => (one.score > most.score ? one : most)).group : -1
  const isOnly = kept.every(({ group }) => group === kept[0].group)
  /** @param {number} place */
  const limit = place => {
    if (partly) return place === lead ? Math.max(NEAREST[place], SHOWN[TRAINING]) : NEAREST[place]
    return opened.has(place) ? MOST : SHOWN[isOnly ? ANSWERS : place]
  }
  const made = [...new Array(count).keys()].map(place => {
    const all = kept.filter(({ group }) => group === place)
    if (isAnswered) all.sort((a, b) => Number(a.isListed) - Number(b.isListed))
    const shown = all.slice(0, limit(place))
    return { place, shown, more: partly ? 0 : Math.min(MOST, all.length) - shown.length }
  })
  /** @param {number} place */
  const bestOf = place => best(answers.filter(({ one, group }) => group === place && (place !== TODAY || one.section >= 0)))
  // What situations name by the way does not stand above a provision that is about it.
  if (bestOf(ANSWERS) < bestOf(TODAY) * PASSING) made.splice(0, 2, made[1], made[0])
  if (lead >= TRAINING) made.unshift(...made.splice(made.findIndex(({ place }) => place === lead), 1))
  /** @param {{shown: Placed[]}} group */
  const lists = ({ shown }) => Number(isAnswered && shown.every(({ isListed }) => isListed))
  made.sort((a, b) => lists(a) - lists(b))
  return {
    kept: kept.map(({ one }) => one),
    rows: made.filter(({ shown }) => shown.length).map(({ place, shown, more }) => ({ place, shown: shown.map(({ one }) => one), more })),
  }
}
