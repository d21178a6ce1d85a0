// What an update that nobody took may cost: nothing. What is read where nothing can be kept.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Browser, SCOPE, basic, text } from "./browser.js"

const ARTICLE = "van-ban/luat/dieu-1/"
const OTHER = "van-ban/luat/dieu-2/"
const DECK = "tap-huan/bai.pptx"

const read = async (/** @type {any} */ worker, /** @type {string[]} */ ...paths) => {
  for (const path of paths) await worker.ask(path)
}

/** A browser that has the whole of release a, and an update to b of which nothing changed came. */
const unfinished = async () => {
  const browser = new Browser()
  await (await browser.started()).hear({ viec: "luu" })
  browser.release = "b"
  browser.lies.set(ARTICLE, () => basic("bảo trì"))
  const next = await browser.started()
  browser.online = false
  return { browser, next }
}

test("what the new release has not fetched yet is read from the old one, which says so", async () => {
  const { browser, next } = await unfinished()
  const old = await next.ask(ARTICLE)
  assert.equal(old.status, 200)
  const html = await text(old)
  assert.match(html, /Điều 1/)
  assert.match(html, /Trang này của bản trước \(kiểm tra ngày 31\/01\/2999\)/)
  assert.doesNotMatch(await text(await next.ask(OTHER)), /bản trước/, "what is the same is of this release")
  assert.equal((await next.ask("l18/1/")).headers.get("location"), `${SCOPE}${ARTICLE}#dieu-1`)
  browser.online = true
  browser.lies.clear()
  assert.match(await text(await next.ask(ARTICLE)), /mới/, "with a connection it is the server's")
  await next.hear({ viec: "hoi" })
  assert.equal(browser.stores.size, 1)
})

test("a file that cannot say how old it is is given from the old release only to who knows it", async () => {
  const browser = new Browser()
  await (await browser.started()).hear({ viec: "luu" })
  browser.release = "b"
  for (const path of [DECK, "l18/1/qr.svg"]) browser.lies.set(path, () => basic("bảo trì"))
  const next = await browser.started()
  browser.online = false
  const told = await next.ask(DECK)
  assert.equal(told.status, 503)
  assert.equal(told.headers.get("content-type"), "text/html; charset=utf-8")
  const page = await text(told)
  assert.match(page, /Tệp này của bản khác \(kiểm tra ngày 31\/01\/2999\)/)
  const [, way] = /href="(\?[^"]+)"/.exec(page) || []
  assert.equal(await text(await next.ask(DECK + way)), "slide")
  assert.equal(await text(await next.ask("l18/1/qr.svg", { mode: "no-cors" })), "<svg/>")
  browser.online = true
  browser.lies.clear()
  assert.equal(await text(await next.ask(DECK + way)), "slide mới", "with a connection it is the server's")
})

test("releases that follow each other before any is whole lose no page, and hold each only twice", async () => {
  const { browser, next } = await unfinished()
  await next.hear({ viec: "hoi" })
  browser.online = true
  browser.lies.set("van-ban/luat/", () => basic("bảo trì"))
  browser.release = "b2"
  const last = await browser.started()
  await last.hear({ viec: "hoi" })
  browser.online = false
  assert.match(await text(await last.ask(ARTICLE)), /Điều 1.*bản trước|bản trước.*Điều 1/s)
  assert.match(await text(await last.ask("van-ban/luat/")), /bản trước/)
  /** @type {Map<string, number>} */
  const times = new Map()
  for (const path of browser.kept()) times.set(path, (times.get(path) || 0) + 1)
  assert.deepEqual([...times].filter(([path, count]) => count > 2 || (count > 1 && path.startsWith("van-ban"))), [])
})

test("a page that the new release no longer has is not shown from the old one", async () => {
  const browser = new Browser("b")
  const worker = await browser.started()
  for (const path of ["van-ban/luat/dieu-3/", ARTICLE]) await worker.ask(path)
  browser.release = "a" // has no article 3
  browser.lies.set(ARTICLE, () => basic("bảo trì"))
  const next = await browser.started()
  browser.online = false
  assert.equal((await next.ask("van-ban/luat/dieu-3/")).status, 503)
  assert.match(await text(await next.ask(ARTICLE)), /bản trước/)
})

test("what an earlier release kept comes promptly where the server fails and is silent on the lists", async () => {
  const { browser } = await unfinished()
  for (const { held } of browser.stores.values()) {
    for (const url of [...held.keys()]) if (url.endsWith(".txt")) held.delete(url) // the device was short of room
  }
  browser.online = true
  for (const path of Object.keys(browser.files())) if (path.endsWith(".txt")) browser.lies.set(path, () => /** @type {any} */ (new Promise(() => {})))
  browser.lies.set(ARTICLE, () => basic("bảo trì", { status: 503 }))
  const worker = browser.start()
  const before = Date.now()
  assert.match(await text(await worker.ask(ARTICLE)), /Điều 1/)
  assert.ok(Date.now() - before < 4000)
})

