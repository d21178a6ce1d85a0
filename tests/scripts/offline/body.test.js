// What a server says wrongly is never kept, is counted, stops nothing else, and is asked for again.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Browser, SCOPE, basic, text } from "./browser.js"

const ARTICLE = "van-ban/luat/dieu-1/"
const PORTAL = "<title>Đăng nhập</title>"
/** A body that ends before it is whole. */
const broken = () => new ReadableStream({
  start(to) { to.enqueue(new TextEncoder().encode("<!doctype")) },
  pull(to) { to.error(new TypeError("network error")) },
})

/** @type {[string, (right: Buffer) => Response][]} */
const LIES = [
  ["a maintenance page that says 200", () => basic("<title>Bảo trì</title>")],
  ["a portal's login behind a redirect", () => basic(PORTAL, {}, { redirected: true })],
  ["the right body from somewhere else", right => basic(right, {}, { redirected: true })],
  ["a body cut at a third", right => basic(right.subarray(0, right.length / 3))],
  ["a connection that breaks in the middle", () => basic(broken())],
  ["one byte more", right => basic(Buffer.concat([right, Buffer.from("\n")]))],
  ["nothing", () => basic("")],
  ["an error", () => basic("500", { status: 500 })],
  ["the right body that is called an error", right => basic(right, { status: 503 })],
  ["not found", () => basic("404", { status: 404 })],
  ["the right body that is not to be stored", right => basic(right, { headers: { "cache-control": "private, No-Store" } })],
  ["no answer", () => { throw new TypeError("Failed to fetch") }],
]
for (const [what, lie] of LIES) {
  test(`everything is asked for, and one file is ${what}`, async () => {
    const browser = new Browser()
    let worker = await browser.started()
    browser.lies.set(ARTICLE, lie)
    const heard = await worker.hear({ viec: "luu" })
    assert.ok(!browser.kept().includes(ARTICLE))
    assert.equal(heard.co, heard.so - 1, "the rest is kept")
    assert.equal(heard.hong, 1)
    assert.equal(heard.dangLuu, false)
    browser.lies.clear()
    worker = browser.start() // its memory is gone: what was asked for is not
    const later = await worker.hear({ viec: "hoi" })
    assert.deepEqual([later.co, later.hong], [later.so, 0])
  })

  test(`a page is opened, and it is ${what}`, async () => {
    const browser = new Browser()
    const worker = await browser.started()
    browser.lies.set(ARTICLE, lie)
    const seen = await worker.ask(ARTICLE).then(text).catch(() => "none")
    assert.ok(!seen.includes("chưa có trên máy") || what === "no answer", "what the network says is shown")
    assert.ok(!browser.kept().includes(ARTICLE))
    browser.lies.clear()
    browser.online = false
    assert.equal((await worker.ask(ARTICLE)).status, 503)
  })
}

test("a host that has names of its own for pages keeps no file from being kept", async () => {
  const browser = new Browser()
  for (const [path, name] of [["ngoai-tuyen.html", "ngoai-tuyen"], [ARTICLE, ARTICLE.slice(0, -1)]]) {
    browser.lies.set(path, right => basic(right, {}, { redirected: true, url: SCOPE + name }))
  }
  const worker = await browser.started()
  await worker.ask(ARTICLE)
  assert.deepEqual(["ngoai-tuyen.html", ARTICLE].filter(path => !browser.kept().includes(path)), [])
  assert.equal((await worker.hear({ viec: "luu" })).hong, 0)
  browser.lies.set("hom-nay/", right => basic(right, {}, { redirected: true, url: `${SCOPE}cong-van/` }))
  await browser.stores.get([...browser.stores.keys()][0]).delete(`${SCOPE}hom-nay/`)
  assert.equal((await worker.hear({ viec: "hoi" })).hong, 1, "another page is another page")
})

test("what was read and refused is asked for again by itself", async () => {
  const browser = new Browser()
  let worker = await browser.started()
  browser.lies.set(ARTICLE, () => basic("bảo trì"))
  await worker.ask(ARTICLE)
  assert.equal((await worker.hear({ viec: "hoi" })).hong, 1)
  browser.lies.clear()
  worker = browser.start()
  assert.equal((await worker.hear({ viec: "hoi" }, "hom-nay/")).hong, 0)
  assert.ok(browser.kept().includes(ARTICLE))
})

