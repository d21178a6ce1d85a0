// The built scripts: what the oldest browsers read, and nothing lost on the way from the sources.
import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { test } from "node:test"
import { parse, tokenizer } from "acorn"

const made = String(process.env.MADE)
/** @param {string} folder */
const texts = folder => readdirSync(`${made}/${folder}`).map(name => /** @type {[string, string]} */ ([name, readFileSync(`${made}/${folder}/${name}`, "utf-8")]))

// What Chrome 80 or Safari 13 does not have. Guarded uses (wake lock, share, dialogs) are not here.
const NEWER = /\.(replaceChildren|replaceAll|matchAll|at|findLast|hasOwn|checkVisibility|toSorted)\(|\b(structuredClone|globalThis|queueMicrotask)\b/

test("scripts are ES2019 and use nothing newer", () => {
  const all = texts("built")
  assert.ok(all.length > 8)
  for (const [name, text] of all) {
    assert.doesNotThrow(() => parse(text, { ecmaVersion: 2019, sourceType: "script" }), name)
    assert.doesNotMatch(text, NEWER, name)
  }
})

test("nothing that a script says of itself is seen by another", () => {
  for (const [name, text] of texts("built")) {
    const { body } = parse(text, { ecmaVersion: 2019, sourceType: "script" })
    const outside = body.filter(one => one.type !== "ExpressionStatement" && one.type !== "EmptyStatement")
    if (name !== "sw.js") assert.deepEqual(outside.map(one => text.slice(one.start, one.start + 60)), [], name)
  }
})

test("taking out white space takes out nothing else", () => {
  /** @param {string} text */
  const tokens = text => [...tokenizer(text, { ecmaVersion: 2020, sourceType: "module" })].map(({ type, start, end }) => `${type.label} ${text.slice(start, end)}`)
  const all = texts("tight")
  assert.ok(all.length > 20)
  for (const [name, text] of all) assert.deepEqual(tokens(text), tokens(readFileSync(`${made}/sources/${name}`, "utf-8")), name)
})
