// A new release: what did not change is carried over, what changed is fetched again, and the old
// caches go when it begins to answer. A spoiled cache costs what it holds, never the update.
import { LISTS, SCOPE, SHELL, at, kept, oldCaches, open, worker } from "./sw-release.js"
import { holds } from "./sw-body.js"
import { find, firstList } from "./sw-lists.js"
import { RUNS, WISH, keepEach, keepLeft, later, left, note, write } from "./sw-keep.js"

/**
 * Carries over one file; whether nothing is left to do.
 * @param {Cache} old
 * @param {Cache} cache
 * @param {string} address
 */
const carry = async (old, cache, address) => {
  if (await kept(cache, address)) return true
  const { digest } = await find(address)
  if (!digest) return true // this release has no such file
  const found = await kept(old, address)
  if (!found || !(await holds(found, digest))) return false
  await cache.put(address, found)
  return true
}

/**
 * Carries over what is the same; what the reader had and this release has otherwise.
 * @param {string} name of the old cache
 */
const carryAll = async name => {
  /** @type {string[]} */
  const changed = []
  try {
    const cache = await open()
    const old = await caches.open(name)
    const wish = await note(WISH, old)
    if (typeof wish === "string") await write(WISH, wish)
    changed.push(...await left(old))
    for (const { url } of await old.keys()) {
      if (!url.startsWith(SCOPE) || url.startsWith(LISTS)) continue
      if (!(await carry(old, cache, url).catch(() => false))) changed.push(url)
    }
  } catch { /* what a spoiled cache holds is lost */ }
  return changed
}

export const install = async () => {
  await firstList() // without it nothing could be told right from wrong: then the update waits
  // The release that answers already: it had been replaced and came back before anyone changed.
  if (await note(RUNS)) return worker.skipWaiting()
  /** @type {string[]} */
  const changed = []
  for (const name of await oldCaches()) changed.push(...await carryAll(name))
  await later([...await keepEach(SHELL.map(at)), ...changed])
  await keepLeft() // the first of it, so that a reader of some pages loses none by the change
}

export const activate = async () => {
  try {
    for (const name of await oldCaches()) await caches.delete(name)
  } catch { /* the next release tries again */ }
  await write(RUNS, true)
  await worker.clients.claim()
}
