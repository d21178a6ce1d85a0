// Numbers, ids and labels are read by the same rules here and in hooks/vanban/law/units.py. What
// Python says of them, and which provision it reads in a citation, stands in the table.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { parse } from "../../hooks/vanban/features/search/citation-reader.js"
import { runs } from "../../hooks/vanban/features/search/citation-words.js"
import { Finder } from "../../hooks/vanban/features/search/citation-finder.js"
import { ALPHABET, FORMS, ascii, bare, folded, idOf, labelOf, printed, stepsOf, unitOf, upwards } from "../../hooks/theme/assets/javascripts/units.js"

/**
 * @type {{alphabet: string, kinds: [string, string][], numbers: [string, string][],
 *   units: {id: string, label: string, steps: string, numbers: Record<string, string>}[],
 *   index: import("../../hooks/vanban/features/search/citation-documents.js").Index, typed: [string, string][]}}
 */
const table = JSON.parse(readFileSync(`${process.env.MADE}/table.json`, "utf-8"))
const HOME = "https://truong.invalid/luat/"

test("the letters of điểm", () => {
  assert.equal(ALPHABET, table.alphabet)
})

test("the kinds of units that a page can have, and their words", () => {
  assert.deepEqual(FORMS.map(([kind, word]) => [kind, word]), table.kinds)
})

test("đ is dd in an id, and the other way round", () => {
  for (const [number, inId] of table.numbers) {
    assert.equal(ascii(number), inId)
    assert.equal(printed(inId), number)
  }
})

test("ids, labels and short addresses of units", () => {
  assert.ok(table.units.length > 100)
  for (const { id, label, steps, numbers } of table.units) {
    assert.deepEqual(unitOf(id), numbers)
    assert.equal(idOf(numbers), id)
    assert.equal(labelOf(numbers), label)
    assert.equal(stepsOf(numbers), steps)
  }
})

test("an id of something else names no unit", () => {
  for (const id of ["", "hom-nay", "dieu-", "dieu-8-x", "phan-1", "khong-dieu-8"]) assert.deepEqual(unitOf(id), {})
})

test("a unit's label is read as that unit", () => {
  for (const { label, numbers } of table.units) assert.deepEqual(parse(label).unit, numbers, label)
})

test("a unit and what holds it", () => {
  assert.deepEqual(upwards({ dieu: "5", khoan: "1", diem: "a", tiet: "i" }).map(labelOf), [
    "tiết i điểm a khoản 1 Điều 5", "điểm a khoản 1 Điều 5", "khoản 1 Điều 5", "Điều 5",
  ])
})

test("a tiết is read beside a điểm alone: schools count lessons in tiết", () => {
  for (const [typed, unit] of /** @type {[string, import("../../hooks/theme/assets/javascripts/units.js").Unit][]} */ ([
    ["tiết a.1 điểm a khoản 1 điều 5", { dieu: "5", khoan: "1", diem: "a", tiet: "a1" }],
    ["tiet 2.1 diem b khoan 3 dieu 5", { dieu: "5", khoan: "3", diem: "b", tiet: "2.1" }],
    ["điểm a tiết (iv) khoản 1 điều 5", { dieu: "5", khoan: "1", diem: "a", tiet: "iv" }],
    ["tiết 1 của điểm đ k1 d8", { dieu: "8", khoan: "1", diem: "đ", tiet: "1" }],
    ["dạy tiết 1 điều 5", { dieu: "5" }],
    ["tiết kiệm", {}],
  ])) assert.deepEqual(parse(typed).unit, unit, typed)
})

test("the box says which tiết there are, and where nobody counted", () => {
  const raw = {
    ma: "tn", loai: "Luật", so: "1/2020/QH14", goi: "Luật Thử năm 2020", ten: "Luật Thử", nam: 2020,
    cho: "van-ban/luat-1-2020-qh14/", tt: "con", du: 1, dieu: "5*:1=ab(1 2)c(i ii+)",
  }
  const finder = new Finder({ trang: ["", "/"], tinhTrang: { con: ["●", "còn"] }, vanBan: [raw] }, HOME, HOME)
  for (const [typed, href, sure, note] of /** @type {[string, string, number, string][]} */ ([
    ["tiết 2 điểm b k1 d5 tn", "dieu-5-khoan-1-diem-b-tiet-2", 3, ""],
    ["tiết 3 điểm b k1 d5 tn", "dieu-5-khoan-1-diem-b", 1, "Không thấy tiết 3. Điểm b khoản 1 Điều 5 Luật Thử năm 2020 có 2 tiết (1–2)"],
    ["tiết v điểm c k1 d5 tn", "dieu-5-khoan-1-diem-c", 2, "Không thấy tiết v. Ở đây mới ghi tiết i, ii của Điểm c khoản 1 Điều 5 Luật Thử năm 2020; có thể còn nữa"],
    ["tiết 1 điểm a k1 d5 tn", "dieu-5-khoan-1-diem-a", 2, "Ở đây chưa đếm các tiết của Điểm a khoản 1 Điều 5 Luật Thử năm 2020"],
  ])) {
    const [first] = finder.find(typed).items
    assert.deepEqual([first.href, first.sure, first.note], [`${HOME}van-ban/luat-1-2020-qh14/dieu-5/#${href}`, sure, note], typed)
  }
  const [point] = finder.find("điểm b k1 d5 tn").items
  assert.deepEqual(finder.inside(point).map(item => item.name), [
    "Tiết 1 điểm b khoản 1 Điều 5 Luật Thử năm 2020", "Tiết 2 điểm b khoản 1 Điều 5 Luật Thử năm 2020",
  ])
})

test("a citation leads where Python reads it", () => {
  const finder = new Finder(table.index, HOME, HOME)
  assert.ok(table.typed.length > 50)
  for (const [text, address] of table.typed) {
    const [first] = finder.find(text).items
    assert.equal(first && first.href, HOME + address, text)
  }
})

test("without marks: letters stay where they are, or fold wholly", () => {
  assert.equal(bare("điểm đ khoản 1"), "diem d khoan 1")
  assert.equal(bare("ĐIỂM"), "diem")
  assert.equal(bare("ế\u0301").length, "ế\u0301".length) // a mark of its own keeps its place
  assert.equal(folded("Xúc PHẠM danh dự, Đ"), "xuc pham danh du, d")
})

test("what is there, in few words", () => {
  for (const [list, words] of /** @type {[string, string][]} */ ([
    ["1 2 3 5", "1–3, 5"],
    ["c d đ e", "c–e"], // đ stands between d and e
    ["h i k", "h–k"], // no j
    ["1 1a 2", "1, 1a, 2"], // an inserted number is no neighbour
    ["1 3 5 7 9 11 13 15 17", ""], // too many gaps to be told
  ])) assert.equal(runs(list.split(" ")), words)
})
