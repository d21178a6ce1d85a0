// Taking the newest release: never the same page again where the server does not give another.
import assert from "node:assert/strict"
import { mock, test } from "node:test"
import { takeNewest, watch } from "../../hooks/vanban/features/offline/offline-newer.js"
import { page } from "./page.js"

const WORKER = "https://truong.invalid/luat/sw.js"
const NEVER = new Promise(() => {})
/** @type {Record<string, () => Promise<unknown>>} */
const SERVER = {
  gives: async () => ({ status: 200 }),
  moved: async () => ({ status: 404 }),
  fails: async () => ({ status: 503 }),
  refuses: async () => ({ status: 429 }),
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
  ["no worker", "refuses", undefined, false],
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
  let loaded = 0
  Object.defineProperty(globalThis, "location", { configurable: true, value: { href: WORKER, reload: () => { loaded++ } } })
  for (const comes of [true, false]) {
    mock.timers.enable({ apis: ["setTimeout"] })
    /** @type {unknown[]} */
    const asked = []
    const controller = { postMessage: (/** @type {any} */ { viec }) => { asked.push(viec) } }
    /** @type {Set<() => void>} */
    const heard = new Set()
    const addEventListener = (/** @type {string} */ _, /** @type {() => void} */ act) => {
      heard.add(act)
      if (comes) act()
    }
    const removeEventListener = (/** @type {string} */ _, /** @type {() => void} */ act) => { heard.delete(act) }
    const workers = /** @type {any} */ ({ getRegistration: async () => ({ active, waiting }), addEventListener, removeEventListener, controller })
    const taking = takeNewest(workers, WORKER)
    try {
      for (let second = 0; second < 30; second++) {
        for (let step = 0; step < 10; step++) await null
        mock.timers.tick(1000)
      }
      assert.equal(await Promise.race([taking, Promise.resolve().then(() => null).then(() => "loaded anew")]), comes ? "loaded anew" : false, "one that does not come is told")
      assert.deepEqual(asked, comes ? ["nhuong"] : ["nhuong", "o-lai"])
      if (!comes) for (const act of heard) act() // much later, when somebody may be writing
      assert.equal(loaded, 1)
    } finally { mock.timers.reset() }
  }
  assert.deepEqual(said, ["doi", "doi"])
})

for (const [day, words] of [["9/5/2025", "Máy chủ đang đưa bản kiểm tra ngày 9/5/2025, cũ hơn bản này · Tải lại"], ["20/5/2025", "Trên mạng có bản khác · Tải lạiĐể sau"], ["1/6/2025", "Có bản mới · Tải lạiĐể sau"]]) {
  test(`a release of ${day} that waits, where the page is of 20/5/2025`, async () => {
    page("<p class=ngoai-tuyen></p>")
    mock.timers.enable({ apis: ["setTimeout"] })
    try {
      /** @type {((event: any) => void)[]} */
      const heard = []
      const place = /** @type {HTMLElement} */ (document.querySelector(".ngoai-tuyen"))
      place.dataset.ngay = "20/5/2025"
      /** @type {any} */
      const waiting = {
        state: "installed", addEventListener: () => {},
        postMessage: () => { for (const hear of heard) hear({ data: { ban: day }, source: waiting }) },
      }
      const workers = /** @type {any} */ ({ addEventListener: (/** @type {string} */ _, /** @type {any} */ hear) => { heard.push(hear) } })
      watch(workers, /** @type {any} */ ({ waiting, scope: day, addEventListener: () => {} }), place)
      mock.timers.tick(100)
      for (let step = 0; step < 10; step++) await null
      const bar = document.querySelector(".ban-moi")
      assert.equal(bar && bar.textContent, words)
      const put = bar && [...bar.querySelectorAll("button")].find(button => button.textContent === "Để sau")
      if (put) put.click()
      const kept = { "20/5/2025": " khác bản trên mạng", "1/6/2025": " đã cũ" }[day]
      if (kept) assert.equal(bar && bar.textContent, `Bản lưu trên máy (kiểm tra ngày 20/5/2025)${kept} · Tải lại`)
    } finally { mock.timers.reset() }
  })
}

test("a release that waits is compared with the day that the page shows, while its worker does not say its own", async () => {
  page('<footer class=chan><span class=kt data-ngay=2025-05-20></span></footer><p class=ngoai-tuyen></p>')
  mock.timers.enable({ apis: ["setTimeout"] })
  try {
    /** @type {((event: any) => void)[]} */
    const heard = []
    /** @type {any} */
    const waiting = {
      state: "installed", addEventListener: () => {},
      postMessage: () => { for (const hear of heard) hear({ data: { ban: "9/5/2025" }, source: waiting }) },
    }
    const workers = /** @type {any} */ ({ addEventListener: (/** @type {string} */ _, /** @type {any} */ hear) => { heard.push(hear) } })
    watch(workers, /** @type {any} */ ({ waiting, scope: "", addEventListener: () => {} }), /** @type {HTMLElement} */ (document.querySelector(".ngoai-tuyen")))
    for (const time of [100, 2000]) {
      mock.timers.tick(time)
      for (let step = 0; step < 10; step++) await null
    }
    const bar = document.querySelector(".ban-moi")
    assert.equal(bar && bar.textContent, "Máy chủ đang đưa bản kiểm tra ngày 9/5/2025, cũ hơn bản này · Tải lại")
  } finally { mock.timers.reset() }
})
