// Which days are understood, what is said of others, and the answers for a day by the same table
// that holds Python to its rule (tests/opendata/days.tsv).
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import process from "node:process"
import { test } from "node:test"
import { answerOn, asDay, isSame } from "../../hooks/vanban/features/day/day-asked.js"

for (const [asked, day, written] of [
  ["2024-06-01", "2024-06-01", "01/6/2024"],
  ["2024-6-1", "2024-06-01", "01/6/2024"],
  [" 1/6/2024 ", "2024-06-01", "01/6/2024"],
  ["31.12.2023", "2023-12-31", "31/12/2023"],
  ["29/02/2024", "2024-02-29", "29/02/2024"],
]) test(`${asked} is a day`, () => assert.deepEqual(asDay(asked), { day, written, wrong: "" }))

for (const [asked, wrong] of [
  ["", "Chưa có ngày nào được hỏi. Viết năm-tháng-ngày, chẳng hạn 2024-06-01."],
  ["hôm qua", "“hôm qua” không phải một ngày. Viết năm-tháng-ngày, chẳng hạn 2024-06-01."],
  ["2023-02-29", "Trong lịch không có ngày “2023-02-29”."],
  ["2024-13-01", "Trong lịch không có ngày “2024-13-01”."],
  ["2024-00-10", "Trong lịch không có ngày “2024-00-10”."],
  ["31/4/2024", "Trong lịch không có ngày “31/4/2024”."],
  ["0202-06-01", "Chỉ hỏi được ngày từ năm 1900 tới năm 2199, không phải “0202-06-01”."],
  ["0001-01-01", "Chỉ hỏi được ngày từ năm 1900 tới năm 2199, không phải “0001-01-01”."],
  ["x".repeat(99), `“${"x".repeat(30)}…” không phải một ngày. Viết năm-tháng-ngày, chẳng hạn 2024-06-01.`],
]) test(`${asked.slice(0, 20)} is none`, () => assert.deepEqual(asDay(asked), { day: "", written: "", wrong }))

const { timelines, addresses } = JSON.parse(readFileSync(`${process.env.MADE}/days.json`, "utf8"))
const rows = readFileSync(new URL("../opendata/days.tsv", import.meta.url), "utf8").trim().split("\n")
for (const row of rows.filter(one => !one.startsWith("#"))) {
  const [target, day, state, place, units, part] = row.split("\t")
  test(`${target} on ${day}`, () => {
    const [slug, unit = ""] = target.split("#")
    const found = answerOn(timelines[slug], unit, day)
    assert.deepEqual([found.tt, found.noi], [state, place])
    assert.deepEqual((found.toi || []).map(([, address]) => address), units ? units.split(" ").map(one => addresses[one]) : [])
    assert.equal(found.phan || false, part === "part")
    assert.ok(isSame(found, { ...found, tu: "1900-01-01", chac: "" }))
    assert.ok(!isSame(found, { ...found, toi: [["Điều 1", "x/"]] }))
  })
}
