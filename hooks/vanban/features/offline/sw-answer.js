// How requests are answered: a kept page from the cache, all else from the server; without one,
// short addresses lead on to what is kept, and what is not kept is said so.
import { LISTS, OFFLINE, OLDER_AFTER, OLD_AFTER, SCOPE, SELF, SHELL, at, isAsset, isCode, isKeepable, isPage, kept, keyOf, open, worker } from "./sw-release.js"
import { DISK, SERVER, dressed, isIll, whole, within } from "./sw-body.js"
import { comes, over, stoppable } from "./sw-leave.js"
import { SOON, find } from "./sw-lists.js"
import { keep, later } from "./sw-keep.js"
import { isAged, known, older } from "./sw-old.js"

const SHOWN = 40
/** So many milliseconds a server may be silent on an address that leads to a page which is kept. */
const LEADS = 3000
const NO_CODE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><rect width="240" height="240" fill="#fff" stroke="#555"/><text font-family="sans-serif" font-size="15" text-anchor="middle"><tspan x="120" y="105">Không có mạng:</tspan><tspan x="120" y="130">mã này chưa lưu</tspan><tspan x="120" y="155">trên máy.</tspan></text></svg>`
const PLAIN = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chưa có trên máy này</title><h1>Trang này chưa có trên máy của bạn</h1><p>Máy đang không có mạng, hoặc máy chủ không trả lời. <a href="./">Về trang chủ</a></p>`

/** The script that loads a page anew at the place that its address names (again.js). */
const AGAIN = SHELL.filter(path => /\/again\./.test(path)).map(path => '<script src="' + at(path) + '"></script>').join("")

/** For who waits for a page while the next release takes over: that one is asked, in a moment. */
const CHANGING = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="1"><title>Đang đổi bản</title><h1>Đang đổi bản…</h1><p>Trang sẽ tự mở lại. <a href="">Mở lại ngay</a></p>${AGAIN}`

/** How old the copy is, by the reader's own clock; "" while it is fresh. */
const age = () => {
  const now = new Date()
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10)
  if (today > OLD_AFTER) return ", đã hơn 12 tháng. Luật có thể đã đổi: tra lại ở văn bản chính thức trước khi dùng"
  return today > OLDER_AFTER ? ", có thể đã thay đổi" : ""
}

/**
 * Links to pages that are kept.
 * @param {Cache} cache
 */
const keptPages = async cache => {
  /** @type {string[]} */
  const rows = []
  for (const { url } of await cache.keys()) {
    if (!isPage(url) || url.startsWith(LISTS) || url === OFFLINE) continue
    if (rows.length === SHOWN) break
    const page = await kept(cache, url)
    const title = page && /<title>([^<]*)<\/title>/.exec(await page.text())
    if (title && title[1].trim()) rows.push(`<li><a href="${url}">${title[1].trim()}</a></li>`)
  }
  return rows.join("")
}

/**
 * The page that stands in for one that is not kept.
 * @param {Cache} cache
 * @param {string} to where the address would have led, "" for a page of its own
 */
const standIn = async (cache, to) => {
  const found = await kept(cache, OFFLINE)
  const page = found ? await whole(OFFLINE, found).catch(() => null) : null
  const leads = to && ` Địa chỉ này dẫn tới <a href="${at(to)}">một trang</a> cũng chưa được lưu.`
  const rows = await keptPages(cache)
  const html = (page ? await page.text() : PLAIN).replace(/(href|src)="\.\//g, (_, name) => `${name}="${SCOPE}`)
    .replace("<!--dan-->", () => leads).replace("<!--tuoi-->", age).replace("<!--da-luu-->", () => rows)
  return dressed(OFFLINE, html, "", page, 503)
}

/**
 * Where an address leads, with the day that was asked for, as the site itself has it (moved.js): the
 * law of another day is never shown for it.
 * @param {string} target
 * @param {string} question
 */
const asking = (target, question) => {
  const day = new URLSearchParams(question).get("ngay")
  const to = new URL(target)
  if (day && !to.searchParams.has("ngay")) to.searchParams.append("ngay", day)
  return to.href
}

/** The windows that were given a page of an earlier release, whose pictures may be as old. */
/** @type {Set<string>} */
const aged = new Set()

/**
 * Where a request can be led without the server: an address that leads on, or lacks its slash, to a page
 * that is kept. "" where there is no such; and what is known of the address, the last it would lead to.
 * @param {Request} request
 * @param {Cache} cache
 * @param {string} key
 */
const wayOf = async (request, cache, key) => {
  /** @type {import("./sw-lists.js").Found} */
  const unknown = { digest: "", to: "", beside: [], ours: true }
  /** @param {string} address */
  const look = address => find(address, SOON).catch(() => unknown)
  let found = await look(key)
  const { digest } = found
  let target = key
  if (!digest && !found.to && !/\/$/.test(key)) {
    const folder = await look(`${key}/`)
    if (folder.digest || folder.to) {
      found = folder
      target = `${key}/`
    }
  }
  let to = ""
  for (let steps = 0; found.to && steps < 4; steps++) { // an address that has moved may lead to another
    to = found.to
    target = at(to)
    found = await look(keyOf(target))
  }
  let way = ""
  if (target !== key && (await kept(cache, keyOf(target)) || await older(keyOf(target)))) {
    const { search } = new URL(request.url)
    way = to ? asking(target, search) : target + search // as a server completes it
  }
  return { way, to, digest, ours: found.ours }
}

