// The search's pure parts: how words are levelled, what is looked for, and what comes first.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { line } from "../../hooks/vanban/features/search/search-context.js"
import { Engine } from "../../hooks/vanban/features/search/search-engine.js"
import { foldOf, isNear, keyOf, untyped, words } from "../../hooks/vanban/features/search/search-fold.js"
import { TextIndex } from "../../hooks/vanban/features/search/search-index.js"
import { Lexicon } from "../../hooks/vanban/features/search/search-lexicon.js"
import { read, syllable } from "../../hooks/vanban/features/search/search-query.js"
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
  for (const [typed, fold] of [["phamj", "pham"], ["xucs", "xuc"], ["ddawng", "dang"], ["hocj", "hoc"], ["tin2", "tin"], ["phu7o7ng1", "phuong"], ["nhuwngx", "nhung"], ["chuwowng", "chuong"], ["d9ie62u", "dieu"], ["luat65", "luat"], ["gia5", "gia"]]) {
    assert.equal(untyped(typed), fold, typed)
  }
  assert.equal(untyped("sinh"), "") // nothing to take away
  // two tones, a hat that has no letter, an article's number, no vowel: not keys of VNI
  for (const none of ["2013", "luat24", "tin6", "dieu8", "khoan12", "nd72", "anh99"]) assert.equal(untyped(none), "", none)
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
/** @type {import("../../hooks/vanban/features/search/search-lexicon.js").Words} */
const WORDS = { meant: [["fb", "facebook"], ["like", "bấm thích"], ["nói xấu", "xúc phạm"]], idle: ["bị", "thì", "sao", "có", "không", "cho hỏi"], places: ["facebook", "fb"], outside: ["mua mèo"] }

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
  assert.equal(find("anh hoc sinh")[0], "anh/") // an answer before law
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
  assert.equal(find("tin giả gia đình")[0], "tin/") // the title holds two of them, in one breath
  assert.equal(find("đưa tin gián điệp gia đình")[0], "gian/")
  assert.ok(find("học sinh xúc phạm danh dự").includes("luat/"))
  assert.ok(find("ảnh học sinh mèo").length > 0)
  assert.deepEqual(find("chó mèo gà vịt ảnh"), [])
})

test("words that stand together, and what a page is about, come before words that are scattered", () => {
  const index = new TextIndex()
  const far = "một hai ba bốn năm ".repeat(12)
  index.add([
    ["xa/", 0, "Chuyện khác", "", [["", "", `Ảnh đẹp. ${far} Camera tốt.`]]],
    ["gan/", 0, "Chuyện nữa", "", [["", "", `${far} Ảnh của camera. ${far}`]]],
    ["dau/", 0, "Chuyện thêm", "", [["", "", `Camera thì ghi hình. ${far}`]]],
    ["sau/", 0, "Chuyện cuối", "", [["", "", `${far} Camera thì ghi hình.`]]],
  ])
  /** @param {string} typed */
  const find = typed => rank(read(typed, index, new Lexicon(WORDS)), index, KINDS).map(({ page }) => index.pages[page][0])
  assert.deepEqual(find("anh camera ").slice(0, 2), ["gan/", "xa/"])
  assert.deepEqual(find("ghi hinh ").slice(0, 2), ["dau/", "sau/"])
})

test("a title that answers leads to the top of its page", () => {
  const { find } = made()
  assert.equal(find("anh hoc sinh ")[0], "anh/")
  assert.equal(find("hoi cha me hoc sinh ")[0], "anh/ai")
})

test("two syllables that are always together are one word, whatever one of them means alone", () => {
  const index = new TextIndex()
  index.add([["a/", 0, "Vu khống", "", [["", "", "Vu khống là vu khống. Vu khống ai? Không được."]]]])
  const lexicon = new Lexicon(WORDS)
  const [slot, ...others] = read("vu khong co sao ", index, lexicon)
  assert.deepEqual([slot.typed, slot.idle, others.every(one => one.idle)], ["vu khong", false, true])
  assert.equal(slot.phrases.length, 1) // “vu không” is nowhere
  assert.ok(!read("khong vu ", index, lexicon).some(one => one.typed.includes(" ")))
  assert.ok(read("cho hoi vu khong ", index, lexicon)[0].idle) // a phrase that tells nothing
  assert.equal(read("ai vu khong", index, lexicon).length, 2) // at the end too, where more may be typed
  const often = new TextIndex()
  often.add([["a/", 0, "Thì sao", "", [["", "", "Thì sao. Thì sao. Thì sao."]]]])
  assert.deepEqual(read("gỡ thì sao ", often, lexicon).slice(1).map(({ typed }) => typed), [keyOf("thì"), "sao"]) // nor do two that tell nothing tell more
})

