// The right body, or none. The lists name the SHA-256 of every file, so nothing else is ever kept:
// no maintenance page, no portal's login, no half a file, nothing of another release. What a server
// says beside a body no digest covers, so it is never kept: the worker says what the site would.
// One thing it says only where the server does: who shares windows (`OPENER`). A page that came from
// a server without it and then from here would lose its windows and its place at a reload.
import { HEADERS, TYPES, endingOf, kept, keyOf, open } from "./sw-release.js"
import { over, stoppable } from "./sw-leave.js"

const OPENER = "cross-origin-opener-policy"
/** So many milliseconds without a byte, and a server or a disk is taken to say no more. */
export const SERVER = 15000
export const DISK = 4000

/**
 * The first 32 hexadecimal digits of the SHA-256 (lists.py, `digest`).
 * @param {BufferSource} content
 */
export const digestOf = async content => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content))
  return Array.from(bytes.subarray(0, 16), one => one.toString(16).padStart(2, "0")).join("")
}

/**
 * What a promise gives; rejects where that takes longer.
 * @template T
 * @param {number} time in milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
export const within = (time, promise) => new Promise((done, failed) => {
  const timer = setTimeout(() => failed(new Error("không trả lời")), time)
  promise.then(done, failed).then(() => clearTimeout(timer))
})

/**
 * The body of an answer; rejects where it breaks off or halts.
 * @param {Response} response
 * @param {number} time
 */
const bodyOf = async (response, time) => {
  if (!response.body) return response.arrayBuffer()
  const reader = response.body.getReader()
  /** @type {Uint8Array[]} */
  const parts = []
  try {
    for (;;) {
      const { done, value } = await within(time, reader.read())
      if (done || !value) return new Response(new Blob(/** @type {BlobPart[]} */ (parts))).arrayBuffer()
      parts.push(value)
    }
  } catch (error) {
    reader.cancel().catch(() => {})
    throw error
  }
}

/**
 * An answer as the site itself gives it: the type by the ending, the site's policy, nothing else.
 * @param {string} address
 * @param {BodyInit} content
 * @param {string} digest of the content, by which it can be told later whether it is still whole
 * @param {Response | null} [from] where the content came from
 * @param {number} [status]
 */
export const dressed = (address, content, digest, from = null, status = 200) => {
  const type = TYPES[endingOf(address)] || "text/plain; charset=utf-8"
  const headers = new Headers({ ...HEADERS, "content-type": type, etag: `"${digest}"` })
  if (!from || from.headers.get(OPENER) !== headers.get(OPENER)) headers.delete(OPENER)
  return new Response(content, { status, headers })
}

/**
 * A kept file as it is shown, if its body is still what it was when it was kept; else null.
 * Rejects where the disk does not give it.
 * @param {string} address
 * @param {Response} found
 */
export const whole = async (address, found) => {
  const digest = (found.headers.get("etag") || "").slice(1, -1)
  const content = await bodyOf(found, DISK)
  return await digestOf(content) === digest ? dressed(address, content, digest, found) : null
}

/**
 * The same for a file that has to have a certain content.
 * @param {string} address
 * @param {Response | undefined} found
 * @param {string} digest
 */
export const right = async (address, found, digest) => {
  const content = found && await bodyOf(found, DISK).catch(() => null)
  return content && await digestOf(content) === digest ? dressed(address, content, digest, found) : null
}

/**
 * What could not be kept and why: "sai" (another content, or not to be stored), "mang" (no answer),
 * "day" (no room), "may" (the browser did not keep it).
 * @type {Map<string, string>}
 */
export const failed = new Map()

/**
 * @param {string} address
 * @param {string} why it could not be kept; "" if it could
 */
export const told = (address, why) => {
  if (why) failed.set(address, why)
  else failed.delete(address)
  return !why
}

/** @typedef {{why: string, response: Response | null, storable: boolean}} Got what came: why not, or the right file; whether the server lets it be kept */

/** @param {string} address */
const bare = address => keyOf(address).replace(/\.html$|\/$/, "")

/**
 * Whether an answer comes from another address. A host may lead from the name of a page's file to
 * its own name for that page (Cloudflare Pages: `ngoai-tuyen.html` → `ngoai-tuyen`).
 * @param {string} address
 * @param {Response} answer
 */
const isElsewhere = (address, answer) => answer.redirected && bare(answer.url) !== bare(address)

/** Whether a server is ill or has had enough for now: what it says is no answer. @param {number} status */
export const isIll = status => status >= 500 || status === 429
/**
 * Looks whether an answer is what the lists say.
 * @param {string} address
 * @param {Response} answer
 * @param {string} digest
 * @returns {Promise<Got>}
 */
const checked = async (address, answer, digest) => {
  const storable = !/\bno-store\b/i.test(answer.headers.get("cache-control") || "")
  // It gives nothing wrong: like one without an answer it is left alone.
  if (isIll(answer.status)) return { why: "mang", response: null, storable }
  if (answer.status !== 200 || answer.type !== "basic" || isElsewhere(address, answer)) return { why: "sai", response: null, storable }
  const content = await bodyOf(answer, SERVER)
  if (await digestOf(content) !== digest) return { why: "sai", response: null, storable }
  return { why: "", response: dressed(address, content, digest, answer), storable }
}

/**
 * Keeps what came, if it may be kept; else tells why not.
 * @param {string} address
 * @param {Got} got
 */
const store = async (address, { why, response, storable }) => {
  if (!response) return why
  if (!storable) return "sai"
  try {
    await (await open()).put(address, response)
  } catch (error) { return /** @type {any} */ (error).name === "QuotaExceededError" ? "day" : "may" }
  return ""
}

/**
 * Keeps an answer if it is what the lists say; else tells why not.
 * @param {string} address
 * @param {Response} answer
 * @param {string} digest
 */
export const put = async (address, answer, digest) =>
  store(address, await checked(address, answer, digest).catch(() => ({ why: "mang", response: null, storable: true })))

/**
 * Fetches what a list names, past the browser's own cache, so that nothing wrong gets into that.
 * What is named after its content may lie there already and is first looked for there alone.
 * @param {string} address
 * @param {string} digest
 * @returns {Promise<Got>}
 */
const fetched = async (address, digest) => {
  /** @type {RequestInit[]} */
  const ways = [{ cache: "no-store" }]
  if (/[./][0-9a-f]{8,}\./.test(address)) ways.unshift({ cache: "only-if-cached", mode: "same-origin" })
  /** @type {Got} */
  let got = { why: "mang", response: null, storable: true }
  for (const way of ways) {
    const stop = stoppable()
    try {
      got = await checked(address, await within(SERVER, fetch(address, { ...way, signal: stop.signal })), digest)
    } catch {
      stop.abort()
      got = { why: "mang", response: null, storable: true }
    }
    over(stop)
    if (got.response) break
  }
  return got
}

/**
 * Fetches what a list names and keeps it. The file, where it came, kept or not; else null.
 * @param {string} address
 * @param {string} digest
 */
export const obtain = async (address, digest) => {
  const got = await fetched(address, digest)
  const copy = got.response && got.response.clone()
  told(address, await store(address, got))
  return copy
}

/**
 * Whether it is kept already.
 * @param {string} address
 */
export const isKept = async address => Boolean(await kept(await open(), address))
