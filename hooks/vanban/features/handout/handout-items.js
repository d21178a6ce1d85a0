// One item of a hand-out: what a sheet and a card say of a provision or a situation.
import { make, siteURL } from "../../../theme/assets/javascripts/dom.js"
import { carriedBox, nameIn, whereToRead } from "./handout-plan.js"
import { load } from "../../../theme/assets/javascripts/modules.js"
import { ascii, folded, idOf, labelOf, printed, upper } from "../../../theme/assets/javascripts/units.js"

/** @typedef {typeof import("./handout-data.js").data} Data */

/** @param {string} text */
const lines = text => text.split("\n").filter(Boolean).map(line => make("p", "", line))
/** @param {string} id */
const isSituation = id => id[0] === "~"

/** @param {string} id the code of its instrument */
const code = id => id.split("/")[0]
/** @param {string} name */
const lower = name => name[0].toLowerCase() + name.slice(1)
/** The number of each step of an id, as the name of a unit has it.
 * @param {string[]} steps */
const numbers = ([dieu, ...rest]) => {
  const [khoan, diem] = /^\d/.test(rest[0] || "") ? rest : ["", ...rest]
  return { dieu: printed(dieu), khoan: printed(khoan || ""), diem: printed(diem || "") }
}

/**
 * Some items, each with what is to be said of it, below a line that counts them.
 * @param {import("./handout-choice.js").Left[]} rows
 * @param {string} before the count
 * @param {string} after it
 */
export const rowsOf = (rows, before, after) => {
  if (!rows.length) return []
  const list = make("ul")
  list.append(...rows.slice(0, 8).map(({ id, why }) => make("li", "", `${id}: ${why}`)))
  if (rows.length > 8) list.append(make("li", "", `và ${rows.length - 8} mục khác`))
  return [make("p", "", `${before} ${rows.length} mục${after}:`), list]
}

/** What is known of items by their ids: of all situations, and of the provisions that were brought. */
export class Items {
  /** @param {Omit<Data, "dieu">} data */
  constructor(data) {
    /** @type {Data} */
    this.data = { ...data, dieu: Object.create(null) }
    this.parts = new Map(Object.entries(data.cac))
    this.moved = new Map(Object.entries(data.doi))
    this.situations = Object.keys(data.chuyen)
    this.set = new Set(this.situations)
    this.days = new Map() // of checking, by the code
    /** @type {{id: string, name: string, text: string, page: string}[] | undefined} */
    this.listed = undefined
  }

  /** @returns {string[]} */
  get all() { return [...this.set] }

  /** @param {string} id */
  known(id) { return this.set.has(id) }

  /** The id of the same content now. @param {string} id */
  now(id) { return this.moved.get(id) || id }

  /**
   * Fetches the wording of the instruments that these ids belong to; refused where one cannot be had.
   * @param {string[]} ids
   */
  async bring(ids) {
    const wanted = [...new Set(ids.map(id => code(this.now(id))))].filter(one => this.parts.has(one))
    await Promise.all(wanted.map(async one => {
      const { data } = await load(this.parts.get(one) || "")
      Object.assign(this.data.dieu, data.dieu)
      this.days.set(one, data.ngay)
      for (const id of Object.keys(data.dieu)) this.set.add(id)
    }))
  }

  /**
   * All that could be added, brought or not: id, name, the words it is found by, its address.
   * @returns {Promise<{id: string, name: string, text: string, page: string}[]>}
   */
  async list() {
    if (this.listed) return this.listed
    const { data: { duoi, cac } } = await import("./handout-list.js")
    const stories = this.situations.map(id => ({ id, name: this.name(id), page: this.page(id) }))
    const units = Object.entries(cac).map(([one, [goi, cho, ids]]) => ids.split(" ").map(rest => {
      const unit = numbers(rest.split("/"))
      const anchor = idOf(unit)
      return { id: `${one}/${rest}`, name: `${upper(labelOf(unit))} ${goi}`, page: `${cho}dieu-${ascii(unit.dieu)}${duoi}#${anchor}` }
    }))
    const all = stories.concat(...units)
    this.listed = all.map(one => ({ ...one, text: folded(`${one.name} ${one.id}`) }))
    return this.listed
  }

  /** @param {string} id */
  row(id) { return isSituation(id) ? this.data.chuyen[id] : this.data.dieu[id] }

  /** @param {string} id */
  name(id) { return this.known(id) ? this.row(id)[0] : id }

  /** The points of a clause, and the tiết of a point, come with it.
   * @param {string} id */
  points(id) {
    return id.split("/").length < 3 ? [] : this.all.filter(one => one.startsWith(`${id}/`))
  }

  /** The item of a sheet that has the words of this one among its points; undefined for none.
   * @param {string} id
   * @param {string[]} items of the sheet */
  whole(id, items) { return items.find(one => this.points(one).includes(id)) }

  /** @param {string} id */
  wording(id) {
    const body = make("div", "phieu-loi")
    body.append(...lines(this.data.dieu[id][1]))
    for (const one of this.points(id)) {
      const letter = printed(one.split("/").slice(-1)[0])
      const said = lines(`${letter}) ${this.data.dieu[one][1]}`)
      for (const line of said) line.className = "phieu-diem"
      body.append(...said)
    }
    return body
  }

