// A session: its plan, the window of the person who leads, the clock, the keys.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { framed, scaled } from "../../hooks/vanban/features/projector/projector-frames.js"
import { asked, digits, JUMP, swiped, TABLE } from "../../hooks/vanban/features/projector/projector-keys.js"
import { Clock, pace, stepsOf, told } from "../../hooks/vanban/features/projector/projector-clock.js"
import { viewOf } from "../../hooks/vanban/features/projector/projector-view.js"
import { Walk } from "../../hooks/vanban/features/projector/projector-walk.js"
import { cut } from "../../hooks/vanban/features/projector/projector-slides.js"
import { page, shownWords } from "./page.js"

/** Titles, and the words of each part, with what stands before its state.
 * @param {string} html */
const slides = html => cut(page(html)).map(({ title, parts }) => [title, ...parts.map(part => (part.element.textContent || "").replace(/\s+/g, " ").trim())])

const PLAN = `<h1 id="a">Buổi</h1><p>Lời mở.</p><div class="buoi chieu-khong"><table></table></div>
  <h2 id="b">Một (3 phút)</h2><p>Việc.</p><p class="buoi-dan chieu-khong"><strong>Người dẫn:</strong> Nói chậm.</p>
  <h2 id="c">Hai (12 phút)</h2><p>Việc nữa.</p><div class="dan" data-duong="x/1/"><p class="dan-ten"><a href="../y/#dieu-1-khoan-2">Khoản 2 Điều 1 Luật Y</a> <span class="tt" data-trang-thai="con">● còn</span></p>
    <div class="dan-loi"><p>Lời luật.</p><p class="dan-luu-y">Lưu ý: mới đọc một bản.</p></div><p class="can-cu">diễn đạt lại · một nguồn · kiểm tra 01/01/2026 · <a href="#can-cu">căn cứ</a></p></div>`

test("a plan: a cover, steps with minutes, and what only the person who leads sees", () => {
  const all = cut(page(PLAN))
  assert.deepEqual(slides(PLAN), [["Buổi", "Buổi"], ["Một", "Việc."], ["Hai", "Việc nữa.", "Lời luật."], ["Mang về", "Cảm ơn mọi người"]])
  assert.deepEqual(all.map(({ minutes, lead }) => [minutes, ...lead]), [[0], [3, "Nói chậm."], [12], [0]])
  assert.deepEqual(all[0].parts[0].lead, ["Lời mở."]) // of the plan itself, not to be said
  const [{ mark, lead, unit }] = all[2].parts.slice(1)
  assert.deepEqual(lead, ["Khoản 2 Điều 1. Lưu ý: mới đọc một bản."])
  assert.deepEqual([unit && unit.name, unit && unit.of, mark && mark.source], ["Khoản 2 Điều 1", "Luật Y", "Diễn đạt lại · một nguồn · kiểm tra 01/01/2026"])
})

test("the window of the person who leads: the step on the wall, what comes next, where to jump", () => {
  const all = cut(page(PLAN))
  const steps = stepsOf(all)
  assert.deepEqual(steps.map(({ title, begins, ends }) => [title, begins, ends]), [["Một", 0, 3], ["Hai", 3, 15]])
  const walk = new Walk()
  walk.all = framed(all, () => true)
  const seen = () => {
    const { title, shown, lead, notes, next, rows } = viewOf(walk, all, steps, false)
    return [title, shown, lead.join(), notes.join(), next ? `${next.title}: ${next.parts.map(one => one.textContent)}` : "", rows.filter(({ here }) => here).map(({ screen }) => screen).join()]
  }
  walk.find("")
  assert.deepEqual(seen(), ["Buổi", 1, "", "Lời mở.", "Một: Việc.", ""])
  walk.step(1)
  assert.deepEqual(seen(), ["Một", 1, "Nói chậm.", "", "Hai: Việc nữa.", "2"])
  walk.turn(walk.all.length - 2, Infinity)
  assert.deepEqual(seen(), ["Khoản 2 Điều 1", 1, "", "Khoản 2 Điều 1. Lưu ý: mới đọc một bản.", "Mang về: Cảm ơn mọi người", "3"])
})

