// Citations that are hidden in a question, or by a slip.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { Engine } from "../../hooks/vanban/features/search/search-engine.js"

const HOME = "https://truong.invalid/luat/"
const { index } = JSON.parse(readFileSync(`${process.env.MADE}/table.json`, "utf-8"))
const WORDS = { meant: [], idle: ["có", "không", "thì"], places: [], outside: [] }
const engine = new Engine(index, {
  groups: ["A", "B"], kinds: [[0, 1, 0]], rows: [], more: [], words: WORDS, asked: [],
  pages: [["lop/", 0, "Ảnh lớp", "Hỏi gia đình trước.", [["", "", "Chuyện làm nhục người khác, theo luật. Lớp bầu cán sự."]]]],
}, HOME, HOME)
/** @param {string} typed */
const first = typed => {
  const [item] = engine.cited(typed).items
  return item ? item.href.slice(`${HOME}van-ban/`.length) : ""
}

test("an article is found though the question goes on", () => {
  for (const [typed, address] of [
    ["dieu 95 nd 174 phat bao nhieu", "nghi-dinh-174-2026-nd-cp/dieu-95/#dieu-95"],
    ["dang tin gia thi pham khoan 1 dieu 95 nghi dinh 174 ha", "nghi-dinh-174-2026-nd-cp/dieu-95/#dieu-95-khoan-1"],
    ["luat an ninh mang 2018 dieu 8 cam gi", "luat-24-2018-qh14/dieu-8/#dieu-8"],
    ["luat an ninh mang 2025 dieu 7 cam gi", "luat-116-2025-qh15/dieu-7/#dieu-7"],
    ["điều 7 luật an ninh mạng cấm gì", "luat-116-2025-qh15/dieu-7/#dieu-7"],
    ["diem g khoan 2 dieu 7 anm25 ghep mat", "luat-116-2025-qh15/dieu-7/#dieu-7-khoan-2-diem-g"],
    ["luat du lieu ca nhan dieu 24 dong y cua tre", "luat-91-2025-qh15/dieu-24/#dieu-24"],
    ["dieu 36 nd147 quan tri nhom", "nghi-dinh-147-2024-nd-cp/dieu-36/#dieu-36"],
    ["anm25 dieu 16 tre em", "luat-116-2025-qh15/dieu-16/#dieu-16"], // “trẻ em” is the matter
  ]) assert.equal(first(typed), address, typed)
  // Two are named: both are offered that have such an article, the one with a number first.
  /** @param {string} typed */
  const all = typed => engine.cited(typed).items.map(({ href }) => href.slice(`${HOME}van-ban/`.length))
  assert.deepEqual(all("luat an ninh mang dieu 8 phat theo nd 282 the nao"), ["nghi-dinh-282-2025-nd-cp/dieu-8/#dieu-8", "luat-116-2025-qh15/#dieu-8"])
  assert.equal(all("quy tac ung xu qd 423 va luat an ninh mang dieu 42 thi sao")[0], "luat-116-2025-qh15/dieu-42/#dieu-42")
  assert.equal(all("nd 174 dieu 95 phat vi bao ve du lieu ca nhan kem")[0], "nghi-dinh-174-2026-nd-cp/dieu-95/#dieu-95")
})

test("no document is guessed of which the question says too little, or something else", () => {
  for (const typed of [
    "luat bao ve moi truong dieu 5", // “luật bảo vệ” is how two others begin
    "luat an ninh quoc gia dieu 5",
    "dieu 8 luat giao duc noi ve sach", // one word of the law on teachers
    "nghi dinh 174 nam 2013 dieu 66 phat bao nhieu", // another year, another decree
    "nd 174/2013/nd-cp dieu 66 phat tien",
    "dieu 3 nd 999 phat bao nhieu",
    "dieu 8 noi gi ve 174 hoc sinh", // a number of nothing
    "thong tu 174 dieu 5", // the title of decree 174 has the syllables “thông” and “tử”
  ]) {
    assert.equal(first(typed), "", typed)
    assert.match(engine.cited(typed).told, /chưa có văn bản nào khớp/, typed)
  }
  assert.equal(first("thong tu 174"), "")
  assert.equal(first("nghi dinh 174"), "nghi-dinh-174-2026-nd-cp/")
  assert.equal(first("nd 174 phat bao nhieu"), "") // no article: the question comes first
})

test("one slip in the name of a document is mended, and none in a number", () => {
  for (const [typed, address] of [
    ["luat an ninh mag 2025", "luat-116-2025-qh15/"],
    ["luat an nihn mang 2018", "luat-24-2018-qh14/"],
    ["nghi dinj 147 dieu 36", "nghi-dinh-147-2024-nd-cp/dieu-36/#dieu-36"],
    ["ngi dinh 174 dieu 95 bao nhieu tien", "nghi-dinh-174-2026-nd-cp/dieu-95/#dieu-95"],
    ["quyet dihn 874", "quyet-dinh-874-qd-btttt-2021/"],
    ["luat bao chih", "luat-126-2025-qh15/"],
    ["luat trer em", "luat-102-2016-qh13/"],
    ["luat quang coa dieu 23", "luat-16-2012-qh13/dieu-23/#dieu-23"],
  ]) assert.equal(first(typed), address, typed)
  // “bầu” is a word
  for (const typed of ["nghi dihn 175", "luat lop 2025", "luat bau chi"]) assert.equal(first(typed), "", typed)
})

test("an article and a matter without a document: it is asked which, and nothing is denied", () => {
  assert.deepEqual(engine.cited("dieu 155 lam nhuc"), { items: [], told: "Điều 155 của văn bản nào? Thêm tên, ví dụ: điều 155 anm." })
  assert.deepEqual(engine.cited("dieu 16 tre em bi ghep mat").items, []) // “trẻ em” is a law's name, and a word
  for (const typed of ["dieu 12 hien phap", "dieu 5 luat xay dung", "dieu 5 999/2020"]) assert.match(engine.cited(typed).told, /chưa có văn bản nào khớp/, typed)
})
