// Questions that a page is known to answer, in the words of a school.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { Engine } from "../../hooks/vanban/features/search/search-engine.js"

/** @typedef {import("../../hooks/vanban/features/search/search-index.js").Page} Page */

const table = JSON.parse(readFileSync(`${process.env.MADE}/table.json`, "utf-8"))
const HOME = "https://truong.invalid/luat/"
/** @type {Page[]} */
const PAGES = [
  ["anh/", 0, "Đăng ảnh lớp", "Hỏi gia đình trước.", [["", "", "Ảnh lớp thì hỏi gia đình trước khi đăng."]]],
  ["noi/", 3, "Lời nặng nề", "Nói về việc, đừng nói về người.", [["", "", "Lời nặng nề làm người khác buồn."], ["sau", "Sau đó", "Gỡ bài."]]],
  ["hoi/", 1, "Hỏi đáp", "", [["mot", "Ai được phát biểu?", "Người được giao."], ["hai", "Bài cũ thì sao?", "Như bài mới."]]],
]
const WORDS = { meant: [["chửi, nói xấu", "nặng lời"], ["sếp, hiệu trưởng", "hiệu trưởng"]], idle: ["có", "không", "thì", "trên", "bị"], places: ["facebook"], outside: ["lương"] }
/** @param {import("../../hooks/vanban/features/search/search-known.js").Line[]} asked
 * @param {Page[]} [pages] */
const engine = (asked, pages = PAGES) => new Engine(table.index, {
  groups: ["A", "B", "C", "D", "E"], kinds: [[0, 1, 0], [0, 1, 1], [3, 0.5, 0], [0, 1, 0]], rows: [], more: [], words: WORDS, asked, pages,
}, HOME, HOME)
/** @param {Engine} one
 * @param {string} typed */
const first = (one, typed) => {
  const { groups, partly } = one.answer(`${typed} `)
  return partly || !groups.length ? "" : groups[0].items[0].href.slice(HOME.length)
}

test("a page answers what it is known to be asked, though it says no such word", () => {
  assert.equal(first(engine([]), "boc phot sep tren facebook"), "")
  const one = engine([["noi/", "", "bóc phốt hiệu trưởng, chửi sếp"]])
  assert.equal(first(one, "boc phot sep tren facebook"), "noi/")
  assert.equal(first(one, "nói xấu hiệu trưởng"), "noi/") // the same in other words
  assert.equal(first(one, "boc phot ca nuoc ngot"), "") // one word of it is not the question
})

test("it leads to the section that answers, and of questions and answers to the one", () => {
  const one = engine([["noi/", "sau", "bị chụp lại bài đã xóa"], ["hoi/", "hai", "chuyện năm ngoái có bị nhắc"]])
  assert.equal(first(one, "bi chup lai bai da xoa"), "noi/#sau")
  assert.equal(first(one, "chuyen nam ngoai co bi nhac khong"), "hoi/#hai")
})

test("a page that is not there yet is found when it has come, and keeps what it had", () => {
  const one = engine([["them/", "", "phiếu phát tay"], ["anh/", "", "khoe hình bé"]])
  assert.equal(first(one, "phieu phat tay"), "")
  one.add([["them/", 0, "Tờ in", "", [["", "", "In ra giấy."]]], ["anh/", 0, "Đăng ảnh lớp", "Hỏi gia đình trước.", [["luat", "Luật", "Quyền của trẻ với hình ảnh."]]]])
  assert.equal(first(one, "phieu phat tay"), "them/")
  assert.equal(first(one, "khoe hinh be"), "anh/")
  assert.equal(first(one, "quyen cua tre voi hinh anh"), "anh/")
  assert.equal(one.index.pages.filter(([address]) => address === "anh/").length, 1)
})
