// Cuts a page into what the projector shows: slides, each with a title and the parts that come
// one by one. Nothing here changes the page; every part is a cleaned copy.
//
// slide: {title, mark, parts: [{element, mark, ids, answer}]}
// mark:  {label, state, sign, words, path}: a provision, how it stands, its short address
(() => {
  // Not for the wall: tools, sources, who cites it, and what only the person who leads should see.
  const ASIDE = ".headerlink, .dv-dong, .nguon, .nguoc, .can-cu, .chieu-mo, .chieu-khong, .cs-nut, .ch-bo, .ch-dan, .ch-giay, .phieu-bao-hang, .footnote-ref, .sic, .loi-chu, script, style, form, button, nav, input, [hidden]"

  const make = (tag, name, text) => {
    const element = document.createElement(tag)
    if (name) element.className = name
    if (text) element.textContent = text
    return element
  }
  const words = element => element.textContent.replace(/\s+/g, " ").trim()
  const readable = element => {
    const copy = element.cloneNode(true)
    for (const one of copy.querySelectorAll(ASIDE)) one.remove()
    return words(copy)
  }

  // A copy without addresses, ids and tools: what is on the wall cannot be followed by a slip.
  const clean = element => {
    const copy = element.cloneNode(true)
    for (const one of copy.querySelectorAll(ASIDE)) one.remove()
    for (const link of copy.querySelectorAll("a")) {
      const plain = make("span", link.classList.contains("vd") ? "chieu-vd" : "")
      plain.append(...link.childNodes)
      link.replaceWith(plain)
    }
    for (const one of [copy, ...copy.querySelectorAll("[id], [title]")]) {
      one.removeAttribute("id")
      one.removeAttribute("title")
    }
    return copy
  }

  const STEPS = /^dieu-([0-9]+[a-z]*)(?:-khoan-([0-9]+[a-z]*))?(?:-diem-([a-z]+))?$/
  const path = (code, id) => {
    const found = STEPS.exec(id)
    return code && found ? `${code}/${found.slice(1).filter(Boolean).join("/")}/` : ""
  }
  const chip = (holder, label, path) => {
    const shown = holder.querySelector(":scope > .dv-dong .tt, :scope > .dan-ten .tt")
    if (!shown) return null
    const sign = shown.querySelector(".tt-dau")
    return {
      label,
      state: shown.dataset.trangThai,
      sign: sign ? sign.textContent : "",
      words: words(shown).replace(sign ? sign.textContent : "", "").trim(),
      path,
    }
  }

  // ---- What stands in a page, in reading order -------------------------------------------------

  const part = (element, mark, ids = []) => ({ element, mark, ids, answer: null })

  // The words of an old provision's “Hôm nay”: where it is now, and how that stands; a part for
  // each limb of the provision.
  const today = (aside, mark) => {
    const boxes = []
    for (const piece of aside.querySelectorAll(".ve-ten, .nay > li, .ve > p:not(.can-cu):not(.ve-ten)")) {
      const limb = piece.matches(".ve-ten")
      const line = make("p", limb ? "chieu-ve" : "")
      const copy = clean(piece)
      for (const more of copy.querySelectorAll(".nay-khac")) more.remove()
      line.append(...copy.childNodes)
      if (!words(line)) continue
      if (limb || !boxes.length) boxes.push(make("div", "chieu-nay"))
      boxes[boxes.length - 1].append(line)
    }
    if (boxes.length) boxes[0].prepend(make("p", "chieu-nay-ten", "Hôm nay"))
    return boxes.map(box => part(box, mark))
  }

  const listed = (list, item, place) => {
    const holder = list.cloneNode(false)
    holder.removeAttribute("id")
    if (list.tagName === "OL") holder.start = (list.start || 1) + place
    holder.append(clean(item))
    return holder
  }

  const card = element => {
    const link = element.querySelector(":scope > .dan-ten a")
    const label = link ? words(link) : ""
    const mark = chip(element, label, element.dataset.duong || "")
    const box = make("div", "chieu-the")
    box.dataset.trangThai = element.dataset.trangThai || ""
    box.append(make("p", "chieu-the-ten", label))
    const parts = [part(box, mark)]
    for (const line of element.querySelectorAll(":scope > .dan-loi > *")) {
      if (line.matches(".dan")) parts.push(...card(line))
      else if (line.matches("ul, ol")) [...line.children].forEach((item, place) => parts.push(part(listed(line, item, place), mark)))
      else if (parts.length === 1) box.append(clean(line))
      else parts.push(part(clean(line), mark))
    }
    for (const now of element.querySelectorAll(":scope > .dan-nay")) parts.push(...today(now, mark))
    return parts
  }

  const row = (table, line) => {
    const heads = [...table.querySelectorAll("thead th")].map(words)
    const box = make("p")
    for (const [place, cell] of [...line.cells].entries()) {
      if (!words(cell)) continue
      if (box.childNodes.length) box.append(make("br"))
      if (heads[place]) box.append(make("b", "", `${heads[place]}: `))
      box.append(...clean(cell).childNodes)
    }
    return box
  }

  const question = element => {
    // Who practises alone has buttons in the options (cau-hoi.js); the room sees the words.
    const list = make("ol", "cau-hoi-chon")
    for (const option of element.querySelectorAll(".cau-hoi-chon > li")) {
      const line = make("li", "", words(option.querySelector("button") || option))
      if (option.matches("[data-dung]")) line.dataset.dung = ""
      list.append(line)
    }
    const reason = clean(element.querySelector(".cau-hoi-dap"))
    const box = make("div", "chieu-dap")
    for (const child of [...reason.children]) if (child.tagName !== "SUMMARY") box.append(child)
    // First the options, then which one is right, then why.
    return [part(list, null), { ...part(make("div"), null), answer: list }, part(box, null)]
  }

  // Slides of a page: every heading begins one.
  class Slides {
    constructor(page) {
      this.page = page
      this.all = []
    }

    begin(title, mark, ids) {
      this.all.push({ title, mark, ids, parts: [] })
    }

    add(...parts) {
      if (!this.all.length) this.begin(document.title, null, [])
      this.all[this.all.length - 1].parts.push(...parts)
    }

    read(element) {
      for (const child of element.children) {
        if (child.matches(ASIDE)) continue
        const name = child.tagName
        if (/^H[1-4]$/.test(name)) this.begin(readable(child), null, child.id ? [child.id] : [])
        else if (child.matches(".dv-khoan")) this.clause(child)
        else if (child.matches(".dv-diem")) this.add(...this.point(child))
        else if (child.matches(".hom-nay")) this.add(...today(child, this.mark))
        else if (child.matches(".dan")) this.add(...card(child))
        else if (child.matches(".cau-hoi")) {
          this.begin(readable(child.querySelector("h2, h3, h4")), null, [child.id])
          this.add(...question(child))
        } else if (name === "UL" || name === "OL") {
          ;[...child.children].forEach((item, place) => this.add(part(listed(child, item, place), null)))
        } else if (name === "TABLE") {
          for (const line of child.querySelectorAll("tbody tr")) this.add(part(row(child, line), null))
        } else if (/^(P|BLOCKQUOTE|FIGURE|PRE|DL)$/.test(name)) {
          if (readable(child)) this.add(part(clean(child), null))
        } else if (name === "SUMMARY") this.add(part(make("p", "chieu-ve", readable(child)), null))
        else if (/^(DIV|SECTION|ASIDE|DETAILS)$/.test(name)) this.read(child)
      }
    }

    get mark() {
      return this.all[this.all.length - 1].mark
    }

    article(unit) {
      const title = this.page.querySelector("h1[id]")
      this.code = unit.dataset.ma
      this.begin(readable(title), chip(unit, "", path(this.code, title.id)), [title.id])
      this.read(unit)
    }

    clause(unit) {
      const heading = unit.querySelector(".dv-ten")
      const article = (STEPS.exec(heading.id) || [])[1] || ""
      const number = article.replace(/dd$/, "đ")
      this.begin(`${readable(heading)} Điều ${number}`, chip(unit, "", path(this.code, heading.id)), [heading.id])
      const own = unit.cloneNode(true)
      own.querySelector(".dv-ten").remove()
      this.read(own)
    }

    // A point: its letter and its words, then where it is today.
    point(unit) {
      const heading = unit.querySelector(".dv-ten")
      const letter = readable(heading).replace(/^Điểm\s+/i, "")
      const mark = chip(unit, "", path(this.code, heading.id))
      const box = make("div", "chieu-diem")
      const parts = [part(box, mark, [heading.id])]
      for (const child of unit.children) {
        if (child === heading || child.matches(ASIDE)) continue
        if (child.matches(".hom-nay")) parts.push(...today(child, mark))
        else if (/^(P|BLOCKQUOTE|UL|OL)$/.test(child.tagName)) box.append(clean(child))
      }
      if (box.firstElementChild) box.firstElementChild.prepend(make("b", "chieu-chu", `${letter}) `))
      return parts
    }
  }

  window.__chieuKhung = page => {
    const slides = new Slides(page)
    const title = page.querySelector("h1")
    const unit = page.querySelector(".dv-dieu")
    for (const child of page.children) {
      if (child === title) {
        if (!unit) slides.begin(readable(title), null, [title.id])
      } else if (child === unit) slides.article(unit)
      else slides.read({ children: [child] })
    }
    return slides.all.filter((slide, place) => slide.parts.length || place === 0)
  }
})()
