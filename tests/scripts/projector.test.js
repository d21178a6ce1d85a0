// A page is cut into slides: each heading begins one, and its parts come one by one.
import assert from "node:assert/strict"
import { test } from "node:test"
import { marked } from "../../hooks/vanban/features/projector/projector-board.js"
import { cut } from "../../hooks/vanban/features/projector/projector-slides.js"
import { page } from "./page.js"

/** Titles, and the words of each part, with what stands before its state.
 * @param {string} html */
const slides = html => cut(page(html)).map(({ title, parts }) => [title, ...parts.map(part => (part.element.textContent || "").replace(/\s+/g, " ").trim())])
/** @param {string} state
 * @param {string} words */
const chip = (state, words) => `<div class="dv-dong"><p class="dv-tt"><span class="tt" data-trang-thai="${state}"><span class="tt-dau">●</span> ${words}</span></p></div>`
/** A number as it hangs: heard in words, seen as a sign.
 * @param {string} level
 * @param {string} id
 * @param {string} words
 * @param {string} sign */
const number = (level, id, words, sign) => `<${level} class="dv-ten" id="${id}"><a class="dv-so" href="#${id}"><span class="an">${words}</span><span aria-hidden="true">${sign}</span></a></${level}>`

const ARTICLE = `
  <h1 id="dieu-8">Điều 8. Các hành vi<a class="headerlink" href="#dieu-8">#</a></h1>
  <div class="dv dv-dieu" data-ma="anm18">${chip("con", "còn hiệu lực")}
    <p class="tl-nguon">Diễn đạt lại · <a href="#can-cu">Căn cứ và độ chắc</a></p>
    <div class="dv-chu"><p>Lời dẫn <a class="vd" href="../y/" title="Y">Điều 9</a><span class="sic">[sic]</span>.</p></div>
  </div>
  <section class="dv dv-khoan">
    ${number("h2", "dieu-8-khoan-1", "Khoản 1", "1.")}${chip("het", "hết hiệu lực")}
    <div class="dv-chu"><p>Không được làm.</p></div>
    <div class="dv-le"><aside class="hom-nay"><details class="nay-nhieu"><summary>Nay: 2 nhóm việc, ở 3 chỗ</summary>
      <div class="ve"><p class="ve-ten">Vế một</p><ul class="nay"><li>Nay ở A <span class="nay-khac">và B</span></li></ul></div>
      <div class="ve"><p class="ve-ten">Vế hai</p><ul class="nay"><li>Nay ở C</li></ul></div></details></aside></div>
    <section class="dv dv-diem">${number("h3", "dieu-8-khoan-1-diem-dd", "Điểm đ", "đ)")}
      <div class="dv-chu"><p>Một việc.</p></div>
      <div class="dv-le"><aside class="hom-nay"><div class="ve nay"><p class="nay-mot">Nay: D</p></div></aside><p class="truoc-day">Trước đây: E</p></div></section>
  </section>
  <footer class="gaps"><details class="gap" id="can-cu"><summary>Căn cứ và độ chắc</summary><p>nguồn</p></details></footer>`

test("an article: its head, then a slide for each khoản", () => {
  assert.deepEqual(slides(ARTICLE), [
    ["Điều 8. Các hành vi", "Lời dẫn Điều 9."], // no tools, no [sic]
    // what is beside a unit follows its words, in the order of the page
    ["Khoản 1 Điều 8", "Không được làm.", "Hôm nayVế mộtNay ở A", "Vế haiNay ở C", "đ) Một việc.", "Hôm nayNay: D"],
  ])
})

test("what each slide says of itself", () => {
  const [whole, clause] = cut(page(ARTICLE))
  assert.deepEqual(whole.mark, { label: "", state: "con", sign: "●", words: "còn hiệu lực", path: "anm18/8/" })
  assert.equal(clause.mark && clause.mark.path, "anm18/8/1/")
  assert.deepEqual(clause.parts[3].ids, ["dieu-8-khoan-1-diem-dd"])
})

