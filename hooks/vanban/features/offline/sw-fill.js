// What comes by itself (the first pages, what was read), what is asked for (everything), and what
// pages are told of it.
import { CHECKED, LISTS, SHELL, VERSION, at, keyOf, open, worker } from "./sw-release.js"
import { failed, obtain } from "./sw-body.js"
import { isLeaving, leave } from "./sw-leave.js"
import { files, firstList } from "./sw-lists.js"
import { RUNS, SILENT, WISH, keepEach, keepLeft, later, left, note, write } from "./sw-keep.js"
import { makeRoom, moveOver, noteRuns, prune } from "./sw-old.js"

/** @typedef {{viec: "hoi" | "luu" | "dung", doc?: string[], tietKiem?: boolean}} Asked tell how things are; keep everything; stop that. What the page used; whether data are to be saved */

const ALL = "tat-ca"
const STOPPED = "dung"
/** So many milliseconds lie between two news of how far it is. */
const NEWS = 1000

/** Tells every page how many files are kept, of how many. */
const news = async () => {
  const { sau = "" } = await note(RUNS) || {}
  // A browser that was short of room may have taken the lists away: how much there is nobody knows then.
  const { so, nang, dau } = await firstList().catch(() => ({ so: 0, nang: 0, dau: [] }))
  const all = new Set((await (await open()).keys()).map(({ url }) => url).filter(url => !url.startsWith(LISTS)))
  const wish = await note(WISH)
  const wrong = [...failed.values()]
  // What was noted before the browser ended this worker is wanting still.
  const wanting = new Set([...failed.keys(), ...(await left()).filter(one => !all.has(one))])
  // In brackets, for it is not the matchAll of strings, which is too new.
  for (const client of await worker.clients["matchAll"]({ type: "window" })) {
    client.postMessage({
      phien: VERSION, ngay: CHECKED, sau, so, nang, co: all.size, muon: wish === ALL || wish === STOPPED ? wish : "",
      dau: dau.filter(path => !all.has(at(path))).length, dangLuu: Boolean(filling),
      hong: wanting.size, sai: wrong.filter(why => why === "sai").length, day: wrong.indexOf("day") >= 0,
      trang: all.has(keyOf(client.url)),
    })
  }
}

// ---- Everything --------------------------------------------------------------------------------

let stopped = false
/** @type {Promise<void> | null} */
let filling = null

const fill = async () => {
  const cache = await open()
  const there = new Set((await cache.keys()).map(({ url }) => url))
  const all = files()
  let since = Date.now()
  let silent = 0
  const next = async () => {
    while (!stopped && !isLeaving() && silent < SILENT) {
      const { done, value } = await all.next()
      if (done) return
      const [address, digest] = value
      if (there.has(address)) continue
      if (digest) await obtain(address, digest)
      const why = failed.get(address)
      silent = why === "mang" ? silent + 1 : 0
      if (why === "day") stopped = true // what comes now would be fetched in vain
      if (Date.now() - since < NEWS) continue
      since = Date.now()
      await news()
    }
  }
  // Two at a time leave room for the page that is being read.
  await Promise.all([next(), next()])
}
const fillOnce = () => {
  stopped = false
  filling = filling || fill().catch(() => {}).then(() => { filling = null })
  return filling
}

// ---- What pages ask ----------------------------------------------------------------------------

/** @type {Promise<void> | null} */
let tending = null

/** Whether the next release waits: what failed would be fetched in vain, for the server holds that. */
const isReplaced = () => Boolean(worker.registration.waiting)

/** Whether something could not be kept for want of room. */
const isFull = () => [...failed.values()].indexOf("day") >= 0

/**
 * What comes by itself.
 * @param {string[]} read
 * @param {boolean} saving
 */
const tend = async (read, saving) => {
  const start = saving ? [] : (await firstList()).dau
  await keepEach([...SHELL, ...start].map(at))
  await later(await keepEach(read))
  if (!saving && !isReplaced()) await keepLeft()
}

/**
 * Until this worker has come to answer: a page may speak earlier, and what that brings away of an earlier
 * release would not be there to be noted (`noteRuns`).
 */
const arrived = async () => {
  const { active } = worker.registration
  if (active && active.state === "activating") await new Promise(done => { active.addEventListener("statechange", done, { once: true }) })
}

/**
 * Answers a page.
 * @param {Asked} asked
 * @param {string} page its address
 */
export const hear = async (asked, page) => {
  const saving = Boolean(asked.tietKiem)
  await arrived()
  await noteRuns().catch(() => {})
  if (asked.viec === "dung") {
    stopped = true
    await write(WISH, STOPPED)
    if (filling) await filling
  } else if (asked.viec === "luu") {
    leave(false)
    await write(WISH, ALL)
    const begun = fillOnce()
    await news()
    await begun
  } else {
    if (!isReplaced() && !worker.registration.installing) leave(false) // the next release did not come after all
    // What the page used before there was a worker was read, too.
    const read = [page, ...(asked.doc || [])].map(keyOf).filter(one => one.startsWith(at("")))
    await news()
    tending = (tending || Promise.resolve()).then(async () => {
      await moveOver().catch(() => {})
      await tend(read, saving)
      if (isFull() && await makeRoom()) await tend(read, saving)
    }).catch(() => {})
    await tending
    if (!saving && !isReplaced() && await note(WISH) === ALL) await fillOnce()
  }
  if (isLeaving()) return
  await prune().catch(() => {})
  await news()
}
