// What stands above what, and the line that each result shows of its page.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { line } from "../../hooks/vanban/features/search/search-context.js"
import { Engine } from "../../hooks/vanban/features/search/search-engine.js"
import { arranged } from "../../hooks/vanban/features/search/search-groups.js"
import { TextIndex } from "../../hooks/vanban/features/search/search-index.js"
import { Lexicon } from "../../hooks/vanban/features/search/search-lexicon.js"
import { read } from "../../hooks/vanban/features/search/search-query.js"

/** @typedef {import("../../hooks/vanban/features/search/search-index.js").Page} Page */

const table = JSON.parse(readFileSync(`${process.env.MADE}/table.json`, "utf-8"))
const HOME = "https://truong.invalid/luat/"
/** @type {[number, number, number][]} */
const KINDS = [[0, 1, 0], [1, 1, 0], [3, 1, 0]]
/** @param {Page[]} pages
 * @param {object} [words] */
const engine = (pages, words = table.words) => new Engine(table.index, { groups: ["A", "B", "C", "D", "E"], kinds: KINDS, rows: [], more: [], asked: [], words, pages }, HOME, HOME)
/** @param {Engine} one
 * @param {string} typed */
const found = (one, typed) => one.answer(typed).groups.flatMap(({ items }) => items.map(({ href }) => href.slice(HOME.length)))
/** @param {import("../../hooks/vanban/features/search/search-context.js").Piece[]} pieces */
const said = pieces => pieces.map(({ text }) => text).join("")

test("an article of which only the heading is here stands below pages that answer", () => {
  for (const { cho, dieu } of table.index.vanBan) {
    const [, number, heading] = /^(\d+)[^*|\n]*\|((?:\S+ ){5,11}\S+)$/m.exec(dieu) || []
    if (!heading) continue
    const listed = `${cho}#dieu-${number}`
    const text = `${heading}. Cả trang nói về việc ấy.`
    /** @type {Page} */
    const law = [cho + table.index.trang[0], 1, "Văn bản", "", []]
    const alone = engine([["khac/", 0, "Chuyện khác", "", [["", "", "Không nói gì."]]]])
    alone.add([law])
    assert.equal(found(alone, `${heading} `)[0], listed) // nothing else answers
    const both = engine([["buoi/", 2, "Một buổi", "", [["", "", text]]]])
    both.add([law])
    assert.deepEqual(found(both, `${heading} `).filter(one => one === listed || one === "buoi/"), ["buoi/", listed])
    return
  }
  assert.fail("no article without a page")
})

test("a network that is named tells two pages apart, and decides nothing", () => {
  const one = engine([
    ["chuyen/", 0, "Chuyện lớp trên TikTok", "", [["", "", "Thầy kể chuyện. Trẻ dùng TikTok thì kể chuyện TikTok."]]],
    ["luat/", 0, "Tài khoản của trẻ", "", [["", "", "Trẻ mở tài khoản thì cha mẹ đăng ký."]]],
    ["luat-2/", 0, "Tài khoản của trẻ", "", [["", "", "Trẻ mở tài khoản TikTok thì cha mẹ đăng ký."]]],
  ], { meant: [], idle: [], places: ["tiktok"], outside: [] })
  assert.deepEqual(found(one, "tai khoan cua tre tiktok ").slice(0, 2), ["luat-2/", "luat/"])
  assert.equal(found(one, "tre mo tai khoan tiktok ")[0], "luat-2/")
  assert.equal(found(one, "tiktok ")[0], "chuyen/") // unless nothing else is asked
})

test("of two situations that hold a question the one comes first that is about it", () => {
  /** @param {number} page
   * @param {number} score
   * @param {number[]} shares the share of the question in title, opening and heading
   * @param {number} group */
  const placed = (page, score, shares, group) => ({
    one: { page, section: 0, score, share: 1, sure: 1, named: 0, told: 0, said: shares, asked: 0, scattered: false }, group, score, isListed: false,
  })
  /** @param {number} group
   * @param {number} less */
  const order = (group, less) => arranged([placed(1, 10, [0.4, 0], group), placed(2, less, [0.4, 0.4], group)], 5, new Set(), false)
    .rows.flatMap(({ shown }) => shown.map(({ page }) => page))
  assert.deepEqual(order(0, 9), [2, 1])
  assert.deepEqual(order(0, 5), [1, 2]) // unless it holds far less
  assert.deepEqual(order(1, 9), [1, 2]) // provisions have no stories
})

