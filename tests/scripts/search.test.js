// The search's pure parts: how words are levelled, what is looked for, and what comes first.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { line } from "../../hooks/vanban/features/search/search-context.js"
import { Engine } from "../../hooks/vanban/features/search/search-engine.js"
import { foldOf, isNear, keyOf, untyped, words } from "../../hooks/vanban/features/search/search-fold.js"
import { TextIndex } from "../../hooks/vanban/features/search/search-index.js"
import { Lexicon, read, syllable } from "../../hooks/vanban/features/search/search-query.js"
import { rank } from "../../hooks/vanban/features/search/search-rank.js"

/** @typedef {import("../../hooks/vanban/features/search/search-index.js").Page} Page */

test("one syllable, however it is written", () => {
  for (const same of ["uỷ ủy", "hoà hòa", "quí quý", "kĩ kỹ", "lí lý", "Ðiều điều", "ĐIỀU điều", "mi\u00adnh minh", "qui quy"]) {
    const [one, other] = same.split(" ")
    assert.equal(keyOf(one), keyOf(other), same)
    assert.equal(keyOf(one.normalize("NFD")), keyOf(other), same)
  }
  for (const apart of ["thúy thúi", "bí bị", "đ d", "ma má", "hai hay", "tuy tui"]) {
    const [one, other] = apart.split(" ")
    assert.notEqual(keyOf(one), keyOf(other), apart)
  }
  assert.equal(foldOf(keyOf("Đường")), "duong")
  assert.deepEqual(words("72/2013/NĐ-CP, “Điều 8”"), ["72", "2013", "NĐ", "CP", "Điều", "8"])
})

test("keys pressed while the input method was off", () => {
  for (const [typed, fold] of [["phamj", "pham"], ["xucs", "xuc"], ["ddawng", "dang"], ["hocj", "hoc"], ["tin2", "tin"], ["phu7o7ng1", "phuong"], ["nhuwngx", "nhung"], ["chuwowng", "chuong"]]) {
    assert.equal(untyped(typed), fold, typed)
  }
  assert.equal(untyped("sinh"), "") // nothing to take away
  assert.equal(untyped("2013"), "")
})

test("one slip, and not two", () => {
  for (const [one, other] of [["facebok", "facebook"], ["facebookk", "facebook"], ["shin", "sihn"], ["truog", "truong"], ["trurong", "truong"]]) {
    assert.ok(isNear(one, other), one)
  }
  for (const [one, other] of [["facebppk", "facebook"], ["sinh", "minhs"], ["abcd", "badc"]]) assert.ok(!isNear(one, other), one)
})

/** @type {Page[]} */
const PAGES = [
  ["tin/", 0, "Chuyện tin giả", "Một thầy gửi tin giả.", [["", "", "Ông hay nói xấu, tung tin giả mạo."]]],
  ["gian/", 0, "Gián điệp", "", [["", "", "Thông tin gián điệp. Đưa tin cho gia đình."]]],
  ["anh/", 0, "Ảnh học sinh", "", [["ai", "Ai phải đồng ý?", "Đăng ảnh thì hỏi cha mẹ học sinh."], ["x", "Facebook", "Bị xúc phạm"]]],
  ["hoi/", 1, "Hỏi đáp", "", [["a", "Bấm thích thì sao?", "Xem thêm."], ["b", "Chia sẻ thì sao?", "Có thể."]]],
  ["luat/", 2, "Luật cũ", "", [["", "", "Ảnh học sinh là thông tin. Không được xúc phạm danh dự."]]],
]
/** @type {[number, number, number][]} */
const KINDS = [[0, 1.3, 0], [0, 1, 1], [1, 0.5, 0]]
const WORDS = { meant: { fb: ["facebook"], like: ["bấm thích"], "nói xấu": ["xúc phạm"] }, idle: "bị thì sao có không", places: ["facebook", "fb"] }

const made = () => {
  const index = new TextIndex()
  index.add(PAGES)
  const lexicon = new Lexicon(WORDS)
  /** @param {string} typed */
  const find = typed => rank(read(typed, index, lexicon), index, KINDS).map(({ page, section }) => PAGES[page][0] + (section < 0 ? "" : PAGES[page][4][section][0]))
  return { index, lexicon, find }
}

test("where a syllable stands", () => {
  const { index } = made()
  const number = index.number("giả")
  for (const at of index.placesOf(number)) assert.equal(index.stream[at], number)
  assert.equal(index.placesOf(number).length, 3)
  assert.equal(index.stretches[index.stretchAt(index.placesOf(number)[2])].field, 3)
})

