// A release follows another, goes back, goes away; other sites and applications stand beside it.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Browser, SCOPE, basic, text } from "./browser.js"

const ARTICLE = "van-ban/luat/dieu-1/"
const OTHER = "van-ban/luat/dieu-2/"

const read = async (/** @type {any} */ worker, /** @type {string[]} */ ...paths) => {
  for (const path of paths) await worker.ask(path)
}

test("what did not change is carried over, what did is fetched, and none of it twice", async () => {
  const browser = new Browser()
  await read(await browser.started(), ARTICLE, OTHER, "")
  browser.release = "b"
  browser.fetched = []
  const next = browser.start()
  await next.send("install")
  assert.ok(browser.fetched.includes(ARTICLE))
  assert.ok(!browser.fetched.includes(OTHER) && !browser.fetched.some(path => path.startsWith("assets/")))
  await next.send("activate")
  browser.online = false
  assert.match(await text(await next.ask(ARTICLE)), /mới/)
  assert.match(await text(await next.ask(OTHER)), /Điều 2/)
  browser.online = true
  await next.hear({ viec: "hoi" })
  assert.equal(browser.stores.size, 1, "the old copy is gone, as the new one has all of it")
})

test("what was kept stays whole under its new names", async () => {
  const [script, renamed] = ["0a0b0c0d", "0e0f0a0b"].map(digest => `assets/javascripts/handout-data.${digest}.js`)
  const browser = new Browser()
  await read(await browser.started(), ARTICLE, OTHER, "hom-nay/muc-phat/", script)
  browser.release = "renamed"
  browser.lies.set(renamed, () => basic("500", { status: 500 }))
  const next = await browser.started()
  assert.ok(browser.kept().includes("van-ban/luat/dieu-2-moi/"), "the page that a kept one leads to now")
  assert.equal((await next.hear({ viec: "hoi" })).hong, 1, "the script is waited for")
  browser.lies.clear()
  const heard = await next.hear({ viec: "hoi" })
  assert.equal(heard.hong, 0)
  assert.ok(browser.kept().includes(renamed))
  assert.ok(!browser.kept().includes(script) && !browser.kept().includes("hom-nay/muc-phat/"))
  assert.equal(browser.stores.size, 1)
})

test("a reader sees the release that answers until the next one is asked for", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await read(worker, ARTICLE)
  browser.release = "b"
  const next = browser.start()
  await next.send("install")
  assert.equal(next.skipped, false)
  assert.doesNotMatch(await text(await worker.ask(ARTICLE)), /mới/)
  await next.hear("doi")
  assert.equal(next.skipped, true)
})

test("what the server holds already of the next release is shown, not kept for this one", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  browser.release = "b"
  assert.match(await text(await worker.ask(ARTICLE)), /mới/)
  assert.ok(!browser.kept().includes(ARTICLE))
})

/** @type {[string, (store: any) => void][]} */
const SPOILED = [
  ["whose bodies are wrong", store => { for (const one of store.held.values()) one.body = new TextEncoder().encode("hỏng").buffer }],
  ["whose bodies cannot be read", store => { store.match = async () => { throw new Error("hỏng") } }],
  ["that cannot be listed", store => { store.keys = async () => { throw new Error("hỏng") } }],
  ["that is empty", store => store.held.clear()],
  ["with a foreign note", store => store.put(`${SCOPE}ngoai-tuyen/con-thieu`, new Response('[1, "https://khac.invalid/", null]'))],
]
for (const [what, spoil] of SPOILED) {
  test(`an update over a cache ${what}`, async () => {
    const browser = new Browser()
    await read(await browser.started(), ARTICLE, OTHER)
    await spoil([...browser.stores.values()][0])
    browser.release = "b"
    const next = browser.start()
    await next.update()
    const seen = await text(await next.ask(OTHER))
    assert.match(seen, /Điều 2/)
    assert.doesNotMatch(seen, /hỏng/)
    assert.equal((await next.hear({ viec: "hoi" })).hong, 0)
    assert.equal(browser.stores.size, 1)
  })
}

test("one body that cannot be read costs no other", async () => {
  const browser = new Browser()
  await read(await browser.started(), ARTICLE, OTHER, "")
  const [store] = [...browser.stores.values()]
  const { match } = store
  store.match = async (/** @type {string} */ address) => {
    if (address.endsWith("favicon.55556666.png")) throw new Error("hỏng")
    return match.call(store, address)
  }
  browser.release = "b"
  browser.fetched = []
  await browser.started()
  assert.ok(!browser.fetched.includes(OTHER))
})

test("a cache that cannot be opened leaves pages to the server", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  browser.caches.open = async () => { throw new Error("hỏng") }
  assert.match(await text(await worker.ask(ARTICLE)), /Điều 1/)
})

test("a withdrawn release goes back to the one before", async () => {
  const browser = new Browser("b")
  await read(await browser.started(), ARTICLE, OTHER)
  browser.release = "a"
  const back = await browser.started()
  browser.online = false
  assert.doesNotMatch(await text(await back.ask(ARTICLE)), /mới/)
  assert.match(await text(await back.ask(OTHER)), /Điều 2/)
})

