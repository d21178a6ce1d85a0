// For a release that keeps nothing: takes away what earlier releases kept in this browser for this
// site, and then itself. It answers no request, so pages come from the server again.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const FAMILY = `vanban:${worker.registration.scope}:`

const remove = async () => {
  for (const name of await caches.keys()) {
    // Nothing of another site at the same host whose name begins likewise.
    if (name.startsWith(FAMILY) && /^[0-9a-f]{16}$/.test(name.slice(FAMILY.length))) await caches.delete(name)
  }
}

worker.addEventListener("install", () => { worker.skipWaiting() })
worker.addEventListener("activate", event => {
  event.waitUntil(remove().catch(() => {}).then(() => worker.registration.unregister()))
})
