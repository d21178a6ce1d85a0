// Previews of linked provisions. The words stand in the page (#xt-du-lieu); without this
// file every link simply leads where it says.
import { control, decoded, every, fill, focusIsVisible, jsonIn, linkTo, make, newsLine } from "../../../theme/assets/javascripts/dom.js"

/**
 * One row of the page's JSON (previews.py): name, heading, gist, state, how it
 * stands, how sure that is, where it is today, how that was compared, address of that.
 * @typedef {[string, string, string, string, string, string, string?, string?, string?]} Row
 */
// Where the gist stands beside the link already; the build has the same names.
const BESIDE = ".hang, .ml, .ds, .dk, .nguoc, .the-ten, .dan-ten, .headerlink"
const OPEN_HOVER = 300
const OPEN_FOCUS = 600
const CLOSE = 300

/**
 * "slug#unit" from an address: …/slug/, …/slug/index.html, …/slug/dieu-8/#x, …/slug/dieu-8.html#x
 * @param {HTMLAnchorElement} link
 */
export const keyOf = link => {
  const parts = decoded(link.pathname)
    .replace(/(index)?\.html$/, "")
    .split("/")
    .filter(Boolean)
  let last = parts.pop() || ""
  const article = /^dieu-\w+$/.test(last) ? last : ""
  if (article) last = parts.pop() || ""
  const unit = link.hash.slice(1) || article
  return unit ? `${last}#${unit}` : last
}

/**
 * What the preview of a link holds.
 * @param {HTMLAnchorElement} link
 * @param {Row} row
 * @param {() => void} leave closes it
 */
const lines = (link, row, leave) => {
  const [label, heading, gist, , words, sure, today, compared, address] = row
  const made = [make("p", "xt-ten", label)]
  if (heading) made.push(make("p", "xt-dieu", heading))
  const asked = document.documentElement.dataset.xemNgay
  if (asked) made.push(make("p", "xt-ngay", `Dưới đây là tình trạng hôm nay, không phải ngày ${asked}:`))
  made.push(make("p", "xt-tt tt", words))
  if (gist) {
    const text = make("p", "xt-y", `${gist} `)
    // An instrument's row holds its official title, not a wording of ours.
    if (keyOf(link).includes("#")) text.append(make("span", "loi", "diễn đạt lại"))
    made.push(text)
  }
  made.push(make("p", "xt-can-cu", `Hiệu lực: ${sure}`))
  const ways = make("p", "xt-di")
  const open = linkTo("xt-mo", "Mở", link.href)
  open.setAttribute("aria-label", `Mở ${label}`)
  ways.append(open, control("xt-dong", "Đóng", leave))
  if (today && address) ways.append(linkTo("xt-nay", `Hôm nay: ${today}`, address))
  else if (today) ways.append(make("span", "xt-nay", `Hôm nay: ${today}`))
  made.push(ways)
  if (compared) made.push(make("p", "xt-can-cu", `Đối chiếu với hôm nay: ${compared}`))
  return made
}

/**
 * @param {Record<string, Row>} rows
 * @param {Element} root where links have previews
 */
