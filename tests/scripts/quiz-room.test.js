// Asking a room: what an address asks for, chance, hands and keys.
import assert from "node:assert/strict"
import { test } from "node:test"
import { asked, bars, drawn, handsOf, keyed, nearest, planned, raised } from "../../hooks/vanban/features/quiz/quiz-room-state.js"
import { shown } from "../../hooks/vanban/features/quiz/quiz-countdown.js"

/** @param {string} id @param {number} set @returns {import("../../hooks/vanban/features/quiz/quiz-data.js").Question} */
const question = (id, set) => [id, set, "Hỏi về hôm nay", `${id}?`, ["a", "b", "c", "d"], 1, "Vì.", []]
const cau = ["mot-hai", "ba-bon", "nam-sau"].map((id, place) => question(id, place === 2 ? 1 : 0))
/** @type {[string, string][]} */
const bo = [["dau", "Bộ đầu"], ["sau", "Bộ sau"]]
/** @param {string} hash */
const found = hash => {
  const { questions, at } = asked(hash, { bo, cau })
  return [questions.map(([id]) => id).join(" "), at]
}

test("an address asks for one question, some, or a set, and where to begin", () => {
  assert.deepEqual(found("#cau=ba-bon"), ["ba-bon", 0])
  assert.deepEqual(found("#cau=nam-sau,mot-hai&o=2"), ["nam-sau mot-hai", 1])
  assert.deepEqual(found("#bo=dau"), ["mot-hai ba-bon", 0])
})

test("a plan asks what is near it first, and no question twice", () => {
  const [one, two, three] = cau
  const ids = (/** @type {typeof cau[]} */ tiers, /** @type {number} */ count) => nearest(tiers, count, () => 0.99).map(([id]) => id).join(" ")
  assert.equal(ids([[three], [one], cau], 1), "nam-sau")
  assert.equal(ids([[three], [one], cau], 2), "nam-sau mot-hai")
  assert.equal(ids([[three], [one], cau], 9), "nam-sau mot-hai ba-bon")
  assert.equal(ids([[], [two], cau], 1), "ba-bon")
  /** @type {[string, string][]} */
  const plans = [["15-phut", "Buổi nhắc"], ["45-phut", "Buổi 45"]]
  assert.equal(planned("#buoi-45-phut", plans), plans[1])
  for (const hash of ["", "#buoi-", "#buoi-4", "#bo=dau"]) assert.equal(planned(hash, plans), undefined)
})

test("a plan with few questions near it does not ask the same ones each time", () => {
  const all = [..."abcdefghijkl"].map(id => question(id, 0))
  const [near, close] = [all.slice(0, 5), all.slice(5, 8)]
  const drawnOnce = new Set()
  for (let turn = 0; turn < 200; turn += 1) {
    const five = nearest([near, close, all], 5)
    assert.equal(new Set(five).size, 5)
    assert.ok(five.filter(one => near.includes(one)).length >= 3)
    for (const one of five) {
      assert.ok(near.includes(one) || close.includes(one))
      drawnOnce.add(one)
    }
  }
  assert.equal(drawnOnce.size, 8)
})

test("what is not known is left out, whatever it is", () => {
  assert.deepEqual(found("#cau=<img src=x>,ba-bon,ba-bon,__proto__,%E0%A4%A"), ["ba-bon", 0])
  for (const hash of ["", "#", "#bo=khong", "#cau=", "#hoi-ca-phong", "#bo=__proto__"]) assert.deepEqual(found(hash), ["", 0])
  assert.deepEqual(found("#bo=dau&o=99"), ["mot-hai ba-bon", 1])
  assert.deepEqual(found("#bo=dau&o=-1e9"), ["mot-hai ba-bon", 0])
})

test("chance draws each question at most once, from all of them", () => {
  assert.deepEqual(drawn(cau, 2, () => 0.999).map(([id]) => id), ["nam-sau", "ba-bon"])
  assert.equal(new Set(drawn(cau, 5)).size, 3)
  assert.equal(cau.length, 3)
})

test("hands are counted by question, and never below none", () => {
  const hands = new Map()
  raised(hands, cau[0], 1, 1)
  raised(hands, cau[0], 1, 1)
  raised(hands, cau[0], 3, 1)
  assert.deepEqual(raised(hands, cau[0], 0, -1), [0, 2, 0, 1])
  assert.deepEqual(handsOf(hands, cau[1]), [0, 0, 0, 0])
  assert.deepEqual(bars([0, 2, 0, 1]), [0, 67, 0, 33])
  assert.deepEqual(bars([0, 0, 0, 0]), [0, 0, 0, 0])
})

test("keys of a clicker and of a hand on the keyboard", () => {
  assert.deepEqual(keyed({ key: "PageDown", shiftKey: false }), { act: "next" })
  assert.deepEqual(keyed({ key: " ", shiftKey: true }), { act: "back" })
  assert.deepEqual(keyed({ key: "B", shiftKey: false }), { act: "hand", option: 1, way: 1 }) // Caps Lock
  assert.deepEqual(keyed({ key: "B", shiftKey: true }), { act: "hand", option: 1, way: -1 })
  assert.deepEqual(keyed({ key: "F5", shiftKey: false }), { act: "stay" })
  for (const key of ["e", "Tab", "ab", ""]) assert.equal(keyed({ key, shiftKey: false }), undefined)
})

test("what is left is shown as minutes and seconds", () => {
  assert.deepEqual([90, 60, 9].map(shown), ["1:30", "1:00", "0:09"])
})
