// What earlier releases kept and this one does not have yet. It stays until this one has it, and is
// shown without a connection, with a word on how old it is.
import { CHECKED, LISTS, OFFLINE, SCOPE, isAsset, isBefore, isCode, isPage, kept, oldCaches, open, worker } from "./sw-release.js"
import { ordered } from "./sw-day.js"
import { dressed, isKept, right, whole } from "./sw-body.js"
import { SOON, find, heirs } from "./sw-lists.js"
import { isLeaving } from "./sw-leave.js"
import { RUNS, note, write } from "./sw-keep.js"

/** The question by which a reader asks for a file of another release, knowing that it is one. */
const KNOWING = "ban-cu"

/** @param {string} day */
const checkedOn = day => day && ` (kiểm tra ngày ${day})`

/**
 * A page that speaks for a file (slides, a table): it cannot say itself how old it is.
 * @param {string} day on which the release that it is of was checked
 */
const speaking = day => {
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tệp của bản khác</title><h1>Tệp này của bản khác${checkedOn(day)}</h1><p>Tệp đang hỏi chưa có trên máy. Máy đang không có mạng, hoặc máy chủ không trả lời. <a href="?${KNOWING}">Mở tệp của bản khác</a> · <a href="${SCOPE}">Về trang chủ</a></p>`
  return dressed(OFFLINE, html, "", null, 503)
}

/**
 * A file of this release, for who asks for it without a connection. A link may name another content of
 * it (publish/digests.py), older or newer: then the reader is told.
 * @param {string} address
 * @param {Response} own
 * @param {string} question what is asked behind its address
 */
export const known = (address, own, question) => {
  const named = new URLSearchParams(question).get("v") || ""
  const other = !isPage(address) && /^[0-9a-f]{8}$/.test(named) && !(own.headers.get("etag") || "").startsWith(`"${named}`)
  return other ? speaking(CHECKED) : own
}

/** The caches of releases that answered before, the latest first. */
export const earlier = async () => {
  /** @type {{name: string, cache: Cache, since: number, day: string, sau: string}[]} day: of checking; sau: that of a later one before it */
  const found = []
  for (const name of await oldCaches()) {
    const cache = await caches.open(name)
    const ran = await note(RUNS, cache)
    if (ran) found.push({ name, cache, since: Number(ran.luc) || 0, day: String(ran.ngay || ""), sau: String(ran.sau || "") })
  }
  return found.sort((one, other) => other.since - one.since)
}

/**
 * Notes that this release answers, unless that is noted: what it keeps would be taken for that of a
 * release which nobody took, and be thrown away by the next. On a full device one file goes for it. It came
 * later than those before it, whatever the clock says; one of a later day among them is remembered, also
 * once nothing of it is left.
 * @param {{sau?: string} | null} [ran] what was noted when this release answered before
 */
export const noteRuns = async ran => {
  if (await note(RUNS)) return
  const [last] = await earlier().catch(() => [])
  const days = [ran ? String(ran.sau || "") : "", ...(last ? [last.sau, last.day] : [])]
  const [sau = ""] = days.filter(isBefore).sort((one, other) => (ordered(one) < ordered(other) ? 1 : -1))
  const runs = { luc: Math.max(Date.now(), last ? last.since + 1 : 0), ngay: CHECKED, sau }
  if (await write(RUNS, runs)) return
  const cache = await open().catch(() => null)
  const one = cache && (await cache.keys()).filter(({ url }) => !url.startsWith(LISTS)).pop()
  if (!cache || !one) return
  await cache.delete(one.url)
  await write(RUNS, runs)
}

/** Takes away what releases kept that no reader ever took. */
export const dropUntaken = async () => {
  const taken = (await earlier()).map(({ name }) => name)
  for (const name of await oldCaches()) if (taken.indexOf(name) < 0) await caches.delete(name)
}

/**
 * The digest that a file has in this release, "" where there is none; unknown where the lists cannot be had.
 * @param {string} address
 * @param {number} [time] in milliseconds that the server has for a list
 */
const listed = (address, time) => find(address, time).then(({ digest }) => digest, () => "?")

/**
 * Whether an address leads on to a page that no release here has kept yet: what was kept under it stays for that long.
 * @param {string} address
 */
const isAwaited = async address => {
  const [heir] = await heirs(address, SOON).catch(() => [])
  return heir && heir !== address && !(await isKept(heir)) && !(await older(heir)) ? "?" : ""
}

