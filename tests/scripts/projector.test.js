// A page is cut into slides: each heading begins one, and its parts come one by one.
import assert from "node:assert/strict"
import { test } from "node:test"
import { marked } from "../../hooks/vanban/features/projector/projector-board.js"
import { before, framed, located, titled } from "../../hooks/vanban/features/projector/projector-frames.js"
import { Entry, isOpen, keep, kept, named } from "../../hooks/vanban/features/projector/projector-place.js"
import { cut } from "../../hooks/vanban/features/projector/projector-slides.js"
import { page, shownWords } from "./page.js"

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

const READING = "cách đọc của người biên soạn"
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
    // what is told once on the page is there for each place: on the wall they may be apart
    ["Khoản 1 Điều 8", "Không được làm.", `Hôm nay · ${READING}Vế mộtNay ở A và B`, `Hôm nay · ${READING}Vế haiNay ở C`, "đ) Một việc.", `Hôm nay · ${READING}Nay: D`],
  ])
})

test("what each slide says of itself", () => {
  const [whole, clause] = cut(page(ARTICLE))
  assert.deepEqual(whole.mark, { label: "", state: "con", sign: "●", words: "còn hiệu lực", path: "anm18/8/", source: "Diễn đạt lại" })
  assert.equal(clause.mark && clause.mark.path, "anm18/8/1/")
  assert.deepEqual(clause.parts[3].ids, ["dieu-8-khoan-1-diem-dd"])
})

