// Reads what is typed into the box “Đi tới điều khoản”: “k1 d8 anm”, “26.4 72/2013”,
// “điểm đ khoản 1 điều 8 …” are units and the words that name a document.
import { levelled } from "./search-fold.js"
import { bare } from "../../../theme/assets/javascripts/units.js"

/** @typedef {import("../../../theme/assets/javascripts/units.js").Unit} Unit */

// Words that say nothing about which document is meant, typed in full or half.
const SILENT = new Set(["dieu", "khoan", "diem", "muc", "so", "nam", "cua", "ngay", "va", "theo", "tai", "d", "k"])

// 2.1, a1 and a.1, iv, a
const INDENT = "\\d+(?:\\.\\d+)?|[a-z]\\.?\\d+|[ivx]+|[a-z]"

/**
 * Where units stand in a text without marks, the surest form first: a pattern whose first group
 * is the word before, and the units that its other groups hold.
 * @type {[RegExp, ...(keyof Unit)[]][]}
 */
const FORMS = [
  [RegExp(`((?:^|\\W)tiet \\(?)(${INDENT})\\)?(?=[ ,]+(?:cua )?(?:diem|p)\\W)`), "tiet"],
  [/((?:^|[^\w./])(?:(?:dieu|d)\.? ?)?)(\d+[a-z]?)\.(\d+[a-z]?)(?:\.?([a-z]))?(?![\w/])/, "dieu", "khoan", "diem"],
  [/((?:^|\W)(?:diem|p)\.? ?)([a-z])(?!\w)/, "diem"],
  [/(^|\W)([a-z])(?=[ ,]+(?:khoan|k)\.? ?\d)/, "diem"],
  [RegExp(`((?:^|\\W)tiet \\(?)(${INDENT})\\)?(?!\\w)`), "tiet"],
  [/((?:^|\W)(?:khoan|k)\.? ?)(\d+[a-z]?)(?!\w)/, "khoan"],
  [/((?:^|\W)(?:dieu|d)\.? ?)(\d+[a-z]?)(?!\w)/, "dieu"],
  [/((?:^|\W)(?:muc|m)\.? ?)(\d+)(?!\w)/, "muc"],
]

/** @type {Record<string, number>} */
const DIGITS = { khong: 0, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, sau: 6, bay: 7, tam: 8, chin: 9 }
const SPELLED = /((?:^|\s)(?:dieu|khoan|muc) +)((?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|linh|le)(?:\s+(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|linh|le))*)(?=[\s,]|$)(?!\s+\d)/g

/**
 * A number in words, up to 999: “hai mươi sáu”, “chín lăm”, “một trăm linh một”.
 * @param {string[]} said without marks
 */
const spelled = said => {
  let sum = 0
  let last = 0
  for (const word of said) {
    if (word === "tram") { sum += (last || 1) * 100; last = 0 }
    else if (word === "muoi") { sum += (last || 1) * 10; last = 0 }
    else if (word in DIGITS) last = last ? last * 10 + DIGITS[word] : DIGITS[word]
  }
  return sum + last
}

/** “khoản một điều tám” → “khoản 1 điều 8”.
 * @param {string} text small letters, NFC */
const inDigits = text => {
  let done = 0
  let made = ""
  bare(text).replace(SPELLED, (found, before, said, at) => {
    const from = at + before.length
    made += text.slice(done, from) + spelled(said.split(/\s+/))
    done = from + said.length
    return found
  })
  return made + text.slice(done)
}

/** @param {string} text */
const clean = text => inDigits(levelled(text.normalize("NFC")).toLowerCase())
  .replace(/[\u2010-\u2015\u2212]/g, "-")
  .replace(/[\s\u00a0]+/g, " ").trim()
  .replace(/(\d)(?=[kdđ]\d)/g, "$1 ") // k1d8 → k1 d8

/**
 * The units named in a text, and what is left of it: words of a document's name, maybe a bare
 * number. Nobody who types without marks can tell điểm d from điểm đ: `marked` says whether
 * anything has marks.
 * @param {string} typed
 * @returns {{text: string, unit: Unit, tokens: string[], marked: boolean}}
 */
export const parse = typed => {
  const text = clean(typed)
  let plain = bare(text)
  /** @type {Unit} */
  const unit = {}
  for (const [pattern, ...names] of FORMS) {
    const found = pattern.exec(plain)
    if (!found || names.some(name => unit[name])) continue
    // “tiết 1” alone is a lesson of a school
    if (names[0] === "tiet" && !unit.diem && !/(?:^|\W)(?:diem|p)\W/.test(plain)) continue
    let from = found.index + found[1].length // past the word: the d of “diem” is not the letter
    names.forEach((name, place) => {
      const value = found[place + 2]
      if (!value) return
      const at = plain.indexOf(value, from)
      from = at + value.length
      unit[name] = text.slice(at, from).replace(/^0+(?=\d)/, "").replace(/^([a-zđ])\.(?=\d)/, "$1") // read where đ is still đ
    })
    plain = plain.slice(0, found.index) + " ".repeat(found[0].length) + plain.slice(found.index + found[0].length)
  }
  const tokens = plain.split(/[\s,;:()"“”]+/)
    .flatMap(word => (word.includes("/") ? [word] : word.split(/[-.]/)))
    .map(word => word.replace(/^[-./]+|[-.]+$/g, ""))
    .filter(word => word && !SILENT.has(word))
  return { text, unit, tokens, marked: /[^\u0000-\u007f]/.test(text) }
}

/**
 * What else the same keys can mean: d or đ, khoản 1d or điểm d khoản 1.
 * @param {Unit} unit
 * @param {boolean} marked whether đ was typed apart from d
 */
export const variants = (unit, marked) => {
  const found = [unit]
  /** @param {"dieu" | "diem"} key */
  const twice = key => {
    for (const one of [...found]) {
      const number = one[key]
      if (!marked && number && /d$/.test(number)) found.push({ ...one, [key]: number.replace(/d$/, "đ") })
    }
  }
  const split = /^(\d+)([a-zđ])$/.exec(unit.khoan || "")
  if (split && !unit.diem) found.push({ ...unit, khoan: split[1], diem: split[2] })
  twice("dieu")
  twice("diem")
  return found
}
