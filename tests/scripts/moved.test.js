// Who is led here from an address that has moved, and by what is not believed.
import assert from "node:assert/strict"
import { test } from "node:test"
import { cameFrom } from "../../hooks/vanban/features/moved/arrival.js"

for (const [question, old] of [
  ["", ""],
  ["?q=anm18", ""],
  ["?tu=anm18/8/1/", "anm18/8/1/"],
  ["?tu=van-ban/x/%23dieu-8", "van-ban/x/#dieu-8"],
  // anybody can write a link
  ["?tu=<img src=x>", ""],
  ["?tu=Nhà trường bị phạt", ""],
  ["?tu=" + "a".repeat(201), ""],
  ["?tu=%E0%A4%A", ""],
]) test(`from ${question.slice(0, 40)}`, () => assert.equal(cameFrom(question), old))
