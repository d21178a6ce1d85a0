// Finds what to add to a hand-out: the one box of the site, whose results are taken, not opened.
import { make, need, siteURL } from "../../../theme/assets/javascripts/dom.js"
import { bring } from "../search/search.js"
import { NOT_HERE } from "./handout-opening.js"

const PAUSE = 3000 // ms between two tries, however many keys come

/** @typedef {import("./handout-items.js").Items} Items */

const FORM = `
  <label for="phieu-tim-o">Thêm điều khoản hay tình huống</label>
  <div class="tim-o">
    <input id="phieu-tim-o" type="text" role="combobox" placeholder="điểm d khoản 1 điều 5, ảnh lớp…" aria-expanded="false"
      aria-controls="phieu-tim-ds" aria-autocomplete="list" autocomplete="off" autocapitalize="off" autocorrect="off"
      spellcheck="false" enterkeyhint="go">
    <button type="button" class="tim-xoa" aria-label="Xóa chữ" hidden>✕</button>
  </div>
  <p class="tim-noi" role="status"></p>
  <div class="tim-tha"><div class="tim-ds" id="phieu-tim-ds" role="listbox" aria-label="Kết quả" hidden></div><div class="tim-khong" hidden></div></div>`

/** @param {string} href without what names a place on the page */
const page = href => href.replace(/#.*/, "")

/**
 * The ids of all that can be added, by the addresses that the box gives them.
 * @param {{id: string, page: string}[]} all
 * @returns {(href: string) => string} the id, "" for an address of something else
 */
const idsOf = all => {
  const ids = new Map(all.map(one => [siteURL(one.page).href, one.id]))
  return href => {
    const whole = ids.get(page(href)) || ""
    // A situation is found by one of its parts too.
    return ids.get(href) || (whole[0] === "~" ? whole : "")
  }
}

/**
 * @param {Items} items
 * @param {(id: string) => unknown} add
 * @param {(words: string) => void} tell that what can be added could not be fetched; "" once it came after all
 */
export const finder = (items, add, tell) => {
  let id = idsOf([])
  const form = make("form", "tim phieu-tim")
  form.setAttribute("role", "search")
  form.innerHTML = FORM
  const input = /** @type {HTMLInputElement} */ (need(form, "input"))
  const list = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".tim-mo"))
  let asked = false
  let typed = false // since then
  let isTold = false
  const begin = () => {
    typed = asked
    if (asked) return
    asked = true
    items.list().then(all => {
      id = idsOf(all)
      if (isTold) tell("")
      bring(form, list ? list.href : "", undefined, { can: href => id(href) !== "", take: href => add(id(href)) })
    }, () => {
      isTold = true
      tell(NOT_HERE)
      setTimeout(() => {
        asked = false
        if (typed) begin()
      }, PAUSE)
    })
  }
  for (const name of ["focus", "input"]) input.addEventListener(name, begin)
  // The field stands low on the page: what is found would open below the edge of a laptop's window.
  input.addEventListener("input", () => {
    if (input.getBoundingClientRect().bottom > innerHeight / 2) form.scrollIntoView({ block: "start" })
  })
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (!form.dataset.san) form.dataset.cho = input.value // as the box does, before it is there
  })
  return { form, input }
}
