// The hand-out page: the choice in its address as an A4 sheet or as A6 cards.
import { control, every, fill, linkTo, make, need, newsLine, siteURL } from "../../../theme/assets/javascripts/dom.js"
import { whenKept } from "../../../theme/assets/javascripts/comeback.js"
import { begin } from "../../../theme/assets/javascripts/late.js"
import { address as write, begin as another, EMPTY, format, isOvertaken, isOwn, MOST, parse, store, stored } from "./handout-choice.js"
import { finder } from "./handout-finder.js"
import { compact } from "./handout-fit.js"
import { cards, Items, rowsOf } from "./handout-items.js"
import { clear, COMING, copy, idsFor, makeReady, NOT_HERE, tellNotOpened, wayBack, withoutAddress } from "./handout-opening.js"
import { carriedBox, dayIn, nameIn, planOf, whereToRead, withStories } from "./handout-plan.js"

/** @typedef {import("./handout-choice.js").Choice} Choice */

class Desk {
  /**
   * @param {HTMLElement} root
   * @param {Items} items
   */
  constructor(root, items) {
    this.root = root
    this.items = items
    this.known = (/** @type {string} */ id) => items.known(id)
    this.now = (/** @type {string} */ id) => items.now(id)
    /** @type {Choice} */
    this.choice = { ...EMPTY }
    this.isOpen = false // handout-opening.js
    this.told = newsLine("phieu-bao")
    this.stories = control("phieu-nut phieu-chuyen", "Kèm chuyện của buổi", () => this.withStories())
    this.back = wayBack(() => this.reopen())
    this.left = make("div", "phieu-thieu")
    this.paper = make("div", "phieu-giay")
    this.fields = [this.field("Tên phiếu", "ten", "text"), this.field("Ngày", "ngay", "date"), this.field("Nơi", "noi", "text")]
    this.kinds = [this.kind("Phiếu A4", "Một phiếu A4", false), this.kind("Thẻ A6", "Bốn thẻ A6 mỗi tờ; in hai mặt, lật theo cạnh dài", true)]
    const desk = make("div", "phieu-ban")
    const rows = make("div", "phieu-cac-o")
    rows.append(...this.fields.map(({ box }) => box))
    desk.append(rows, this.finder(), this.actions(), this.told, this.left)
    fill(root, desk, this.paper)
    document.documentElement.classList.add("phieu-co") // paper shows the sheet alone
    addEventListener("hashchange", () => this.open())
    whenKept(() => this.isOpen && isOvertaken(this.choice) && this.reopen())
    this.open()
  }

  // ---- What can be done -------------------------------------------------------------------------
  /**
   * @param {string} label
   * @param {"ten" | "ngay" | "noi"} key
   * @param {string} type of the field
   */
  field(label, key, type) {
    const box = make("label", "phieu-o", label)
    const input = make("input")
    input.type = type
    input.maxLength = 120
    input.addEventListener("input", () => this.change({ [key]: input.value }, ""))
    box.append(input)
    return { box, set: () => { if (input.value !== this.choice[key]) input.value = this.choice[key] } }
  }

  /**
   * @param {string} words
   * @param {string} news
   * @param {boolean} the whether cards are meant
   */
  kind(words, news, the) {
    return { the, button: control("phieu-nut", words, () => this.change({ the }, news)) }
  }

  actions() {
    const modes = make("div", "phieu-kieu")
    modes.setAttribute("role", "group")
    modes.setAttribute("aria-label", "Kiểu in")
    modes.append(...this.kinds.map(({ button }) => button))
    const actions = make("div", "phieu-viec")
    actions.append(
      modes,
      control("phieu-nut phieu-in", "In hoặc lưu PDF", () => print()),
      control("phieu-nut", "Chép đường dẫn phiếu", () => copy(words => this.tell(words))),
      control("phieu-nut", "Xóa hết", () => clear(this.told, this.choice, (what, words) => this.change(what, words))),
      this.stories, this.back.button,
    )
    return actions
  }

  finder() {
    const { form, input } = finder(this.items, async id => {
      const { items } = this.choice
      if (items.includes(id)) return this.tell(`${this.items.name(id)} đã có trong phiếu.`)
      if (items.length >= MOST) return this.tell(`Phiếu đã đủ ${MOST} mục.`)
      try { await this.items.bring([id]) } catch { return this.tell(NOT_HERE) }
      this.change({ items: [...items, id] }, `Đã thêm ${this.items.name(id)}`)
      input.focus()
      return undefined
    }, words => this.tell(words))
    return form
  }

  // ---- The paper --------------------------------------------------------------------------------

  /**
   * @param {string} id
   * @param {number} place
   */
  item(id, place) {
    const { items, choice } = this
    const name = items.name(id)
    const head = make("h3", "phieu-ten", items.prefix(id))
    head.append(nameIn(linkTo("", "", siteURL(items.page(id))), name))
    const row = make("div", "phieu-hang")
    row.append(...items.code(id), items.body(id, choice.items))
    const up = control("phieu-nut phieu-len", "Lên", () => this.move(id, place, -1))
    const down = control("phieu-nut phieu-xuong", "Xuống", () => this.move(id, place, 1))
    const out = control("phieu-nut phieu-bo", "Bỏ", () => {
      this.change({ items: choice.items.filter(one => one !== id) }, `Đã bỏ ${name}`)
      need(this.root, ".phieu-tim input").focus()
    })
    up.setAttribute("aria-label", `Lên một bậc: ${name}`)
    down.setAttribute("aria-label", `Xuống một bậc: ${name}`)
    out.setAttribute("aria-label", `Bỏ khỏi phiếu: ${name}`)
    up.disabled = place === 0
    down.disabled = place === choice.items.length - 1
    const tools = make("div", "phieu-tay")
    tools.append(up, down, out)
    const box = make("section", "phieu-muc")
    box.append(head, tools, row)
    return box
  }

