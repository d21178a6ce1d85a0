// Units of a legal text as their ids write them, and letters as a reader without marks types
// them. The same rules as hooks/vanban/law/units.py; tests/scripts holds the two together.

/** Letters of điểm in their order: no f, j, w, z; đ after d. */
export const ALPHABET = "abcdđeghiklmnopqrstuvxy"

/** A number in an id and in an address: đ is dd.
 * @param {string} number */
export const ascii = number => number.replace("đ", "dd")

/** A number of an id as it is printed: dd at its end is đ.
 * @param {string} number */
export const printed = number => number.replace(/dd$/, "đ")

/** Small letters without marks, for comparing; đ is d.
 * @param {string} text */
export const folded = text =>
  text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d")

/** Small letters without marks, letter for letter, so that places in the text stay the same.
 * @param {string} text */
export const bare = text => Array.from(text, letter => {
  const plain = folded(letter)
  return plain.length === letter.length ? plain : letter
}).join("")

/** @type {Record<string, string>} */
const WORDS = { muc: "Mục", dieu: "Điều", khoan: "khoản", diem: "điểm" }

/**
 * A unit by its numbers as printed: {dieu: "8", khoan: "1", diem: "đ"}.
 * @typedef {{muc?: string, dieu?: string, khoan?: string, diem?: string}} Unit
 */
const KINDS = /** @type {const} */ (["muc", "dieu", "khoan", "diem"])

/** dieu-5-khoan-1-diem-dd → {dieu: "5", khoan: "1", diem: "đ"}; {} for an id of something else.
 * @param {string} id
 * @returns {Unit} */
export const unitOf = id => {
  const found = /^(?:muc-([0-9]+))?(?:-?dieu-([0-9]+[a-z]*))?(?:-khoan-([0-9]+[a-z]*))?(?:-diem-([a-z]+))?$/.exec(id)
  /** @type {Unit} */
  const unit = {}
  if (found) KINDS.forEach((kind, place) => { if (found[place + 1]) unit[kind] = printed(found[place + 1]) })
  return unit
}

/** {dieu: "5", khoan: "1", diem: "đ"} → dieu-5-khoan-1-diem-dd.
 * @param {Unit} unit */
export const idOf = unit =>
  KINDS.filter(kind => unit[kind]).map(kind => `${kind}-${ascii(unit[kind] || "")}`).join("-")

/** How a text names it: điểm đ khoản 1 Điều 5.
 * @param {Unit} unit */
export const labelOf = unit =>
  [...KINDS].reverse().filter(kind => unit[kind]).map(kind => `${WORDS[kind]} ${unit[kind]}`).join(" ")

/** The steps of its short address: 5/1/dd.
 * @param {Unit} unit */
export const stepsOf = unit =>
  KINDS.filter(kind => unit[kind]).map(kind => ascii(unit[kind] || "")).join("/")

/** The first letter as a capital.
 * @param {string} text */
export const upper = text => text.charAt(0).toUpperCase() + text.slice(1)
