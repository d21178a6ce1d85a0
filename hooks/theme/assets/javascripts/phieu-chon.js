// The choice of a hand-out: a list of ids, kept in the address of the hand-out page and on this
// device, nowhere else. nd72/5/1/d is a provision, ~ten-trang a situation.
(() => {
  const KEY = "phieu-1"
  const MOST = 40
  const ID = /^(?:[a-z][a-z0-9]{1,11}(?:\/[0-9a-z]{1,6}){0,4}|~[a-z0-9-]{1,80})$/
  const FIELDS = { t: "ten", n: "ngay", d: "noi" }
  const LONGEST = 120
  const EMPTY = { items: [], ten: "", ngay: "", noi: "", the: false }

  const decoded = text => {
    try { return decodeURIComponent(text.replace(/\+/g, " ")) } catch { return text }
  }
  const short = text => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

  // {choice, left: [{id, why}]}: what an address asks for, and what of it is left out.
  const read = (ids, known) => {
    const items = []
    const left = []
    for (const raw of ids) {
      const id = decoded(raw).trim().replace(/\/+$/, "")
      if (!id) continue
      if (!ID.test(id)) left.push({ id: short(id), why: "không phải mã của một mục" })
      else if (items.includes(id)) left.push({ id, why: "đã có trong phiếu" })
      else if (!known(id)) left.push({ id, why: "ở đây không có mục này" })
      else if (items.length === MOST) left.push({ id, why: `phiếu chỉ chứa ${MOST} mục` })
      else items.push(id)
    }
    return { items, left }
  }
  const parse = (hash, known) => {
    const choice = { ...EMPTY }
    let ids = null
    for (const part of hash.replace(/^#/, "").split("&")) {
      const [name, ...rest] = part.split("=")
      const value = rest.join("=")
      if (name === "k") ids = value.split(",")
      else if (name === "m") choice.the = value === "the"
      else if (Object.hasOwn(FIELDS, name)) choice[FIELDS[name]] = decoded(value).normalize("NFC").slice(0, LONGEST)
    }
    if (!ids) return null
    const { items, left } = read(ids, known)
    return { choice: { ...choice, items }, left }
  }
  const format = choice => [
    `#k=${choice.items.join(",")}`,
    ...Object.entries(FIELDS).filter(([, name]) => choice[name]).map(([key, name]) => `${key}=${encodeURIComponent(choice[name])}`),
    ...(choice.the ? ["m=the"] : []),
  ].join("&")

  // A device may refuse to keep anything, and what it kept may be anything.
  const stored = known => {
    try {
      const found = parse(localStorage.getItem(KEY) || "", known)
      return found && found.choice.items.length ? found.choice : null
    } catch { return null }
  }
  const store = choice => {
    try {
      if (choice.items.length) localStorage.setItem(KEY, format(choice))
      else localStorage.removeItem(KEY)
      return true
    } catch { return false }
  }

  // Adds one item to the kept choice: {kept, words, href}.
  const add = (id, page) => {
    const choice = stored(one => ID.test(one)) || { ...EMPTY }
    const count = () => `Phiếu có ${choice.items.length} mục.`
    if (choice.items.includes(id)) return { words: `Mục này đã có trong phiếu. ${count()}`, href: page }
    if (choice.items.length >= MOST) return { words: `Phiếu đã đủ ${MOST} mục, chưa thêm được.`, href: page }
    choice.items = [...choice.items, id]
    if (store(choice)) return { words: `Đã thêm vào phiếu. ${count()}`, href: page }
    return { words: "Máy này không cho giữ lựa chọn; mở phiếu để dùng ngay mục vừa chọn.", href: `${page}${format(choice)}` }
  }

  window.__phieuChon = { MOST, parse, format, stored, store, add }

  // The button of a situation page.
  const button = document.querySelector(".phieu-them")
  if (button) {
    const told = document.querySelector(".phieu-bao")
    button.addEventListener("click", () => {
      const { words, href } = add(button.dataset.id, button.dataset.trang)
      const link = Object.assign(document.createElement("a"), { href, textContent: "Mở phiếu" })
      told.replaceChildren(words, " ", link)
    })
  }
})()
