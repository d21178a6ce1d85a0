// Where what is on the wall is torn: lists over several screens, lines within a paragraph.
import assert from "node:assert/strict"
import { test } from "node:test"
import { framed, titled } from "../../hooks/vanban/features/projector/projector-frames.js"
import { cut } from "../../hooks/vanban/features/projector/projector-slides.js"
import { page, shownWords } from "./page.js"

/** Titles and words of the screens that hold so many parts.
 * @param {string} html
 * @param {number} most */
const screens = (html, most) => framed(cut(page(html)), ({ parts }) => parts.length <= most)
  .map(frame => [titled(frame), ...shownWords(frame.parts)])

test("a screen that goes on with a list says what its items are of; long words are not said again", () => {
  const items = "<ul><li>một</li><li>hai</li><li>ba</li></ul>"
  const law = (/** @type {string} */ lead) => `<h1 id="a">Buổi</h1><div class="dan" data-duong="x/1/"><p class="dan-ten"><a href="#dieu-1-khoan-1">Khoản 1 Điều 1</a></p>
    <div class="dan-loi"><p>Đoạn đầu.</p><p>${lead}</p>${items}</div></div>`
  assert.deepEqual(screens(`<h1 id="a">Trang</h1><p>Ba việc:</p>${items}`, 2), [["Trang", "Ba việc:", "một"], ["Trang", "Ba việc:hai", "ba"]])
  assert.deepEqual(screens(law("Ba việc:"), 2).slice(-2), [["Khoản 1 Điều 1", "Đoạn đầu.Ba việc:", "một"], ["Khoản 1 Điều 1", "Ba việc:hai", "ba"]])
  assert.deepEqual(screens(law("Việc."), 2).slice(-1), [["Khoản 1 Điều 1", "hai", "ba"]])
  assert.deepEqual(screens(law(`${"Việc rất dài, ".repeat(12)}gồm:`), 2).slice(-1), [["Khoản 1 Điều 1", "hai", "ba"]])
})

test("no line tears a number from what it is of", () => {
  for (const [text, ...whole] of [
    ["trừ các trường hợp ở khoản 1 Điều 19;", "khoản 1", "Điều 19"],
    ["Luật An toàn thông tin mạng số 86/2015/QH13 hết hiệu lực từ 01/7/2026.", "số 86/2015/QH13", "từ 01/7/2026"],
    ["Luật An ninh mạng năm 2018, Chương II, điểm đ khoản 3", "năm 2018", "Chương II", "điểm đ", "khoản 3"],
    ["điều này, điểm danh, năm mới", ""],
    ["phạt 10–20 triệu đồng, mức 1.500.000 đồng (NĐ 174/2026)", "10–20 triệu đồng", "1.500.000 đồng", "NĐ 174/2026"],
  ]) {
    const [{ parts: [{ element }] }] = cut(page(`<h1 id="a">Trang</h1><p>Lời.</p><h2 id="b">Hai</h2><p>${text}</p>`)).slice(-1)
    assert.deepEqual([...element.querySelectorAll(".chieu-tien")].map(one => one.textContent), whole.filter(Boolean))
    assert.equal(element.textContent, text)
  }
})
