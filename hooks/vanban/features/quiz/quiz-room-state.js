// What a room is asked, and how many hands were raised: nothing here knows a page.

/** @typedef {import("./quiz-data.js").Question} Question */

export const FIVE = 5
/** How many of the nearest questions are left for another time, where there are no more of them. */
const SPARE = 2
/** Questions that one address may ask. */
const MOST = 100
/** Hands that one may count. */
const CROWD = 999

/**
 * What an address asks for: `#cau=id,id` some questions, `#bo=name` a whole set, `&o=2` begins with
 * the second; an empty list where it asks for none that is known. `#buoi-name` asks for none yet: see
 * `planned`.
 * @param {string} hash
 * @param {{bo: [string, string][], cau: Question[]}} known
 * @returns {{questions: Question[], at: number}}
 */
export const asked = (hash, { bo, cau }) => {
  const parts = new Map(hash.replace(/^#/, "").split("&").map(part => {
    const [name, ...rest] = part.split("=")
    return [name, rest.join("=")]
  }))
  const set = bo.findIndex(([name]) => name === parts.get("bo"))
  const ids = (parts.get("cau") || "").split(",").slice(0, MOST)
  const questions = parts.has("cau")
    ? [...new Set(ids)].map(id => cau.find(one => one[0] === id)).filter(one => one !== undefined)
    : cau.filter(one => set >= 0 && one[1] === set)
  const at = Math.min(Math.max(1, Number.parseInt(parts.get("o") || "1", 10) || 1), Math.max(1, questions.length))
  return { questions: /** @type {Question[]} */ (questions), at: at - 1 }
}

/**
 * Some questions of all, by chance, each once.
 * @param {Question[]} all
 * @param {number} count
 * @param {() => number} [chance] from 0, below 1
 */
export const drawn = (all, count, chance = Math.random) => {
  const left = [...all]
  /** @type {Question[]} */
  const found = []
  while (left.length && found.length < count) found.push(...left.splice(Math.floor(chance() * left.length), 1))
  return found
}

/**
 * Some questions by chance, as many as can be from the first of these lists, then from the next.
 * Of a list that would be used up some are left out, or a room were asked the same each time.
 * @param {Question[][]} tiers from the nearest
 * @param {number} count
 * @param {() => number} [chance] from 0, below 1
 */
export const nearest = (tiers, count, chance = Math.random) => {
  /** @type {Question[]} */
  let found = []
  for (const [place, tier] of tiers.entries()) {
    const left = tier.filter(one => !found.includes(one))
    const wanted = count - found.length
    const spare = left.length <= wanted && place < tiers.length - 1 ? SPARE : 0
    found = found.concat(drawn(left, Math.max(Math.min(1, wanted), wanted - spare), chance))
  }
  return found
}

/**
 * The plan that an address names (`#buoi-15-phut`); undefined where there is none.
 * @template {[string, ...unknown[]]} P
 * @param {string} hash
 * @param {P[]} plans
 */
export const planned = (hash, plans) => plans.find(([name]) => hash === `#buoi-${name}`)

/**
 * Raised hands by question and option, until the page is left.
 * @param {Map<string, number[]>} hands
 * @param {Question} question
 */
export const handsOf = (hands, question) => hands.get(question[0]) || question[4].map(() => 0)

/**
 * One hand more or less.
 * @param {Map<string, number[]>} hands
 * @param {Question} question
 * @param {number} option
 * @param {1 | -1} way
 */
export const raised = (hands, question, option, way) => {
  const counts = [...handsOf(hands, question)]
  counts[option] = Math.min(CROWD, Math.max(0, counts[option] + way))
  hands.set(question[0], counts)
  return counts
}

/**
 * How long each bar is, in percent of the longest that can be: all hands for one option.
 * @param {number[]} counts
 */
export const bars = counts => {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.map(count => (all ? Math.round(100 * count / all) : 0))
}

/**
 * What a key asks for; undefined where it is not for the room. Caps Lock plays no part.
 * @param {{key: string, shiftKey: boolean}} event
 * @returns {{act: "next" | "back" | "time" | "leave" | "stay"} | {act: "hand", option: number, way: 1 | -1} | undefined}
 */
export const keyed = ({ key, shiftKey }) => {
  const option = "abcd".indexOf(key.toLowerCase())
  if (key.length === 1 && option >= 0) return { act: "hand", option, way: shiftKey ? -1 : 1 }
  /** @type {Record<string, "next" | "back" | "time" | "leave" | "stay">} */
  const acts = {
    arrowright: "next", pagedown: "next", enter: "next", " ": shiftKey ? "back" : "next",
    arrowleft: "back", pageup: "back", backspace: "back", t: "time", escape: "leave",
    f5: "stay", // what a clicker sends to begin; the browser would load the page anew
  }
  const act = acts[key.toLowerCase()]
  return act && { act }
}
