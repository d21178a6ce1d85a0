// Slides, tables, pictures: a file cannot say itself how old it is.
import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { test } from "node:test"
import { Browser, text } from "./browser.js"

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