test("a link on the wall leads nowhere, and the page stays as it is", () => {
  const body = page(ARTICLE)
  const before = body.innerHTML
  const all = cut(body).flatMap(({ parts }) => parts.map(part => part.element.outerHTML)).join("")
  assert.equal(body.innerHTML, before)
  assert.doesNotMatch(all, /<a |id=|title=/)
  assert.match(all, /<span class="chieu-vd">Điều 9<\/span>/)
})

test("lists go item by item with their numbers, tables row by row with their heads", () => {
  const html = `<h1 id="a">Bài</h1><ol start="3"><li>ba</li><li>bốn</li></ol>
    <table><thead><tr><th>Năm</th><th>Mức</th></tr></thead><tbody><tr><td>2019</td><td></td></tr><tr><td>2026</td><td>Cao</td></tr></tbody></table>`
  assert.deepEqual(slides(html), [["Bài", "ba", "bốn", "Năm: 2019", "Năm: 2026Mức: Cao"]])
  const [{ parts }] = cut(page(html))
  assert.deepEqual(parts.slice(0, 2).map(part => part.element.getAttribute("start")), ["3", "4"])
})

test("a question: options, the right one, then why", () => {
  const html = `<h1 id="a">Bộ câu hỏi</h1><section class="cau-hoi" id="c1"><h2>Câu 1. Ai?</h2>
    <ol class="cau-hoi-chon"><li><button>Một</button></li><li data-dung><button>Hai</button></li></ol>
    <details class="cau-hoi-dap"><summary>Đáp án</summary><p>Vì thế.</p></details></section>`
  const [, { title, ids, parts }] = cut(page(html))
  assert.deepEqual([title, ids], ["Câu 1. Ai?", ["c1"]])
  assert.deepEqual(parts.map(part => part.element.textContent), ["MộtHai", "", "Vì thế."])
  assert.equal(parts[1].answer, parts[0].element)
  assert.equal(parts[0].element.querySelectorAll("button").length, 0)
})

test("what is drawn in: its label with the first words, then the rest, then today", () => {
  const html = `<h1 id="a">Buổi</h1><div class="dan" data-trang-thai="het" data-duong="nd72/5/1/">
    <p class="dan-ten"><a href="#x">Khoản 1 Điều 5</a> <span class="tt" data-trang-thai="het"><span class="tt-dau">■</span> hết</span></p>
    <div class="dan-loi"><p>Lời.</p><ul><li>a</li><li>b</li></ul></div><div class="dan-nay"><p class="ve-ten">Vế</p><ul class="nay"><li>Nay ở D</li></ul></div></div>`
  assert.deepEqual(slides(html), [["Buổi", "Khoản 1 Điều 5Lời.", "a", "b", "Hôm nayVếNay ở D"]])
  assert.deepEqual(new Set(cut(page(html))[0].parts.map(part => part.mark && part.mark.path)), new Set(["nd72/5/1/"]))
})

test("a heading with nothing below it is no slide, but the first is", () => {
  assert.deepEqual(slides("<h1 id=a>Trang</h1><h2 id=b>Trống</h2><h2 id=c>Có</h2><p>lời</p>"), [["Trang"], ["Có", "lời"]])
})

test("the newest state is shown; of two alike the wider one says since when", () => {
  const slide = { label: "", state: "het", sign: "■", words: "hết hiệu lực từ 2026", path: "nd72/5/" }
  const point = { ...slide, words: "hết hiệu lực", path: "nd72/5/1/a/" }
  assert.deepEqual(marked(slide, null), slide)
  assert.deepEqual(marked(slide, point), { ...slide, path: point.path })
  assert.deepEqual(marked(slide, { ...point, state: "con" }), { ...point, state: "con" })
  assert.deepEqual(marked(null, null), {})
})