test("what comes first", () => {
  const { find } = made()
  assert.equal(find("tin gia")[0], "tin/") // side by side, not “tin … gia đình”
  assert.equal(find("tin giả")[0], "tin/")
  assert.equal(find("tin gian")[0], "gian/") // a whole syllable before one that begins so
  assert.equal(find("anh hoc sinh")[0], "anh/ai") // an answer before law
  assert.ok(find("anh hoc sinh").includes("luat/"))
  assert.equal(find("noi xau")[0], "tin/") // what was typed …
  assert.ok(find("noi xau").some(one => one.startsWith("luat/"))) // … and what is meant
  assert.deepEqual(find("like"), ["hoi/a"]) // a question is a result of its own
  assert.equal(find("hocsinh")[0].split("/")[0], "anh")
  assert.equal(find("face book")[0], "anh/x")
  assert.deepEqual(find("zzzz"), [])
})

test("every word is wanted; where no page has all, those that have most", () => {
  const { find } = made()
  assert.deepEqual(find("ảnh học sinh xúc phạm danh dự").slice(0, 1), ["luat/"])
  assert.ok(find("ảnh học sinh mèo").length > 0)
  assert.deepEqual(find("chó mèo gà vịt ảnh"), [])
})

test("marks that were typed are meant; without marks everything is", () => {
  const { index } = made()
  /** @param {string} typed */
  const keys = typed => [...syllable(keyOf(typed), index, false, true).keys()].map(number => index.keys[number].normalize("NFC")).sort()
  assert.deepEqual(keys("giả").map(key => foldOf(key)), ["gia"])
  assert.equal(keys("gia").length, 2) // giả, gia
  assert.deepEqual([...syllable(keyOf("gi"), index, true, true).keys()].map(number => index.folds[number]).sort(), ["gia", "gia", "gian"])
  assert.deepEqual([...syllable("8", index, true, true).keys()], []) // 8 is not 80
})

test("the line of context holds the words, marked", () => {
  const { index, lexicon } = made()
  const text = `${"một hai ba ".repeat(20)}không được xúc phạm danh dự của ai, ${"bốn năm ".repeat(20)}`
  const { pieces, count } = line(text, read("xuc pham", index, lexicon), index)
  assert.deepEqual(pieces.filter(({ found }) => found).map(piece => piece.text), ["xúc phạm"])
  assert.equal(count, 2)
  assert.equal(pieces[0].text[0], "…")
  assert.equal(pieces[pieces.length - 1].text.slice(-1), "…")
  assert.ok(pieces.map(piece => piece.text).join("").includes("được xúc phạm danh dự"))
})

// ---- The whole, on the shipped provisions -------------------------------------------------------

const table = JSON.parse(readFileSync(`${process.env.MADE}/table.json`, "utf-8"))
const HOME = "https://truong.invalid/luat/"
/** @param {string} [here] */
const engine = (here = HOME) => new Engine(table.index, {
  groups: ["A", "B", "C", "D", "E"], kinds: KINDS, rows: [], more: [], words: table.words, pages: PAGES,
}, HOME, here)

test("what reads as a citation, and what does not", () => {
  const one = engine()
  for (const typed of ["k1 d8 anm", "26.4 72/2013", "luật an ninh mạng", "nđ 72", "khoản một điều tám anm18", "NÐ 72", "blhs 155", "luat an ninh mang con hieu luc khong"]) {
    assert.ok(one.cited(typed).items.length, typed)
  }
  for (const typed of ["tin giả", "vu khống", "kỷ luật viên chức", "hs", "điểm thi", "khoản tiền", "24 giờ", "trẻ em", "5 điều cần nhớ"]) {
    assert.deepEqual(one.cited(typed).items, [], typed)
  }
})

test("a wrong number is answered with what is there", () => {
  const one = engine()
  for (const [typed, said] of [
    ["khoản 9 điều 8 anm18", "Điều 8 Luật An ninh mạng năm 2018 có 6 khoản (1–6)"],
    ["điểm h khoản 1 điều 8 anm18", "có 6 điểm (a–e)"], // đ counts, no letter is missing
    ["điều 200 anm18", "có 43 điều (1–43)"],
    ["khoản 1 điều 1 anm18", "không chia khoản"],
    ["điều 99 nđ 999", "chưa có văn bản nào khớp với “điều 99 nđ 999”"],
  ]) assert.ok(one.answer(typed).told.includes(said), `${typed}: ${one.answer(typed).told}`)
})

test("a provision stands first, with its state", () => {
  const [group] = engine().answer("khoan 1 dieu 8 anm18").groups
  assert.equal(group.items[0].href, `${HOME}van-ban/luat-24-2018-qh14/dieu-8/#dieu-8-khoan-1`)
  assert.ok(group.items[0].words)
})

test("on the page of a document its own units come first", () => {
  const [group] = engine(`${HOME}van-ban/luat-24-2018-qh14/dieu-8/`).answer("k3 d16").groups
  assert.equal(group.items[0].title[0].text, "Khoản 3 Điều 16 Luật An ninh mạng năm 2018")
})

test("nothing found: words that could be meant", () => {
  const one = engine()
  assert.deepEqual(one.answer("gián điệpp").partly, false)
  assert.ok(one.near("thông tinn xyzt").some(word => word.startsWith("thông")))
  assert.deepEqual(one.near("diep xyzq"), ["điệp"]) // as the pages write it
})
