// Which requests are answered, and what is said without a connection.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Browser, SCOPE, basic, text } from "./browser.js"

const ARTICLE = "van-ban/luat/dieu-1/"
const SCRIPT = "assets/javascripts/page.0123abcd.js"

/** @type {[string, string, Record<string, unknown>][]} */
const ALONE = [
  ["a form", ARTICLE, { method: "POST" }],
  ["a part of a file", SCRIPT, { mode: "no-cors", headers: new Headers({ range: "bytes=0-1" }) }],
  ["a script with a query", `${SCRIPT}?v=2`, { mode: "no-cors" }],
  ["data of a script that wants them from the server", ARTICLE, { mode: "cors", cache: "no-store" }],
  ["the same by another word", ARTICLE, { mode: "cors", cache: "reload" }],
  ["only what the browser's own cache has", ARTICLE, { mode: "same-origin", cache: "only-if-cached" }],
  ["another host", "https://noi-khac.invalid/luat/", {}],
  ["a site above", "https://truong.invalid/", {}],
  ["a neighbour whose name begins likewise", "https://truong.invalid/luat-2/", {}],
  ["the worker", "sw.js", { mode: "same-origin" }],
  ["a list", "ngoai-tuyen/0.txt", { mode: "cors" }],
]
for (const [what, path, request] of ALONE) {
  test(`left alone: ${what}`, async () => {
    const browser = new Browser()
    const worker = await browser.started()
    await worker.ask(ARTICLE)
    assert.equal(await worker.ask(path, request), null)
  })
}

test("an application beside the site is never kept and never answered for", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  for (const path of ["tuyen-sinh/", "tuyen-sinh/api", "cong-van-di/"]) {
    browser.lies.set(path, () => basic("của nơi khác"))
    assert.equal(await text(await worker.ask(path)), "của nơi khác")
  }
  assert.ok(!browser.kept().some(path => path.startsWith("tuyen-sinh")))
  assert.equal((await worker.hear({ viec: "hoi" })).hong, 0, "no failure of ours")
  browser.online = false
  await assert.rejects(worker.ask("tuyen-sinh/"))
  await assert.rejects(worker.ask("tuyen-sinh"))
  await assert.rejects(worker.ask("tuyen-sinh/api", { mode: "cors" }))
  await assert.rejects(worker.ask("cong-van-di/"))
})

test("a kept page opens by each of its addresses; words for its scripts are no other page", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.ask(`${ARTICLE}?fbclid=abc`)
  assert.ok(browser.kept().includes(ARTICLE), "kept by its one address")
  browser.online = false
  for (const tail of ["", "?q=dieu+8", "?h=tin#dieu-1", "index.html", "index.html?x=1"]) {
    assert.match(await text(await worker.ask(ARTICLE + tail)), /Điều 1/, tail)
  }
  const typed = await worker.ask(ARTICLE.slice(0, -1))
  assert.equal(typed.headers.get("location"), SCOPE + ARTICLE)
})

test("who wants a page from the server gets it, and without one what is kept", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.ask(ARTICLE)
  browser.release = "b"
  assert.match(await text(await worker.ask(ARTICLE, { cache: "reload" })), /mới/)
  assert.doesNotMatch(await text(await worker.ask(ARTICLE)), /mới/)
  browser.online = false
  assert.match(await text(await worker.ask(ARTICLE, { cache: "reload" })), /Điều 1/)
})

