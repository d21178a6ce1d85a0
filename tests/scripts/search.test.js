// The search's language: forms of a word, the weight of a query.
import assert from "node:assert/strict"
import { test } from "node:test"
import { fold, read, weigh } from "../../hooks/theme/assets/javascripts/lunr-vi.js"

/** @param {string} text */
const token = text => ({ toString: () => text, clone: (/** @type {() => string} */ change) => token(change()) })
/** @param {string} word */
const forms = word => fold(token(word)).map(String)

test("a word is found with and without marks", () => {
  assert.deepEqual(forms("phạm"), ["phạm", "phạm".normalize("NFD"), "pham\u0001"])
  assert.deepEqual(forms("đ"), ["đ", "d\u0001"]) // đ does not decompose
  assert.deepEqual(forms("anm"), ["anm"])
})

test("a number or a letter means itself alone", () => {
  const [number, word, marked, out] = read("8* khoan* điều* -2018")
  assert.deepEqual([number.whole, number.open, number.forms], [true, true, ["8"]])
  assert.deepEqual([word.whole, word.forms], [false, ["khoan"]]) // another word has marks: d is not đ
  assert.deepEqual([marked.term, out.no, out.open], ["điều", true, false])
  assert.deepEqual(read("khoan*")[0].forms, ["khoan", "khoan\u0001"])
})

test("every word, and side by side, goes before some words apart", () => {
  const terms = read("xúc* phạm*")
  /** @param {number[][]} at places of the two words
   * @param {string} [ref] */
  const score = (at, ref = "x/") => weigh({
    ref, score: 1, matchData: { metadata: { "xúc": { text: { position: at[0] } }, "phạm": { text: { position: at[1] } } } },
  }, terms).score
  assert.ok(score([[3], [4]]) > score([[3], [9]]))
  assert.ok(score([[3], [9]]) > score([[3], []]))
  assert.ok(score([[3], [4]], "x/#dieu-8") > score([[3], [4]]))
})

test("one place is marked once, though a word matches it in two forms", () => {
  const position = [1, 2]
  const result = { ref: "x/", score: 1, matchData: { metadata: { "phạm": { text: { position } }, "pham\u0001": { text: { position: [1, 2, 3] } } } } }
  weigh(result, read("pham*"))
  assert.deepEqual(Object.values(result.matchData.metadata).map(one => one.text.position), [[1, 2], [3]])
})