const watch = (rows, root) => {
  /**
   * The link with a preview that a place belongs to.
   * @param {EventTarget | null} node
   */
  const linkOf = node => {
    const link = node instanceof Element && node.closest("a[href]")
    if (!(link instanceof HTMLAnchorElement) || !root.contains(link) || link.closest(BESIDE)) return null
    return rows[keyOf(link)] ? link : null
  }

  const box = make("div", "xt")
  box.id = "xt"
  box.hidden = true
  box.setAttribute("role", "dialog")
  box.tabIndex = -1
  const told = newsLine("xt-bao")
  document.body.append(box, told)

  /** @type {HTMLAnchorElement | null} the link whose preview is open */
  let current = null
  /** @type {HTMLAnchorElement | null} the link whose preview is about to open */
  let asked = null
  /** @type {HTMLAnchorElement | null} the link that Esc closed, until it is left */
  let quiet = null
  let timer = 0
  let pointer = "" // the kind of the last press: a finger gets the preview first

  /** @param {EventTarget | null} node */
  const inBox = node => node instanceof Node && box.contains(node)

  /**
   * Below the link where there is room, else above it; on a phone the style sheet pins it to
   * the lower edge. Out of the flow: nothing on the page moves.
   * @param {HTMLAnchorElement} link
   * @param {number} x where the pointer is
   */
  const place = (link, x) => {
    const rects = [...link.getClientRects()]
    const near = rects.find(rect => x >= rect.left && x <= rect.right) || rects[0]
    box.style.left = box.style.top = "0"
    const width = box.offsetWidth
    const height = box.offsetHeight
    const room = document.documentElement.clientWidth
    const below = innerHeight - near.bottom >= height || near.top < height
    const left = Math.max(8, Math.min(near.left, room - width - 8))
    box.style.left = `${left + scrollX}px`
    box.style.top = `${(below ? near.bottom : near.top - height) + scrollY}px`
    // A sheet at the lower edge leaves the link that it speaks of in sight.
    const over = getComputedStyle(box).position === "fixed" ? near.bottom + 8 - box.getBoundingClientRect().top : 0
    if (over > 0) scrollBy(0, over)
  }

  /**
   * @param {HTMLAnchorElement} link
   * @param {number} x where the pointer is
   */
  const show = (link, x) => {
    clearTimeout(timer)
    asked = null
    current = link
    const row = rows[keyOf(link)]
    box.dataset.trangThai = row[3]
    box.setAttribute("aria-label", `Xem trước: ${row[0]}`)
    fill(box, ...lines(link, row, () => hide(true)))
    box.hidden = false
    place(link, x)
  }
  /** @param {boolean} back whether the focus goes back to the link */
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
  /**
   * @param {number} delay in milliseconds
   * @param {() => void} what
   */
  const later = (delay, what) => {
    clearTimeout(timer)
    timer = setTimeout(what, delay)
  }

  // Mouse: opens after a moment, stays while the pointer is on the link or on the preview.
  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return
    if (inBox(event.target)) return clearTimeout(timer)
    const link = linkOf(event.target)
    if (!link) {
      const waiting = asked
      asked = null
      quiet = null
      if (current && !box.contains(document.activeElement) && document.activeElement !== current)
        later(CLOSE, () => hide(false))
      // What the keyboard asked for comes, wherever the mouse rests.
      else if (waiting) clearTimeout(timer)
      return
    }
    if (link === current) return clearTimeout(timer)
    if (link === asked || link === quiet) return
    asked = link
    later(OPEN_HOVER, () => show(link, event.clientX))
  })

  // Keyboard: opens a little later than by mouse, so that tabbing through is not held up.
  document.addEventListener("focusin", event => {
    if (inBox(event.target)) return
    const link = linkOf(event.target)
    if (current && link !== current) hide(false)
    if (link !== quiet) quiet = null // left: it opens when the focus comes back
    if (!link || link === current || link === quiet) return
    if (!focusIsVisible(link) || pointer === "touch") return
    later(OPEN_FOCUS, () => {
      show(link, 0)
      const row = rows[keyOf(link)]
      told.textContent = `Xem trước: ${row[2] || row[1]} ${row[4].slice(2)}. Phím Tab để vào, Esc để đóng.`
    })
  })
  document.addEventListener("focusout", event => {
    if (event.target === quiet) quiet = null
    if (event.target === asked || !current) clearTimeout(timer)
    if (current && event.relatedTarget && !inBox(event.relatedTarget)
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
    const inside = every(box, "a, button").filter(one => one.offsetParent)
    const at = inside.findIndex(one => one === document.activeElement)
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
    if (current && !inBox(event.target) && linkOf(event.target) !== current) hide(false)
  }, true)
  document.addEventListener("click", event => {
    if (pointer !== "touch" || event.detail === 0) return
    const link = linkOf(event.target)
    // A document is a page to go to; only a provision is short enough to be read at once.
    if (!link || link === current || !keyOf(link).includes("#")) return
    event.preventDefault()
    show(link, event.clientX)
    box.focus({ preventScroll: true })
  }, true)

  addEventListener("hashchange", () => hide(false))
  addEventListener("pagehide", () => hide(false))
}

export const start = () => {
  const rows = jsonIn("xt-du-lieu")
  const root = document.querySelector(".md-content")
  if (rows && root) watch(rows, root)
}