/** Where an address leads without a connection, after the article was read. */
/** @type {[string, string][]} */
const SHORT = [
  ["l18/", ""], // the instrument's own page was not read
  ["l18/1/", `${ARTICLE}#dieu-1`],
  ["l18/1", `${ARTICLE}#dieu-1`],
  ["l18/1/index.html", `${ARTICLE}#dieu-1`],
  ["l18/1/?utm_source=zalo", `${ARTICLE}#dieu-1`],
  ["l18/1/nay/", ""],
  ["l18/2/nay/", ""], // a page of its own
  ["l17/1/", `${ARTICLE}#dieu-1`], // moved twice
]
for (const [path, to] of SHORT) {
  test(`without a connection ${path} ${to ? "opens" : "says that it is not kept"}`, async () => {
    const browser = new Browser()
    const worker = await browser.started()
    await worker.ask(ARTICLE)
    browser.online = false
    const answer = await worker.ask(path)
    assert.equal(answer.headers.get("location"), to ? SCOPE + to : null)
    if (!to) {
      assert.equal(answer.status, 503)
      const html = await text(answer)
      assert.match(html, /Trang này chưa có trên máy/)
      assert.ok(html.includes(`href="${SCOPE}"`) && html.includes(`<a href="${SCOPE}${ARTICLE}">Điều 1</a>`), "a way on")
      assert.equal(html.includes("dẫn tới"), path !== "l18/2/nay/")
      assert.ok(!html.includes("./") && !html.includes("<!--"))
    }
  })
}

test("everything that was asked for opens: short addresses, today's, choices, codes, hand-outs", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  const { so, co } = await worker.hear({ viec: "luu" })
  assert.equal(co, so)
  browser.online = false
  for (const path of ["tap-huan/phieu/", "l18/2/nay/", "ngoai/", "van-ban/moi/dieu-9/"]) {
    assert.equal((await worker.ask(path)).status, 200, path)
  }
  for (const path of ["assets/javascripts/handout-data.0a0b0c0d.js", "l18/1/qr.svg"]) {
    assert.equal((await worker.ask(path, { mode: "no-cors" })).status, 200, path)
  }
  assert.equal((await worker.ask("l18/1/nay/")).headers.get("location"), `${SCOPE}van-ban/moi/dieu-9/#dieu-9`)
  assert.equal((await worker.ask("l18/")).headers.get("location"), `${SCOPE}van-ban/luat/`)
})

test("a code that is not kept says so in its place", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.ask(ARTICLE)
  browser.online = false
  const code = await worker.ask("l18/1/qr.svg", { mode: "no-cors" })
  assert.equal(code.headers.get("content-type"), "image/svg+xml")
  assert.match(await text(code), /chưa lưu/)
  await assert.rejects(worker.ask("assets/javascripts/handout-data.0a0b0c0d.js", { mode: "no-cors" }))
})

test("the page that stands in tells the age of an old copy", async () => {
  for (const [release, words] of /** @type {[string, RegExp][]} */ ([["old", /kiểm tra ngày 31\/01\/2020, đã hơn 12 tháng/], ["a", /kiểm tra ngày 31\/01\/2999<\/p>/]])) {
    const browser = new Browser(release)
    const worker = await browser.started()
    browser.online = false
    assert.match(await text(await worker.ask(ARTICLE)), words)
  }
})

test("it speaks Vietnamese even where its own file could not be kept", async () => {
  const browser = new Browser()
  browser.lies.set("ngoai-tuyen.html", () => basic("500", { status: 500 }))
  const worker = await browser.started()
  browser.online = false
  const html = await text(await worker.ask(ARTICLE))
  assert.match(html, /Trang này chưa có trên máy/)
  assert.ok(html.includes(`href="${SCOPE}"`))
})

