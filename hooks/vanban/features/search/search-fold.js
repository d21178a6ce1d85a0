// Vietnamese as keyboards really send it, made comparable. A syllable has two forms here: its
// key, in which only the way of writing is levelled (composed or not, where the tone stands, i or
// y, look-alikes of đ), and its fold, which has no marks at all.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g // huyền, sắc, ngã, hỏi, nặng
const MARKS = /[\u0300-\u036f]/g
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Letters that look like đ: Eth and African D.
 * @param {string} text */
export const levelled = text => text.replace(UNSEEN, "").replace(/[ÐƉ]/g, "Đ").replace(/[ðɖ]/g, "đ")

/** The words of a text as they stand there; a number with strokes and dashes is several.
 * @param {string} text
 * @returns {string[]} */
export const words = text => text.match(WORD) || []

/** Where the words of a text stand: [from, to).
 * @param {string} text
 * @returns {[number, number][]} */
export const places = text => {
  /** @type {[number, number][]} */
  const found = []
  text.replace(WORD, (word, at) => {
    found.push([at, at + word.length])
    return word
  })
  return found
}

/** kỹ is kĩ, quý is quí; but thúy is not thúi.
 * @param {string} base a syllable without tone */
const withI = base => base.replace(/^(b|c|d|đ|gh?|h|k|l|m|n|ngh?|p|ph|qu|r|s|t|th|tr|v|x)y$/, "$1i")

/** Artificial intelligence, which only capitals tell from “ai”, who. */
export const MACHINE = "AI"

/**
 * uỷ, ủy and ủy are all “uy” and the tone hỏi; “AI” is a key of its own.
 * @param {string} word
 */
export const keyOf = word => {
  if (word === MACHINE) return MACHINE
  const apart = levelled(word).toLowerCase().normalize("NFD")
  const tone = apart.match(TONES)
  return withI(apart.replace(TONES, "").normalize("NFC")) + (tone ? tone[0] : "")
}

/** @type {Map<string, string>} */
const folds = new Map()

/** @param {string} key of a syllable */
export const foldOf = key => {
  let fold = folds.get(key)
  if (fold === undefined) folds.set(key, fold = key.normalize("NFD").replace(MARKS, "").replace(/đ/g, "d"))
  return fold
}

const WELL_FORMED = /^(?:[bdhklmprstvx]|c|ch|gh?|gi|kh|ngh?|nh?|ph|qu|th|tr)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?$/

/** Whether a fold has the build of a Vietnamese syllable, so that it is hardly a slip.
 * @param {string} fold */
export const isSyllable = fold => WELL_FORMED.test(fold)

// VNI: one tone, one hat (a horn may be typed twice), one stroke; “điều 8” written as one is none.
const VNI = /^(?=[^1-5]*[1-5]?[^1-5]*$)(?=[^6-8]*(?:6|8|7[^6-8]*7?)?[^6-8]*$)(?!.*(?:^|[^d])9)(?!(?:dieu|khoan|diem|muc|tiet)\d+$)[a-z]+\d[a-z\d]*$/
const NEEDS = { 6: /[aeo]/, 7: /[uo]/, 8: /a/ }

/**
 * What keys stand for that were pressed while the input method was off: “ddawng”, “phamj”, “tin2”
 * (Telex, VNI).
 * @param {string} word without marks
 * @returns {string} its fold; "" where it is no such thing
 */
export const untyped = word => {
  const isVni = VNI.test(word) && Object.entries(NEEDS).every(([digit, needed]) => !word.includes(digit) || needed.test(word))
  const letters = isVni ? word.replace(/\d/g, "")
    : word.replace(/([a-z])[sfrxj]$/, "$1").replace(/([aeiouyw])[sfrxj](?=[a-z]+$)/, "$1")
      .replace(/aa|ee|oo|dd/g, two => two[0]).replace(/w/g, "")
  return letters !== word && /^[a-z]*[aeiouy][a-z]*$/.test(letters) && letters.length > 1 ? letters : ""
}

/**
 * Whether one slip parts two words: a letter missing, too many, wrong, or two letters turned.
 * @param {string} one
 * @param {string} other
 */
export const isNear = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  let end = one.length
  let last = other.length
  while (end > from && last > from && one[end - 1] === other[last - 1]) { end--; last-- }
  const left = end - from
  const right = last - from
  return (left <= 1 && right <= 1) ||
    (left === 2 && right === 2 && one[from] === other[from + 1] && one[from + 1] === other[from])
}
