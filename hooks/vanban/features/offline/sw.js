// Keeps the pages for reading without a connection. The build writes the version and the shell
// (what every page needs); the list of all files with their digests is ngoai-tuyen.json.
// A reader sees one version at a time: a kept page comes from the cache, a new version waits
// until it is asked for, and what did not change is carried over without being fetched again.
/** @typedef {{tep: [string, string][], nang: number}} List every file with its digest, and what all weigh */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const VERSION = "{{phien}}"
const SHELL = ["{{vo}}"]
const SCOPE = worker.registration.scope
const FAMILY = `vanban:${SCOPE}:`
const CACHE = FAMILY + VERSION
const LIST = new URL("ngoai-tuyen.json", SCOPE).href
const OFFLINE = new URL("ngoai-tuyen.html", SCOPE).href
const TYPES = /^(text\/(html|css|javascript)|application\/(javascript|json)|image\/)/
const MATCH = { ignoreVary: true }

/** A page has one address: without ?q= and #dieu-8, and without index.html.
 * @param {string} address */
const keyOf = address => address.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/")
/** @param {Response} response */
const worthKeeping = response =>
  response.ok && response.type === "basic" && !response.redirected &&
  TYPES.test(response.headers.get("content-type") || "")

/** A file that is named after its content need not be asked for twice.
 * @param {string} address */
const get = address =>
  fetch(address, { cache: /\.[0-9a-f]{8}\./.test(address) ? "default" : "no-cache" })

/** Whether a file could be kept.
 * @param {Cache} cache
 * @param {string} address */
const keep = async (cache, address) => {
  const response = await get(address)
  if (!worthKeeping(response)) return false
  await cache.put(keyOf(address), response)
  return true
}

/** @param {Cache} cache
 * @returns {Promise<List>} */
const listIn = async cache => {
  const found = await cache.match(LIST, MATCH)
  return found ? found.json() : { tep: [], nang: 0 }
}

const install = async () => {
  const cache = await caches.open(CACHE)
  const list = await get(LIST)
  if (!list.ok) throw new Error(`${list.status} ${LIST}`)
  /** @type {List} */
  const { tep } = await list.clone().json()
  const wanted = new Map(tep)
  for (const name of await caches.keys()) {
    if (!name.startsWith(FAMILY) || name === CACHE) continue
    const old = await caches.open(name)
    for (const [path, digest] of (await listIn(old)).tep) {
      if (wanted.get(path) !== digest) continue
      const address = new URL(path, SCOPE).href
      const found = await old.match(address, MATCH)
      if (found) await cache.put(address, found)
    }
  }
  await keep(cache, OFFLINE)
  for (const path of SHELL) {
    const address = new URL(path, SCOPE).href
    if (!(await cache.match(address, MATCH))) await keep(cache, address)
  }
  await cache.put(LIST, list)
}

const activate = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(FAMILY) && name !== CACHE) await caches.delete(name)
  }
  await worker.clients.claim()
}

// ---- Everything, in the background ---------------------------------------------------------

const missing = async () => {
  const cache = await caches.open(CACHE)
  const list = await listIn(cache)
  const kept = new Set((await cache.keys()).map(request => request.url))
  return {
    all: list.tep.length, weight: list.nang,
    addresses: list.tep.map(([path]) => new URL(path, SCOPE).href).filter(one => !kept.has(one)),
  }
}

const fill = async () => {
  const cache = await caches.open(CACHE)
  const { addresses } = await missing()
  // Two at a time leave room for the page that is being read; the first failure ends it.
  let failed = false
  const next = async () => {
    while (!failed && addresses.length) {
      try {
        if (!(await keep(cache, String(addresses.shift())))) failed = true
      } catch { failed = true }
    }
  }
  await Promise.all([next(), next()])
}
/** @type {Promise<void> | null} */
let filling = null
const fillOnce = () => (filling = filling || fill().finally(() => { filling = null }))

/** @param {Client} client */
const tell = async client => {
  const { all, weight, addresses } = await missing()
  client.postMessage({ tong: all, thieu: addresses.length, nang: weight })
}

/** The page that was open before this worker was there has been read, too.
 * @param {string} address */
const keepRead = async address => {
  const cache = await caches.open(CACHE)
  const key = keyOf(address)
  if (!key.startsWith(SCOPE) || await cache.match(key, MATCH)) return
  const response = await fetch(key, { cache: "force-cache" })
  if (worthKeeping(response)) await cache.put(key, response)
}

worker.addEventListener("message", event => {
  const { data } = event
  const source = /** @type {WindowClient | null} */ (event.source)
  if (data === "doi") worker.skipWaiting()
  else if (!source) return
  else if (data === "luu") event.waitUntil(fillOnce().then(() => tell(source)))
  else if (data === "hoi") event.waitUntil(keepRead(source.url).catch(() => {}).then(() => tell(source)))
})

// ---- Answers -------------------------------------------------------------------------------

/** @param {string} html */
const title = html => (/<title>([^<]*)<\/title>/.exec(html) || ["", ""])[1]

/** @param {Cache} cache */
const offlinePage = async cache => {
  const page = await cache.match(OFFLINE, MATCH)
  if (!page) return Response.error()
  /** @type {string[]} */
  const rows = []
  for (const { url } of await cache.keys()) {
    if (!/\/$|\.html$/.test(url) || url === OFFLINE || rows.length === 40) continue
    const kept = await cache.match(url, MATCH)
    const name = kept ? title(await kept.text()) : ""
    if (name) rows.push(`<li><a href="${url}">${name}</a></li>`)
  }
  const html = (await page.text()).replace('href="./"', `href="${SCOPE}"`).replace("<!--da-luu-->", () => rows.join(""))
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } })
}

/** @param {FetchEvent} event */
const answer = async event => {
  const { request } = event
  const cache = await caches.open(CACHE)
  const key = keyOf(request.url)
  const kept = await cache.match(key, MATCH)
  if (kept) return kept
  try {
    const response = await fetch(request)
    if (worthKeeping(response)) event.waitUntil(cache.put(key, response.clone()))
    return response
  } catch (error) {
    if (request.mode !== "navigate") throw error
    if (await cache.match(`${key}/`, MATCH)) return Response.redirect(`${key}/`)
    return offlinePage(cache)
  }
}

worker.addEventListener("install", event => event.waitUntil(install()))
worker.addEventListener("activate", event => event.waitUntil(activate()))
worker.addEventListener("fetch", event => {
  const { request } = event
  if (request.method !== "GET" || !request.url.startsWith(SCOPE) || request.headers.has("range")) return
  if (keyOf(request.url) === LIST || keyOf(request.url) === new URL("sw.js", SCOPE).href) return
  event.respondWith(answer(event))
})
