// What the box takes for an answer, and what stands first whatever else was found.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { Engine } from "../../hooks/vanban/features/search/search-engine.js"
import { TextIndex } from "../../hooks/vanban/features/search/search-index.js"
import { syllable } from "../../hooks/vanban/features/search/search-query.js"

/** @typedef {import("../../hooks/vanban/features/search/search-index.js").Page} Page */

const table = JSON.parse(readFileSync(`${process.env.MADE}/table.json`, "utf-8"))
const HOME = "https://truong.invalid/luat/"
/** @param {string} here
 * @param {Page[]} pages */
const engine = (here, pages) => new Engine(table.index, {
  groups: ["A", "B", "C", "D", "E"], kinds: [[0, 1, 0]], rows: [], more: [], asked: [], words: table.words, pages,
}, HOME, here)

test("a page answers what it is named after; words that are scattered over it answer nothing", () => {
  const far = "một hai ba bốn năm ".repeat(3)
  const one = engine(HOME, [
    ["ten/", 0, "Nói xấu thầy cô", "", [["", "", "Gỡ bài. Xin lỗi."]]],
    ["xa/", 0, "Chuyện khác", "", [["", "", `Hoa của trường. ${far} Bướm vàng. ${far} Áo cúc.`]]],
    ["gan/", 0, "Chuyện nữa", "", [["", "", `Hoa cúc vàng của trường. ${far} Chim hót.`]]],
  ])
  assert.equal(one.answer("noi xau thay co chim phai lam sao ").partly, false)
  assert.equal(one.answer("chim hot noi xau thay co xe ").partly, true) // “xe” is nowhere
  assert.equal(one.answer("hoa cuc vang ").partly, false)
  const two = engine(HOME, one.index.pages.slice(0, 2))
  assert.equal(two.answer("hoa cuc vang ").partly, true)
})

test("single syllables answer nothing where no two of them stand together", () => {
  /** @type {Page[]} */
  const pages = [["gia/", 0, "Giả lời người khác", "Xăng xái hỏi lại.", [["", "", "Giả giọng, giả mặt đều bị cấm."]]], ["hoa/", 0, "Hoa", "", [["", "", "Cúc vàng."]]]]
  /** @param {string} typed */
  const isDenied = typed => engine(HOME, pages).answer(typed).partly
  assert.ok(isDenied("gia xang "))
  assert.ok(!isDenied("gia loi "))
  assert.ok(!isDenied("giả ")) // one is all that was asked
  pages.push(["dau/", 0, "Chuyện khác", "", [["", "", "Tin về giá xăng."]]])
  assert.ok(!isDenied("gia xang "))
})

test("the dispatch of this site comes first, whoever is thought to have issued it", () => {
  /** @type {Page} */
  const own = ["cong-van/", 0, "Công văn tháng 11/2019", "", [["", "Công văn về sử dụng mạng xã hội", ""], ["x", "Nguyên văn", "Số: /PGDĐT Thủ Thừa, ngày nào"]]]
  /** @type {Page} */
  const other = ["khac/", 0, "Công văn về mạng xã hội của Sở năm 2019", "", [["", "", "Công văn. Công văn."]]]
  const one = engine(HOME, [other, own])
  /** @param {string} typed */
  const first = typed => one.answer(typed).groups[0].items[0].href.slice(HOME.length)
  for (const typed of ["cong van 2019 cua so ve mang xa hoi", "công văn thủ thừa", "cv mạng xã hội"]) assert.equal(first(typed), "cong-van/", typed)
  assert.notEqual(first("công văn năm 2020 mạng xã hội của sở"), "cong-van/")
})

test("of two letters the one whose number was typed comes first", () => {
  /** @type {Page} */
  const first = ["cong-van/", 0, "Công văn tháng 11/2019", "", [["", "Công văn về sử dụng mạng xã hội", ""], ["x", "Nguyên văn", "Số: /PGDĐT"]]]
  /** @type {Page} */
  const second = ["thu/", 0, "Công văn 345/SGDĐT", "", [["", "Công văn 345/SGDĐT", ""], ["x", "Nguyên văn", "Số: 345/SGDĐT"]]]
  const [letter] = table.index.vanBan.filter((/** @type {any} */ one) => one.thu)
  const index = { ...table.index, vanBan: [...table.index.vanBan, { ...letter, ma: "cv345", so: "345/SGDĐT", goi: "Công văn 345/SGDĐT", cho: "thu/", khac: [] }] }
  const one = new Engine(index, { groups: ["A", "B", "C", "D", "E"], kinds: [[0, 1, 0]], rows: [], more: [], asked: [], words: table.words, pages: [first, second] }, HOME, HOME)
  for (const [typed, found] of [["công văn 345 về mạng xã hội", "thu/"], ["công văn 2019 về mạng xã hội", "cong-van/"]]) {
    const named = one.answer(typed).groups.find(({ name }) => name === "Trang mang tên này")
    assert.equal(named && named.items[0].href, HOME + found, typed)
  }
})

test("what was typed well and stands nowhere is hardly a slip", () => {
  const index = new TextIndex()
  index.add([["a/", 0, "Học sinh", "", []]])
  /** @param {string} typed */
  const best = typed => Math.max(...syllable(typed, index, false, false).values())
  assert.ok(best("xinh") > 0)
  assert.ok(best("xinh") < best("sihn")) // “sinh” is what the pages have
})

