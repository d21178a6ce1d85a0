// Which of the site's pages hold a question that was typed, among what was found by its words.
import { Asked } from "./search-asked.js"

/** @typedef {import("./search-index.js").TextIndex} TextIndex */
/** @typedef {import("./search-lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./search-rank.js").Found} Found */
/** @typedef {[string, string, string]} Line of asked.txt: address, anchor ("" for the whole page), questions */
const NEAR = 0.34 // so much alike, a known question is worth a look
const TAKEN = 0.55 // and so much, its section is where the answer stands
const TOPIC = 0.7 // of a matter that is only named, but where that is a question of its own: it asks for nothing, and many pages are about it
const SHARED = 2 // a heading of so many pages asks for something

/**
 * Titles and headings of answers are known questions too.
 * @param {import("./search-index.js").Page[]} pages
 * @param {[number, number, number][]} kinds
 */
const titles = (pages, kinds) => {
  const answers = pages.filter(([, kind]) => kinds[kind][0] === 0)
  /** @type {Map<string, number>} */
  const times = new Map()
  for (const [, , , , sections] of answers) for (const [, heading] of sections) times.set(heading, (times.get(heading) || 0) + 1)
  return answers.flatMap(([address, kind, title, , sections]) => [
    .../** @type {[string, string, string][]} */ (kinds[kind][2] ? [] : [[address, "", title]]),
    ...sections.filter(([, heading]) => heading && (times.get(heading) || 0) <= SHARED)
      .map(([anchor, heading]) => /** @type {[string, string, string]} */ ([address, anchor, heading])),
  ])
}

export class Questions {
  /**
   * @param {Line[]} lines
   * @param {TextIndex} index with the pages that answer
   * @param {[number, number, number][]} kinds
   * @param {Lexicon} lexicon
   */
  constructor(lines, index, kinds, lexicon) {
    this.kinds = kinds
    /** @type {Map<string, {address: string, anchor: string, questions: string[]}>} */
    const places = new Map()
    /** @param {string} address
     * @param {string} anchor
     * @param {string[]} questions */
    const put = (address, anchor, questions) => {
      const known = places.get(`${address}#${anchor}`)
      if (known) known.questions.push(...questions)
      else places.set(`${address}#${anchor}`, { address, anchor, questions })
    }
    for (const [address, anchor, questions] of lines) put(address, anchor, questions.split(", "))
    for (const [address, anchor, title] of titles(index.pages, kinds)) put(address, anchor, [title])
    this.places = [...places.values()]
    this.asked = new Asked(this.places.map(({ questions }) => questions), lexicon)
  }

  /**
   * What was found, with how well a question of the page is the one that was typed; pages that
   * only such a question leads to stand behind.
   * @param {Found[]} found
   * @param {string} text
   * @param {boolean} isTopic whether it is but one matter
   * @param {TextIndex} index
   * @returns {Found[]}
   */
  joined(found, text, isTopic, index) {
    const made = found.slice()
    const sure = isTopic ? TOPIC : 1
    const lines = [...this.asked.find(text, index)].map(([line, alike]) => /** @type {[number, number]} */ ([line, alike === 1 ? 1 : alike * sure])).filter(([, alike]) => alike >= NEAR).sort((a, b) => b[1] - a[1])
    for (const [line, alike] of lines) {
      const { address, anchor } = this.places[line]
      const page = index.pages.findIndex(([own]) => own === address)
      if (page < 0) continue
      const section = anchor ? index.pages[page][4].findIndex(([own]) => own === anchor) : -1
      const isApart = this.kinds[index.pages[page][1]][2]
      const at = made.findIndex(one => one.page === page && (!isApart || one.section === section))
      if (at < 0) made.push({ page, section, score: 0, share: alike, sure: alike, named: 0, told: 0, said: [], asked: alike, scattered: false })
      else if (!made[at].asked) made[at] = { ...made[at], asked: alike, section: alike >= TAKEN ? section : made[at].section }
    }
    return made
  }
}
