// Units of a legal text as their ids write them, and letters as a reader without marks types
// them. The same rules as hooks/vanban/law/units.py; tests/scripts holds the two together.

/** Letters of điểm in their order: no f, j, w, z; đ after d. */
export const ALPHABET = "abcdđeghiklmnopqrstuvxy"

/** A number in an id and in an address: đ is dd, 2.1 is 2_1.
 * @param {string} number */
export const ascii = number => number.replace("đ", "dd").replace(".", "_")

/** A number of an id as it is printed: dd is đ.
 * @param {string} number */
export const printed = number => number.replace("dd", "đ").replace("_", ".")

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

/** The kinds of units that a page can have, coarse to fine: how a text names each, and what its
 * number in an id is made of. A kind more is a row here and a name in Unit. */
export const FORMS = /** @type {const} */ ([
  ["muc", "Mục", "[0-9]+"],
  ["dieu", "Điều", "[0-9]+[a-z]*"],
  ["khoan", "khoản", "[0-9]+[a-z]*"],
  ["diem", "điểm", "[a-z]+"],
  ["tiet", "tiết", "[a-z0-9_]+"],
])

/**
 * A unit by its numbers as printed: {dieu: "8", khoan: "1", diem: "đ"}.
 * @typedef {{muc?: string, dieu?: string, khoan?: string, diem?: string, tiet?: string}} Unit
 */
const KINDS = FORMS.map(([kind]) => kind)
const ID = new RegExp("^" + FORMS.map(([kind, , number]) => "(?:-?" + kind + "-(" + number + "))?").join("") + "$")

/** dieu-5-khoan-1-diem-dd → {dieu: "5", khoan: "1", diem: "đ"}; {} for an id of something else.
 * @param {string} id
 * @returns {Unit} */
export const unitOf = id => {
  const found = ID.exec(id)
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
  [...FORMS].reverse().filter(([kind]) => unit[kind]).map(([kind, word]) => `${word} ${unit[kind]}`).join(" ")

/** The unit, and each that holds it, the finest first: điểm đ khoản 1 Điều 5, khoản 1 Điều 5, Điều 5.
 * @param {Unit} unit
 * @returns {Unit[]} */
export const upwards = unit => {
  const kinds = KINDS.filter(kind => unit[kind])
  return kinds.map((_, gone) => {
    /** @type {Unit} */
    const found = {}
    for (const kind of kinds.slice(0, kinds.length - gone)) found[kind] = unit[kind]
    return found
  })
}

/** The steps of its short address: 5/1/dd.
 * @param {Unit} unit */
export const stepsOf = unit =>
  KINDS.filter(kind => unit[kind]).map(kind => ascii(unit[kind] || "")).join("/")

/** The first letter as a capital.
 * @param {string} text */
export const upper = text => text.charAt(0).toUpperCase() + text.slice(1)