test("artificial intelligence is no pronoun", () => {
  const index = new TextIndex()
  index.add([["may/", 0, "Dùng AI viết bài", "", []], ["nguoi/", 0, "Ai phải đồng ý?", "", []]])
  const lexicon = new Lexicon({ ...WORDS, meant: [["dùng ai, gemini", "AI"]], idle: ["dùng"] })
  /** @param {string} typed */
  const find = typed => rank(read(typed, index, lexicon), index, KINDS).map(({ page }) => index.pages[page][0])
  for (const typed of ["AI", "ai", "Ai", "bằng AI ", "dùng ai ", "gemini "]) assert.deepEqual(find(typed), ["may/"], typed)
  for (const typed of ["ai đồng ý ", "AI ĐỒNG Ý "]) assert.equal(find(typed)[0], "nguoi/", typed)
})

test("a matter that no page is about is named", () => {
  const { index, lexicon } = made()
  assert.deepEqual(read("co duoc mua meo khong ", index, lexicon).map(slot => slot.outside).filter(Boolean), ["mua mèo"])
  assert.deepEqual(read("meo ", index, lexicon).map(slot => slot.outside), [""])
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
/** @param {string} [here]
 * @param {Page[]} [pages] */
const engine = (here = HOME, pages = PAGES) => new Engine(table.index, {
  groups: ["A", "B", "C", "D", "E"], kinds: KINDS, rows: [], more: [], asked: [], words: table.words, pages,
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

test("keys pressed while the input method was off name provisions too", () => {
  const one = engine(HOME, [["a/", 0, "Khoản, điều của luật", "", []]])
  for (const [typed, same] of [["dieefu 8 luaatj an ninh mang", "dieu 8 luat an ninh mang"], ["khoan 1 d9ie62u 8 anm18", "khoan 1 dieu 8 anm18"], ["K1 D8 ANM", "k1 d8 anm"], ["nd72 26.4", "nd 72 26.4"]]) {
    const found = one.cited(one.retyped(typed)).items
    assert.ok(found.length, typed)
    assert.equal(found[0].href, one.cited(same).items[0].href, typed)
  }
})

test("law that has ended says where it stands today, as far as it was compared", () => {
  const one = engine()
  /** @param {string} typed */
  const today = typed => {
    const [{ items: [{ today: found }] }] = one.answer(typed).groups
    return found && found.lead + found.there.name + found.more
  }
  assert.equal(today("khoan 4 dieu 26 nd 72"), "→ nay: Khoản 4 Điều 36 Nghị định 147/2024/NĐ-CP")
  assert.match(today("k1 d8 anm18") || "", /^→ nay: Khoản 1 Điều 7 Luật An ninh mạng năm 2025 và \d+ chỗ khác$/)
  assert.match(today("dieu 8 anm18") || "", /^→ khoản 1 Điều 8 nay: /) // only its parts were compared
  assert.equal(today("dieu 25 nd 72"), "→ nay: Nghị định 147/2024/NĐ-CP (so cả văn bản)")
  assert.equal(today("dieu 36 nd 147"), undefined)
})

test("an article of no document: what the dispatch leans on, then what stands in its place", () => {
  const { groups: [{ items }], told } = engine().answer("dieu 8")
  const LEANED = ["luat-24-2018-qh14", "nghi-dinh-72-2013-nd-cp", "luat-116-2025-qh15", "nghi-dinh-147-2024-nd-cp"]
  assert.deepEqual(items.slice(0, 4).map(({ href }) => href.split("/van-ban/")[1].split("/")[0]), LEANED)
  assert.ok(items.every(({ words: state }) => state))
  assert.ok(told.includes("Điều 8 của văn bản nào?"), told)
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