test("while the next release waits, what is of that is not fetched again and again", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.hear({ viec: "luu" })
  browser.release = "b"
  for (const store of browser.stores.values()) store.held.delete(browser.scope + ARTICLE)
  await worker.ask(ARTICLE)
  worker.registration.waiting = {}
  browser.fetched = []
  assert.equal((await worker.hear({ viec: "hoi" })).hong, 1)
  assert.deepEqual(browser.fetched, [])
})

for (const status of [500, 503, 429]) {
  test(`a server that answers ${status} gives nothing wrong, and is left alone`, async () => {
    const browser = new Browser("large")
    const worker = await browser.started()
    for (const path of Object.keys(browser.files())) browser.lies.set(path, () => basic("", { status }))
    browser.fetched = []
    const heard = await worker.hear({ viec: "luu" })
    assert.ok(heard.hong > 0)
    assert.equal(heard.sai, 0)
    assert.ok(browser.fetched.length < 20, `${browser.fetched.length} were asked for`)
  })

  test(`what is kept is shown where it answers ${status}`, async () => {
    const browser = new Browser()
    const worker = await browser.started()
    const slides = "tap-huan/bai.pptx"
    await worker.ask(slides)
    browser.lies.set(slides, () => basic("quá tải", { status }))
    assert.equal(await text(await worker.ask(slides)), "slide")
  })
}

test("a whole site in maintenance leaves nothing behind, and all comes later", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  const before = browser.kept()
  for (const path of ["", "cong-van/", "hom-nay/", "hom-nay/muc-phat/", ARTICLE]) browser.lies.set(path, () => basic(PORTAL))
  const heard = await worker.hear({ viec: "hoi" })
  assert.deepEqual(browser.kept().filter(path => path.endsWith("/")), [])
  assert.equal(heard.sai, 4)
  assert.ok(before.includes("assets/javascripts/page.0123abcd.js"))
  browser.lies.clear()
  assert.equal((await worker.hear({ viec: "hoi" })).hong, 0)
})

test("a script that lies wrong in a cache nearby is asked for past that cache", async () => {
  const browser = new Browser()
  const script = "assets/javascripts/page.0123abcd.js"
  browser.nearby.set(script, basic("<html>"))
  await browser.started()
  assert.ok(browser.kept().includes(script))
  assert.ok(browser.fetched.includes(script))
})

test("a wrong list is no list: the update waits", async () => {
  const browser = new Browser()
  const worker = browser.start()
  const [first] = /[0-9a-f]{32}/.exec(worker.source) || [""]
  for (const lie of [() => basic("{}"), () => basic("bảo trì"), () => basic("", { status: 500 })]) {
    browser.lies.set(`ngoai-tuyen/${first}.txt`, lie)
    await assert.rejects(worker.send("install"))
  }
  browser.lies.clear()
  await worker.update()
})

test("one file that the browser will not keep is no full device, and stops no other", async () => {
  for (const kind of ["TypeError", "UnknownError"]) {
    const browser = new Browser()
    const worker = await browser.started()
    const [store] = browser.stores.values()
    const { put } = store
    store.put = async (/** @type {string} */ address, /** @type {Response} */ response) => {
      if (address.endsWith(ARTICLE)) throw new DOMException("", kind)
      return put.call(store, address, response)
    }
    const heard = await worker.hear({ viec: "luu" })
    assert.deepEqual([heard.co, heard.hong, heard.day], [heard.so - 1, 1, false])
  }
})

test("what is fetched to be kept never gets into the browser's own cache", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.hear({ viec: "luu" })
  assert.deepEqual([...browser.ways], ["no-store"])
})

test("a file that lies right in the browser's own cache is not fetched again", async () => {
  const browser = new Browser()
  const script = "assets/javascripts/page.0123abcd.js"
  browser.nearby.set(script, basic('"assets/javascripts/share.00ff00ff.js"'))
  await browser.started()
  assert.ok(browser.kept().includes(script) && !browser.fetched.includes(script))
})

test("a device without room says so, and does not fetch in vain", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  const [store] = browser.stores.values()
  const { put } = store
  store.put = async (/** @type {string} */ address, /** @type {Response} */ response) => {
    if (address.includes("van-ban/")) throw new DOMException("", "QuotaExceededError")
    return put.call(store, address, response)
  }
  const heard = await worker.hear({ viec: "luu" })
  assert.equal(heard.day, true)
  assert.ok(heard.hong <= 2)
})
