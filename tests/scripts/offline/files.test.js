// Slides, tables, pictures: a file cannot say itself how old it is.
import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { test } from "node:test"
import { Browser, basic, text } from "./browser.js"

const ARTICLE = "van-ban/luat/dieu-1/"
const DECK = "tap-huan/bai.pptx"

/** A browser that has all of release a, while the server gives out b. */
const behind = async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.hear({ viec: "luu" })
  browser.release = "b"
  return { browser, worker }
}

test("slides that are opened by a link are the server's, and those that are kept where there is none", async () => {
  const { browser, worker } = await behind()
  for (const tail of ["", "?v=0123abcd"]) {
    browser.online = true
    assert.equal(await text(await worker.ask(DECK + tail)), "slide mới", "no page would say that they are old")
  }
  assert.match(await text(await worker.ask(ARTICLE)), /Điều 1/)
  browser.online = false
  const own = createHash("sha256").update("slide").digest("hex").slice(0, 8)
  for (const tail of ["", `?v=${own}`, "?v=2"]) assert.equal(await text(await worker.ask(DECK + tail)), "slide", tail)
  assert.match(await text(await worker.ask(`${ARTICLE}?v=0123abcd`)), /Điều 1/)
})

test("slides of another release than a link names are told to be so", async () => {
  const { browser, worker } = await behind()
  browser.online = false
  const told = await worker.ask(`${DECK}?v=0123abcd`)
  assert.equal(told.status, 503)
  const page = await text(told)
  assert.match(page, /Tệp này của bản khác \(kiểm tra ngày 31\/01\/2999\)/)
  const [, way] = /href="(\?[^"]+)"/.exec(page) || []
  assert.equal(await text(await worker.ask(DECK + way)), "slide")
})

test("a server that is out of order has no say about slides that are kept", async () => {
  const { browser, worker } = await behind()
  for (const status of [500, 502, 503]) {
    browser.lies.set(DECK, () => basic("đang sửa", { status }))
    const own = createHash("sha256").update("slide").digest("hex").slice(0, 8)
    assert.equal(await text(await worker.ask(`${DECK}?v=${own}`)), "slide", String(status))
    assert.match(await text(await worker.ask(`${DECK}?v=0123abcd`)), /Tệp này của bản khác/)
  }
  browser.lies.set(DECK, () => basic("không có", { status: 404 }))
  assert.equal((await worker.ask(DECK)).status, 404, "what the server took away stays away")
})

test("a server that does not answer is not waited for where there is a copy", async () => {
  const { browser, worker } = await behind()
  const { setTimeout } = globalThis
  try {
    globalThis.setTimeout = /** @type {any} */ ((/** @type {() => void} */ act) => setTimeout(act, 1))
    browser.lies.set(DECK, () => /** @type {any} */ (new Promise(() => {})))
    assert.equal(await text(await worker.ask(DECK)), "slide")
  } finally {
    globalThis.setTimeout = setTimeout
  }
})

// ---- Pictures ------------------------------------------------------------------------------------

const PICTURE = "van-ban/luat/muc.png"
const SAME = "van-ban/luat/hinh.svg"

/** @param {string[]} missing what did not come of release b, over all of a */
const updated = async (...missing) => {
  const { browser } = await behind()
  for (const path of missing) browser.lies.set(path, () => basic("bảo trì"))
  const next = await browser.started()
  browser.online = false
  return next
}
/** @param {any} worker @param {string} path @param {string} [client] */
const part = (worker, path, client) => worker.ask(path, { mode: "no-cors" }, client)

test("an older picture does not stand in a newer page; one that is the same does, and a code", async () => {
  const next = await updated(PICTURE, "l18/1/qr.svg")
  assert.match(await text(await next.ask(ARTICLE)), /mới/)
  await assert.rejects(part(next, PICTURE))
  assert.equal(await text(await part(next, SAME)), "<svg>như cũ</svg>")
  assert.equal(await text(await part(next, "l18/1/qr.svg")), "<svg/>")
})

test("an older page that says so has its older picture, and only that page", async () => {
  const next = await updated(PICTURE, ARTICLE)
  assert.match(await text(await next.ask(ARTICLE, {}, "2")), /bản trước/)
  assert.equal(await text(await part(next, PICTURE, "2")), "phạt 1 triệu")
  await assert.rejects(part(next, PICTURE, "3"))
})

test("an older picture that is opened by itself is given to who knows it", async () => {
  const next = await updated(PICTURE)
  assert.match(await text(await next.ask(PICTURE)), /Tệp này của bản khác/)
  assert.equal(await text(await next.ask(`${PICTURE}?ban-cu`)), "phạt 1 triệu")
})

test("a drawing that is not kept is not called a code", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  browser.online = false
  await assert.rejects(part(worker, SAME))
})