test("of two pages for trainers the one comes first that is known to be asked for", () => {
  /** @param {number} page
   * @param {number} score
   * @param {number} asked */
  const placed = (page, score, asked) => ({
    one: { page, section: 0, score, share: 1, sure: 1, named: 0, told: 0, said: [1], asked }, group: 3, score, isListed: false,
  })
  /** @param {number} asked */
  const order = asked => arranged([placed(1, 10, 0), placed(2, 5, asked)], 5, new Set(), false).rows.flatMap(({ shown }) => shown.map(({ page }) => page))
  assert.deepEqual(order(1), [2, 1])
  assert.deepEqual(order(0), [1, 2])
})

test("what nobody knows does not hide what answers the rest, and the count is of what is shown", () => {
  const one = engine([
    ["buoi/", 2, "Tập huấn giáo viên", "", [["", "", "Một buổi tập huấn cho giáo viên."]]],
  ])
  const { groups, count, partly } = one.answer("tap huan giao vien xyzzyq ")
  assert.equal(partly, true)
  assert.equal(count, 1)
  assert.equal(groups[0].items[0].href, `${HOME}buoi/`)
})

test("where no page answers all, the count is that of the rows, and there are no more", () => {
  const one = engine([1, 2, 3, 4, 5, 6, 7, 8].map(number => [`${number}/`, 0, `Chuyện ${number}`, "", [["", "", "Nhà trường họp phụ huynh."]]]))
  const { groups, count, partly } = one.answer("nha truong hop phu huynh xyzzyq qwrtp ")
  assert.equal(partly, true)
  assert.equal(count, groups.reduce((sum, { items }) => sum + items.length, 0))
  assert.ok(groups.every(({ more }) => !more))
})

test("words to try bear the marks that the pages write, and are no halves of words", () => {
  const one = engine([["a/", 0, "Nhạc", "", [["", "", "Nhạc nền. Nhạc hay. Nhắc lại bản quyền giáo viên. Lấy điểm."]]]])
  assert.deepEqual(one.near("nhac lay giao vien xyzzyq"), ["nhạc", "giáo viên"])
  assert.deepEqual(one.near("diem xyzzyq"), ["điểm"])
})

test("where law stands today is said once for an article and its parts", () => {
  const one = engine([])
  const ended = table.index.vanBan.find((/** @type {any} */ { nay, dieu }) => Object.keys(nay || {}).some(id => {
    const [, number] = /^dieu-(\d+)$/.exec(id) || []
    return number && new RegExp(`^${number}\\*?:1.*,2`, "m").test(dieu) && !Object.keys(nay).some(other => other.startsWith(`${id}-`))
  }))
  assert.ok(ended)
  const id = Object.keys(ended.nay).find(key => /^dieu-\d+$/.test(key) && new RegExp(`^${key.slice(5)}\\*?:1.*,2`, "m").test(ended.dieu) && !Object.keys(ended.nay).some(other => other.startsWith(`${key}-`))) || ""
  const { items } = one.answer(`điều ${id.slice(5)} ${ended.so}`).groups[0]
  assert.ok(items.length > 2)
  assert.deepEqual(items.map(({ today }) => Boolean(today)), items.map((_, place) => !place))
})

test("a provision that was cited says how it is worded here", () => {
  const one = engine([["van-ban/luat-24-2018-qh14/dieu-8/", 1, "Điều 8", "", [["dieu-8-khoan-1", "", "Không được bịa đặt. Và câu sau."]]]])
  const [{ below }] = one.answer("khoản 1 điều 8 luật an ninh mạng 2018").groups[0].items
  assert.match(said(below), /^Không được bịa đặt\./)
})

// ---- Words of the school ------------------------------------------------------------------------

