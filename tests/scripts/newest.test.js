// Taking the newest release: never the same page again where the server does not give another.
import assert from "node:assert/strict"
import { mock, test } from "node:test"
import { takeNewest } from "../../hooks/vanban/features/offline/offline-newer.js"
import { page } from "./page.js"

const WORKER = "https://truong.invalid/luat/sw.js"
const NEVER = new Promise(() => {})
/** @type {Record<string, () => Promise<unknown>>} */
const SERVER = {
  gives: async () => ({ status: 200 }),
  moved: async () => ({ status: 404 }),
  fails: async () => ({ status: 503 }),
  unheard: async () => { throw new TypeError("Failed to fetch") },
  silent: () => NEVER,
}
/** A worker that is coming, and fails. */
const failing = { state: "redundant", addEventListener: () => {} }
const active = { scriptURL: WORKER }
/** @type {[string, string, any, boolean][]} how the server answers, the registration, whether it can be had */
const CASES = [
  ["no worker", "gives", undefined, true],
  ["no worker, and a page that is no more", "moved", undefined, true],
  ["no worker", "fails", undefined, false],
  ["no worker", "unheard", undefined, false],
  ["no worker", "silent", undefined, false],
  ["a site above has one", "fails", { active: { scriptURL: "https://truong.invalid/sw.js" } }, false],
  ["no newer one", "gives", { active, update: async () => {} }, true],
  ["no newer one", "silent", { active, update: async () => {} }, false],
  ["nobody could be asked", "gives", { active, update: async () => { throw new TypeError() } }, false],
  ["nobody answers", "gives", { active, update: () => NEVER }, false],
  ["one that fails", "gives", { active, update: async () => {}, installing: failing }, false],
]
for (const [what, server, registration, had] of CASES) {
  test(`${what}; a server that ${server}: ${had ? "loaded anew" : "the page stays"}`, async () => {
    page("")
    let loaded = 0
    const { fetch } = globalThis
    Object.defineProperty(globalThis, "location", { configurable: true, value: { href: WORKER, reload: () => { loaded++ } } })
    Object.defineProperty(globalThis, "fetch", { configurable: true, writable: true, value: SERVER[server] })
    mock.timers.enable({ apis: ["setTimeout"] })
    try {
      /** @type {any} */
      const workers = { getRegistration: async () => registration }
      const taking = takeNewest(workers, WORKER)
      for (let second = 0; second < 20; second++) {
        for (let step = 0; step < 10; step++) await null
        mock.timers.tick(1000)
      }
      assert.equal(await Promise.race([taking, "never told"]), had)
      assert.equal(loaded, Number(had))
    } finally {
      mock.timers.reset()
      Object.defineProperty(globalThis, "fetch", { configurable: true, writable: true, value: fetch })
    }
  })
}

test("one that waits is let in, whatever the server says", async () => {
  page("")
  /** @type {unknown[]} */
  const said = []
  const waiting = { state: "installed", postMessage: (/** @type {unknown} */ words) => { said.push(words) } }
  const workers = /** @type {any} */ ({ getRegistration: async () => ({ active, waiting }), addEventListener: () => {}, controller: null })
  assert.equal(await takeNewest(workers, WORKER), true)
  assert.deepEqual(said, ["doi"])
})