test("the room reads a cover, goals and a last list written for it; answers are for who leads", () => {
  const html = `<h1 id="a">Buổi 3 phút</h1><div class="buoi chieu-khong" data-bia="Trước khi đăng" data-bia-phu="Một chuyện." data-muc-tieu="Sau phần này, bạn sẽ"></div>
    <h2 id="b">Một (3 phút)</h2><p class="buoi-muc-tieu"><strong>Mục tiêu:</strong> Biết hỏi.</p>
    <div class="dan dan-chuyen"><p class="dan-ten">Tình huống: <a href="#x">Tin lạ</a></p><div class="dan-loi"><p>Có tin.</p></div><p class="buoi-dap chieu-khong"><strong>Trả lời gọn:</strong> Khoan chuyển.</p><p class="buoi-dap buoi-phat chieu-khong"><strong>Ai hỏi mức phạt:</strong> Tin sai: 10–15.</p></div>
    <p class="buoi-hoi"><strong>Hỏi cả phòng:</strong> Bạn “chia sẻ” không?</p><p class="buoi-dap chieu-khong"><strong>Trả lời gọn:</strong> Không.</p>
    <ol><li>Hỏi trước.</li><li>Gỡ ngay.</li></ol><p class="buoi-dan chieu-khong"><strong>Người dẫn:</strong> Cảm ơn.</p>`
  const all = cut(page(html))
  const seen = all.flatMap(({ parts }) => parts.map(one => one.element.textContent))
  assert.deepEqual(seen, [
    "Trước khi đăngMột chuyện.", "Sau phần này, bạn sẽ biết hỏi.", "Có tin.", "Hỏi cả phòng Bạn “chia\u00a0sẻ” không?", "Hỏi trước.", "Gỡ ngay.", "Hỏi trước.Gỡ ngay.",
  ])
  assert.deepEqual(all.map(({ face }) => face), ["cover", "", "close"])
  const walk = new Walk()
  walk.all = framed(all, () => true)
  assert.deepEqual(walk.all.map((_, at) => viewOf({ all: walk.all, at, shown: 1 }, all, stepsOf(all), false).replies.join()), ["", "", "Khoan chuyển.", "Không.", "", ""])
  // What the act may cost is asked when the question is on the wall.
  const cost = "Ai hỏi mức phạt: Tin sai: 10–15."
  assert.deepEqual(walk.all.map((_, at) => viewOf({ all: walk.all, at, shown: 1 }, all, stepsOf(all), false).costs.join()), ["", "", cost, cost, "", ""])
  assert.deepEqual(all.map(({ lead }) => lead.join()), ["", "Cảm ơn.", "Cảm ơn."]) // said while the last screen stays
})

test("larger letters flow to further screens, smaller ones stay; nothing is lost or torn from its lead-in", () => {
  const frames = framed(cut(page(`<h1 id="a">Trang</h1><p>Lời.</p><p>Ba việc:</p><ul><li>một</li><li>hai</li><li>ba</li></ul>`)), () => true)
  // A screen has room for four parts at size 1, for fewer in larger letters.
  const room = (/** @type {import("../../hooks/vanban/features/projector/projector-frames.js").Frame} */ { parts }, /** @type {number} */ size) => parts.length * size <= 4
  const at = (/** @type {number} */ scale) => scaled(frames, scale, () => 1, room).map(({ parts, size }) => [size, ...shownWords(parts)])
  assert.equal(scaled(frames, 1, () => 1, room), frames)
  assert.deepEqual(at(0.8), [[0.8, "Lời.", "Ba việc:", "một", "hai", "ba"]])
  assert.deepEqual(at(1.3), [[1.3, "Lời.", "Ba việc:", "một"], [1.3, "Ba việc:hai", "ba"]])
  assert.deepEqual(at(2), [[2, "Lời."], [2, "Ba việc:", "một"], [2, "Ba việc:hai", "ba"]])
  assert.deepEqual(at(5).length, 5) // longer than the screen: alone, to be scrolled
})

test("a lead-in comes with what it leads in, on and back", () => {
  const walk = new Walk()
  walk.all = framed(cut(page(`<h1 id="a">Buổi</h1><h2 id="b">Một</h2><p>Ba nhóm:</p><ul><li>tin sai:</li><li>tin thật</li><li>tin mật</li></ul><h2 id="c">Hai</h2><p>Hết.</p>`)), () => true)
  /** @param {1 | -1} way */
  const step = way => {
    walk.step(way)
    return [walk.at, walk.shown]
  }
  walk.turn(1, 1)
  assert.deepEqual([walk.at, walk.shown], [1, 3]) // “Ba nhóm:” and “tin sai:” say nothing alone
  assert.deepEqual([step(1), step(1)], [[1, 4], [2, 1]])
  assert.deepEqual([step(-1), step(-1), step(-1)], [[1, 4], [1, 3], [0, 1]])
})

