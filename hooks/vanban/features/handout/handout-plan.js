// What a hand-out knows of the plan whose ready one it began with (ready.py), and what it says of it.
import { every, fill, linkTo, make, writtenDay } from "../../../theme/assets/javascripts/dom.js"

/** @param {string | undefined} list */
const ids = list => (list || "").split(",").filter(Boolean)

/**
 * All items of a plan in its order, the story told beside each provision, and the sentences to take home.
 * @param {string} id of the ready hand-out, or ""
 */
export const planOf = id => {
  const row = id ? document.getElementById(id) : null
  const { k = "", het, chuyen = "" } = row ? row.dataset : {}
  const stories = chuyen.split(",")
  const carried = row ? every(row, ".phieu-cau > li").map(line => line.textContent || "") : []
  return { all: ids(het), stories: new Map(k.split(",").map((one, place) => [one, stories[place] || ""])), carried }
}

/**
 * Items with the stories of a plan, each where the plan has it; what is not of the plan stays last.
 * @param {string[]} items
 * @param {{all: string[]}} plan
 */
export const withStories = (items, { all }) => [
  ...all.filter(id => items.includes(id) || id[0] === "~"),
  ...items.filter(id => !all.includes(id)),
]

/**
 * The sentences to take home, first on the sheet of a plan; none for a plan without.
 * @param {{carried: string[]}} plan
 * @returns {HTMLElement[]}
 */
export const carriedBox = ({ carried }) => {
  if (!carried.length) return []
  const box = make("section", "phieu-mang")
  const list = make("ol")
  list.append(...carried.map(line => make("li", "", line)))
  box.append(make("h3", "phieu-ten", "Mang về"), list)
  return [box]
}

/**
 * Where whoever holds the sheet reads on: the site's name, and its address where it has one.
 * @param {string} address of the site, "" for none
 */
export const whereToRead = address => {
  const line = make("p", "phieu-noi-doc", "Đọc lại, hỏi thêm: ")
  line.append(make("b", "", document.title.split(" · ").slice(-1)[0]))
  if (address) line.append(", ", linkTo("", address.replace(/^https?:\/\//, ""), address))
  return line
}

/** The number of a document: “147/2024/NĐ-CP”, “24/2018/QH14”. */
const NUMBER = /(\d+\/(?:\d{4}\/)?[A-ZĐ][A-ZĐa-z\d&-]*)/

/**
 * A name in which no line tears the number of a document.
 * @template {HTMLElement} T
 * @param {T} element
 * @param {string} name
 */
export const nameIn = (element, name) => {
  fill(element, ...name.split(NUMBER).map((piece, place) => (place % 2 ? make("span", "kh", piece) : piece)))
  return element
}

/** The day of a field as the site writes it. @param {string} text */
export const dayIn = text => text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, ...[year, month, date]) => writtenDay(+year, +month, +date))
