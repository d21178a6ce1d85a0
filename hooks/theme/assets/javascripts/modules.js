// Fetches a part of the site's scripts when it is first wanted. In the sources this is
// `import("./part.js")`; the build (hooks/vanban/publish/scripts.py) puts `load` in its place, for
// modules cannot be opened from a disk. A part hands over what it exports by an event at its own
// script element.
import { brought, make, siteURL } from "./dom.js"

/** So many milliseconds a server has to say why a part did not come. */
const PATIENCE = 5000

/**
 * Whether the server is there and has a part no longer: the page is of an earlier release.
 * @param {string} address
 * @returns {Promise<boolean>}
 */
const isGone = address => Promise.race([
  fetch(address, { method: "HEAD", cache: "no-store" }).then(({ status }) => status === 404, () => false),
  new Promise(done => setTimeout(() => done(false), PATIENCE)),
])

/** @type {Map<string, Promise<any>>} */
const asked = new Map()

/** @type {Set<string>} parts that came with another body, as of a network's page to sign in */
const ill = new Set()

/** What the browser may have kept of such a part is fetched anew. @param {string} address */
const anew = address => fetch(address, { cache: "reload" }).then(() => {}, () => {})

/**
 * What a part exports; asked again after a failure, which says whether the part `isGone`.
 * @param {string} path of the built script below the site's front page
 * @returns {Promise<any>}
 */
export const load = path => {
  const known = asked.get(path)
  if (known) return known
  const script = make("script")
  /** @type {unknown} */
  let exported
  script.addEventListener("mo-dun", event => {
    if (event instanceof CustomEvent) exported = event.detail
  })
  script.src = siteURL(path).href
  const ready = ill.delete(path) ? anew(script.src) : Promise.resolve()
  const coming = ready.then(() => brought(script)).then(() => {
    if (exported !== undefined) return exported
    ill.add(path)
    script.remove()
    throw new Error(path)
  }).catch(async error => {
    throw Object.assign(error, { isGone: await isGone(script.src) })
  })
  asked.set(path, coming)
  coming.catch(() => asked.delete(path))
  return coming
}
