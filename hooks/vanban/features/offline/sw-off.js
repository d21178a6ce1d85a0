// For a release that keeps nothing: takes away what earlier releases kept in this browser for this
// site, tells their pages that they are of an earlier one, and takes away itself. It answers no
// request, so pages come from the server again.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const FAMILY = `vanban:${worker.registration.scope}:`

const remove = async () => {
  for (const name of await caches.keys()) {
    // Nothing of another site at the same host whose name begins likewise.
    if (name.startsWith(FAMILY) && /^[0-9a-f]{16}$/.test(name.slice(FAMILY.length))) await caches.delete(name)
  }
}

/**
 * A page that hears of another release than before knows that it is old itself (offline.js); one
 * that has heard of none yet is told by the second. Pages of every release understand that; those of a
 * release that comes later, while old pages hold this worker, know that they are not meant.
 * @param {Pick<Client, "postMessage">} page
 */
const tell = page => {
  for (const phien of ["thoi", "het"]) page.postMessage({ phien, ngay: "" })
}

const tellAll = async () => {
  // In brackets, for it is not the matchAll of strings, which is too new.
  for (const page of await worker.clients["matchAll"]({ type: "window" })) tell(page)
}

/** So many milliseconds each has: a browser may hold back every page until this worker is through. */
const PATIENCE = 4000

const end = async () => {
  for (const act of [remove, tellAll]) {
    await Promise.race([act().catch(() => {}), new Promise(done => { setTimeout(done, PATIENCE) })])
  }
  await worker.registration.unregister()
}

/** @param {number} time in milliseconds */
const pass = time => new Promise(done => { setTimeout(done, time) })

/**
 * So many milliseconds the worker before has to give up what it is at. Chromium, asked for a change while that one is
 * busy, may not see that it has ended: then the change comes five minutes later, however often it is asked again.
 */
const WORK = 2000

/** Where the change has not come all the same: takes back what was kept, and no page that is opened now comes from it. */
const insist = async () => {
  await pass(PATIENCE)
  if (worker.registration.waiting) await end()
}

const install = async () => {
  const { active } = worker.registration
  if (active) {
    active.postMessage({ viec: "nhuong" }) // it may have work left for minutes (sw-leave.js)
    await pass(WORK)
  }
  worker.skipWaiting()
  insist()
}

worker.addEventListener("install", event => event.waitUntil(install()))
worker.addEventListener("activate", event => event.waitUntil(end()))
worker.addEventListener("message", event => { if (event.source && "url" in event.source) tell(event.source) })
