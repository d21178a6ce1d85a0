// Previews of linked provisions. The words stand in the page (#xt-du-lieu); without this
// file every link simply leads where it says.
(() => {
  const source = document.getElementById("xt-du-lieu")
  if (!source) return
  const rows = JSON.parse(source.textContent)
  // Where the gist stands beside the link already; the build has the same names.
  const BESIDE = ".ml, .ds, .dk, .nguoc, .the-ten, .dan-ten, .headerlink"
  const OPEN_HOVER = 300
  const OPEN_FOCUS = 600
  const CLOSE = 300
  const root = document.querySelector(".md-content")

  // "slug#unit" from an address: …/slug/, …/slug/index.html, …/slug/dieu-8/#x, …/slug/dieu-8.html#x
  const keyOf = link => {
    const parts = decodeURI(link.pathname)
      .replace(/(index)?\.html$/, "")
      .split("/")
      .filter(Boolean)
    let last = parts.pop() || ""
    const article = /^dieu-\w+$/.test(last) ? last : ""
    if (article) last = parts.pop() || ""
    const unit = link.hash.slice(1) || article
    return unit ? `${last}#${unit}` : last
  }
  const linkOf = node => {
    const link = node.closest && node.closest("a[href]")
    if (!link || !root.contains(link) || link.closest(BESIDE)) return null
    return rows[keyOf(link)] ? link : null
  }

  const make = (tag, name, text) => {
    const element = document.createElement(tag)
    if (name) element.className = name
    if (text) element.textContent = text
    return element
  }
  const box = make("div", "xt")
  box.id = "xt"
  box.hidden = true
  box.setAttribute("role", "dialog")
  box.tabIndex = -1
  const told = make("p", "xt-bao")
  told.setAttribute("role", "status")
  document.body.append(box, told)

  let current = null // the link whose preview is open
  let asked = null // the link whose preview is about to open
  let timer = 0
  let pointer = "" // the kind of the last press: a finger gets the preview first
  let quiet = null // the link that Esc closed, until it is left

  const fill = link => {
    const [label, heading, gist, state, words, sure, today, compared, address] = rows[keyOf(link)]
    box.dataset.trangThai = state
    box.setAttribute("aria-label", `Xem trước: ${label}`)
    const name = make("p", "xt-ten", label)
    const lines = [name]
    if (heading) lines.push(make("p", "xt-dieu", heading))
    lines.push(make("p", "xt-tt tt", words))
    if (gist) {
      const text = make("p", "xt-y", `${gist} `)
      // An instrument's row holds its official title, not a wording of ours.
      if (keyOf(link).includes("#")) text.append(make("span", "loi", "diễn đạt lại"))
      lines.push(text)
    }
    lines.push(make("p", "xt-can-cu", `Hiệu lực: ${sure}`))
    const row = make("p", "xt-di")
    const open = make("a", "xt-mo", "Mở")
    open.href = link.href
    open.setAttribute("aria-label", `Mở ${label}`)
    const close = make("button", "xt-dong", "Đóng")
    close.type = "button"
    close.addEventListener("click", () => hide(true))
    row.append(open, close)
    if (today && address) {
      const now = make("a", "xt-nay", `Hôm nay: ${today}`)
      now.href = address
      row.append(now)
    } else if (today) row.append(make("span", "xt-nay", `Hôm nay: ${today}`))
    lines.push(row)
    if (compared) lines.push(make("p", "xt-can-cu", `Đối chiếu với hôm nay: ${compared}`))
    box.replaceChildren(...lines)
  }

  // Below the link where there is room, else above it; on a phone the style sheet pins it to
  // the edge that the link is not at. Out of the flow: nothing on the page moves.
  const place = (link, x) => {
    const rects = [...link.getClientRects()]
    const near = rects.find(rect => x >= rect.left && x <= rect.right) || rects[0]
    box.style.left = box.style.top = "0"
    box.classList.toggle("xt-tren", near.bottom > innerHeight / 2)
    const width = box.offsetWidth
    const height = box.offsetHeight
    const room = document.documentElement.clientWidth
    const bar = document.querySelector(".md-header")
    const top = bar ? bar.getBoundingClientRect().bottom : 0
    const below = innerHeight - near.bottom >= height || near.top - top < height
    const left = Math.max(8, Math.min(near.left, room - width - 8))
    box.style.left = `${left + scrollX}px`
    box.style.top = `${(below ? near.bottom : near.top - height) + scrollY}px`
  }

  const show = (link, x) => {
    clearTimeout(timer)
    asked = null
    current = link
    fill(link)
    box.hidden = false
    place(link, x)
  }
  const hide = back => {
    clearTimeout(timer)
    asked = null
    if (!current) return
    const link = current
    quiet = link
    current = null
    if (back || box.contains(document.activeElement)) link.focus({ preventScroll: true })
    box.hidden = true
    told.textContent = ""
  }
  const later = (delay, what) => {
    clearTimeout(timer)
    timer = setTimeout(what, delay)
  }

  // Mouse: opens after a moment, stays while the pointer is on the link or on the preview.
  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return
    if (box.contains(event.target)) return clearTimeout(timer)
    const link = linkOf(event.target)
    if (!link) {
      asked = null
      quiet = null
      if (current && !box.contains(document.activeElement) && document.activeElement !== current)
        later(CLOSE, () => hide(false))
      else clearTimeout(timer)
      return
    }
    if (link === current) return clearTimeout(timer)
    if (link === asked || link === quiet) return
    asked = link
    later(OPEN_HOVER, () => show(link, event.clientX))
  })

  // Keyboard: opens a little later than by mouse, so that tabbing through is not held up.
  document.addEventListener("focusin", event => {
    if (box.contains(event.target)) return
    const link = linkOf(event.target)
    if (current && link !== current) hide(false)
    if (!link || link === current || link === quiet) return
    quiet = null
    if (!link.matches(":focus-visible") || pointer === "touch") return
    later(OPEN_FOCUS, () => {
      show(link, 0)
      const row = rows[keyOf(link)]
      told.textContent = `Xem trước: ${row[2] || row[1]} ${row[4].slice(2)}. Phím Tab để vào, Esc để đóng.`
    })
  })
  document.addEventListener("focusout", event => {
    if (event.target === quiet) quiet = null
    if (event.target === asked || !current) clearTimeout(timer)
    if (current && event.relatedTarget && !box.contains(event.relatedTarget)
        && event.relatedTarget !== current) hide(false)
  })

  // Tab goes from the link into its preview, and from the preview's end on behind the link.
  document.addEventListener("keydown", event => {
    pointer = "key"
    if (event.key === "Escape") {
      clearTimeout(timer)
      if (current) {
        event.stopPropagation()
        hide(box.contains(document.activeElement))
      }
      return
    }
    if (event.key !== "Tab" || !current) return
    const inside = [...box.querySelectorAll("a, button")].filter(one => one.offsetParent)
    const at = inside.indexOf(document.activeElement)
    if (document.activeElement === current && !event.shiftKey) {
      event.preventDefault()
      inside[0].focus()
    } else if (event.shiftKey && (at === 0 || document.activeElement === box)) {
      event.preventDefault()
      current.focus()
    } else if (!event.shiftKey && at === inside.length - 1) hide(true) // and the key goes on
  }, true)

  // Finger: the first tap previews, “Mở” or a second tap leads on. A reading aid that
  // clicks without a finger goes straight on.
  document.addEventListener("pointerdown", event => {
    pointer = event.pointerType
    if (current && !box.contains(event.target) && linkOf(event.target) !== current) hide(false)
  }, true)
  document.addEventListener("click", event => {
    if (pointer !== "touch" || event.detail === 0) return
    const link = linkOf(event.target)
    if (!link || link === current) return
    event.preventDefault()
    show(link, event.clientX)
    box.focus({ preventScroll: true })
  }, true)

  addEventListener("hashchange", () => hide(false))
  addEventListener("pagehide", () => hide(false))
})()
