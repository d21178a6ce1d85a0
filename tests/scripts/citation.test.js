// What is typed into the box “Đi tới điều khoản”, and what else it can mean.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Finder } from "../../hooks/vanban/features/search/citation-finder.js"
import { isKind, subject, withoutQuestion } from "../../hooks/vanban/features/search/citation-question.js"
import { stateOf } from "../../hooks/vanban/features/search/citation-state.js"
import { parse, variants } from "../../hooks/vanban/features/search/citation-reader.js"

test("units and words of a document", () => {
  /** @type {[string, Record<string, string>, string][]} */
  const rows = [
    ["k1 d8 anm", { khoan: "1", dieu: "8" }, "anm"],
    ["k1d8 anm", { khoan: "1", dieu: "8" }, "anm"], // written together
    ["26.4 72/2013", { dieu: "26", khoan: "4" }, "72/2013"],
    ["36.7.đ nđ147", { dieu: "36", khoan: "7", diem: "đ" }, "nd147"],
    ["điểm đ khoản 1 điều 5 nghị định 72", { diem: "đ", khoan: "1", dieu: "5" }, "nghi dinh 72"],
    ["diem d khoan 1 dieu 5", { diem: "d", khoan: "1", dieu: "5" }, ""], // the d of “diem” is no letter
    ["a, khoản 2 điều 9", { diem: "a", khoan: "2", dieu: "9" }, ""],
    ["Điều 008", { dieu: "8" }, ""],
    ["ĐIỀU 23Đ", { dieu: "23đ" }, ""],
    ["mục 2 cv", { muc: "2" }, "cv"],
    ["đ i ề u 8".normalize("NFD"), {}, "i e u 8"], // no word of ours
    ["điều 8".normalize("NFD"), { dieu: "8" }, ""],
    ["luật – 2018", {}, "luat 2018"], // a dash alone is nothing
    ["", {}, ""],
  ]
  for (const [typed, unit, rest] of rows) {
    const found = parse(typed)
    assert.deepEqual([found.unit, found.tokens.join(" ")], [unit, rest], typed)
  }
})

test("d can be đ where nothing has marks", () => {
  assert.deepEqual(variants({ diem: "d", dieu: "5" }, false).map(one => one.diem), ["d", "đ"])
  assert.deepEqual(variants({ diem: "d", dieu: "5" }, true).map(one => one.diem), ["d"])
  assert.deepEqual(variants({ dieu: "23d" }, false).map(one => one.dieu), ["23d", "23đ"])
})

test("a letter behind a clause can be its point", () => {
  assert.deepEqual(variants({ khoan: "1a", dieu: "5" }, true), [{ khoan: "1a", dieu: "5" }, { khoan: "1", diem: "a", dieu: "5" }])
})

test("words of a state are those of the nearest unit that has any of its own", () => {
  const raw = /** @type {any} */ ({
    tt: "mot-phan",
    rieng: { "dieu-2": "het", "dieu-3-khoan-1": "chua-den" },
    loi: { "": "sẽ hết", "dieu-1-khoan-1": "khoản sẽ hết", "dieu-3-khoan-1": "chưa tới" },
  })
  /** @type {[Record<string, string>, string, string][]} */
  const rows = [
    [{}, "mot-phan", "sẽ hết"],
    [{ muc: "2" }, "mot-phan", "sẽ hết"],
    [{ dieu: "1" }, "con", "sẽ hết"],
    [{ dieu: "1", khoan: "1", diem: "a" }, "con", "khoản sẽ hết"],
    [{ dieu: "2", khoan: "1" }, "het", ""], // what has ended has no end to come
    [{ dieu: "3", khoan: "1" }, "chua-den", "chưa tới"],
  ]
  for (const [unit, state, words] of rows) assert.deepEqual(stateOf(raw, unit), { state, words })
  assert.deepEqual(stateOf(/** @type {any} */ ({ tt: "con" }), { dieu: "1" }), { state: "con", words: "" })
})

test("what is asked of a document is no part of its name", () => {
  /** @type {[string, string][]} */
  const rows = [
    ["luật an ninh mạng mới nhất", "luật an ninh mạng"],
    ["luat anm moi nhat la luat nao", "luat anm"],
    ["nghị định 72 thay bằng gì", "nghị định 72"],
    ["nghị định nào thay nghị định 72", "nghị định 72"],
    ["tại sao nghị định 72 hết hiệu lực", "nghị định 72"],
    ["nội dung của nđ 147", "nđ 147"],
    ["tải nghị định 174 pdf", "nghị định 174"],
    ["nghị định 72 còn hiệu lực khoản 5 không", "nghị định 72 còn hiệu lực khoản 5"], // a figure is never thrown away
    ["thay giáo dạy luật trẻ em", "thay giáo dạy luật trẻ em"], // “thay” before no document
    ["luật mới", "luật"],
  ]
  for (const [typed, name] of rows) assert.equal(withoutQuestion(subject(typed)), name, typed)
  assert.ok(isKind("Luật An ninh mạng"))
  assert.ok(!isKind("ảnh lớp"))
})

const HOME = "https://a.test/"
/** @param {string} ma
 * @param {string} so
 * @param {string} goi
 * @param {number} nam
 * @param {string} tt
 * @param {string} [loai] */
const law = (ma, so, goi, nam, tt, loai = "Luật") => ({ ma, loai, so, goi, ten: `${loai} nói về chuyện an ninh mạng`, nam, cho: `${ma}/`, tt, du: 0, dieu: "" })
const LAWS = new Finder({
  trang: ["", "/"], tinhTrang: { con: ["●", "còn"], het: ["■", "hết"] },
  vanBan: [
    law("anm18", "24/2018/QH14", "Luật An ninh mạng năm 2018", 2018, "het"),
    law("anm25", "116/2025/QH15", "Luật An ninh mạng năm 2025", 2025, "con"),
    law("nd333", "333/2026/NĐ-CP", "Nghị định 333/2026/NĐ-CP", 2026, "con", "Nghị định"), // its title has the same words
    law("nd72", "72/2013/NĐ-CP", "Nghị định 72/2013/NĐ-CP", 2013, "het", "Nghị định"),
  ],
}, HOME, HOME)

test("a name with the year of no such law is answered with the law, and told", () => {
  const { items, message } = LAWS.find("luật an ninh mạng 2026")
  assert.deepEqual(items.map(item => [item.one.raw.ma, item.sure]), [["anm25", 2], ["anm18", 2]])
  assert.match(message, /không có văn bản tên này của năm 2026;/)
  assert.deepEqual(LAWS.find("luật an ninh mạng 2018").items.map(item => [item.one.raw.ma, item.sure]), [["anm18", 3]])
  // A number with another year is another document: never this one.
  for (const other of ["nghị định 72 2014", "72/2014/NĐ-CP", "luật 2026"]) assert.ok(!LAWS.find(other).items.some(item => item.sure === 2), other)
})

test("a code may be typed as two words", () => {
  for (const [typed, code] of [["anm 25", "anm25"], ["luật anm 18", "anm18"], ["nd 72", "nd72"]]) {
    assert.deepEqual(LAWS.find(typed).items.map(item => item.one.raw.ma), [code], typed)
  }
})