test("the clock against the plan, in words", () => {
  const step = { begins: 3, ends: 8 }
  const table = [[0, "Sớm 3 phút so với kế hoạch"], [151, "Đúng kế hoạch"], [500, "Đúng kế hoạch"], [511, "Chậm 1 phút so với kế hoạch"], [1000, "Chậm 9 phút so với kế hoạch"]]
  assert.deepEqual(table.map(([at]) => [at, pace(Number(at), step)]), table)
  assert.deepEqual([0, 59.9, 754, 6000].map(told), ["0:00", "0:59", "12:34", "100:00"])
})

test("the clock runs from the first step, survives a reload, and is set back on the cover", () => {
  page("")
  const [one, two] = stepsOf(cut(page(PLAN)))
  const minute = 60000
  const clock = new Clock()
  clock.enter(one, 5 * minute)
  clock.enter(two, 10 * minute)
  assert.deepEqual(clock.read(11 * minute), { all: 360, step: 60 })
  const again = new Clock()
  again.enter(two, 12 * minute)
  assert.deepEqual(again.read(12 * minute), { all: 420, step: 0 })
  again.again(20 * minute) // on time from here: step two begins at minute 3
  assert.equal(pace(again.read(20 * minute).all, two), "Đúng kế hoạch")
  again.enter(null, 21 * minute)
  assert.deepEqual([again.read(22 * minute).all, new Clock().start], [0, 0])
  again.enter(two, 30 * minute) // begun in the middle
  assert.equal(again.read(30 * minute).all, 180)
})

test("keys: capitals, what clickers send, and what is not for the projector", () => {
  /** @type {[string, string | undefined][]} */
  const table = [
    ["PageDown", "next"], ["ArrowRight", "next"], [" ", "next"], ["Enter", "next"], ["PageUp", "back"], ["ArrowLeft", "back"], ["Backspace", "back"],
    ["ArrowDown", "slideOn"], ["ArrowUp", "slideBack"], ["Home", "first"], ["End", "last"], ["F5", "stay"], ["Escape", "leave"],
    ["Q", "code"], ["q", "code"], ["B", "dark"], [".", "dark"], ["p", "presenter"], ["P", "presenter"], ["f", "full"], ["?", "help"],
    ["+", "larger"], ["=", "larger"], ["-", "smaller"], ["t", "scheme"], ["T", "scheme"],
    ["x", undefined], ["c", undefined], ["1", undefined], ["Tab", undefined], ["F11", undefined], ["Process", undefined],
  ]
  assert.deepEqual(table.map(([key]) => [key, asked({ key })]), table)
  assert.equal(asked({ key: " ", shiftKey: true }), "back")
})

test("no key asks for two things; the handbook tells every key that the table tells", () => {
  const keys = TABLE.flatMap(row => row.keys)
  assert.equal(new Set(keys).size, keys.length)
  const handbook = readFileSync(new URL("../../docs/tap-huan/index.md", import.meta.url), "utf8")
  for (const { shown } of [...TABLE, JUMP]) {
    for (const key of shown.split(/[ ,]+/).filter(one => /^(.|[A-Z][A-Za-z]+)$/.test(one))) assert.ok(handbook.includes(`\`${key}\``), key)
  }
})

test("digits make a number; Backspace mends it, another key drops it", () => {
  const typed = ["1", "2", "Backspace", "5"].reduce(digits, "")
  assert.equal(typed, "15")
  assert.deepEqual([digits("15", "x"), digits("", "0"), digits("", "Backspace"), digits("123", "4")], ["", "", "", "234"])
})

test("a swipe goes across, far enough", () => {
  // to the left: on; to the right: back; a tap, a scroll, and a crooked one: nothing
  assert.deepEqual([swiped(-120, 10), swiped(120, -30), swiped(-8, 2), swiped(5, 200), swiped(80, 70)], [1, -1, 0, 0, 0])
})