test("a release that ran, was replaced and comes back, asks again before it answers", async () => {
  const { browser } = await unfinished()
  browser.online = true
  browser.release = "a"
  const back = browser.start()
  await back.send("install")
  assert.equal(back.skipped, false)
})

test("a release that comes back finds what it kept, though the one that answers has it too", async () => {
  const { browser, next } = await unfinished()
  browser.online = true
  const [first] = [...browser.stores.values()]
  const had = first.held.size
  browser.release = "a"
  for (const state of /** @type {const} */ (["installing", "waiting"])) {
    next.registration[state] = true
    await next.hear({ viec: "hoi" })
    assert.equal(first.held.size, had, state)
    next.registration[state] = null
  }
  await next.hear({ viec: "hoi" })
  assert.ok(first.held.size < had, "when nobody comes, room is made")
})

test("what ran last is known though the clock was set back by years meanwhile", async () => {
  const browser = new Browser()
  const { now } = Date
  Date.now = () => now() + 4e11
  try {
    await (await browser.started()).ask(ARTICLE)
  } finally {
    Date.now = now
  }
  browser.release = "b"
  await browser.started()
  browser.release = "a"
  const back = browser.start()
  await back.send("install")
  assert.equal(back.skipped, false, "b answers, and a came before it")
})

test("a page that has moved is read at its old address until the new one is kept", async () => {
  const browser = new Browser()
  await read(await browser.started(), OTHER)
  browser.release = "renamed"
  browser.lies.set(`${OTHER.slice(0, -1)}-moi/`, () => basic("bảo trì", { status: 503 }))
  const next = await browser.started()
  await next.hear({ viec: "hoi" })
  browser.online = false
  assert.match(await text(await next.ask(OTHER)), /Trang này của bản trước/)
  browser.online = true
  browser.lies.clear()
  await next.hear({ viec: "hoi" })
  assert.ok(!browser.kept().includes(OTHER))
  browser.online = false
  assert.match((await next.ask(OTHER)).headers.get("location"), /dieu-2-moi/)
})

test("a release that nobody took goes when the next one is there", async () => {
  const browser = new Browser()
  await (await browser.started()).ask(ARTICLE)
  for (const release of ["b", "b2"]) {
    browser.release = release
    await browser.start().send("install")
  }
  assert.equal(browser.stores.size, 2)
})

// ---- An update that can be used though nothing can be kept -------------------------------------

/** @type {[string, (browser: Browser) => void][]} */
const UNKEPT = [
  ["nothing may be stored", browser => {
    for (const path of Object.keys(browser.files())) browser.lies.set(path, right => basic(right, { headers: { "cache-control": "no-store" } }))
  }],
  ["the device is full", browser => { browser.full = true }],
]
for (const [what, spoil] of UNKEPT) {
  test(`a new release is offered and read where ${what}; the old copy stays for reading offline`, async () => {
    const browser = new Browser()
    await (await browser.started()).hear({ viec: "luu" })
    browser.release = "b"
    spoil(browser)
    const next = browser.start()
    await next.send("install")
    await next.send("activate")
    assert.match(await text(await next.ask(ARTICLE)), /mới/)
    const heard = await next.hear({ viec: "hoi" })
    assert.ok(heard.co < heard.so && heard.hong > 0)
    browser.online = false
    assert.match(await text(await next.ask("hom-nay/")), /Hôm nay/)
  })
}

test("a release that answers is known for one though the note of it was lost", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.ask(ARTICLE)
  const [store] = [...browser.stores.values()]
  store.held.delete(`${SCOPE}ngoai-tuyen/dang-dung`)
  await worker.hear({ viec: "hoi" })
  browser.release = "b"
  browser.lies.set(ARTICLE, () => basic("bảo trì"))
  const next = await browser.started()
  browser.online = false
  assert.match(await text(await next.ask(ARTICLE)), /bản trước/)
})

test("where there is no room for the note, a file goes for it, and not all that is kept", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  for (const path of [ARTICLE, OTHER]) await worker.ask(path)
  const [store] = [...browser.stores.values()]
  store.held.delete(`${SCOPE}ngoai-tuyen/dang-dung`)
  store.held.set(`${SCOPE}hom-nay/`, store.held.get(`${SCOPE}${OTHER}`))
  browser.room = store.held.size
  await worker.send("activate")
  assert.ok(store.held.has(`${SCOPE}ngoai-tuyen/dang-dung`))
  assert.ok(browser.kept().includes(ARTICLE))
})
