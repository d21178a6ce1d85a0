// Who is led here from an address that has moved, and by what is not believed.
import assert from "node:assert/strict"
import { test } from "node:test"
import { cameFrom } from "../../hooks/vanban/features/moved/arrival.js"

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