  /**
   * @param {string} id
   * @param {number} place where it is
   * @param {1 | -1} way
   */
  move(id, place, way) {
    const items = this.choice.items.filter(one => one !== id)
    items.splice(place + way, 0, id)
    this.change({ items }, `Đã chuyển ${this.items.name(id)} ${way < 0 ? "lên" : "xuống"}`)
    // Where the same button is of no more use, its neighbour gets the focus. On cards there is none.
    const again = every(this.root, ".phieu-muc")[place + way]
    if (!again) return
    const [up, down] = every(again, ".phieu-len, .phieu-xuong")
    const [same, other] = way < 0 ? [up, down] : [down, up]
    ;(same.hasAttribute("disabled") ? other : same).focus()
  }

  sheet() {
    const { items, ten, ngay, noi } = this.choice
    const checked = this.items.data.ngay
    const paper = make("div", "phieu-to")
    const head = make("div", "phieu-dau")
    head.append(make("h2", "phieu-tua", ten || "Phiếu phát tay"))
    const when = [dayIn(ngay), noi].filter(Boolean).join(" · ")
    if (when) head.append(make("p", "phieu-luc", when))
    paper.append(head, ...carriedBox(planOf(this.choice.buoi)), ...items.map((id, place) => this.item(id, place)))
    paper.append(make("p", "phieu-cuoi", `Diễn đạt lại để tham khảo, không phải bản chính thức. Kiểm tra ngày ${checked}.`), whereToRead(this.items.data.goc))
    return items.length > 4 ? compact(paper) : paper
  }

  // ---- The choice -------------------------------------------------------------------------------

  /** @param {string} words */
  tell(words) { this.told.textContent = words }

  show() {
    const { items, the } = this.choice
    for (const { set } of [...this.fields, this.back]) set()
    for (const kind of this.kinds) kind.button.setAttribute("aria-pressed", String(the === kind.the))
    this.root.classList.toggle("phieu-rong", items.length === 0)
    this.stories.hidden = planOf(this.choice.buoi).all.every(id => id[0] !== "~" || items.includes(id))
    if (!items.length) fill(this.paper, make("p", "phieu-can", "Phiếu còn trống."))
    else fill(this.paper, the ? cards(this.items, items, planOf(this.choice.buoi)) : this.sheet())
  }

  /**
   * @param {Partial<Choice>} what is new
   * @param {string} words that tell it
   */
  change(what, words) {
    if (!this.isOpen) return
    const choice = { ...this.choice, ...what }
    store(choice)
    this.take(choice, words)
  }

  /** @param {Choice} choice @param {string} words */
  take(choice, words) {
    this.choice = choice
    write(choice)
    if (words) this.tell(`${words}. Phiếu có ${choice.items.length} mục.`)
    this.show()
  }

  /** The plan's situations join, each where the plan has it. */
  withStories() {
    this.change({ items: withStories(this.choice.items, planOf(this.choice.buoi)).slice(0, MOST) }, "Đã thêm chuyện của buổi")
  }

  /** @param {import("./handout-choice.js").Left[]} rows what a hand-out asked for in vain, or under an old id */
  missing(rows) {
    fill(this.left, ...rowsOf(rows.filter(({ moved }) => !moved), "Để lại", ""), ...rowsOf(rows.filter(({ moved }) => moved), "Có", " đã chuyển"))
  }

  /** What the address and this device ask for is fetched before any of it is judged. @returns {Promise<unknown>} */
  async open() {
    const address = location.hash
    makeReady(this.root, this.isOpen = false)
    const ids = idsFor(address)
    this.tell(ids.length ? COMING : "") // a slow network may take minutes
    try { await this.items.bring(ids) } catch { return address === location.hash ? tellNotOpened(this.told, () => this.open()) : undefined }
    if (address !== location.hash) return undefined // the later address is on its way
    makeReady(this.root, this.isOpen = true)
    this.tell("")
    return this.opened()
  }

  /** What this device keeps now: another window may have added to it, or cleared it. */
  reopen() {
    this.choice = { ...EMPTY }
    return withoutAddress(() => this.open())
  }

  /** The address first; else a ready hand-out that it names; else what this device kept. */
  opened() {
    const asked = parse(location.hash, this.known, this.now)
    const kept = stored(this.known, this.now)
    this.missing(asked ? asked.left : [])
    if (asked && !(kept && isOwn())) {
      this.choice = asked.choice
      if (kept && format(kept.choice) !== format(asked.choice)) {
        another()
        this.tell("Đang xem phiếu trong đường dẫn. ")
        this.told.append(control("phieu-nut", `Mở lại phiếu của bạn (${kept.choice.items.length} mục)`, () => this.reopen()))
      }
      return this.show()
    }
    const named = document.getElementById(location.hash.slice(1))
    const ready = named && named.dataset.k && parse(`k=${named.dataset.k}`, this.known)
    if (named && ready) {
      another()
      return this.change({ ...ready.choice, ten: named.dataset.ten || "", buoi: named.id }, `Đã mở phiếu có sẵn: ${named.dataset.ten}`)
    }
    if (!kept) return this.show()
    this.missing(kept.left)
    // Not kept anew: a window that only follows another would undo what is typed there meanwhile.
    return this.take(kept.choice, "Đã mở lại phiếu trên máy này")
  }
}

begin(need(document, ".phieu-can"), () => import("./handout-data.js"), ({ data }) => new Desk(need(document, ".phieu"), new Items(data)))
