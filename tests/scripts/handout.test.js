// The choice of a hand-out, as it stands in an address and on the device.
import assert from "node:assert/strict"
import { test } from "node:test"
import { page } from "./page.js"
import { add, EMPTY, format, kept, MOST, parse, sent, store, stored, wanted } from "../../hooks/vanban/features/handout/handout-choice.js"
import { Items } from "../../hooks/vanban/features/handout/handout-items.js"
import { pages, sized } from "../../hooks/vanban/features/handout/handout-fit.js"

const any = () => true
const items = (/** @type {number} */ count) => Array.from({ length: count }, (_, place) => `nd1/${place + 1}`)

test("an address gives back what was chosen", () => {
  const choice = { items: ["nd72/5/1/dd", "~anh-lop"], ten: "Họp tổ & phụ huynh", ngay: "2026-11-23", noi: "Phòng 1=2", the: true, buoi: "buoi-45-phut" }
  assert.deepEqual(parse(format(choice), any), { choice, left: [] })
})

test("an address that asks for no hand-out", () => {
  for (const hash of ["", "#", "#dieu-8", "#t=ten"]) assert.equal(parse(hash, any), null)
})

test("what is left out is told", () => {
  const found = parse("#k=nd72/5/1,javascript:alert(1),nd72/5/1/,khong/1,%E0%A4%A,,nd72/6", id => !id.startsWith("khong"))
  assert.ok(found)
  assert.deepEqual(found.choice.items, ["nd72/5/1", "nd72/6"])
  assert.deepEqual(found.left.map(({ id, why }) => `${id}: ${why}`), [
    "javascript:alert(1): không phải mã của một mục",
    "nd72/5/1: đã có trong phiếu", // the slash at its end changes nothing
    "khong/1: ở đây không có mục này",
    "%E0%A4%A: không phải mã của một mục",
  ])
})

test("an item that has moved since is there, and it is told", () => {
  const now = (/** @type {string} */ id) => (id === "nd1/1" ? "nd9/1" : id)
  const known = (/** @type {string} */ id) => id !== "nd1/1"
  const told = { id: "nd1/1", why: "nay là nd9/1", moved: true }
  assert.deepEqual(parse("#k=nd1/1/,nd2/1", known, now), { choice: { ...EMPTY, items: ["nd9/1", "nd2/1"] }, left: [told] })
  page("")
  store({ ...EMPTY, items: ["nd2/1", "nd1/1", "nd9/1"] })
  const found = stored(known, now)
  assert.ok(found)
  assert.deepEqual(found.choice.items, ["nd2/1", "nd9/1"])
  assert.deepEqual(found.left, [told, { id: "nd9/1", why: "đã có trong phiếu" }])
  store(EMPTY)
})

test("all that an address asks for is known before any of it is judged", () => {
  assert.deepEqual(wanted("#t=k=nd1/1&k=nd72/5/1/,khong/1,%E0%A4%A,<b>,~anh-lop&m=the"), ["nd72/5/1", "khong/1", "~anh-lop"])
  assert.equal(wanted(`#k=${items(MOST + 2)}`).length, MOST + 2)
  for (const hash of ["", "#", "#dieu-8", "#k="]) assert.deepEqual(wanted(hash), [])
  page("")
  store({ ...EMPTY, items: ["nd1/1"], ten: "k=nd2/1" })
  assert.deepEqual(kept(), ["nd1/1"])
  store(EMPTY)
  assert.deepEqual(kept(), [])
})

test("a hand-out holds so many", () => {
  const found = parse(`#k=${items(MOST + 2)}`, any)
  assert.ok(found)
  assert.deepEqual([found.choice.items.length, found.left.length], [MOST, 2])
})

test("a title is composed, and not endless", () => {
  const found = parse(`#k=nd1/1&t=${encodeURIComponent("Họp ".normalize("NFD") + "x".repeat(500))}`, any)
  assert.ok(found)
  assert.equal(found.choice.ten, "Họp " + "x".repeat(116))
})

test("names of JavaScript's own are no fields", () => {
  const found = parse("#k=nd1/1&constructor=1&__proto__=2&toString=3", any)
  assert.deepEqual(found, { choice: { ...EMPTY, items: ["nd1/1"] }, left: [] })
})

