// What comes by itself, what is asked for, and how much of the lists a browser loads.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Browser, text } from "./browser.js"
import { report } from "../../../hooks/vanban/features/offline/offline.js"

const pages = (/** @type {Browser} */ browser) => browser.kept().filter(path => path === "" || path.endsWith("/"))

test("the letter, today's pages and what was read come by themselves; nothing else", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  // The page that was open before there was a worker, and what it had fetched.
  const used = ["assets/javascripts/handout-data.0a0b0c0d.js", "https://noi-khac.invalid/x.js"]
  const heard = await worker.hear({ viec: "hoi", doc: used.map(path => new URL(path, browser.scope).href) }, "tap-huan/phieu/?x#y")
  assert.deepEqual(pages(browser), ["", "cong-van/", "hom-nay/", "hom-nay/muc-phat/", "tap-huan/phieu/"])
  assert.ok(browser.kept().includes("assets/javascripts/share.00ff00ff.js"), "what those pages need")
  assert.ok(browser.kept().includes(used[0]))
  assert.deepEqual([heard.dau, heard.hong, heard.muon, heard.trang], [0, 0, "", true])
  assert.ok(heard.co < heard.so)
})

test("tables that grow with the site do not come by themselves", async () => {
  const browser = new Browser()
  await (await browser.started()).hear({ viec: "hoi" })
  assert.ok(!browser.kept().some(path => path.includes("handout-data")))
})

test("who saves data keeps what was read", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.hear({ viec: "hoi", tietKiem: true }, "van-ban/luat/dieu-1/")
  assert.deepEqual(pages(browser), ["van-ban/luat/dieu-1/"])
  const heard = await worker.hear({ viec: "luu", tietKiem: true })
  assert.equal(heard.co, heard.so, "asked for, it comes all the same")
})

test("it can be stopped; then it goes on only when it is asked to", async () => {
  const browser = new Browser("large")
  const worker = await browser.started()
  const filling = worker.hear({ viec: "luu" })
  await worker.until(() => browser.fetched.length > 60)
  await Promise.all([filling, worker.hear({ viec: "dung" })])
  const heard = worker.news[worker.news.length - 1]
  assert.equal(heard.muon, "dung")
  assert.equal(heard.dangLuu, false)
  assert.ok(heard.co < 200, `${heard.co} are kept`)
  const later = browser.start()
  const told = await later.hear({ viec: "hoi" })
  assert.ok(told.co < 250 && told.muon === "dung")
})

test("what was asked for goes on after the browser ended the worker, unless data are saved", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  browser.online = false
  await worker.hear({ viec: "luu" })
  browser.online = true
  const spared = await browser.start().hear({ viec: "hoi", tietKiem: true })
  assert.ok(spared.co < spared.so)
  const heard = await browser.start().hear({ viec: "hoi" })
  assert.equal(heard.co, heard.so)
})

test("without a connection it gives up soon, and without an answer of one file it does not", async () => {
  const browser = new Browser("large")
  const worker = await browser.started()
  await worker.hear({ viec: "hoi" })
  browser.online = false
  browser.fetched = []
  await worker.hear({ viec: "luu" })
  assert.ok(browser.fetched.length < 40, `${browser.fetched.length} requests`)
})

test("pages of an earlier release cannot set it to work unasked", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.hear("luu")
  await worker.hear("hoi")
  assert.equal(worker.news.length, 0)
})

test("a reader loads the lists on the way to a page, and with them its short addresses", async () => {
  for (const number of [12, 34, 56, 78, 99]) {
    const browser = new Browser("large")
    const worker = await browser.started()
    browser.fetched = []
    await worker.ask(`van-ban/van-ban-${number}/dieu-2/`)
    assert.ok(browser.kept().includes(`van-ban/van-ban-${number}/dieu-2/`))
    const lists = browser.fetched.filter(path => path.startsWith("ngoai-tuyen/"))
    assert.ok(lists.length <= 8, `${lists.length} lists`)
    browser.online = false
    assert.match(await text(await worker.ask(`v${number}/`)), /dẫn tới/)
  }
})

