// The projector: a page's slides, one part after another, large enough for the back of a room.
// Keys: → PageDown Space Enter: next · ← PageUp: back · ↑ ↓ a whole slide · q: the code large ·
// b: dark · Esc: back to where one was. Needs chieu-khung.js.
(() => {
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

  class Projector {
    constructor(base) {
      this.base = base
      this.opener = document.querySelector(".chieu-mo")
      this.codes = this.opener.dataset.qr !== undefined
      this.build()
      // The instrument of an article (“Điều 8. … · Luật … · site”), else the page's own title.
      const named = document.title.split(" · ")
      this.owner = named.length > 2 ? named[1] : named[0]
    }

    build() {
      const dialog = (this.dialog = make("dialog", "chieu"))
      this.place = make("p", "chieu-noi")
      this.state = make("p", "chieu-tt")
      this.title = make("h2", "chieu-ten")
      this.title.id = "chieu-ten"
      this.stage = make("div", "chieu-khung")
      this.stage.tabIndex = 0
      this.stage.setAttribute("aria-live", "polite")
      this.code = make("img", "chieu-ma")
      this.code.hidden = true
      this.foot = make("p", "chieu-chan")
      this.count = make("p", "chieu-dem")
      const head = make("div", "chieu-dau")
      head.append(this.place, this.state)
      const body = make("div", "chieu-than")
      body.append(this.stage, this.code)
      const tools = make("div", "chieu-tay")
      tools.append(
        control("chieu-nut", "Lui", () => this.step(-1)),
        this.count,
        control("chieu-nut", "Tiếp", () => this.step(1)),
        control("chieu-nut", "Đóng", () => this.close()),
      )
      const end = make("div", "chieu-cuoi")
      end.append(this.foot, tools)
      dialog.append(head, this.title, body, end)
      dialog.setAttribute("aria-labelledby", "chieu-ten")
      dialog.addEventListener("keydown", event => this.key(event))
      dialog.addEventListener("cancel", event => {
        event.preventDefault()
        this.close()
      })
      // A tap on the right goes on, on the left goes back, as in a reader for books.
      dialog.addEventListener("click", event => {
        if (event.target.closest("button, .chieu-toi") || !getSelection().isCollapsed) return
        this.step(event.clientX > innerWidth / 3 ? 1 : -1)
      })
      this.dark = make("div", "chieu-toi")
      this.dark.hidden = true
      this.dark.addEventListener("click", () => { this.dark.hidden = true })
      dialog.append(this.dark)
      document.body.append(dialog)
    }

    // Parts that fit on one screen together: {slide, parts, first: is it the slide's first}.
    frames() {
      const made = []
      for (const slide of this.slides) {
        let frame = { slide, parts: [], again: false }
        made.push(frame)
        this.heading(frame)
        for (const part of slide.parts) {
          this.mark(this.marked(slide, part)) // the head takes room too
          this.stage.replaceChildren(...frame.parts.map(one => one.element), part.element)
          if (frame.parts.length && this.stage.scrollHeight > this.stage.clientHeight + 1) {
            frame = { slide, parts: [], again: true }
            made.push(frame)
            this.heading(frame)
          }
          frame.parts.push(part)
        }
      }
      return made
    }

    heading({ slide, again }) {
      this.title.textContent = again ? `${slide.title} (tiếp)` : slide.title
    }

    async open(unit) {
      this.here = [scrollX, scrollY]
      this.from = document.activeElement
      document.documentElement.classList.add("chieu-dang")
      // Cut anew each time: what was folded, hidden or answered since is seen as it is.
      this.slides = window.__chieuKhung(document.querySelector(".md-content__inner"))
      this.dialog.showModal()
      this.full = false
      const fit = () => this.layOut()
      try {
        await document.documentElement.requestFullscreen()
        this.full = true
      } catch { /* a window serves as well */ }
      if (document.fonts) await document.fonts.ready
      this.count.textContent = "00/00"
      this.all = this.frames()
      this.at = 0
      this.shown = this.all[0].parts.length && this.all[0].parts[0].mark === null ? 1 : 0
      this.find(unit)
      this.show()
      this.stage.focus()
      this.fit = fit
      addEventListener("resize", fit)
      this.left = () => { if (this.full && !document.fullscreenElement) this.close() }
      document.addEventListener("fullscreenchange", this.left)
      this.awake()
    }

    // A screen that goes dark in the middle of a session helps nobody.
    awake() {
      if (!navigator.wakeLock) return
      navigator.wakeLock.request("screen").then(lock => { this.lock = lock }, () => {})
    }

    find(unit) {
      if (!unit) return
      const slide = this.all.findIndex(frame => !frame.again && frame.slide.ids.includes(unit))
      const inside = this.all.findIndex(frame => frame.parts.some(part => part.ids.includes(unit)))
      if (inside >= 0) {
        this.at = inside
        this.shown = this.all[inside].parts.findIndex(part => part.ids.includes(unit)) + 1
      } else if (slide >= 0) {
        this.at = slide
        this.shown = 1
      }
    }

    layOut() {
      const part = this.all[this.at].parts[Math.max(0, this.shown - 1)]
      this.all = this.frames()
      const at = this.all.findIndex(frame => frame.parts.includes(part))
      this.at = Math.max(0, at)
      this.shown = part ? this.all[this.at].parts.indexOf(part) + 1 : 0
      this.show()
    }

    show() {
      const frame = this.all[this.at]
      this.heading(frame)
      this.stage.replaceChildren(...frame.parts.map(part => part.element))
      for (const [place, { element, answer }] of frame.parts.entries()) {
        const seen = place < this.shown
        element.classList.toggle("chieu-cho", !seen)
        if (answer) answer.classList.toggle("chieu-ro", seen)
      }
      this.dialog.classList.toggle("chieu-bia", frame.parts.length === 0)
      this.stage.scrollTop = 0
      const last = frame.parts[this.shown - 1]
      if (last && last.element.offsetTop + last.element.offsetHeight > this.stage.clientHeight && this.shown > 1) {
        last.element.scrollIntoView({ block: "end" })
      }
      this.mark(this.marked(frame.slide, frame.parts.slice(0, this.shown).reverse().find(part => part.mark)))
      this.count.textContent = `${this.at + 1}/${this.all.length}`
    }

    // The state of the newest provision on the screen, else that of the slide.
    marked(slide, seen) {
      if (seen && !seen.mark) seen = undefined
      // Of two that stand alike the wider one says since when.
      return !seen || (slide.mark && slide.mark.state === seen.mark.state) ? { ...slide.mark, ...(seen && { path: seen.mark.path }) } : seen.mark
    }

    mark(found) {
      const mark = found.state ? found : null
      this.place.textContent = (mark && mark.label) || this.owner
      this.state.hidden = !mark
      this.state.dataset.trangThai = mark ? mark.state : ""
      this.state.textContent = mark ? `${mark.sign} ${mark.words}` : ""
      const path = mark && mark.path
      const has = Boolean(this.codes && path)
      this.dialog.classList.toggle("chieu-co-ma", has)
      this.code.hidden = !has
      if (has) {
        this.code.src = new URL(`${path}qr.svg`, this.base).href
        this.code.alt = `Mã QR dẫn tới ${this.address(path)}`
      }
      const told = [mark ? "diễn đạt lại" : "", `kiểm tra ${this.opener.dataset.kiemTra}`]
      if (has) told.push(this.address(path))
      this.foot.textContent = told.filter(Boolean).join(" · ")
    }

    address(path) {
      const canonical = document.querySelector("link[rel=canonical]")
      const base = JSON.parse(document.getElementById("__config").textContent).base
      return canonical ? new URL(`${base}/${path}`, canonical.href).href : path
    }

    step(way) {
      const { stage } = this
      const frame = this.all[this.at]
      const more = stage.scrollHeight - stage.clientHeight - stage.scrollTop
      if (way > 0) {
        // Longer than the screen: first read on.
        if (this.shown >= frame.parts.length && more > 4) return stage.scrollBy(0, stage.clientHeight * 0.8)
        if (this.shown < frame.parts.length) this.shown += 1
        else if (this.at < this.all.length - 1) this.turn(this.at + 1, 1)
        else return
      } else if (stage.scrollTop > 4) return stage.scrollBy(0, -stage.clientHeight * 0.8)
      else if (this.shown > 1) this.shown -= 1
      else if (this.at > 0) this.turn(this.at - 1, Infinity)
      else return
      this.show()
    }

    turn(at, shown) {
      this.at = Math.max(0, Math.min(at, this.all.length - 1))
      this.shown = Math.min(shown, this.all[this.at].parts.length)
    }

    slide(way) {
      const { slide } = this.all[this.at]
      let at = this.at
      if (way > 0) while (at < this.all.length && this.all[at].slide === slide) at += 1
      else {
        const wanted = this.all[Math.max(0, this.all.findIndex(frame => frame.slide === slide) - 1)].slide
        at = this.all.findIndex(frame => frame.slide === wanted)
      }
      if (at < this.all.length) this.turn(at, 1)
      this.show()
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      event.stopPropagation() // letters are not for the page's own shortcuts
      const { key, target } = event
      if (!this.dark.hidden && key !== "Tab") {
        event.preventDefault()
        this.dark.hidden = true
        return
      }
      const onButton = target instanceof Element && target.closest("button") && (key === " " || key === "Enter")
      const acts = {
        ArrowRight: () => this.step(1), PageDown: () => this.step(1), " ": () => this.step(event.shiftKey ? -1 : 1), Enter: () => this.step(1),
        ArrowLeft: () => this.step(-1), PageUp: () => this.step(-1), Backspace: () => this.step(-1),
        ArrowDown: () => this.slide(1), ArrowUp: () => this.slide(-1),
        Home: () => { this.turn(0, 1); this.show() }, End: () => { this.turn(Infinity, Infinity); this.show() },
        b: () => { this.dark.hidden = false }, ".": () => { this.dark.hidden = false },
        q: () => this.dialog.classList.toggle("chieu-ma-lon"),
        Escape: () => (this.dialog.classList.contains("chieu-ma-lon") ? this.dialog.classList.remove("chieu-ma-lon") : this.close()),
      }
      if (onButton || !acts[key]) return
      event.preventDefault()
      acts[key]()
    }

    close() {
      if (!this.dialog.open) return
      removeEventListener("resize", this.fit)
      document.removeEventListener("fullscreenchange", this.left)
      if (this.lock) this.lock.release().catch(() => {})
      this.dialog.classList.remove("chieu-ma-lon")
      this.dialog.close()
      this.stage.blur() // else the focus stays in a box that nobody sees, until the next frame
      document.documentElement.classList.remove("chieu-dang")
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
      if (this.from instanceof HTMLElement) this.from.focus({ preventScroll: true })
      scrollTo(...this.here)
    }
  }

  let projector
  window.__chieu = {
    open(base, unit) {
      projector ||= new Projector(base)
      if (!projector.dialog.open) projector.open(unit)
    },
  }
})()
