// What is typed and what stands in a table are compared without marks, capitals and spare spaces.
import assert from "node:assert/strict"
import { test } from "node:test"
import { folded } from "../../hooks/theme/assets/javascripts/dom.js"

test("words with and without marks are the same", () => {
  /** @type {[string, string][]} */
  const table = [
    ["Điểm đ khoản 1", "diem d khoan 1"],
    ["ĐIỂM Đ", "diem d"],
    ["Ðiều", "dieu"], // the Icelandic letter that some keyboards give
    ["nghị định".normalize("NFD"), "nghi dinh"],
    ["  hai\u00a0 dòng\n", "hai dong"],
    ["72/2013/NĐ-CP", "72/2013/nd-cp"], // signs stay
    ["", ""],
  ]
  for (const [text, plain] of table) assert.equal(folded(text), plain)
})
