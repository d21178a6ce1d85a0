// The next release is taken while this one has work left: a browser waits for that.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Browser, basic, text } from "./browser.js"

const ARTICLE = "van-ban/luat/dieu-1/"
const SCRIPT = "assets/javascripts/handout-data.0a0b0c0d.js"
const never = () => new Promise(() => {})

/** An answer whose first bytes come and then no more, until it is given up. */
const halting = (/** @type {Buffer} */ right, /** @type {AbortSignal | undefined} */ signal) => basic(new ReadableStream({
  start(body) {
    body.enqueue(new Uint8Array(right.subarray(0, 1)))
    if (signal) signal.addEventListener("abort", () => body.error(new DOMException("", "AbortError")))
  },
}))

/** Takes the next release; fails where the work that is under way is not given up soon. */
const left = async (/** @type {any} */ worker, /** @type {Promise<any>} */ work) => {
  await new Promise(done => { setTimeout(done, 20) })
  worker.registration.waiting = {}
  await worker.send("message", { data: { viec: "nhuong" } }) // a worker may say so, which has no address
  let late
  const ended = await Promise.race([work.then(one => ({ one }), error => ({ error })), new Promise(done => { late = setTimeout(() => done(null), 1000) })])
  clearTimeout(late)
  assert.ok(ended, "the next release waits")
  return ended
}

for (const [what, lie] of /** @type {[string, any][]} */ ([["silent", never], ["halting", halting]])) {
  test(`a script from a ${what} server holds back no release`, async () => {
    const browser = new Browser()
    const worker = await browser.started()
    browser.lies.set(SCRIPT, lie)
    await left(worker, worker.ask(SCRIPT, { mode: "no-cors" }))
  })

  test(`nor does keeping from a ${what} server`, async () => {
    const browser = new Browser()
    const worker = await browser.started()
    browser.lies.set(SCRIPT, lie)
    await left(worker, worker.hear({ viec: "luu" }))
  })
}

test("who waits for a page meanwhile gets it from the next release", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  browser.lies.set(ARTICLE, never)
  const { one } = await left(worker, worker.ask(ARTICLE))
  assert.match(await text(one), /http-equiv="refresh"[^]*Đang đổi bản[^]*<script src="[^"]*\/javascripts\/again\./)
})

test("what has come whole is no longer counted as asked", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  /** @type {AbortSignal | undefined} */
  let asked
  browser.lies.set(SCRIPT, (right, signal) => {
    asked = signal
    return basic(right)
  })
  await worker.ask(SCRIPT, { mode: "no-cors" })
  await worker.send("message", { data: { viec: "nhuong" } })
  assert.equal(asked && asked.aborted, false)
})

test("a page that has begun to come may come whole", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  /** @type {() => void} */
  let go = () => {}
  browser.lies.set(ARTICLE, (right, signal) => basic(new ReadableStream({
    start(body) {
      if (signal) signal.addEventListener("abort", () => body.error(new DOMException("", "AbortError")))
      body.enqueue(new Uint8Array(right.subarray(0, 1)))
      go = () => {
        body.enqueue(new Uint8Array(right.subarray(1)))
        body.close()
      }
    },
  })))
  const page = worker.ask(ARTICLE)
  setTimeout(() => go(), 100)
  const { one } = await left(worker, page)
  assert.match(await text(one), /Điều 1/)
})

test("a recall tells the release that answers to make way", async () => {
  const browser = new Browser("off")
  const worker = browser.start()
  /** @type {any[]} */
  const told = []
  worker.registration.active = { postMessage: data => { told.push(data) } }
  await worker.send("install")
  assert.deepEqual([told, worker.skipped], [[{ viec: "nhuong" }], true])
})

test("a release that keeps nothing comes only when the worker before has had its time to end, and goes also where the browser does not let it come", async t => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const pass = async () => { for (let step = 0; step < 50; step++) await null }
  const browser = new Browser("off")
  const worker = browser.start()
  await browser.caches.open(`vanban:${browser.scope}:0123456789abcdef`)
  worker.registration.active = { postMessage: () => {} }
  const coming = worker.send("install")
  await pass()
  assert.equal(worker.skipped, false) // Chromium would not see that the other has ended
  t.mock.timers.tick(2000)
  await coming
  assert.equal(worker.skipped, true)
  worker.registration.waiting = {}
  await pass()
  t.mock.timers.tick(4000)
  await pass()
  assert.deepEqual([browser.stores.size, worker.unregistered], [0, true])
})

test("a release that waits says of which day it is", async () => {
  const worker = new Browser().start()
  const { ban } = await worker.hear("ban-nao")
  assert.match(ban, /^\d+\/\d+\/\d{4}$/)
})

test("a page that was asked for while the next release did not come still comes, however slowly", async t => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const browser = new Browser()
  const worker = await browser.started()
  await worker.send("message", { data: { viec: "nhuong" } })
  let come = () => {}
  browser.lies.set(ARTICLE, right => new Promise(done => { come = () => done(basic(right)) }))
  const page = worker.ask(ARTICLE)
  for (let step = 0; step < 20; step++) await null
  await worker.send("message", { data: { viec: "o-lai" } })
  t.mock.timers.tick(5000)
  come()
  assert.match(await text(await page), /Điều 1/)
})

test("what is never kept goes its own way, and no change of releases breaks it off; without a connection it is said so", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.hear({ viec: "luu" })
  for (const path of ["du-lieu.zip", "van-ban/luat/don.docx"]) {
    browser.online = true
    assert.equal(await worker.ask(path), null, path)
  }
  browser.online = false
  const told = await worker.ask("van-ban/luat/don.docx")
  assert.equal(told.status, 503)
  assert.match(await told.text(), /chưa có trên máy/)
})
