// A new release: what did not change is carried over, what changed is fetched again, and what the
// old one kept stays until then (sw-old.js). A spoiled cache costs what it holds, never the update.
import { LISTS, SCOPE, SHELL, at, isAsset, kept, oldCaches, open, worker } from "./sw-release.js"
import { right } from "./sw-body.js"
import { dropUntaken, earlier, noteRuns } from "./sw-old.js"
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
  if (!digest) return false // what became of it is looked up with what is left (heirs)
  const found = await right(address, await kept(old, address), digest)
  if (!found) return false
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
  const ran = await note(RUNS)
  const before = await earlier()
  if (ran && !before.some(({ since }) => since > ran.luc)) return worker.skipWaiting()
  /** @type {string[]} */
  const changed = []
  for (const name of await oldCaches()) changed.push(...await carryAll(name))
  // Pages cannot do without the assets, and the note of what is left has an end.
  await later([...await keepEach(SHELL.map(at)), ...changed.filter(isAsset), ...changed.filter(one => !isAsset(one))])
  await keepLeft() // the first of it, so that a reader of some pages has them of this release at once
  await dropUntaken().catch(() => {})
  // Nothing of another is left to be read: what answers is the worker that took it away (sw-off.js), which
  // goes only with the last of the old pages, and would let this one wait until then.
  if (!before.length) await worker.skipWaiting()
}

export const activate = async () => {
  // Another may be gathering its own meanwhile.
  if (!worker.registration.installing) await dropUntaken().catch(() => {})
  const cache = await open().catch(() => null)
  const ran = await note(RUNS) // it may have answered before
  if (cache) await cache.delete(RUNS).catch(() => {})
  await noteRuns(ran).catch(() => {})
  await worker.clients.claim()
}