const FALSE_WORDS = {
  "content-type": "text/plain", "content-disposition": "attachment; filename=x", "refresh": "0;url=https://khac.invalid/",
  "content-security-policy": "default-src *", "vary": "*", "set-cookie": "a=b", "content-encoding": "br",
}
/** @type {[string, string][]} */
const TYPED = [
  [ARTICLE, "text/html; charset=utf-8"],
  ["van-ban/luat/dieu-2/", "text/html; charset=utf-8"], // not kept: the page that stands in
  [SCRIPT, "text/javascript; charset=utf-8"],
  ["assets/stylesheets/page.11112222.css", "text/css; charset=utf-8"],
  ["assets/images/favicon.55556666.png", "image/png"],
]
test("of what a server says beside a file nothing is kept: the type is the file's, the policy the site's", async () => {
  const browser = new Browser()
  for (const path of [...TYPED.map(([one]) => one), "ngoai-tuyen.html"]) {
    browser.lies.set(path, right => basic(right, { headers: FALSE_WORDS }))
  }
  let worker = await browser.started()
  await worker.ask(ARTICLE)
  for (const carried of [false, true]) {
    if (carried) { // what an earlier worker kept as it came
      for (const store of browser.stores.values()) for (const one of store.held.values()) one.headers = new Headers(FALSE_WORDS)
      browser.release = "old"
      worker = await browser.started()
    }
    browser.online = false
    for (const [path, type] of TYPED) {
      const { headers } = await worker.ask(path, { mode: type.includes("html") ? "navigate" : "no-cors" })
      const named = [...headers.keys()].filter(name => name in FALSE_WORDS).sort()
      assert.deepEqual(named, ["content-security-policy", "content-type"], path)
      assert.equal(headers.get("content-type"), type)
      assert.match(headers.get("content-security-policy"), /^default-src 'none'; script-src 'self'/)
      assert.equal(headers.get("x-content-type-options"), "nosniff")
    }
    browser.online = true
  }
})

/** @type {[string, (one: {body: ArrayBuffer, headers: Headers}) => void][]} */
const FORGED = [
  ["another body", one => { one.body = new TextEncoder().encode("<h1>giả</h1>").buffer }],
  ["another body of a foreign hand", one => {
    one.body = new TextEncoder().encode("<h1>giả</h1>").buffer
    one.headers = new Headers({ "content-type": "text/html" })
  }],
  ["half a body", one => { one.body = one.body.slice(0, one.body.byteLength / 2) }],
]
for (const [what, forge] of FORGED) {
  test(`a kept page that has become ${what} is never shown, and is fetched again`, async () => {
    const browser = new Browser()
    const worker = await browser.started()
    await worker.ask(ARTICLE)
    for (const online of [false, true]) {
      for (const store of browser.stores.values()) {
        const one = store.held.get(SCOPE + ARTICLE)
        if (one) forge(one)
      }
      browser.online = online
      const answer = await worker.ask(ARTICLE)
      assert.equal(answer.status, online ? 200 : 503)
      assert.equal(browser.kept().includes(ARTICLE), online)
      browser.online = true
      await worker.hear({ viec: "hoi" })
      assert.ok(browser.kept().includes(ARTICLE))
    }
    browser.online = false
    assert.match(await text(await worker.ask(ARTICLE)), /Điều 1/)
  })
}

test("a body that the disk does not give is given up, and comes from the server", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.ask(ARTICLE)
  const [store] = browser.stores.values()
  const { match } = store
  store.match = async (/** @type {string} */ address) =>
    address.endsWith(ARTICLE) ? basic(new ReadableStream({ pull: () => new Promise(() => {}) })) : match.call(store, address)
  const before = Date.now()
  assert.match(await text(await worker.ask(ARTICLE)), /Điều 1/)
  assert.ok(Date.now() - before < 6000)
})

test("an address that has moved leads on, and says at the new place that it did", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.ask(ARTICLE)
  browser.online = false
  assert.equal((await worker.ask("l16/1/")).headers.get("location"), `${SCOPE}${ARTICLE}?tu=l16/1/#dieu-1`)
})

test("an address that is completed keeps what was asked behind it", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.ask(ARTICLE)
  browser.online = false
  const bare = ARTICLE.replace(/\/$/, "")
  assert.equal((await worker.ask(`${bare}?ngay=2019-11-20`)).headers.get("location"), `${SCOPE}${ARTICLE}?ngay=2019-11-20`)
  // where it leads further, the place has a question of its own, beside which only the day goes on
  assert.equal((await worker.ask("l16/1?ngay=2019-11-20")).headers.get("location"), `${SCOPE}${ARTICLE}?tu=l16%2F1%2F&ngay=2019-11-20#dieu-1`)
})
