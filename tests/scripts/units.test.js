// Numbers, ids and labels are read by the same rules here and in hooks/vanban/law/units.py. What
// Python says of them, and which provision it reads in a citation, stands in the table.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { parse } from "../../hooks/vanban/features/search/citation-reader.js"
import { runs } from "../../hooks/vanban/features/search/citation-words.js"
import { Finder } from "../../hooks/vanban/features/search/citation-finder.js"
import { ALPHABET, ascii, bare, folded, idOf, labelOf, printed, stepsOf, unitOf } from "../../hooks/theme/assets/javascripts/units.js"

/**
 * @type {{alphabet: string, numbers: [string, string][],
 *   units: {id: string, label: string, steps: string, numbers: Record<string, string>}[],
 *   index: import("../../hooks/vanban/features/search/citation-documents.js").Index, typed: [string, string][]}}
 */
const table = JSON.parse(readFileSync(`${process.env.MADE}/table.json`, "utf-8"))
const HOME = "https://truong.invalid/luat/"

test("the letters of điểm", () => {
  assert.equal(ALPHABET, table.alphabet)
})

test("đ is dd in an id, and the other way round", () => {
  for (const [number, inId] of table.numbers) {
    assert.equal(ascii(number), inId)
    assert.equal(printed(inId), number)
  }
})

test("ids, labels and short addresses of units", () => {
  assert.ok(table.units.length > 100)
  for (const { id, label, steps, numbers } of table.units) {
    assert.deepEqual(unitOf(id), numbers)
    assert.equal(idOf(numbers), id)
    assert.equal(labelOf(numbers), label)
    assert.equal(stepsOf(numbers), steps)
  }
})

test("an id of something else names no unit", () => {
  for (const id of ["", "hom-nay", "dieu-", "dieu-8-x", "phan-1", "khong-dieu-8"]) assert.deepEqual(unitOf(id), {})
})

test("a unit's label is read as that unit", () => {
  for (const { label, numbers } of table.units) assert.deepEqual(parse(label).unit, numbers, label)
})

test("a citation leads where Python reads it", () => {
  const finder = new Finder(table.index, HOME, HOME)
  assert.ok(table.typed.length > 50)
  for (const [text, address] of table.typed) {
    const [first] = finder.find(text).items
    assert.equal(first && first.href, HOME + address, text)
  }
})

test("without marks: letters stay where they are, or fold wholly", () => {
  assert.equal(bare("điểm đ khoản 1"), "diem d khoan 1")
  assert.equal(bare("ĐIỂM"), "diem")
  assert.equal(bare("ế\u0301").length, "ế\u0301".length) // a mark of its own keeps its place
  assert.equal(folded("Xúc PHẠM danh dự, Đ"), "xuc pham danh du, d")
})

test("what is there, in few words", () => {
  for (const [list, words] of /** @type {[string, string][]} */ ([
    ["1 2 3 5", "1–3, 5"],
    ["c d đ e", "c–e"], // đ stands between d and e
    ["h i k", "h–k"], // no j
    ["1 1a 2", "1, 1a, 2"], // an inserted number is no neighbour
    ["1 3 5 7 9 11 13 15 17", ""], // too many gaps to be told
  ])) assert.equal(runs(list.split(" ")), words)
})