/** Whether an answer says of itself that it is of an earlier release. @param {Response} response */
export const isAged = response => response.headers.get("etag") === '""'

/**
 * A file as an earlier release had it, or null. What this release no longer has is not shown, only
 * what a page that is shown may need.
 * @param {string} address
 * @param {string} [question] what a reader who opens it asks behind its address
 * @param {boolean | null} [aged] for a part of a page, whether that is a page of an earlier release
 */
export const older = async (address, question = "", aged = null) => {
  const digest = isAsset(address) || await listed(address, SOON) || await isAwaited(address)
  if (!digest) return null
  for (const { cache, day } of await earlier()) {
    const found = await kept(cache, address)
    const response = found && await whole(address, found).catch(() => null)
    if (!response) continue
    // What has its digest in its name, and codes, need no word of their age.
    if (isAsset(address) || isCode(address) || aged) return response
    if (response.headers.get("etag") === `"${digest}"`) return response // this release has it no other
    if (aged === false) continue // within a newer page it would pass for as new
    if (!isPage(address)) return new URLSearchParams(question).has(KNOWING) ? response : speaking(day)
    const words = `Trang này của bản trước${checkedOn(day)}: trang của bản đang dùng${checkedOn(CHECKED)} chưa có trên máy.`
    const bar = `<div class="ban-moi ban-cu trang-cu" role="status">${words}</div>`
    return dressed(address, (await response.text()).replace(/<body[^>]*>|$/, all => all + bar), "", response)
  }
  return null
}

/** Whether a release is coming: it may be an earlier one that has come back, and builds on what it kept. */
const isFollowed = () => Boolean(worker.registration.installing || worker.registration.waiting)

/**
 * Whether this release needs nothing of what an earlier one kept: no longer has it, or has kept the page that it leads to.
 * @param {string} address
 * @param {Set<string>} held
 */
const isGone = async (address, held) =>
  !isAsset(address) && (await heirs(address).catch(() => [address])).every(one => held.has(one))

/**
 * Takes away of earlier releases what this one has, what it no longer has, and what lies there twice,
 * so that all of them together never hold more than one whole copy beside that of this release.
 */
export const prune = async () => {
  const held = new Set((await (await open()).keys()).map(({ url }) => url))
  for (const { name, cache } of await earlier()) {
    let left = 0
    try {
      for (const { url } of await cache.keys()) {
        if (isFollowed()) return
        if (url.startsWith(LISTS)) continue
        if (held.has(url) || await isGone(url, held)) await cache.delete(url)
        else if (!isAsset(url)) {
          held.add(url)
          left++
        }
      }
    } catch { left = 0 } // nobody can read it
    if (!left) await caches.delete(name)
  }
}

/**
 * Each file of an earlier release, while no other is coming and this one need not go.
 * @returns {AsyncGenerator<[Cache, string]>}
 */
const theirs = async function* () {
  for (const { cache } of await earlier()) {
    for (const { url } of await cache.keys()) {
      if (isLeaving() || isFollowed()) return
      if (!url.startsWith(LISTS)) yield [cache, url]
    }
  }
}

/**
 * On a full device the scripts of earlier releases go, which this one does not have: their pages can be read
 * without. Whether any went.
 */
export const makeRoom = async () => {
  let went = false
  for await (const [old, address] of theirs()) {
    if (isAsset(address) && !/\.css$/.test(address) && !(await listed(address))) went = await old.delete(address) || went
  }
  return went
}

/**
 * Moves one file that is the same in this release; rejects where there is no room for it.
 * @param {Cache} old
 * @param {string} address
 */
const move = async (old, address) => {
  const digest = await listed(address)
  const found = digest ? await right(address, await kept(old, address), digest) : null
  if (!found) return
  await (await open()).put(address, found)
  await old.delete(address)
}

/**
 * Takes over what an earlier release has just so, where there is no room for both: what lies there twice goes
 * first, so there is room for one file, and then again for the next.
 */
export const moveOver = async () => {
  for await (const [old, address] of theirs()) if (await isKept(address)) await old.delete(address)
  for await (const [old, address] of theirs()) {
    if (await listed(address) === "?") return // each would be waited for
    try {
      await move(old, address)
    } catch {
      if (!(await makeRoom())) return
      await move(old, address).catch(() => {})
    }
  }
}
