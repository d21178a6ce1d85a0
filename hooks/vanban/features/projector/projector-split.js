// Where text may be torn: a paragraph that no screen holds becomes several, sums and numbers stay whole.
import { make } from "../../../theme/assets/javascripts/dom.js"

/** Letters that a screen holds with ease. */
const MOST = 420

/**
 * Where a text is cut: after sentences and parts of sentences, so that no piece is longer than need be.
 * @param {string} text
 */
const cuts = text => {
  const ends = []
  const end = /[.;:?!]\)?\s+/g
  let from = 0
  let last = 0
  for (let found = end.exec(text); found; found = end.exec(text)) {
    const at = found.index + found[0].length
    if (at - from > MOST && last > from) {
      ends.push(last)
      from = last
    }
    last = at
  }
  if (text.length - from > MOST && last > from && last < text.length) ends.push(last)
  return [...ends, text.length]
}

/**
 * The place in an element that stands before a letter of its text.
 * @param {Element} element
 * @param {number} at
 * @returns {[Node, number]}
 */
const place = (element, at) => {
  const texts = document.createTreeWalker(element, 4) // 4: text
  let left = at
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node.nodeValue || ""
    if (left <= length) return [node, left]
    left -= length
  }
  return [element, element.childNodes.length]
}

/**
 * @param {HTMLElement} element with what stands in it
 * @returns {HTMLElement[]} itself, where it is short enough
 */
export const sentences = element => {
  const text = element.textContent || ""
  if (text.length <= MOST) return [element]
  let from = 0
  return cuts(text).map(to => {
    const range = document.createRange()
    range.setStart(...place(element, from))
    range.setEnd(...place(element, to))
    const piece = /** @type {HTMLElement} */ (element.cloneNode(false))
    piece.append(range.cloneContents())
    from = to
    return piece
  })
}

/** What a number is of (“Điều 19”, “số 86/2015/QH13”, “từ 01/7/2026”), then the number of a document
 * (“NĐ 174/2026”, “147/2024/NĐ-CP”) or any other; a sum, or from how much to how much. */
const WHOLE = /(?:(?:[Đđ]iều|[Kk]hoản|[Cc]hương|[Mm]ục|số|năm|từ|ngày|NĐ) )?\d+(?:\/\d+)+(?:\/[A-ZĐ][A-ZĐa-z\d-]*)?|(?:[Đđ]iều|[Kk]hoản|[Mm]ục|số|năm) \d+(?![\d.,/–]*\d)|[Cc]hương [IVX]+|[Đđ]iểm [a-zđ](?![^\s,.;:)])|\d[\d.,]*(?:–\d[\d.,]*(?: (?:nghìn|triệu|tỷ))?(?: đồng)?| (?:nghìn|triệu|tỷ)(?: đồng)?| đồng)/

/** Sums and numbers that no line tears, nor from what they are of: a room reads the end of a line as
 * their end.
 * @param {Element} element */
export const wholeSums = element => {
  const texts = document.createTreeWalker(element, 4) // 4: text
  for (let node = /** @type {Text | null} */ (texts.nextNode()); node; node = /** @type {Text | null} */ (texts.nextNode())) {
    const found = WHOLE.exec(node.data)
    if (!found || !node.parentElement || node.parentElement.matches(".chieu-tien")) continue
    const sum = node.splitText(found.index)
    sum.splitText(found[0].length)
    const box = make("span", "chieu-tien")
    sum.replaceWith(box)
    box.append(sum)
  }
}
