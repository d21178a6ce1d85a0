// Addresses that lead on, while the server is silent.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Browser, basic, text } from "./browser.js"

test("an address that leads to a kept page is not waited for, where the server is silent", async () => {
  const browser = new Browser()
  const worker = await browser.started()
  await worker.hear({ viec: "luu" })
  const { setTimeout } = globalThis
  try {
    globalThis.setTimeout = /** @type {any} */ ((/** @type {() => void} */ act, time = 0) => time < 10000 ? setTimeout(act, 1) : undefined)
    for (const path of ["l18/1/", "l17/1/", "van-ban/luat"]) {
      browser.lies.set(path, () => /** @type {any} */ (new Promise(() => {})))
      const gone = new Promise(done => { setTimeout(() => done("waited for"), 2000) })
      const said = await Promise.race([worker.ask(path), gone])
      assert.notEqual(said, "waited for", path)
      assert.equal(said.status, 302, path)
    }
  } finally {
    globalThis.setTimeout = setTimeout
  }
  // A server that answers has its say.
  browser.lies.set("l18/1/", () => basic("của máy chủ"))
  assert.equal(await text(await worker.ask("l18/1/")), "của máy chủ")
})
