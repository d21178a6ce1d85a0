// Practising alone: options become buttons, the answer comes at once, progress stays on this device.
// Without this file every question stands with its answer folded below it.
(() => {
  const PREFIX = "cau-hoi:"
  const LETTERS = "ABCD"

  // Storage may be denied or hold rubbish: then practice goes on without it.
  const read = (set, edition) => {
    try {
      const kept = JSON.parse(localStorage.getItem(PREFIX + set) || "{}")
      if (kept && kept.phien === edition && kept.cau && typeof kept.cau === "object") return kept.cau
    } catch { /* as if nothing were kept */ }
    return {}
  }
  const write = (set, edition, answers) => {
    try {
      if (answers) localStorage.setItem(PREFIX + set, JSON.stringify({ phien: edition, cau: answers }))
      else localStorage.removeItem(PREFIX + set)
      return true
    } catch {
      return false
    }
  }
  const valid = one => one && Number.isInteger(one.chon) && one.chon >= 0 && one.chon < 4
  const make = (tag, name, text) => {
    const element = document.createElement(tag)
    if (name) element.className = name
    if (text) element.textContent = text
    return element
  }

  // The list of sets: how far one has come in each.
  for (const row of document.querySelectorAll(".ch-ds li[data-bo]")) {
    const answers = Object.values(read(row.dataset.bo, row.dataset.phien)).filter(valid)
    const right = answers.filter(one => one.dung === true).length
    if (answers.length) row.querySelector(".ch-ds-diem").textContent = ` · Đúng ${right}/${row.dataset.so} câu`
  }

  const panel = document.querySelector(".ch-bo")
  if (!panel) return
  const { bo, phien } = panel.dataset
  const sheet = document.querySelector(".ch-giay")
  const told = make("p", "ch-doc")
  told.setAttribute("role", "status")
  panel.after(told)
  const live = make("p", "ch-doc ch-nghe")
  live.setAttribute("role", "status")
  sheet.before(live)

  const items = [...document.querySelectorAll("section.cau-hoi")].map(section => {
    const options = [...section.querySelectorAll(".cau-hoi-chon > li")]
    return { section, options, right: options.findIndex(option => option.hasAttribute("data-dung")) }
  })
  let answers = read(bo, phien)
  let wrongOnly = false
  for (const [id, one] of Object.entries(answers)) {
    const item = items.find(each => each.section.id === id)
    if (item && valid(one)) one.dung = one.chon === item.right
    else if (item && one && typeof one.dau === "boolean") answers[id] = { dau: one.dau }
    else delete answers[id]
  }
  const answerOf = item => valid(answers[item.section.id]) ? answers[item.section.id] : null
  const isRight = item => Boolean(answerOf(item)) && answerOf(item).chon === item.right

  const summary = make("div", "ch-bo ch-cuoi")
  const foot = [make("p", "ch-bo-diem"), make("p", "ch-bo-nut")]
  summary.append(...foot)
  sheet.before(summary)
  const panels = [panel, summary]

  const dress = item => {
    const one = answerOf(item)
    item.options.forEach((option, at) => {
      const button = option.querySelector("button")
      button.setAttribute("aria-disabled", String(Boolean(one)))
      const chosen = Boolean(one) && one.chon === at
      button.setAttribute("aria-pressed", String(chosen))
      const mark = option.querySelector(".ch-dau")
      const right = at === item.right
      mark.textContent = !one || (!right && !chosen) ? "" : right ? "✓ Đáp án đúng" : "✗ Chưa đúng"
      option.dataset.ket = !one || (!right && !chosen) ? "" : right ? "dung" : "sai"
    })
    item.section.querySelector("details").open = Boolean(one)
    const verdict = item.section.querySelector(".ch-ket")
    verdict.hidden = !one
    if (one) {
      verdict.textContent = isRight(item)
        ? "✓ Đúng."
        : `✗ Chưa đúng. Bạn chọn ${LETTERS[one.chon]}, đáp án là ${LETTERS[item.right]}.`
    }
  }

  const score = () => {
    const done = items.filter(answerOf).length
    const right = items.filter(isRight).length
    const wrong = items.filter(item => answerOf(item) && !isRight(item)).length
    const first = items.filter(item => answerOf(item) && answerOf(item).dau === true).length
    return { done, right, wrong, first, all: items.length }
  }

  const show = () => {
    const { done, right, wrong, first, all } = score()
    for (const each of panels) {
      const line = each.querySelector(".ch-bo-diem")
      line.textContent = done
        ? `Đúng ${right}/${all} câu${done < all ? ` · còn ${all - done} câu chưa trả lời` : ""}`
        : "Bấm vào cách trả lời mà bạn chọn; đáp án và lý do hiện ra ngay."
      each.querySelector(".ch-lai").hidden = !wrong
      each.querySelector(".ch-xoa").hidden = !done
      each.querySelector(".ch-het").hidden = !wrongOnly
    }
    sheet.querySelector(".ch-giay-diem").textContent = done
      ? `đúng ${right}/${all} câu (đúng ngay lần đầu ${first} câu${done < all ? `, mới trả lời ${done} câu` : ""})`
      : `đúng ………/${all} câu`
    const now = new Date()
    // As everywhere on the site: a zero before days under 10 and the months 1 and 2.
    const zero = (number, below) => (number < below ? `0${number}` : number)
    sheet.querySelector(".ch-giay-ngay").textContent = done
      ? `${zero(now.getDate(), 10)}/${zero(now.getMonth() + 1, 3)}/${now.getFullYear()}`
      : "………/………/…………"
  }
  const say = text => { live.textContent = ""; setTimeout(() => { live.textContent = text }, 50) }

  let warned = false
  const keep = () => {
    if (write(bo, phien, answers) || warned) return
    warned = true
    told.className = "ch-nhac"
    told.textContent = "Trình duyệt không cho giữ kết quả: bạn vẫn làm được, đóng trang là mất."
  }

  const choose = (item, at) => {
    if (answerOf(item)) return
    const right = at === item.right
    // Whether the first try was right is remembered through every repetition.
    const before = answers[item.section.id]
    answers[item.section.id] = { chon: at, dung: right, dau: before ? before.dau === true : right }
    keep()
    dress(item)
    show()
    const { right: sum, all } = score()
    const words = item.section.querySelector(".ch-ket").textContent
    const reason = item.section.querySelector(".cau-hoi-vi-sao").textContent.trim()
    say(`${words} ${reason} Đúng ${sum}/${all} câu.`)
  }

  const focus = item => {
    const heading = item.section.querySelector("h2")
    heading.tabIndex = -1
    heading.focus()
  }
  const onlyWrong = () => {
    const wrong = items.filter(item => answerOf(item) && !isRight(item))
    if (!wrong.length) return
    wrongOnly = true
    for (const item of items) {
      item.section.hidden = !wrong.includes(item)
      if (item.section.hidden) continue
      answers[item.section.id] = { dau: answerOf(item).dau === true }
      dress(item)
    }
    keep()
    show()
    say(`Làm lại ${wrong.length} câu sai.`)
    focus(wrong[0])
  }
  const whole = () => {
    wrongOnly = false
    for (const item of items) item.section.hidden = false
    show()
    focus(items[0])
  }
  const clear = () => {
    answers = {}
    write(bo, phien, null)
    items.forEach(dress)
    whole()
    say("Đã xoá kết quả của bộ này trên máy.")
  }

  const button = (name, text, act) => {
    const made = make("button", `ch-nut ${name}`, text)
    made.type = "button"
    made.addEventListener("click", act)
    return made
  }
  for (const each of panels) {
    each.querySelector(".ch-bo-nut").append(
      button("ch-lai", "Làm lại câu sai", onlyWrong),
      button("ch-het", "Hiện lại cả bộ", whole),
      button("ch-xoa", "Xoá kết quả", clear),
    )
    each.hidden = false
  }
  for (const item of items) {
    item.options.forEach((option, at) => {
      const made = make("button", "ch-chon", option.textContent.trim())
      made.type = "button"
      made.addEventListener("click", () => choose(item, at))
      option.replaceChildren(made, make("span", "ch-dau"))
    })
    const verdict = make("p", "ch-ket")
    item.section.querySelector("details").before(verdict)
    dress(item)
  }
  const print = sheet.querySelector(".ch-in-nut")
  print.append(button("ch-in-giay", "In giấy này", () => {
    document.documentElement.classList.add("ch-in")
    window.print()
  }))
  print.hidden = false
  addEventListener("afterprint", () => document.documentElement.classList.remove("ch-in"))
  show()
})()
