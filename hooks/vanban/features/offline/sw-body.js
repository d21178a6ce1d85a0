// The right body, or none. The lists name the SHA-256 of every file, so nothing else is ever kept:
// no maintenance page, no portal's login, no half a file, nothing of another release.
import { kept, open } from "./sw-release.js"

/**
 * The first 32 hexadecimal digits of the SHA-256 (lists.py, `digest`).
 * @param {BufferSource} content
 */
export const digestOf = async content => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content))
  return Array.from(bytes.subarray(0, 16), one => one.toString(16).padStart(2, "0")).join("")
}

/**
 * Whether a response has the content that a digest stands for; it can still be read afterwards.
 * @param {Response} response
 * @param {string} digest
 */
export const holds = async (response, digest) =>
  await digestOf(await response.clone().arrayBuffer()) === digest

/**
 * What could not be kept and why: "sai" (another content, or not to be stored), "mang" (no answer),
 * "day" (no room).
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

/** @param {Response} response */
const mayBeKept = response =>
  response.status === 200 && response.type === "basic" && !response.redirected &&
  !/\bno-store\b/i.test(response.headers.get("cache-control") || "")

/**
 * Keeps an answer if it is what the lists say; else tells why not.
 * @param {string} address
 * @param {Response} response
 * @param {string} digest
 */
export const put = async (address, response, digest) => {
  if (!mayBeKept(response) || !(await holds(response, digest))) return "sai"
  try {
    await (await open()).put(address, response)
  } catch { return "day" }
  return ""
}

/**
 * Fetches what a list names and keeps it; whether that came about. What is named after its content
 * need not be asked for twice, unless what lies nearby is wrong.
 * @param {string} address
 * @param {string} digest
 */
export const obtain = async (address, digest) => {
  const named = /[./][0-9a-f]{8,}\./.test(address)
  /** @type {RequestCache[]} */
  const ways = named ? ["default", "reload"] : ["no-cache"]
  let why = ""
  for (const cache of ways) {
    const response = await fetch(address, { cache }).catch(() => null)
    why = response ? await put(address, response, digest).catch(() => "mang") : "mang"
    if (!why || !response) break
  }
  return told(address, why)
}

/**
 * Whether it is kept already.
 * @param {string} address
 */
export const isKept = async address => Boolean(await kept(await open(), address))
