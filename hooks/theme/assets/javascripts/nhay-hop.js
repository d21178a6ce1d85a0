// The box “Đi tới điều khoản”: its field, its list, its dialog. Needs nhay-tim.js.
(() => {
  // ---- The field and its list (combobox with a listbox) ----------------------------------------

  let finder
  const ready = base => (finder ||= window.__nhayTim(window.__nhay, base))

  class Box {
    constructor(form, base) {
      this.finder = ready(base)
      this.input = form.querySelector("input")
      this.list = form.querySelector("[role=listbox]")
      this.told = form.querySelector("[role=status]")
      this.items = []
      this.active = -1
      form.addEventListener("submit", event => {
        event.preventDefault()
        this.go()
      })
      this.input.addEventListener("input", () => this.update())
      this.input.addEventListener("keydown", event => this.key(event))
      this.input.addEventListener("focus", () => this.update())
      form.addEventListener("focusout", event => {
        if (!form.contains(event.relatedTarget)) this.close()
      })
      this.update()
    }

    update() {
      const { items, message } = this.finder.find(this.input.value)
      this.items = items
      this.list.replaceChildren(...items.map((item, place) => this.option(item, place)))
      this.list.hidden = items.length === 0
      this.input.setAttribute("aria-expanded", String(items.length > 0))
      this.told.textContent = message || (items.length ? `${items.length} gợi ý` : "")
      this.told.classList.toggle("nhay-loi", message !== "" && (!items.length || items[0].sure === 1))
      this.activate(items.length ? 0 : -1)
    }

    option(item, place) {
      const link = document.createElement("a")
      link.href = item.href
      link.id = `${this.list.id}-${place}`
      link.setAttribute("role", "option")
      link.tabIndex = -1
      link.className = "nhay-muc"
      link.dataset.trangThai = item.state
      const line = (name, text) => {
        const part = document.createElement("span")
        part.className = name
        part.textContent = text
        link.append(part, " ")
      }
      line("nhay-ten", item.name)
      line("nhay-tt", `${item.mark} ${item.words}`)
      if (item.below) line(item.sure === 1 ? "nhay-duoi nhay-loi" : "nhay-duoi", item.below)
      link.addEventListener("click", () => this.close())
      return link
    }

    activate(place) {
      this.active = place
      for (const [at, option] of [...this.list.children].entries()) {
        option.setAttribute("aria-selected", String(at === place))
        if (at === place) option.scrollIntoView({ block: "nearest" })
      }
      if (place < 0) this.input.removeAttribute("aria-activedescendant")
      else this.input.setAttribute("aria-activedescendant", `${this.list.id}-${place}`)
    }

    key(event) {
      if (event.isComposing) return
      const last = this.items.length - 1
      const step = { ArrowDown: this.active < last ? this.active + 1 : 0, ArrowUp: this.active > 0 ? this.active - 1 : last }[event.key]
      if (step !== undefined && last >= 0) {
        event.preventDefault()
        if (this.list.hidden) this.update()
        else this.activate(step)
      } else if (event.key === "Escape") {
        const dialog = this.input.closest("dialog")
        if (dialog || !this.list.hidden) event.preventDefault()
        if (dialog) shut()
        else this.close()
      }
      // The theme's own keys (p, n, s …) are not for somebody who is typing.
      event.stopPropagation()
    }

    go() {
      const option = this.list.children[this.active]
      if (option) option.click()
    }

    close() {
      this.list.hidden = true
      this.input.setAttribute("aria-expanded", "false")
      this.input.removeAttribute("aria-activedescendant")
    }
  }

  // ---- The dialog -----------------------------------------------------------------------------

  let dialog, box
  // A closed dialog keeps the focus of its field until the next frame when nothing had it before:
  // a key g pressed at once would fall into a field that nobody sees.
  const shut = () => {
    dialog.close()
    box.input.blur()
  }
  const make = base => {
    const all = document.querySelector(".nhay-mo").href
    dialog = document.createElement("dialog")
    dialog.className = "nhay-hop"
    dialog.setAttribute("aria-labelledby", "nhay-nhan")
    dialog.innerHTML = `
      <form class="nhay" method="dialog">
        <div class="nhay-dau">
          <label id="nhay-nhan" for="nhay-o">Đi tới điều khoản</label>
          <button type="button" class="nhay-dong">Đóng</button>
        </div>
        <input id="nhay-o" type="text" role="combobox" aria-expanded="false" aria-controls="nhay-ds"
          aria-autocomplete="list" aria-describedby="nhay-vi-du" autocomplete="off" autocapitalize="off"
          autocorrect="off" spellcheck="false" enterkeyhint="go">
        <p class="nhay-vi-du" id="nhay-vi-du">Ví dụ: <b>k1 d8 anm</b>, <b>26.4 72/2013</b>, <b>điểm d khoản 1 điều 5 nđ 72</b></p>
        <p class="nhay-noi" role="status"></p>
        <div class="nhay-ds" id="nhay-ds" role="listbox" aria-label="Gợi ý" hidden></div>
        <p class="nhay-chan"><a>Mọi điều khoản</a></p>
      </form>`
    dialog.querySelector(".nhay-chan a").href = all
    dialog.querySelector(".nhay-dong").addEventListener("click", shut)
    // A tap beside the form falls on the dialog itself.
    dialog.addEventListener("click", event => {
      if (event.target === dialog || event.target.closest(".nhay-muc")) shut()
    })
    document.body.append(dialog)
    box = new Box(dialog.querySelector("form"), base)
  }

  window.__nhayHop = {
    open(base, typed) {
      if (!dialog) make(base)
      if (dialog.open) return
      box.input.value = typed
      dialog.showModal()
      box.update()
      box.input.focus()
    },
    attach(form, base) {
      if (!form.dataset.san) new Box(form, base)
      form.dataset.san = "1"
    },
  }
})()
