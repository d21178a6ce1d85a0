// A device that has no room for two copies.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Browser, text } from "./browser.js"

const ARTICLE = "van-ban/luat/dieu-1/"
const OTHER = "van-ban/luat/dieu-2/"

test("on a device with room for little more than one copy, the new release is kept all the same", async () => {
  const browser = new Browser()
  await (await browser.started()).hear({ viec: "luu" })
  const [store] = [...browser.stores.values()]
  browser.room = store.held.size + 4
  browser.release = "b"
  const next = await browser.started()
  await next.hear({ viec: "hoi" })
  browser.online = false
  assert.match(await text(await next.ask(OTHER)), /Điều 2/)
  const [, own] = [...browser.stores.values()]
  const moved = [...own.held.keys()].filter(url => !url.includes("/ngoai-tuyen/"))
  assert.ok(moved.length > 10, `${moved.length} are kept`)
  const [old] = [...browser.stores.values()]
  for (const url of moved) assert.ok(old === own || !old.held.has(url), `${url} lies there twice`)
})

test("what a full device does not let move is not lost", async () => {
  const browser = new Browser()
  await (await browser.started()).hear({ viec: "luu" })
  const [store] = [...browser.stores.values()]
  const before = browser.kept().length
  browser.release = "b"
  const { open } = browser.caches
  browser.caches.open = async name => {
    const cache = await open(name)
    if (cache !== store) cache.put = async () => { throw new DOMException("", "QuotaExceededError") }
    return cache
  }
  const next = await browser.started()
  await next.hear({ viec: "hoi" })
  assert.ok(browser.kept().length >= before - 2, `${browser.kept().length} of ${before}`)
  browser.online = false
  assert.match(await text(await next.ask(OTHER)), /Điều 2/)
})

test("a page that did not change is not called old where there was no room to carry it over", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  for (const path of [ARTICLE, OTHER]) await worker.ask(path)
  browser.release = "b"
  browser.full = true
  const next = await browser.started()
  browser.online = false
  assert.doesNotMatch(await text(await next.ask(OTHER)), /bản trước/)
  assert.match(await text(await next.ask(ARTICLE)), /Trang này của bản trước/)
})