test("one more is added to what the device kept, once", () => {
  page("")
  assert.equal(add("nd1/1", "/phieu/").words, "Đã thêm vào phiếu. Phiếu có 1 mục.")
  assert.equal(add("nd1/1", "/phieu/").words, "Mục này đã có trong phiếu. Phiếu có 1 mục.")
  assert.deepEqual(stored(any), { choice: { ...EMPTY, items: ["nd1/1"] }, left: [] })
  store({ ...EMPTY, items: items(MOST) })
  assert.match(add("nd2/1", "/phieu/").words, /^Phiếu đã đủ/)
  store(EMPTY)
  assert.equal(stored(any), null)
})

test("sites of one host keep their hand-outs apart; what was kept before they did is lost to none", () => {
  page("")
  const config = document.getElementById("__config")
  assert.ok(config)
  const site = (/** @type {string} */ base) => {
    config.textContent = JSON.stringify({ base })
    return stored(any)?.choice.items
  }
  localStorage.setItem("phieu-1", "#k=nd1/1")
  for (const base of ["/a/", "/b/", "/"]) assert.deepEqual(site(base), ["nd1/1"])
  for (const [base, id] of [["/a/", "nd2/1"], ["/b/", "nd3/1"]]) {
    site(base)
    store({ ...EMPTY, items: [id] })
  }
  assert.deepEqual([site("/a/"), site("/b/"), site("/")], [["nd2/1"], ["nd3/1"], ["nd1/1"]])
  site("/a/")
  store(EMPTY)
  assert.equal(site("/a/"), undefined, "emptied")
  assert.deepEqual(site("/b/"), ["nd3/1"])
})

test("a device that keeps nothing gets an address", () => {
  page("")
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get() { throw new Error("denied") } })
  assert.deepEqual(stored(any), null)
  assert.equal(add("nd1/1", "/phieu/").href, "/phieu/#k=nd1/1")
})

test("no address of this device leaves it", () => {
  page("")
  const open = (/** @type {string} */ href) => Object.defineProperty(globalThis, "location", { configurable: true, value: new URL(href) })
  open("https://truong.invalid/luat/tap-huan/phieu/#k=nd1/1")
  assert.equal(sent(), "https://truong.invalid/luat/tap-huan/phieu/#k=nd1/1")
  open("file:///D:/T%C3%A0i%20li%E1%BB%87u/tap-huan/phieu.html#k=nd1/1")
  assert.equal(sent(), "")
  const link = document.createElement("link")
  link.rel = "canonical"
  link.href = "https://truong.invalid/luat/tap-huan/phieu/"
  document.head.append(link)
  assert.equal(sent(), "https://truong.invalid/luat/tap-huan/phieu/#k=nd1/1")
})

test("letters of a sheet: never below 10 points, and the last page is not nearly empty", () => {
  // texts of all lengths that a hand-out of 5 to 40 items may have
  for (let count = 20; count <= 400; count += 1) {
    const texts = Array.from({ length: count }, (_, place) => 20 + (place * 37) % 180)
    const size = sized(texts)
    assert.ok(size >= 10 && size <= 12)
    const filled = pages(texts, size)
    assert.ok(filled <= 1 || filled % 1 >= 0.25, `${count} texts: ${filled} pages at ${size}`)
  }
})

test("a wording says the day of its checking, or nothing where its part names none", () => {
  page("")
  const data = /** @type {any} */ ({ cac: { nd1: "assets/javascripts/phieu/nd1.js" }, doi: {}, chuyen: {} })
  const known = new Items(data)
  known.data.dieu = /** @type {any} */ ({ "nd1/1": ["Điều 1", "Lời.", "con", "Còn hiệu lực", "chắc", "", ""] })
  for (const [day, end] of [["01/02/2033", "chắc · kiểm tra 01/02/2033"], [undefined, "chắc"]]) {
    known.days.set("nd1", day)
    assert.equal(known.standing("nd1/1").textContent, `Còn hiệu lực · diễn đạt lại, ${end}`)
  }
})
