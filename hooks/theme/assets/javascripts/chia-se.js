// Actions on the article and on each of its khoản and điểm: copy, share, print one of them.
// Labels and short addresses follow from a unit's id; code, citation and state stand on the
// page (data-ma, data-dan, data-hl).
(() => {
  const article = document.querySelector(".dv-dieu")
  const title = document.querySelector(".md-content h1[id]")
  if (!article || !title) return
  const { ma, dan } = article.dataset
  const WORDS = { dieu: "Điều", khoan: "khoản", diem: "điểm" }
  const NAME = "Chia sẻ, chép…"

  const make = (tag, name, text) => {
    const element = document.createElement(tag)
    if (name) element.className = name
    if (text) element.textContent = text
    return element
  }

  // dieu-5-khoan-1-diem-dd → [["dieu","5"],["khoan","1"],["diem","đ"]]
  const steps = id =>
    [...id.matchAll(/(dieu|khoan|diem)-([0-9]*[a-z]*)/g)].map(([, kind, number]) => [kind, number])
  const label = id =>
    steps(id).reverse()
      .map(([kind, number]) => `${WORDS[kind]} ${number.replace(/dd$/, "đ")}`)
      .join(" ")
  const citation = id => `${label(id)} ${dan}`
  const state = unit => unit.closest("[data-hl]") ? unit.closest("[data-hl]").dataset.hl : article.dataset.hl

  // The public address where the site has one (canonical), else wherever this copy lies.
  const base = JSON.parse(document.getElementById("__config").textContent).base
  const canonical = document.querySelector("link[rel=canonical]")
  const here = location.href.replace(/[#?].*$/, "")
  const short = (id, today) => {
    const path = `${ma}/${steps(id).map(step => step[1]).join("/")}/${today ? "nay/" : ""}`
    const from = canonical ? canonical.href : here
    const file = !canonical && location.protocol === "file:" ? "index.html" : ""
    return new URL(`${base}/${path}${file}`, from).href
  }
  const address = id => (canonical ? short(id, false) : `${here}#${id}`)

  // What was done is said in words, seen and heard.
  const told = make("div", "cs-bao")
  told.setAttribute("role", "status")
  document.body.append(told)
  let timer = 0
  const tell = (words, field) => {
    clearTimeout(timer)
    told.replaceChildren(make("span", "", words), ...(field ? [field] : []))
    told.classList.add("cs-hien")
    if (!field) timer = setTimeout(() => told.classList.remove("cs-hien"), 5000)
  }

  const copy = async (text, what) => {
    try {
      await navigator.clipboard.writeText(text)
      return tell(`Đã chép ${what}: ${text}`)
    } catch { /* no clipboard on http or from a disk: the old way */ }
    const field = make("input", "cs-o")
    field.readOnly = true
    field.value = text
    field.setAttribute("aria-label", `Chữ để chép: ${what}`)
    tell(`Chép ${what}: chọn hết dòng này rồi bấm chép.`, field)
    field.addEventListener("blur", () => told.classList.remove("cs-hien"))
    field.focus()
    field.select()
    let done = false
    try { done = document.execCommand("copy") } catch { /* then the reader copies */ }
    if (done) {
      back()
      tell(`Đã chép ${what}: ${text}`)
    }
  }

  const share = async id => {
    const text = `${citation(id)} (${state(unitOf(id))})`
    try {
      await navigator.share({ title: text, text, url: address(id) })
      tell("Đã chia sẻ.")
    } catch (error) {
      if (error.name !== "AbortError") copy(address(id), "liên kết")
    }
  }

  // The picture of a unit's short address, where the site has a public one.
  const coded = document.querySelector(".chieu-mo[data-qr]")
  const code = id => coded && Object.assign(new Image(), {
    src: new URL(`${base}/${ma}/${steps(id).map(step => step[1]).join("/")}/qr.svg`, here).href,
    alt: `Mã QR dẫn tới ${short(id, false)}`,
  })
  const showCode = id => {
    const dialog = make("dialog", "cs-qr")
    dialog.setAttribute("aria-label", `Mã QR: ${citation(id)}`)
    const close = make("button", "cs-viec", "Đóng")
    close.type = "button"
    close.addEventListener("click", () => dialog.close())
    dialog.append(make("p", "cs-qr-ten", `${citation(id)} (${state(unitOf(id))})`), code(id), make("p", "", short(id, false)), close)
    dialog.addEventListener("close", () => {
      dialog.remove()
      back()
    })
    document.body.append(dialog)
    dialog.showModal()
  }

  // Everything but the unit and the way down to it is left out of the print.
  const print = async id => {
    const unit = unitOf(id)
    const inner = document.querySelector(".md-content__inner")
    const head = make("p", "cs-in-dau", `${citation(id)} (${state(unit)}). Diễn đạt lại để tham khảo, không phải bản chính thức. ${address(id)}`)
    inner.prepend(head)
    const picture = code(id)
    if (picture) {
      picture.className = "cs-in-ma"
      await picture.decode().catch(() => {})
      head.append(picture)
    }
    const kept = [head, unit]
    if (unit === article) kept.push(title, ...inner.querySelectorAll(":scope > .dv"))
    for (const one of kept) one.classList.add("cs-giu")
    for (let up = unit.parentElement; up && up !== inner; up = up.parentElement) up.classList.add("cs-duong")
    document.documentElement.classList.add("cs-in")
    addEventListener("afterprint", () => {
      document.documentElement.classList.remove("cs-in")
      for (const one of document.querySelectorAll(".cs-giu, .cs-duong")) one.classList.remove("cs-giu", "cs-duong")
      head.remove()
      tell("Đã đóng hộp thoại in.")
    }, { once: true })
    tell(`Mở hộp thoại in: ${label(id)}`)
    window.print()
  }

  const heading = unit => (unit === article ? title : unit.querySelector(":scope > .dv-ten"))
  const units = [...document.querySelectorAll(".dv")].filter(unit => heading(unit))
  const unitOf = id => units.find(unit => heading(unit).id === id)

  const ACTIONS = [
    ["Chép liên kết tới chỗ này", id => copy(address(id), "liên kết")],
    ["Chép liên kết tới quy định hôm nay", id => copy(short(id, true), "liên kết tới quy định hôm nay")],
    ["Chép trích dẫn", id => copy(citation(id), "trích dẫn")],
    ["Chép trích dẫn kèm hiệu lực", id => copy(`${citation(id)} (${state(unitOf(id))})`, "trích dẫn")],
    ["In riêng phần này", print],
  ]
  // The hand-out page lies beside the other pages of the site, as folder or as file.
  const sheet = new URL(`${base}/tap-huan/phieu${/\.html$/.test(here) && !/index\.html$/.test(here) ? ".html" : "/"}`, here).href
  let choosing
  const chooser = () => (choosing ||= new Promise((done, failed) => {
    const script = make("script")
    script.src = new URL(`${base}/assets/javascripts/phieu-chon.js`, here).href
    script.onload = done
    script.onerror = failed
    document.head.append(script)
  }))
  const addToSheet = async id => {
    try { await chooser() } catch {
      choosing = null
      return tell("Chưa tải được phần chọn phiếu, thử lại khi có mạng.")
    }
    const { words, href } = window.__phieuChon.add([ma, ...steps(id).map(step => step[1])].join("/"), sheet)
    const link = make("a", "cs-phieu", "Mở phiếu")
    link.href = href
    tell(words, link)
  }
  ACTIONS.push(["Thêm vào phiếu phát tay", addToSheet])
  if (coded) ACTIONS.push(["Mã QR", showCode])
  if (window.__chieuMo) ACTIONS.push(["Chiếu lên màn hình", id => window.__chieuMo(id)])
  if (navigator.share) ACTIONS.splice(4, 0, ["Chia sẻ qua ứng dụng khác", share])

  // One menu at a time, made when it is wanted.
  let menu = null
  let opener = null
  const close = focus => {
    if (!menu) return
    menu.remove()
    menu = null
    opener.setAttribute("aria-expanded", "false")
    if (focus) opener.focus()
  }
  const back = () => opener && opener.focus()
  const open = (button, id, last) => {
    close(false)
    opener = button
    menu = make("div", "cs-bang")
    menu.setAttribute("role", "menu")
    menu.setAttribute("aria-label", `Chia sẻ, chép: ${label(id)}`)
    for (const [words, act] of ACTIONS) {
      const item = make("button", "cs-viec", words)
      item.type = "button"
      item.tabIndex = -1
      item.setAttribute("role", "menuitem")
      item.addEventListener("click", () => {
        close(true)
        act(id)
      })
      menu.append(item)
    }
    button.after(menu)
    button.setAttribute("aria-expanded", "true")
    menu.children[last ? ACTIONS.length - 1 : 0].focus({ preventScroll: true })
    menu.scrollIntoView({ block: "nearest" })
  }

  for (const unit of units) {
    const id = heading(unit).id
    const row = unit.querySelector(":scope > .dv-dong")
    if (!row || !steps(id).length) continue
    const button = make("button", "cs-nut", NAME)
    button.type = "button"
    button.setAttribute("aria-haspopup", "menu")
    button.setAttribute("aria-expanded", "false")
    button.setAttribute("aria-label", `${NAME} ${label(id)}`)
    button.addEventListener("click", () => (menu && opener === button ? close(true) : open(button, id, false)))
    button.addEventListener("keydown", event => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
      event.preventDefault()
      open(button, id, event.key === "ArrowUp")
    })
    row.append(button)
  }

  document.addEventListener("keydown", event => {
    if (!menu || !menu.contains(document.activeElement)) return
    const items = [...menu.children]
    const at = items.indexOf(document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (to !== undefined) items.at(to % items.length).focus()
    else if (event.key === "Escape" || event.key === "Tab") close(true)
    else return
    if (event.key !== "Tab") event.preventDefault()
    event.stopPropagation() // letters and arrows are not for the page's own shortcuts
  }, true)
  document.addEventListener("pointerdown", event => {
    if (menu && !menu.contains(event.target) && event.target !== opener) close(false)
  }, true)
})()
