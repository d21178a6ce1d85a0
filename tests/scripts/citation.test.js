// What is typed into the box “Đi tới điều khoản”, and what else it can mean.
import assert from "node:assert/strict"
import { test } from "node:test"
import { stateOf } from "../../hooks/vanban/features/search/citation-state.js"
import { parse, variants } from "../../hooks/vanban/features/search/citation-reader.js"

test("units and words of a document", () => {
  /** @type {[string, Record<string, string>, string][]} */
  const rows = [
    ["k1 d8 anm", { khoan: "1", dieu: "8" }, "anm"],
    ["k1d8 anm", { khoan: "1", dieu: "8" }, "anm"], // written together
    ["26.4 72/2013", { dieu: "26", khoan: "4" }, "72/2013"],
    ["36.7.đ nđ147", { dieu: "36", khoan: "7", diem: "đ" }, "nd147"],
    ["điểm đ khoản 1 điều 5 nghị định 72", { diem: "đ", khoan: "1", dieu: "5" }, "nghi dinh 72"],
    ["diem d khoan 1 dieu 5", { diem: "d", khoan: "1", dieu: "5" }, ""], // the d of “diem” is no letter
    ["a, khoản 2 điều 9", { diem: "a", khoan: "2", dieu: "9" }, ""],
    ["Điều 008", { dieu: "8" }, ""],
    ["ĐIỀU 23Đ", { dieu: "23đ" }, ""],
    ["mục 2 cv", { muc: "2" }, "cv"],
    ["đ i ề u 8".normalize("NFD"), {}, "i e u 8"], // no word of ours
    ["điều 8".normalize("NFD"), { dieu: "8" }, ""],
    ["luật – 2018", {}, "luat 2018"], // a dash alone is nothing
    ["", {}, ""],
  ]
  for (const [typed, unit, rest] of rows) {
    const found = parse(typed)
    assert.deepEqual([found.unit, found.tokens.join(" ")], [unit, rest], typed)
  }
})

test("d can be đ where nothing has marks", () => {
  assert.deepEqual(variants({ diem: "d", dieu: "5" }, false).map(one => one.diem), ["d", "đ"])
  assert.deepEqual(variants({ diem: "d", dieu: "5" }, true).map(one => one.diem), ["d"])
  assert.deepEqual(variants({ dieu: "23d" }, false).map(one => one.dieu), ["23d", "23đ"])
})

test("a letter behind a clause can be its point", () => {
  assert.deepEqual(variants({ khoan: "1a", dieu: "5" }, true), [{ khoan: "1a", dieu: "5" }, { khoan: "1", diem: "a", dieu: "5" }])
})

test("words of a state are those of the nearest unit that has any of its own", () => {
  const raw = /** @type {any} */ ({
    tt: "mot-phan",
    rieng: { "dieu-2": "het", "dieu-3-khoan-1": "chua-den" },
    loi: { "": "sẽ hết", "dieu-1-khoan-1": "khoản sẽ hết", "dieu-3-khoan-1": "chưa tới" },
  })
  /** @type {[Record<string, string>, string, string][]} */
  const rows = [
    [{}, "mot-phan", "sẽ hết"],
    [{ muc: "2" }, "mot-phan", "sẽ hết"],
    [{ dieu: "1" }, "con", "sẽ hết"],
    [{ dieu: "1", khoan: "1", diem: "a" }, "con", "khoản sẽ hết"],
    [{ dieu: "2", khoan: "1" }, "het", ""], // what has ended has no end to come
    [{ dieu: "3", khoan: "1" }, "chua-den", "chưa tới"],
  ]
  for (const [unit, state, words] of rows) assert.deepEqual(stateOf(raw, unit), { state, words })
  assert.deepEqual(stateOf(/** @type {any} */ ({ tt: "con" }), { dieu: "1" }), { state: "con", words: "" })
})