/**
 * The server's answer; where it is silent for a moment, the way to a page that is kept.
 * @param {Request} request
 * @param {Cache} cache
 * @param {string} key
 * @param {Promise<Response>} asked
 */
const led = (request, cache, key, asked) => Promise.race([asked, within(LEADS, asked).catch(async () => {
  const { way } = await wayOf(request, cache, key)
  return way ? Response.redirect(way) : asked
})])

/**
 * What is shown of what is kept where the server does not give it: this release's own copy, one of an earlier
 * release, or the way to one of them; null where there is none.
 * @param {FetchEvent} event
 * @param {Cache | null} cache
 * @param {string} key
 * @param {Response | null | undefined} own
 */
const spare = async ({ request, clientId, resultingClientId }, cache, key, own) => {
  const page = request.mode === "navigate"
  const { search } = new URL(request.url)
  if (own) return known(key, own, search)
  const old = await older(key, search, page ? null : aged.has(clientId)).catch(() => null)
  if (old && page && resultingClientId && isAged(old)) aged.add(resultingClientId)
  if (old || !page || !cache) return old
  const { way } = await wayOf(request, cache, key)
  return way ? Response.redirect(way) : null
}

/**
 * What can be said to a reader without a connection of what is not kept; null where it is nothing of this site.
 * @param {Request} request
 * @param {Cache} cache
 * @param {string} key
 */
const withoutServer = async (request, cache, key) => {
  const { digest, to, ours } = await wayOf(request, cache, key)
  if (request.mode !== "navigate") return digest && isCode(key) ? dressed(key, NO_CODE, "", null, 503) : null
  return ours ? standIn(cache, to) : null
}

/**
 * Keeps what was read, or notes that it could not be kept.
 * @param {string} key
 * @param {Response} copy
 * @param {AbortController} stop of the request
 */
const keepRead = async (key, copy, stop) => {
  const done = await keep(key, copy)
  if (done && copy.bodyUsed) over(stop) // it came whole
  // What nobody reads would be held in memory until it is whole.
  if (copy.body && !copy.bodyUsed) copy.body.cancel().catch(() => {})
  if (!done) await later([key])
}

/**
 * @param {FetchEvent} event
 * @param {string} key
 * @param {boolean} anew whether the server is asked also for what is kept
 */
const answer = async (event, key, anew) => {
  const { request } = event
  const page = request.mode === "navigate"
  // A recall may take the caches away under this worker: nobody waits for their answer for ever.
  const cache = await within(DISK, open()).catch(() => null)
  const found = cache ? await within(DISK, kept(cache, key)).catch(() => undefined) : undefined
  const own = found ? await whole(key, found).catch(() => undefined) : undefined
  if (own && !anew) return own
  // What the disk does not give now stays until there is another; what it gives wrong goes at once.
  const spoiled = async () => { if (cache && found && !own) await cache.delete(key).catch(() => {}) }
  if (own === null) {
    await spoiled()
    event.waitUntil(later([key]))
  }
  // Its name carries its digest: that of an earlier release, for a page of it, is as right as the server's.
  const same = !own && isAsset(key) ? await within(DISK, older(key)).catch(() => null) : null
  if (same) return same
  const instead = () => spare(event, cache, key, own).catch(() => null)
  // A browser may hold a page that a server gave before, and would show it unasked as of today.
  const stop = stoppable(true)
  const { signal } = stop
  const asked = fetch(request, page ? { cache: "no-cache", signal } : { signal })
  try {
    // Where nothing is kept, a slow server has the time that the browser gives it: what is looked up
    // meanwhile, perhaps at that same server, does not hold back its answer.
    const response = await within(SERVER, page && cache && !own ? led(request, cache, key, asked) : asked).catch(() => {
      const other = instead().then(one => one || asked)
      return Promise.race([asked.catch(() => other), other])
    })
    if (page) comes(stop)
    if (response.status === 200 && response.type === "basic") {
      await spoiled()
      event.waitUntil(keepRead(key, response.clone(), stop))
    }
    // What is not kept is left to the server, which may say when it is back.
    return (isIll(response.status) && await within(SERVER, instead()).catch(() => null)) || response
  } catch (error) {
    over(stop)
    if (page && signal.aborted) return dressed(OFFLINE, CHANGING, "", null, 503)
    const said = cache ? await within(SERVER, withoutServer(request, cache, key)).catch(() => null) : null
    if (said) return said
    throw error
  }
}

/**
 * Whether and how this worker answers; every other request goes its own way.
 * @param {FetchEvent} event
 */
export const serve = event => {
  const { request } = event
  const key = keyOf(request.url)
  const page = request.mode === "navigate"
  if (request.method !== "GET" || !key.startsWith(SCOPE) || request.headers.has("range")) return
  if (key.startsWith(LISTS) || key === SELF || request.cache === "only-if-cached") return
  // Pages are files: a query is for their scripts. What scripts ask for with one is another thing.
  const anew = request.cache === "no-store" || request.cache === "reload"
  if (!page && (anew || request.url.indexOf("?") >= 0)) return
  // What is never kept may be large: given through this worker, it would break off when the next one comes.
  if (page && !isKeepable(key) && worker.navigator.onLine !== false) return
  // A file that is opened by itself has no page to say that there is a newer one.
  event.respondWith(answer(event, key, anew || (page && !isPage(key))))
}