/** @type {import("../../hooks/vanban/features/search/search-lexicon.js").Words} */
const WORDS = { meant: [["(xử lý / xử) giáo viên", "kỷ luật"], ["nhạc", "bản quyền"], ["dùng ai", "công cụ AI"]], idle: ["một", "có", "được"], places: [], outside: [] }
const index = new TextIndex()
index.add([
  ["a/", 0, "Kỷ luật", "", [["", "", "Kỷ luật viên chức, giáo viên, phụ huynh, học sinh. Bản quyền của công cụ AI."]]],
  ["b/", 0, "Nhắc nhở", "", [["", "", "Nhắc nhở, nhạc nền."]]],
])
/** @param {string} typed */
const slots = typed => read(typed, index, new Lexicon(WORDS))

test("a phrase of the school is known by its choices, its slips, and with idle words inside", () => {
  for (const typed of ["xu ly giao vien ", "xử giáo viên ", "xu ly mot giao vien ", "xu ly giao vienn "]) {
    assert.deepEqual(slots(typed).map(slot => slot.said.replace("xử lý", "xử")), ["xử giáo viên"], typed)
  }
  assert.ok(slots("xu ly hoc sinh giao vien ").every(slot => !slot.said.startsWith("xử")))
  assert.equal(slots("dung AI co duoc ")[0].said, "dùng ai")
  assert.notEqual(slots("dung duoc AI ")[0].said, "dùng ai") // of two words nothing stands between
})

test("a slip in a word of the school is mended where no page has the word", () => {
  const lexicon = new Lexicon({ ...WORDS, meant: [["youtube", "nhạc nền"]], places: ["instagram"] })
  assert.deepEqual(["youtbe ", "instagarm ", "youtoob "].map(typed => read(typed, index, lexicon)[0].typed), ["youtube", "instagram", "youtoob"])
})

test("a word of the school without marks is hardly another word", () => {
  const [{ phrases: [{ syllables: [fits] }] }] = slots("nhac ")
  const [music, remind] = ["nhạc", "nhắc"].map(word => fits.get(index.number(word)) || 0)
  assert.equal(music, 1)
  assert.ok(remind > 0 && remind < music)
})

// ---- The line of context ------------------------------------------------------------------------

/** @param {string} text
 * @param {string} typed */
const shown = (text, typed) => {
  const own = new TextIndex()
  own.add([["a/", 0, "", "", [["", "", text]]]])
  return said(line(text, read(typed, own, new Lexicon(WORDS)), own).pieces)
}
const far = "một hai ba bốn năm sáu bảy tám chín mười "

test("a line begins with the sentence, or the clause, in which the words stand", () => {
  assert.match(shown(`${far.repeat(4)}xong. Bịa đặt là bị cấm theo luật.`, "bi cam "), /^Bịa đặt là bị cấm/)
  assert.match(shown(`${far.repeat(4)}xong, “bịa đặt” là bị cấm theo luật.`, "bi cam "), /^…“bịa đặt” là bị cấm/)
})

test("a line does not begin or end inside a number, a sign or a word", () => {
  const number = shown(`${far.repeat(4)}theo Nghị định 282/2025/NĐ-CP cùng cá nhân bị cấm ${"theo nghị định ".repeat(9)}`, "bi cam ")
  assert.match(number, /^…(?:theo )?Nghị định 282/)
  const often = "kia trách nhiệm nọ hình sự ".repeat(5)
  for (let more = 0; more < 8; more++) {
    const lots = ["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8"].slice(more).join(" ")
    const inside = shown(`${far.repeat(4)}kia trách nhiệm nọ hình sự ${lots} bị cấm ${often.repeat(2)}`, "bi cam ")
    assert.doesNotMatch(inside, /^…(?:nhiệm|sự)/)
    assert.doesNotMatch(inside, /(?:trách|hình)…$/)
  }
  for (let more = 0; more < 12; more++) {
    const end = shown(`bị cấm ${"xa ".repeat(20 + (more % 6))}theo Nghị định 282/2025/NĐ-CP ${far.repeat(4)}`, "bi cam ")
    assert.doesNotMatch(end, /(?:\d\/\d+|NĐ|\/)…$/)
  }
})

test("a short text is shown whole", () => {
  assert.equal(shown("Bị cấm theo luật. Hết.", "bi cam "), "Bị cấm theo luật. Hết.")
})
