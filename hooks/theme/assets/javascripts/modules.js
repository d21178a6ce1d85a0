// Fetches a part of the site's scripts when it is first wanted. In the sources this is
// `import("./part.js")`; the build (hooks/vanban/publish/scripts.py) puts `load` in its place, for
// modules cannot be opened from a disk. A part hands over what it exports by an event at its own
// script element.
import { brought, make, siteURL } from "./dom.js"

/** @type {Map<string, Promise<any>>} */
const asked = new Map()

/**
 * What a part exports; asked again after a failure.
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
  const coming = brought(script).then(() => exported)
  asked.set(path, coming)
  coming.catch(() => asked.delete(path))
  return coming
}