test("a link on the wall leads nowhere, and the page stays as it is", () => {
  const body = page(ARTICLE)
  const was = body.innerHTML
  const all = cut(body).flatMap(({ parts }) => parts.map(part => part.element.outerHTML)).join("")
  assert.equal(body.innerHTML, was)
  assert.doesNotMatch(all, /<a |id=|title=/)
  assert.match(all, /<span class="chieu-vd"><span class="chieu-tien">Điều 9<\/span><\/span>/)
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
    <details class="cau-hoi-dap"><summary>Đáp án</summary><p class="cau-hoi-dung">Đáp án B.</p><div class="cau-hoi-vi-sao"><p>Vì thế.</p></div><p class="cau-hoi-can-cu">Căn cứ: Điều 1</p></details></section>`
  const [, { title, ids, parts }] = cut(page(html))
  assert.deepEqual([title, ids], ["Câu 1", ["c1"]])
  assert.deepEqual(parts.map(part => part.element.textContent), ["Ai?MộtHai", "", "Đáp án B.Vì thế.Căn cứ: Điều 1"])
  assert.deepEqual(parts[0].reply, ["Đáp án B.", "Vì thế.", "Căn cứ: Điều 1"]) // for who leads, while the room thinks
  assert.equal(parts[1].answer, parts[0].element.querySelector("ol"))
  assert.equal(parts[0].element.querySelectorAll("button").length, 0)
})

test("what is drawn in: its words, then the rest, then today; its label is the title of its screen", () => {
  const html = `<h1 id="a">Buổi</h1><div class="dan" data-trang-thai="het" data-duong="nd72/5/1/">
    <p class="dan-ten"><a href="#x">Khoản 1 Điều 5</a> <span class="tt" data-trang-thai="het"><span class="tt-dau">■</span> hết</span></p>
    <div class="dan-loi"><p>Lời.</p><ul><li>a</li><li>b</li></ul></div><div class="dan-nay"><p class="ve-ten">Vế</p><ul class="nay"><li>Nay ở D</li></ul></div></div>`
  assert.deepEqual(slides(html), [["Buổi", "Lời.", "a", "b", `Hôm nay · ${READING}VếNay ở D`]])
  assert.deepEqual(new Set(cut(page(html))[0].parts.map(part => part.mark && part.mark.path)), new Set(["nd72/5/1/"]))
})

test("a heading with nothing below it is no slide, but the first is", () => {
  assert.deepEqual(slides("<h1 id=a>Trang</h1><h2 id=b>Trống</h2><h2 id=c>Có</h2><p>lời</p>"), [["Trang", "Trang"], ["Có", "lời"]])
})

test("the newest state is shown; of two alike the wider one says since when", () => {
  const slide = { label: "", state: "het", sign: "■", words: "hết hiệu lực từ 2026", path: "nd72/5/", source: "" }
  const point = { ...slide, words: "hết hiệu lực", path: "nd72/5/1/a/" }
  assert.deepEqual(marked(slide, null), slide)
  assert.deepEqual(marked(slide, point), { ...slide, path: point.path })
  assert.deepEqual(marked(slide, { ...point, state: "con" }), { ...point, state: "con" })
  assert.deepEqual(marked(null, null), {})
})

/** A provision drawn in with two points, as drawn.html has it.
 * @param {string} today */
const drawn = today => `<h1 id="a">Buổi</h1><p>Mục tiêu</p><div class="dan" data-trang-thai="het" data-duong="nd72/5/1/">
  <p class="dan-ten"><a href="#x">Khoản 1 Điều 5 Nghị định X</a> <span class="tt" data-trang-thai="het"><span class="tt-dau">■</span> hết</span></p>
  <div class="dan-loi"><p>Một trong hai điểm a, b:</p></div>${today}
  <div class="dan dan-con" data-trang-thai="het" data-duong="nd72/5/1/a/"><p class="dan-ten"><a href="#x">Điểm a khoản 1 Điều 5 Nghị định X</a></p>
    <div class="dan-loi"><p>Việc một.</p><ul><li>gạch</li></ul></div><div class="dan-nay"><p class="hom-nay-ten">Hôm nay, so cả khoản 1 Điều 5</p><div class="ve"><ul class="nay"><li>Nay ở D</li></ul></div><p class="nay-chac">văn bản nêu rõ</p></div></div>
  <div class="dan dan-con" data-trang-thai="het" data-duong="nd72/5/1/dd/"><p class="dan-ten"><a href="#x">Điểm đ khoản 1 Điều 5 Nghị định X</a></p>
    <div class="dan-loi"><p>Việc hai.</p></div></div>
  <p class="can-cu">diễn đạt lại</p></div><p>Hỏi cả phòng</p>`

test("the points below a provision that is drawn in come after it, each with its own today", () => {
  assert.deepEqual(slides(drawn("")), [[
    "Buổi", "Mục tiêu", "Một trong hai điểm a, b:",
    "a) Việc một.", "gạch", "Hôm nay, so cả khoản 1 Điều 5Nay ở Dvăn bản nêu rõ", "đ) Việc hai.", "Hỏi cả phòng",
  ]])
  const [{ parts }] = cut(page(drawn("")))
  assert.deepEqual(parts.map(({ mark }) => mark && `${mark.words} ${mark.path}`), [
    null, "hết nd72/5/1/", "hết nd72/5/1/a/", "hết nd72/5/1/a/", "hết nd72/5/1/a/", "hết nd72/5/1/dd/", null,
  ])
})

/** Titles and words of the screens that hold so many parts.
 * @param {string} html
 * @param {number} most */
const screens = (html, most) => framed(cut(page(html)), ({ parts }) => parts.length <= most)
  .map(frame => [titled(frame), ...shownWords(frame.parts)])

test("a unit and its today stay on one screen, which has one state and is named by what it holds", () => {
  const today = "Hôm nay, so cả khoản 1 Điều 5Nay ở Dvăn bản nêu rõ"
  const point = ["a) Việc một.", "gạch", today]
  const law = "khoản 1 Điều 5 Nghị định X"
  // all of it has room: a screen for the provision, none shared with the words around it
  assert.deepEqual(screens(drawn(""), 9), [
    ["Buổi", "Mục tiêu"], [`K${law.slice(1)}`, "Một trong hai điểm a, b:", ...point, "đ) Việc hai."], ["Buổi", "Hỏi cả phòng"],
  ])
  // two of its three parts would have had room beside the words before them
  assert.deepEqual(screens(drawn(""), 3).slice(1, 4), [
    [`K${law.slice(1)}`, "Một trong hai điểm a, b:"], [`Điểm a ${law}`, ...point], [`Điểm đ ${law}`, "đ) Việc hai."],
  ])
  // longer than a screen by itself: every piece says of what it is one
  assert.deepEqual(screens(drawn(""), 2).slice(2, 4), [[`Điểm a ${law}`, "a) Việc một.", "gạch"], [`Điểm a ${law}`, today]])
})

test("a point of an article has its own name where it is alone, and the clause's among others", () => {
  assert.deepEqual(screens(ARTICLE, 3).map(([title, ...parts]) => [title, parts.length]), [["Điều 8. Các hành vi", 1], ["Khoản 1 Điều 8", 3], ["Điểm đ khoản 1 Điều 8", 2]])
  assert.deepEqual(screens(ARTICLE, 9).map(([title]) => title), ["Điều 8. Các hành vi", "Khoản 1 Điều 8"])
})

test("points that stand differently do not share a screen", () => {
  const html = ARTICLE.replace('"Điểm đ", "đ)")}', "").replace(/(<section class="dv dv-diem">.*?<\/h3>)/, `$1${chip("con", "còn")}`)
  assert.deepEqual(screens(html, 9).map(([title, ...parts]) => [title, parts.length]), [["Điều 8. Các hành vi", 1], ["Khoản 1 Điều 8", 3], ["Điểm đ khoản 1 Điều 8", 2]])
})

test("a goal, each story and the question have screens of their own; the question names its stories", () => {
  const story = (/** @type {string} */ name) => `<div class="dan dan-chuyen"><p class="dan-ten">Tình huống: <a href="#x">${name}</a></p><div class="dan-loi"><p>Có chuyện.</p></div></div>`
  const step = (/** @type {string} */ stories) => `<h1 id="a">Buổi</h1><div class="buoi chieu-khong"></div><h2 id="b">Nhóm (15 phút)</h2>
    <p class="buoi-muc-tieu"><strong>Mục tiêu:</strong> Biết.</p>${stories}<p class="buoi-hoi"><strong>Hỏi cả phòng:</strong> Ai?</p>`
  assert.deepEqual(screens(step(story("Một") + story("Hai")), 9), [
    ["Buổi", "Buổi"], ["Nhóm", "Mục tiêu: Biết."], ["Một", "Có chuyện."], ["Hai", "Có chuyện."], ["Nhóm", "Hỏi cả phòng Ai?MộtHai"], ["Mang về", "Cảm ơn mọi người"],
  ])
  assert.deepEqual(screens(step(story("Một")), 9).slice(-2)[0], ["Nhóm", "Hỏi cả phòng Ai?"])
})

test("a list stays whole, with the words that announce it", () => {
  const html = '<h1 id="a">Trang</h1><p>Lời.</p><p>Ba việc:</p><ul><li>một</li><li>hai</li></ul>'
  assert.deepEqual(screens(html, 3), [["Trang", "Lời."], ["Trang", "Ba việc:", "một", "hai"]])
})

test("a number of parts leads to the same part however the screens are cut", () => {
  const all = cut(page(drawn("")))
  for (const most of [1, 2, 3, 9]) {
    const frames = framed(all, ({ parts }) => parts.length <= most)
    assert.equal(before(frames, frames.length), 7)
    for (let part = 1; part <= 7; part += 1) {
      const { at, shown } = located(frames, part)
      assert.equal(before(frames, at) + shown, part)
      assert.equal(frames[at].parts[shown - 1], all[0].parts[part - 1])
    }
  }
})

test("the place is kept for this page; whatever else is kept there does no harm", () => {
  page("")
  assert.equal(kept(), null)
  keep({ part: 7, of: 31, from: "#dieu-8 x" })
  assert.deepEqual(kept(), { part: 7, of: 31, from: "#dieu-8 x" })
  sessionStorage.setItem(`chieu ${location.pathname}`, "{broken")
  assert.equal(kept(), null)
  // a broken escape in an address names nothing, and stops nothing
  assert.deepEqual(["#%E0%A4%A", "#%C4%91", "#dieu-8", ""].map(named), ["%E0%A4%A", "đ", "dieu-8", ""])
})

/** The next move in the history, which comes when it comes. */
const moved = () => new Promise(done => { addEventListener("popstate", done, { once: true }) })

test("Back leaves the projector, not the page; opened at once again it stays open", async () => {
  page("")
  let left = 0
  const entry = new Entry(() => { left += 1 })
  await entry.enter()
  assert.equal(isOpen(), true)
  history.back()
  await moved()
  assert.deepEqual([left, isOpen()], [1, false])
  await entry.enter()
  const back = moved()
  entry.leave()
  await entry.enter()
  await back
  assert.equal(isOpen(), true)
})