test("a long question that a page is named after is not denied, and the part that it leaves out is said", () => {
  const words = { meant: [["gửi nhầm", "gửi nhầm"], ["danh sách", "danh sách"], ["học phí", "học phí"], ["kỷ luật", "kỷ luật"]], idle: [], places: [], outside: ["nhuộm tóc"] }
  const one = new Engine(table.index, { groups: ["A", "B", "C", "D", "E"], kinds: [[0, 1, 0]], rows: [], more: [], asked: [], words, pages: [
    ["nham/", 0, "Gửi nhầm danh sách", "Kế toán gửi nhầm danh sách miễn giảm học phí.", [["", "", "Thu hồi ngay."]]],
    ["luat/", 0, "Kỷ luật", "", [["", "", "Có hình thức kỷ luật."]]],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map(number => /** @type {Page} */ ([`khac-${number}/`, 0, `Chuyện ${number}`, "", [["", "", "Trường họp, gặp, hỏi, chiều qua, phòng."]]])),
  ] }, HOME, HOME)
  const asked = "chieu qua ke toan phong toi gui nham danh sach hoc phi gap hop hoi truong "
  assert.equal(one.answer(asked).groups[0].items[0].href, `${HOME}nham/`)
  assert.equal(one.answer(asked).partly, false)
  assert.deepEqual(one.answer("gui nham danh sach ky luat ").lacks, ["ky luat"])
  assert.deepEqual(one.answer("gui nham danh sach hoc phi ").lacks, [])
  assert.deepEqual([one.answer("ky luat nhuom toc ").partly, one.answer("ky luat nhuom toc ").outside], [true, "nhuộm tóc"])
  assert.equal(one.answer("xyzzyq qwrtp danh ").outside, "xyzzyq qwrtp")
})

test("every address stands once in a list", () => {
  const one = engine(HOME, [])
  const [{ so, cho }] = table.index.vanBan
  one.add([[cho + table.index.trang[0], 0, `Văn bản ${so}`, "", [["", "", `Văn bản ${so} là văn bản.`]]]])
  const found = one.answer(`văn bản ${so}`).groups.flatMap(({ items }) => items.map(({ href }) => href))
  assert.ok(found.length)
  assert.equal(new Set(found).size, found.length)
})

test("the name of a unit of law is a word of everyday where no number follows", () => {
  const one = engine(HOME, [
    ["luat/", 0, "Luật", "", [["", "", "Sửa điểm b khoản 2. Bỏ điểm c. Thêm điểm a."]]],
    ["lop/", 0, "Lớp", "", [["", "", "Gửi điểm cho từng gia đình."]]],
  ])
  /** @param {string} typed */
  const found = typed => one.answer(typed).groups.flatMap(({ items }) => items.map(({ href }) => href.slice(HOME.length)))
  assert.deepEqual(found("diem "), ["lop/"])
  assert.equal(found("diem b khoan 2 ").includes("luat/"), true)
})

test("of very many pages that have a word those are shown that say it best", () => {
  const many = [...new Array(2000).keys()].map(number => /** @type {Page} */ ([`${number}/`, 0, "Chuyện", "", [["", "", "Một hai ba bốn năm sáu bảy tám trường."]]]))
  const one = engine(HOME, [...many, ["ten/", 0, "Trường", "", []]])
  assert.equal(one.answer("truong ").groups[0].items[0].href, `${HOME}ten/`)
})

test("an anchor that follows from its heading need not travel", () => {
  const one = engine(HOME, [["a/", 0, "A", "", [["=", "Đăng ảnh, có được không?", "Bướm vàng."]]]])
  assert.equal(one.index.pages[0][4][0][0], "dang-anh-co-duoc-khong")
})

test("a place knows its page, and two syllables how often they stand together", () => {
  const index = new TextIndex()
  index.add([
    ["tin/", 0, "Tin giả", "", [["", "", "Tin giả, tin giả. Thông tin gián điệp."]]],
    ["anh/", 0, "Facebook", "Thông tin học sinh.", [["x", "Facebook", "Học sinh"]]],
  ])
  index.pages.forEach((_, page) => assert.equal(index.pageAt(index.tops[page]), page))
  for (const at of index.placesOf(index.number("Facebook"))) assert.equal(index.pages[index.pageAt(at)][0], "anh/")
  /** @param {string} one
   * @param {string} other */
  const together = (one, other) => index.timesTogether(index.number(one), index.number(other))
  assert.equal(together("tin", "giả"), 3)
  assert.equal(together("giả", "tin"), 1)
  assert.equal(together("sinh", "học"), 0)
  assert.equal(together("học", "sinh"), 2) // neither is the rarer
  assert.equal(together("thông", "tin"), 2) // the first is
  assert.equal(together("tin", "gián"), 1) // the other is
})

test("beside a network that is named, a matter of no page is but what was posted", () => {
  const words = { meant: [["đăng clip", "đăng clip"], ["học sinh", "học sinh"]], idle: ["lên", "có", "không"], places: ["youtube"], outside: ["thi vẽ"] }
  const pages = Array.from({ length: 12 }, (_, at) => /** @type {Page} */ ([`${at}/`, 0, "Chuyện khác", "", [["", "", "Hoa vàng. Một hai ba youtube."]]]))
  pages.push(["clip/", 0, "Đăng clip có học sinh", "", [["", "", "Hỏi gia đình trước."]]])
  const one = new Engine(table.index, { groups: ["A", "B", "C", "D", "E"], kinds: [[0, 1, 0]], rows: [], more: [], asked: [], words, pages }, HOME, HOME)
  const { partly, lacks, groups } = one.answer("dang clip hoc sinh thi ve len youtube ")
  assert.deepEqual([partly, lacks, groups[0].items[0].href], [false, ["thi ve"], `${HOME}clip/`])
  assert.ok(one.answer("thi ve hoc sinh ").partly)
  assert.ok(one.answer("thi ve hoa vang youtube ").partly) // no page is about that
})