test("a release withdrawn before anyone took it costs nobody a question", async () => {
  const browser = new Browser()
  await read(await browser.started(), ARTICLE)
  browser.release = "b"
  await browser.start().send("install")
  browser.release = "a"
  const same = browser.start()
  await same.send("install")
  assert.equal(same.skipped, true)
  await same.send("activate")
  assert.equal(browser.stores.size, 1)
  assert.ok(browser.kept().includes(ARTICLE))
})

test("an update that was broken off goes on where it was", async () => {
  const browser = new Browser()
  await read(await browser.started(), ARTICLE, OTHER)
  browser.release = "b"
  browser.lies.set("assets/javascripts/page.0123abcd.js", () => basic("500", { status: 500 }))
  await browser.start().send("install") // and the browser is closed
  browser.lies.clear()
  const next = await browser.started()
  assert.ok(browser.kept().includes("assets/javascripts/page.0123abcd.js"))
  assert.match(await text(await next.ask(ARTICLE)), /mới/)
})

test("what a reader asked for is asked of the next release too", async () => {
  const browser = new Browser()
  await (await browser.started()).hear({ viec: "luu" })
  browser.release = "b"
  const next = await browser.started()
  const heard = await next.hear({ viec: "hoi" })
  assert.equal(heard.co, heard.so)
  assert.ok(browser.kept().includes("van-ban/luat/dieu-3/"))
})

const FOREIGN = [
  "app-v1", "vanban", "vanban:",
  "vanban:https://truong.invalid/luat/khac/:0123456789abcdef", // a site below
  "vanban:https://truong.invalid/:0123456789abcdef", // a site above
  "vanban:https://truong.invalid/luat/:x/:0123456789abcdef", // a site below with a colon in its name
  "vanban:https://truong.invalid/luat/:nhap",
  "vanban:https://truong.invalid/luat-2/:0123456789abcdef", // where the site has been before
]
for (const release of ["b", "off"]) {
  test(`caches of others stay, where release ${release} follows`, async () => {
    const browser = new Browser()
    await read(await browser.started(), ARTICLE)
    for (const name of FOREIGN) await (await browser.caches.open(name)).put(`${SCOPE}${ARTICLE}`, new Response("của nơi khác"))
    browser.release = release
    const next = browser.start()
    await next.update()
    if (release === "b") await next.hear({ viec: "hoi" })
    for (const name of FOREIGN) assert.ok(browser.stores.has(name), name)
    assert.equal(browser.stores.size, FOREIGN.length + (release === "b" ? 1 : 0))
    if (release === "b") assert.doesNotMatch(await text(await next.ask(ARTICLE)), /nơi khác/)
  })
}

test("a release that keeps nothing takes away what was kept, and its worker", async () => {
  const browser = new Browser()
  await read(await browser.started(), ARTICLE)
  browser.release = "off"
  const last = browser.start()
  await last.update()
  assert.deepEqual([browser.stores.size, last.skipped, last.unregistered], [0, true, true])
  assert.equal(await last.ask(ARTICLE), null)
  const { length } = last.news
  await last.hear({ viec: "hoi" })
  for (const told of [last.news.slice(0, length), last.news.slice(length)]) { // when it comes; when a page asks
    assert.equal(new Set(told.map(({ phien }) => phien)).size, 2, "also a page that knew of no release hears of another")
  }
  browser.caches.keys = async () => { throw new Error("hỏng") }
  const again = browser.start()
  await again.update()
  assert.deepEqual([again.unregistered, again.news.length], [true, 2])
})

for (const name of ["open", "match"]) {
  test(`a page comes from the server where caches that are taken away never answer: ${name}`, async () => {
    const browser = new Browser()
    const worker = await browser.started()
    await worker.ask(ARTICLE)
    const never = () => new Promise(() => {})
    const [store] = browser.stores.values()
    if (name === "open") browser.caches.open = never
    else store.match = never
    browser.fetched = []
    worker.ask(ARTICLE) // keeping it again may wait
    const end = Date.now() + 9000
    await worker.until(() => browser.fetched.length > 0 || Date.now() > end)
    assert.deepEqual(browser.fetched, [ARTICLE])
  })
}

test("a release that keeps nothing ends though the caches do not answer", async () => {
  const browser = new Browser("off")
  const worker = browser.start()
  browser.caches.keys = () => new Promise(() => {})
  worker.send("activate")
  const end = Date.now() + 9000
  await worker.until(() => worker.unregistered || Date.now() > end)
  assert.ok(worker.unregistered)
})

test("an older release that comes back again and again keeps in mind that there was a later one", async () => {
  const browser = new Browser()
  await read(await browser.started(), ARTICLE)
  browser.release = "old"
  const older = await browser.started()
  const { sau } = await older.hear({ viec: "hoi" })
  assert.match(sau, /\/2999$/)
  assert.equal(browser.stores.size, 1, "of the later one nothing is left")
  browser.release = "a" // a server that lags behind another gives out the one and the other
  await browser.start().send("install")
  browser.release = "old"
  const again = await browser.started()
  assert.equal(again.skipped, true)
  assert.equal((await again.hear({ viec: "hoi" })).sau, sau)
})
