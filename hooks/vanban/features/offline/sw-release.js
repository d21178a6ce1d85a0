// What this worker is: of which release, for which site; how its caches and addresses are named.
// The build writes the values in braces.
import { ordered } from "./sw-day.js"

export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
export const VERSION = "{{phien}}"
/** The digest of the first list (lists.py): with it every body can be told right or wrong. */
export const ROOT = "{{goc}}"
/** What every page asks for. */
export const SHELL = /** @type {string[]} */ (/** @type {unknown} */ ("{{vo}}"))
/** The day of checking, as readers see it, and the days after which it is older, and old. */
export const CHECKED = "{{ngay}}"
export const OLDER_AFTER = "{{cu}}"
export const OLD_AFTER = "{{qua-cu}}"
/** What the site says beside every file (publish/hosting.py), and the type of a file by its ending. */
export const HEADERS = /** @type {Record<string, string>} */ (/** @type {unknown} */ ("{{loi-kem}}"))
export const TYPES = /** @type {Record<string, string>} */ (/** @type {unknown} */ ("{{loai}}"))

/** Whether this release was checked before that day: a server may give out an older release than it did. @param {string} day */
export const isBefore = day => ordered(CHECKED) < ordered(day)

export const SCOPE = worker.registration.scope
export const LISTS = `${SCOPE}ngoai-tuyen/`
export const OFFLINE = `${SCOPE}ngoai-tuyen.html`
export const SELF = `${SCOPE}sw.js`
const FAMILY = `vanban:${SCOPE}:`
const CACHE = FAMILY + VERSION
const MATCH = { ignoreVary: true }

/** The cache of this release. */
export const open = () => caches.open(CACHE)

/**
 * What a cache holds under an address.
 * @param {Cache} cache
 * @param {string} address
 */
export const kept = (cache, address) => cache.match(address, MATCH)

/**
 * Names of the caches of this site's other releases. Other sites and applications may share the
 * caches of a host: theirs are not looked at.
 */
export const oldCaches = async () => (await caches.keys()).filter(name =>
  name.startsWith(FAMILY) && name !== CACHE && /^[0-9a-f]{16}$/.test(name.slice(FAMILY.length)))

/**
 * A page has one address: without ?q= and #dieu-8, and without index.html.
 * @param {string} address
 */
export const keyOf = address => address.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/")

/**
 * Codes lead where they led, in whichever release.
 * @param {string} address
 */
export const isCode = address => /\/qr\.svg$/.test(address)

/** @param {string} address */
export const isAsset = address => address.startsWith(`${SCOPE}assets/`)

/**
 * A page says itself of which day it is; slides, a table, a picture cannot.
 * @param {string} address
 */
export const isPage = address => /\/$|\.html$/.test(address)

/**
 * The ending of a file's name, ".html" for none.
 * @param {string} address
 */
export const endingOf = address => (/\.\w+$/.exec(address.slice(address.lastIndexOf("/"))) || [".html"])[0]

/**
 * Whether a file of such a name may be one that is kept: archives and forms are not.
 * @param {string} address
 */
export const isKeepable = address => endingOf(address) in TYPES

/**
 * The whole address of a path below the site's front page.
 * @param {string} path
 */
export const at = path => new URL(path, SCOPE).href
