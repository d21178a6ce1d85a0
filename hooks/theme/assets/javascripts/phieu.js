// The hand-out page: the choice in its address as an A4 sheet or as A6 cards.
// Needs phieu-du-lieu.js (hooks/vanban/export/sheet.py) and phieu-chon.js.
(() => {
  const root = document.querySelector(".phieu")
  const { dieu, chuyen, cham, ngay, goc } = window.__phieu
  const { MOST, parse, format, stored, store } = window.__phieuChon
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location.href)
  const known = id => Object.hasOwn(id[0] === "~" ? chuyen : dieu, id)

  const make = (tag, name, text) => {
    const element = document.createElement(tag)
    if (name) element.className = name
    if (text) element.textContent = text
    return element
  }
  const control = (name, words, act) => {
    const button = make("button", name, words)
    button.type = "button"
    button.addEventListener("click", act)
    return button
  }
  const lines = text => text.split("\n").filter(Boolean).map(line => make("p", "", line))
  const bare = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d")
  const name = id => (known(id) ? (id[0] === "~" ? chuyen : dieu)[id][0] : id)

  let choice = { items: [], ten: "", ngay: "", noi: "", the: false }

  // ---- One item, on the sheet and on a card ----------------------------------------------------

  // The points of a clause come with it.
  const points = id => (id.split("/").length === 3
    ? Object.keys(dieu).filter(one => one.startsWith(`${id}/`) && one.split("/").length === 4)
    : [])
  const letter = id => id.split("/").pop().replace("dd", "đ")

  const wording = id => {
    const body = make("div", "phieu-loi")
    body.append(...lines(dieu[id][1]))
    for (const one of points(id)) body.append(make("p", "phieu-diem", `${letter(one)}) ${dieu[one][1]}`))
    return body
  }
  const standing = id => {
    const [, , state, stands, sure, , today] = dieu[id]
    const box = make("p", "phieu-tt")
    const mark = make("b", "tt", stands)
    mark.dataset.trangThai = state
    box.append(mark, ` · diễn đạt lại, ${sure} · kiểm tra ${ngay}`)
    if (today) box.append(make("br"), make("b", "", "Hôm nay: "), today)
    return box
  }
  const code = id => {
    if (!goc || id[0] === "~") return []
    const picture = Object.assign(make("img", "phieu-ma"), { src: new URL(`${id}/qr.svg`, base).href, alt: `Mã QR: ${goc}${id}/` })
    return [picture]
  }
  const address = id => (goc ? goc + (id[0] === "~" ? chuyen[id][3] : `${id}/`) : "")

  const provision = id => {
    const note = dieu[id][7]
    return [wording(id), ...(note ? lines(note).map(line => (line.classList.add("phieu-luu-y"), line)) : []), standing(id)]
  }
  const situation = id => {
    const [, story, advice] = chuyen[id]
    const list = make("ul", "phieu-nen")
    list.append(...advice.map(line => make("li", "", line)))
    return [make("p", "", story), make("p", "phieu-nho", "Nên làm gì?"), list]
  }

  const item = (id, place) => {
    const box = make("section", "phieu-muc")
    const head = make("h3", "phieu-ten")
    const link = make("a", "", name(id))
    link.href = new URL((id[0] === "~" ? chuyen[id][3] : dieu[id][5]), base).href
    head.append(...(id[0] === "~" ? ["Tình huống: "] : []), link)
    const body = make("div", "phieu-than")
    body.append(...(id[0] === "~" ? situation(id) : provision(id)))
    if (address(id)) body.append(make("p", "phieu-dia-chi", address(id)))
    const row = make("div", "phieu-hang")
    row.append(...code(id), body)
    const tools = make("div", "phieu-tay")
    const move = way => {
      const items = choice.items.filter(one => one !== id)
      items.splice(place + way, 0, id)
      change({ items }, `Đã chuyển ${name(id)} ${way < 0 ? "lên" : "xuống"}`)
      const again = root.querySelectorAll(".phieu-muc")[place + way]
      const next = again && again.querySelector(way < 0 ? ".phieu-len" : ".phieu-xuong")
      const other = again && again.querySelector(way < 0 ? ".phieu-xuong" : ".phieu-len")
      ;(next && !next.disabled ? next : other).focus()
    }
    const up = control("phieu-nut phieu-len", "Lên", () => move(-1))
    const down = control("phieu-nut phieu-xuong", "Xuống", () => move(1))
    const out = control("phieu-nut phieu-bo", "Bỏ", () => {
      change({ items: choice.items.filter(one => one !== id) }, `Đã bỏ ${name(id)}`)
      root.querySelector(".phieu-tim input").focus()
    })
    for (const [button, words] of [[up, "lên"], [down, "xuống"], [out, ""]]) {
      button.setAttribute("aria-label", `${button.textContent} ${words ? "một bậc: " : "khỏi phiếu: "}${name(id)}`)
    }
    up.disabled = place === 0
    down.disabled = place === choice.items.length - 1
    tools.append(up, down, out)
    box.append(head, tools, row)
    return box
  }

  // ---- The sheet, the cards --------------------------------------------------------------------

  // As everywhere on the site: a zero before days under 10 and the months 1 and 2.
  const day = text => text.replace(/^(\d{4})-0?(\d+)-(\d\d)$/, (_, year, month, date) => `${date}/${month < 3 ? "0" : ""}${month}/${year}`)
  const sheet = () => {
    const paper = make("div", "phieu-to")
    // Many items go into two columns of smaller print: a sheet is what is handed out, one piece of paper.
    if (choice.items.length > 4) paper.classList.add("phieu-gon")
    const head = make("div", "phieu-dau")
    head.append(make("h2", "phieu-tua", choice.ten || "Phiếu phát tay"))
    const when = [day(choice.ngay), choice.noi].filter(Boolean).join(" · ")
    if (when) head.append(make("p", "phieu-luc", when))
    paper.append(head, ...choice.items.map(item))
    paper.append(make("p", "phieu-cuoi", `Diễn đạt lại để tham khảo, không phải bản chính thức. Kiểm tra ngày ${ngay}.`))
    return paper
  }

  const front = id => {
    const card = make("section", "the-mat")
    card.append(make("h2", "the-ten", name(id)), ...(id[0] === "~" ? [make("p", "", chuyen[id][1])] : [wording(id), standing(id)]))
    fit(card)
    return card
  }
  const back = id => {
    const card = make("section", "the-mat")
    const other = id[0] === "~" ? "" : cham[id] || points(id).map(one => cham[one]).find(Boolean)
    card.append(make("p", "the-nho", name(id)))
    if (id[0] === "~") card.append(...situation(id).slice(1))
    else if (other && known(other)) card.append(make("h2", "the-ten", chuyen[other][0]), make("p", "", chuyen[other][1]), make("p", "phieu-nho", "Nếu là bạn?"))
    else card.append(make("p", "", "Ở trường mình, chuyện nào gần với điều này nhất?"))
    card.append(...code(id))
    if (address(id)) card.append(make("p", "phieu-dia-chi", address(id)))
    fit(card)
    return card
  }
  // Smaller letters for longer cards; what still does not fit is cut at the edge and says so.
  const fit = card => {
    const size = card.textContent.length
    card.dataset.dai = size > 900 ? "3" : size > 560 ? "2" : size > 300 ? "1" : "0"
  }
  // Four to a sheet; the backs stand mirrored, for a printer that turns the long edge.
  const cards = () => {
    const made = make("div", "the-tap")
    for (let at = 0; at < choice.items.length; at += 4) {
      const four = choice.items.slice(at, at + 4)
      const fronts = make("div", "the-trang")
      fronts.append(...four.map(front))
      const backs = make("div", "the-trang")
      const blank = () => make("section", "the-mat the-trong")
      const mirrored = [1, 0, 3, 2].map(place => (place < four.length ? back(four[place]) : blank()))
      backs.append(...mirrored)
      made.append(fronts, backs)
    }
    return made
  }

  // ---- The desk: fields, search, what was left out ----------------------------------------------

  const told = make("p", "phieu-bao")
  told.setAttribute("role", "status")
  const left = make("div", "phieu-thieu")
  const paper = make("div", "phieu-giay")

  const field = (label, key, type) => {
    const box = make("label", "phieu-o", label)
    const input = make("input")
    input.type = type
    input.maxLength = 120
    input.addEventListener("input", () => change({ [key]: input.value }, ""))
    box.append(input)
    return { box, set: () => { if (input.value !== choice[key]) input.value = choice[key] } }
  }
  const fields = [field("Tên phiếu", "ten", "text"), field("Ngày", "ngay", "date"), field("Nơi", "noi", "text")]

  const every = [...Object.keys(chuyen), ...Object.keys(dieu)].map(id => [id, bare(`${name(id)} ${id}`)])
  const finder = () => {
    const form = make("form", "phieu-tim")
    const label = make("label", "phieu-o", "Thêm điều khoản hay tình huống")
    const input = make("input")
    input.type = "search"
    input.autocomplete = "off"
    input.placeholder = "ví dụ: khoản 6 điều 21, ảnh lớp"
    label.append(input)
    const list = make("ul", "phieu-goi-y")
    const show = () => {
      const words = bare(input.value).split(/\s+/).filter(Boolean)
      const found = words.length ? every.filter(([id, text]) => !choice.items.includes(id) && words.every(word => text.includes(word))).slice(0, 6) : []
      list.replaceChildren(...found.map(([id]) => {
        const row = make("li")
        row.append(control("phieu-nut", `Thêm: ${name(id)}`, () => {
          if (choice.items.length >= MOST) return tell(`Phiếu đã đủ ${MOST} mục.`)
          change({ items: [...choice.items, id] }, `Đã thêm ${name(id)}`)
          input.value = ""
          list.replaceChildren()
          input.focus()
        }))
        return row
      }))
      if (words.length && !found.length) list.append(make("li", "", "Chưa thấy mục nào khớp."))
    }
    input.addEventListener("input", show)
    form.addEventListener("submit", event => {
      event.preventDefault()
      const first = list.querySelector("button")
      if (first) first.click()
    })
    form.append(label, list)
    return form
  }

  const tell = words => { told.textContent = words }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      tell("Đã chép đường dẫn của phiếu. Người nhận mở ra thấy đúng các mục này.")
    } catch { tell(`Chép đường dẫn ở thanh địa chỉ: ${location.href}`) }
  }
  const modes = make("div", "phieu-kieu")
  const mode = (words, the) => control("phieu-nut", words, () => change({ the }, the ? "Bốn thẻ A6 mỗi tờ; in hai mặt, lật theo cạnh dài." : "Một phiếu A4."))
  const kinds = [[mode("Phiếu A4", false), false], [mode("Thẻ A6", true), true]]
  modes.setAttribute("role", "group")
  modes.setAttribute("aria-label", "Kiểu in")
  modes.append(...kinds.map(([button]) => button))

  const show = () => {
    for (const { set } of fields) set()
    for (const [button, the] of kinds) button.setAttribute("aria-pressed", String(choice.the === the))
    root.classList.toggle("phieu-rong", choice.items.length === 0)
    paper.replaceChildren(choice.items.length === 0 ? make("p", "phieu-can", "Phiếu còn trống.") : choice.the ? cards() : sheet())
  }
  const change = (what, words) => {
    choice = { ...choice, ...what }
    history.replaceState(null, "", choice.items.length ? format(choice) : location.pathname + location.search)
    store(choice)
    if (words) tell(`${words}. Phiếu có ${choice.items.length} mục.`)
    show()
  }
  const missing = rows => {
    left.replaceChildren()
    if (!rows.length) return
    left.append(make("p", "", `Để lại ${rows.length} mục trong đường dẫn:`))
    const list = make("ul")
    for (const { id, why } of rows.slice(0, 8)) list.append(make("li", "", `${id}: ${why}`))
    if (rows.length > 8) list.append(make("li", "", `và ${rows.length - 8} mục khác`))
    left.append(list)
  }

  // The address first; else a ready hand-out that it names; else what this device kept.
  const open = () => {
    const asked = parse(location.hash, known)
    const kept = stored(known)
    const ready = document.getElementById(location.hash.slice(1))
    missing(asked ? asked.left : [])
    if (asked) {
      choice = asked.choice
      if (kept && format(kept) !== format(choice)) {
        tell("Đang xem phiếu trong đường dẫn. ")
        told.append(control("phieu-nut", `Mở lại phiếu của bạn (${kept.items.length} mục)`, () => { choice = kept; missing([]); change({}, "Đã mở lại phiếu của bạn") }))
        return show()
      }
      return show()
    }
    if (ready && ready.dataset.k) return change({ ...parse(`k=${ready.dataset.k}`, known).choice, ten: ready.dataset.ten }, `Đã mở phiếu có sẵn: ${ready.dataset.ten}`)
    if (kept) return change(kept, "Đã mở lại phiếu trên máy này")
    show()
  }

  const desk = make("div", "phieu-ban")
  const actions = make("div", "phieu-viec")
  actions.append(
    modes,
    control("phieu-nut phieu-in", "In hoặc lưu PDF", () => print()),
    control("phieu-nut", "Chép đường dẫn phiếu", copy),
    control("phieu-nut", "Xóa hết", () => change({ items: [], ten: "", ngay: "", noi: "" }, "Đã xóa hết")),
  )
  const rows = make("div", "phieu-cac-o")
  rows.append(...fields.map(({ box }) => box))
  desk.append(rows, finder(), actions, told, left)
  root.replaceChildren(desk, paper)
  addEventListener("hashchange", open)
  open()
})()
