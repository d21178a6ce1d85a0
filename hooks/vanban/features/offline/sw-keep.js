// Keeping what was read and what is wanted; what could not be kept is noted, and tried again later.
import { LISTS, SCOPE, at, kept, open } from "./sw-release.js"
import { failed, isKept, obtain, put, told } from "./sw-body.js"
import { isLeaving } from "./sw-leave.js"
import { find, heirs } from "./sw-lists.js"

// Notes of the worker among what it keeps: what the reader asked for, what could not be kept yet,
// and since when (`luc`, milliseconds) this release answers, with its day of checking (`ngay`) and, where a
// later one answered before it, the day of that (`sau`).
export const WISH = `${LISTS}y-muon`
const LEFT = `${LISTS}con-thieu`
export const RUNS = `${LISTS}dang-dung`
/** So many of what is left are tried at a time. */
const AT_ONCE = 60
/** After so many files in a row without an answer there is no connection: the rest comes later. */
export const SILENT = 10
const MOST_LEFT = 500

/**
 * Keeps a listed file and, with a page, the lists of its short addresses; whether nothing is left
 * to do. What no list names is never kept.
 * @param {string} address
 * @param {Response} [answer] what the server said, where it was asked already
 */
export const keep = async (address, answer) => {
  try {
    if (await isKept(address)) return told(address, "")
    const { digest, beside } = await find(address)
    if (!digest) return told(address, "")
    const done = answer ? told(address, await put(address, answer, digest)) : Boolean(await obtain(address, digest)) && !failed.has(address)
    if (done) for (const code of beside) await find(at(code)).catch(() => {})
    return done
  } catch {
    return told(address, "mang")
  }
}

/**
 * Keeps one after the other; those that failed.
 * @param {Iterable<string>} addresses
 */
export const keepEach = async addresses => {
  /** @type {string[]} */
  const again = []
  let silent = 0
  for (const address of addresses) {
    if (!isLeaving() && silent < SILENT && await keep(address)) silent = 0
    else {
      again.push(address)
      silent = failed.get(address) === "mang" ? silent + 1 : silent
    }
  }
  return again
}

/**
 * A note, or null.
 * @param {string} place
 * @param {Cache} [cache] by default that of this release
 * @returns {Promise<any>}
 */
export const note = async (place, cache) => {
  try {
    const found = await kept(cache || await open(), place)
    return found ? await found.json() : null
  } catch { return null }
}

/**
 * Writes a note; whether there was room for it.
 * @param {string} place
 * @param {unknown} value
 */
export const write = async (place, value) => {
  try {
    await (await open()).put(place, new Response(JSON.stringify(value)))
    return true
  } catch { return false }
}

/**
 * The addresses of a note of what is left; [] where it is spoiled.
 * @param {Cache} [cache]
 */
export const left = async cache => {
  const found = await note(LEFT, cache)
  return Array.isArray(found) ? found.filter(one => typeof one === "string" && one.startsWith(SCOPE)) : []
}

/**
 * Notes what has to be kept yet; the newest first.
 * @param {string[]} addresses
 */
export const later = async addresses => {
  if (addresses.length) await write(LEFT, [...new Set([...addresses, ...await left()])].slice(0, MOST_LEFT))
}

/**
 * What there is to fetch for what is left, which an earlier release may have noted.
 * @param {string[]} addresses
 */
const today = async addresses => {
  /** @type {Set<string>} */
  const found = new Set()
  let silent = false // one list that cannot be had is waited for, not each
  for (const one of addresses) {
    const now = silent ? [one] : await heirs(one).catch(() => { silent = true; return [one] })
    if (now.indexOf(one) < 0) told(one, "")
    for (const heir of now) found.add(heir)
  }
  return found
}

/** Tries some of what is left; what fails again goes behind the rest. */
export const keepLeft = async () => {
  const all = await left()
  if (!all.length) return
  const again = await keepEach(await today(all.slice(0, AT_ONCE)))
  const since = (await left()).filter(one => all.indexOf(one) < 0)
  await write(LEFT, [...since, ...all.slice(AT_ONCE), ...again])
}
