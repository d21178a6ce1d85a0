// Who is led here from an address that has moved, and by what is not believed.
import assert from "node:assert/strict"
import { test } from "node:test"
import { cameFrom, without } from "../../hooks/vanban/features/moved/arrival.js"

const MOVED = ["anm18/8/1/", "van-ban/x/#dieu-8"]

for (const [question, old] of [
  ["", ""],
  ["?q=anm18", ""],
  ["?tu=anm18/8/1/", "anm18/8/1/"],
  ["?tu=van-ban/x/%23dieu-8", "van-ban/x/#dieu-8"],
  // anybody can write a link: of an address that has not moved here, nothing is said
  ["?tu=van-ban/y/dieu-13/", ""],
  ["?tu=anm18/8/", ""],
  ["?tu=<img src=x>", ""],
  ["?tu=Nhà trường bị phạt", ""],
  ["?tu=%E0%A4%A", ""],
  ["?tu=", ""],
]) test(`from ${question.slice(0, 40)}`, () => assert.equal(cameFrom(question, MOVED), old))

test("to a page to which nothing has moved", () => assert.equal(cameFrom("?tu=anm18/8/1/", []), ""))

// Only the old address goes out of the question: the day that somebody asked for stays.
for (const [question, rest] of [
  ["", ""],
  ["?tu=anm18/8/1/", ""],
  ["?tu=anm18/8/1/&ngay=2019-11-20", "?ngay=2019-11-20"],
  ["?ngay=2019-11-20&tu=a/", "?ngay=2019-11-20"],
  ["?ngay=%E0%A4%A", "?ngay=%EF%BF%BD%25A"],
]) test(`what is left of ${question}`, () => assert.equal(without(question), rest))

// On the way from an old address nothing that was asked of it is lost.
const NEW = "https://x.invalid/van-ban/y/dieu-1/?tu=cu/#dieu-1"
for (const [question, href] of [
  ["", NEW],
  ["?tu=b/", NEW], // from one old address to the next: the last is told
  ["?ngay=2019-11-20", "https://x.invalid/van-ban/y/dieu-1/?tu=cu%2F&ngay=2019-11-20#dieu-1"],
  ["?tu=b/&ngay=2019-11-20", "https://x.invalid/van-ban/y/dieu-1/?tu=cu%2F&ngay=2019-11-20#dieu-1"],
]) {
  test(`on the way with ${question || "nothing"}`, async () => {
    const nothing = { querySelector: () => null } // it starts by itself
    Object.defineProperty(globalThis, "document", { configurable: true, value: nothing })
    const { asking } = await import("../../hooks/vanban/features/moved/moved.js")
    assert.equal(asking(NEW, question), href)
  })
}
