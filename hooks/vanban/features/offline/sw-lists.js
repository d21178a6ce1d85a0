// The lists (lists.py): what an address is, by the release that this worker belongs to.
import { LISTS, ROOT, SCOPE, at, isAsset, kept, keyOf, oldCaches, open } from "./sw-release.js"
import { digestOf, failed, obtain, right, told, within } from "./sw-body.js"

/** @typedef {{tep: Map<string, string>, dan: Map<string, string>, duoi: Map<string, string>, ngan: Map<string, string>, cung: [string, string][], so: number, nang: number, dau: string[]}} List */
/** @typedef {{digest: string, to: string, beside: string[], ours: boolean}} Found the file's digest; or where the address leads; short addresses that belong to it; whether the site has such a folder */

/** @typedef {{near: Promise<Response | null>, whole: Promise<List>}} Reading the list as it is kept, if it is; the list, from the server too */

/** So many lists are held in memory. */
const READ = 40
/** So many milliseconds a reader who waits for a page waits for a list of the server's. */
export const SOON = 2000

/**
 * @param {any} list as it was written
 * @returns {List}
 */
const parsed = list => {
  for (const key of ["tep", "dan", "duoi", "ngan"]) list[key] = new Map(list[key])
  return list
}

/**
 * A list that is kept and right, if this release or another has it.
 * @param {string} address
 * @param {string} digest
 */
const keptList = async (address, digest) => {
  try {
    const cache = await open()
    const own = await right(address, await kept(cache, address), digest)
    if (own) return own
    for (const name of await oldCaches()) {
      const old = await right(address, await kept(await caches.open(name), address).catch(() => undefined), digest)
      if (!old) continue
      await cache.put(address, old.clone()).catch(() => {})
      return old
    }
  } catch { /* as though it were not there */ }
  return null
}

/**
 * A list that is right is used, also where the browser has no room for it or may not keep it.
 * @param {string} digest
 * @returns {Reading}
 */
const read = digest => {
  const address = `${LISTS}${digest}.txt`
  const near = keptList(address, digest)
  const whole = near.then(async own => {
    const found = own || await obtain(address, digest)
    if (!found) throw new Error(address)
    told(address, "")
    return parsed(await found.json())
  })
  return { near, whole }
}

/** @type {Map<string, Reading>} */
const known = new Map()

/**
 * The list with that digest; rejects where it cannot be had.
 * @param {string} digest
 * @param {number} [time] in milliseconds that the server has for one that is not kept
 */
const listOf = async (digest, time) => {
  if (known.size > READ) known.clear()
  const reading = known.get(digest) || read(digest)
  known.set(digest, reading)
  const { near, whole } = reading
  whole.catch(() => known.delete(digest))
  return time === undefined || await near ? whole : within(time, whole)
}

/** The first list. */
export const firstList = () => listOf(ROOT)

/**
 * What the lists say of an address of this site; rejects where one of them cannot be had.
 * @param {string} address
 * @param {number} [time] in milliseconds that the server has for each that is not kept
 * @returns {Promise<Found>}
 */
export const find = async (address, time) => {
  const path = address.slice(SCOPE.length)
  /** @type {string[]} */
  const beside = []
  let list = await listOf(ROOT, time)
  let folder = ""
  let depth = 0
  for (;;) {
    const rest = path.slice(folder.length)
    const step = rest.replace(/\/.*$/, "/")
    for (const [place, code] of list.cung) if (path.startsWith(place)) beside.push(code)
    const digest = list.tep.get(rest) || ""
    const to = list.dan.get(rest) || ""
    const below = list.duoi.get(step)
    const drawer = list.ngan.size ? (await digestOf(new TextEncoder().encode(step)))[depth] : ""
    const next = below || list.ngan.get(drawer)
    if (digest || to || !next) {
      const names = [...list.tep.keys(), ...list.dan.keys()]
      const begins = step.replace(/\/?$/, "/")
      const ours = folder !== "" || list.duoi.has(begins) || names.some(name => `${name}/`.startsWith(begins))
      return { digest, to, beside, ours }
    }
    depth = below ? 0 : depth + 1
    if (below) folder += step
    list = await listOf(next, time)
  }
}

/**
 * Every file of the lists below one, but only of the way to and below `inside`, as address and digest; a list that cannot be had stands there
 * itself, without a digest, and is passed over.
 * @param {string} [first]
 * @param {string} [folder]
 * @param {string} [inside] a folder
 * @returns {AsyncGenerator<[string, string]>}
 */
export const files = async function* (first = ROOT, folder = "", inside = "") {
  let list
  try {
    list = await listOf(first)
  } catch {
    const address = `${LISTS}${first}.txt`
    if (!failed.has(address)) failed.set(address, "mang")
    yield [address, ""]
    return
  }
  for (const [name, digest] of list.tep) yield [SCOPE + folder + name, digest]
  for (const [step, digest] of list.duoi) {
    const below = folder + step
    if (below.startsWith(inside) || inside.startsWith(below)) yield* files(digest, below, inside)
  }
  for (const digest of list.ngan.values()) yield* files(digest, folder, inside)
}

/** @param {string} address */
const undated = address => address.replace(/\.[0-9a-f]{8,}(?=\.)/, "")

/**
 * What this release has in the place of what was kept: the same, the page that it leads to, the asset
 * of that name with another content; nothing where it is gone. Rejects as `find` does.
 * @param {string} address
 * @param {number} [time] in milliseconds that the server has for a list
 */
export const heirs = async (address, time) => {
  let one = address
  for (let steps = 0; steps < 4; steps++) {
    const { digest, to } = await find(one, time)
    if (digest) return [one]
    if (!to) break
    one = keyOf(at(to))
  }
  /** @type {string[]} */
  const found = []
  if (!isAsset(address)) return found
  const folder = address.slice(SCOPE.length).replace(/[^/]*$/, "")
  for await (const [other, digest] of files(ROOT, "", folder)) {
    if (!digest) throw new Error(other)
    if (undated(other) === undated(address)) found.push(other)
  }
  return found
}