test("in a large site every file is found", async () => {
  const browser = new Browser("large")
  const worker = await browser.started()
  const heard = await worker.hear({ viec: "luu" })
  assert.equal(heard.co, heard.so)
  assert.ok(heard.so > 450)
  browser.online = false
  for (let number = 0; number < 150; number++) {
    assert.ok(String((await worker.ask(`v${number}/`)).headers.get("location")).endsWith(`van-ban-${number}/`))
  }
})

test("of a large site an update fetches the lists that changed, and no spoiled one is carried over", async () => {
  for (const spoiled of [false, true]) {
    const browser = new Browser("large")
    const worker = await browser.started()
    await worker.hear({ viec: "luu" })
    if (spoiled) {
      for (const [address, one] of [...browser.stores.values()][0].held) {
        if (address.endsWith(".txt")) one.body = new TextEncoder().encode("{}").buffer
      }
    }
    browser.release = "large-b"
    browser.fetched = []
    const next = await browser.started()
    const lists = browser.fetched.filter(path => path.startsWith("ngoai-tuyen/"))
    assert.ok(spoiled ? lists.length > 20 : lists.length < 10, `${lists.length} lists`)
    browser.online = false
    assert.match(await text(await next.ask("van-ban/luat/dieu-1/")), /mới/)
    assert.equal((await next.ask("van-ban/van-ban-12/dieu-1/")).status, 200)
  }
})

/** @type {[string, Record<string, unknown>, boolean, string, string][]} */
const WORDS = [
  ["all", { co: 100 }, false, "✓ Đã lưu để đọc ngoại tuyến", ""],
  ["asked for nothing", {}, false, "Đọc được khi không có mạng: công văn, quy định hiện hành và trang đã đọc. ", "Lưu tất cả (khoảng 1,5 MB)"],
  ["the first pages are not there yet", { dau: 2 }, false, "Đang lưu công văn và quy định hiện hành để đọc ngoại tuyến. ", "Lưu tất cả (khoảng 1,5 MB)"],
  ["one who saves data", { dau: 2 }, true, "Đang tiết kiệm dữ liệu: chỉ lưu trang đã đọc. ", "Lưu tất cả (khoảng 1,5 MB)"],
  ["at work", { dangLuu: true, muon: "tat-ca" }, false, "Đang lưu để đọc ngoại tuyến: 25/100 tệp… ", "Dừng"],
  ["stopped", { muon: "dung" }, false, "Đã dừng, đã lưu 25/100 tệp. ", "Lưu tiếp (khoảng 1,5 MB)"],
  ["failures", { muon: "tat-ca", hong: 3, sai: 2 }, false, "Đã lưu 25/100 tệp. 3 tệp chưa lưu được (2 tệp nhận về không đúng bản này); lần mở trang sau sẽ thử lại. ", "Lưu tiếp (khoảng 1,5 MB)"],
  ["no room", { muon: "tat-ca", hong: 1, day: true }, false, "Đã lưu 25/100 tệp. Máy hết chỗ lưu. ", "Lưu tiếp (khoảng 1,5 MB)"],
]
const NEWEST = /** @type {const} */ ({ state: "moi-nhat", since: "" })
/** @type {[import("../../../hooks/vanban/features/offline/offline-newer.js").Newest, string][]} */
const NEWER = [
  [NEWEST, "✓ Đã lưu để đọc ngoại tuyến"],
  [{ state: "", since: "" }, "Đã lưu để đọc ngoại tuyến"], // the server has not answered yet
  [{ state: "chua-tai", since: "" }, "Trên mạng có bản khác, chưa tải được. Đã lưu để đọc ngoại tuyến"],
  [{ state: "chua-hoi", since: "03/01/2026" }, "Chưa hỏi được bản mới từ 03/01/2026. Đã lưu để đọc ngoại tuyến"],
  [{ state: "chua-hoi", since: "" }, "Chưa hỏi được bản mới. Đã lưu để đọc ngoại tuyến"],
]
for (const [newest, words] of NEWER) {
  test(`of a whole copy the foot says: ${words}`, () => {
    const kept = /** @type {any} */ ({ phien: "x", so: 100, nang: 2e6, co: 100, muon: "tat-ca", dau: 0 })
    assert.deepEqual(report(kept, false, true, newest), { words, viec: "", nut: "" })
    const some = report({ ...kept, co: 25 }, false, true, newest)
    assert.equal(some.words.startsWith("✓"), false)
    assert.equal(/bản (mới|khác)/.test(some.words), /bản (mới|khác)/.test(words))
  })
}