  /** @param {string} id */
  standing(id) {
    const [, , state, stands, sure, , today] = this.data.dieu[id]
    const box = make("p", "phieu-tt")
    const mark = make("b", "tt", stands)
    mark.dataset.trangThai = state
    const day = this.days.get(code(id)) // a part of an earlier release names none
    box.append(mark, ` · diễn đạt lại, ${sure}`, day ? ` · kiểm tra ${day}` : "")
    if (today) box.append(make("br"), make("b", "", "Hôm nay: "), today)
    return box
  }

  /** @param {string} id */
  code(id) {
    const { goc } = this.data
    if (!goc || isSituation(id)) return []
    const picture = make("img", "phieu-ma")
    picture.src = siteURL(`${id}/qr.svg`).href
    picture.alt = `Mã QR: ${goc}${id}/`
    return [picture]
  }

  /** @param {string} id */
  address(id) {
    const { goc, chuyen } = this.data
    return goc ? [make("p", "phieu-dia-chi", goc + (isSituation(id) ? chuyen[id][3] : `${id}/`))] : []
  }

  /** The item's page, below the site's front page.
   * @param {string} id */
  page(id) { return isSituation(id) ? this.data.chuyen[id][3] : this.data.dieu[id][5] }

  /** What is done in a situation, as a list under its question.
   * @param {string} id */
  advice(id) {
    const list = make("ul", "phieu-nen")
    list.append(...this.data.chuyen[id][2].map(line => make("li", "", line)))
    return [make("p", "phieu-nho", "Nên làm gì?"), list]
  }

  /** The body of an item on a sheet: words that stand on it once are not said again.
   * @param {string} id
   * @param {string[]} items of the sheet */
  body(id, items) {
    const body = make("div", "phieu-than")
    if (isSituation(id)) body.append(make("p", "phieu-ke", this.data.chuyen[id][1]), ...this.advice(id))
    else {
      const notes = lines(this.data.dieu[id][7] || "")
      for (const line of notes) line.classList.add("phieu-luu-y")
      const whole = this.whole(id, items)
      const worded = whole ? make("p", "", `Lời đã in ở ${lower(this.name(whole))}, trên phiếu này.`) : this.wording(id)
      body.append(worded, ...notes, this.standing(id))
    }
    body.append(...this.address(id))
    return body
  }

  /** What stands before an item's name.
   * @param {string} id */
  prefix(id) { return isSituation(id) ? "Tình huống: " : "" }

  /** @param {string} id */
  front(id) {
    const card = make("section", "the-mat")
    card.append(nameIn(make("h2", "the-ten"), this.name(id)))
    if (isSituation(id)) card.append(make("p", "", this.data.chuyen[id][1]))
    else card.append(this.wording(id), this.standing(id))
    return fit(card)
  }

  /**
   * @param {string} id
   * @param {string} story the situation that the plan tells beside it, or ""
   */
  back(id, story) {
    const { cham, chuyen } = this.data
    const card = make("section", "the-mat")
    const touching = this.known(story) ? story : [id, ...this.points(id)].map(one => cham[one]).find(Boolean) || ""
    card.append(nameIn(make("p", "the-nho"), this.name(id)))
    if (isSituation(id)) card.append(...this.advice(id))
    else if (this.known(touching)) card.append(make("h2", "the-ten", chuyen[touching][0]), make("p", "", chuyen[touching][1]), make("p", "phieu-nho", "Nếu là bạn?"))
    else card.append(make("p", "", "Ở trường mình, chuyện nào gần với điều này nhất?"))
    card.append(...this.code(id), ...this.address(id))
    return fit(card)
  }
}

/** Smaller letters for longer cards; what still does not fit is cut at the edge and says so.
 * @param {HTMLElement} card */
const fit = card => {
  const size = (card.textContent || "").length
  card.dataset.dai = size > 900 ? "3" : size > 560 ? "2" : size > 300 ? "1" : "0"
  return card
}

/** The card of what the room takes home; its back says where to read on.
 * @param {Items} known
 * @param {{carried: string[]}} plan */
const home = (known, plan) => {
  const [front, back] = [1, 2].map(() => make("section", "the-mat"))
  const [box] = carriedBox(plan)
  front.append(make("h2", "the-ten", "Mang về"), ...[...box.children].slice(1))
  back.append(make("p", "the-nho", "Mang về"), whereToRead(known.data.goc))
  return [fit(front), fit(back)]
}

/** Four to a sheet; the backs stand mirrored, for a printer that turns the long edge.
 * @param {Items} known
 * @param {string[]} ids
 * @param {{stories: Map<string, string>, carried: string[]}} plan what it tells beside a provision; what the
 *   room takes home, which fills a card that would be left empty */
export const cards = (known, ids, plan) => {
  const made = make("div", "the-tap")
  for (let at = 0; at < ids.length; at += 4) {
    const four = ids.slice(at, at + 4)
    const pairs = four.map(id => [known.front(id), known.back(id, plan.stories.get(id) || "")])
    if (four.length < 4 && plan.carried.length) pairs.push(home(known, plan))
    while (pairs.length < 4) pairs.push([1, 2].map(() => make("section", "the-mat the-trong")))
    const fronts = make("div", "the-trang")
    fronts.append(...pairs.map(([front]) => front))
    const backs = make("div", "the-trang")
    backs.append(...[1, 0, 3, 2].map(place => pairs[place][1]))
    made.append(fronts, backs)
  }
  return made
}