test("without its lists and without a connection a worker is not silent: the foot says what is not known", async () => {
  const browser = new Browser()
  await (await browser.started()).hear({ viec: "hoi" })
  for (const { held } of browser.stores.values()) {
    for (const address of held.keys()) if (/ngoai-tuyen\/[0-9a-f]+\.txt$/.test(address)) held.delete(address)
  }
  browser.online = false
  const kept = await browser.start().hear({ viec: "hoi" })
  const unknown = "Chưa xem được máy đã lưu những trang nào."
  const asked = /** @type {const} */ ({ state: "chua-hoi", since: "03/01/2026" })
  assert.deepEqual(report(kept, false, true, asked), { words: `Chưa hỏi được bản mới từ 03/01/2026. ${unknown}`, viec: "", nut: "" })
  assert.equal(report(kept, false, true, NEWEST).words, unknown, "and no tick")
})

test("a site without a letter promises none", () => {
  const kept = /** @type {any} */ ({ phien: "x", so: 100, nang: 2e6, co: 25, muon: "", dau: 2 })
  assert.equal(report(kept, false, false, NEWEST).words, "Đang lưu quy định hiện hành để đọc ngoại tuyến. ")
  assert.equal(report({ ...kept, dau: 0 }, false, false, NEWEST).words, "Đọc được khi không có mạng: quy định hiện hành và trang đã đọc. ")
})

for (const [what, more, saving, words, button] of WORDS) {
  test(`the foot of a page tells of ${what}`, () => {
    const kept = /** @type {any} */ ({ phien: "x", ngay: "", so: 100, nang: 2e6, co: 25, muon: "", dau: 0, dangLuu: false, hong: 0, sai: 0, day: false, trang: true, ...more })
    const told = report(kept, saving, true, NEWEST)
    assert.deepEqual([told.words, told.nut], [words, button])
  })
}

test("who takes the next release does not wait until all of this one is kept", async () => {
  const browser = new Browser("large")
  const worker = await browser.started()
  const filling = worker.hear({ viec: "luu" })
  await worker.until(() => browser.fetched.length > 60)
  worker.registration.waiting = {}
  await worker.hear({ viec: "nhuong" })
  await filling
  assert.ok(browser.kept().length < 200, `${browser.kept().length} are kept`)
  const other = await worker.hear({ viec: "hoi" }) // another page, meanwhile
  assert.ok(other.co < 200 && other.muon === "tat-ca", "what was wished is not forgotten")
  worker.registration.waiting = undefined
  const again = await worker.hear({ viec: "hoi" })
  assert.equal(again.co, again.so, "it did not come, and this one goes on")
})

test("what could not be kept is told, too, after the browser ended the worker", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.hear({ viec: "hoi" })
  browser.lies.set("van-ban/luat/dieu-1/", () => new Response("bảo trì"))
  assert.equal((await worker.hear({ viec: "hoi" }, "van-ban/luat/dieu-1/")).hong, 1)
  const later = browser.start()
  later.registration.waiting = {} // what failed is not tried again then
  assert.equal((await later.hear({ viec: "hoi" })).hong, 1)
  browser.lies.clear()
  assert.equal((await browser.start().hear({ viec: "hoi" })).hong, 0)
})
