// On paper a link cannot be pressed: each link of the text gets a number, and the addresses
// stand in a list at the end. Gone again when the printing is over. The foot of each sheet is a
// string of CSS that the page brings along.
import { canonical, decoded, make } from "../../../theme/assets/javascripts/dom.js"

const LIMIT = 60
// Links about the page itself, and what is not printed.
const OUT = ".headerlink, .thuat-ngu, .nguoc a, .md-path a, .cs-nut, .cs-bang a, .sic, .tim a, .phieu a"

/** @param {string} address */
const plain = address => {
  const url = new URL(address)
  const shown = url.protocol === "file:" ? url.pathname.split("/").slice(-2).join("/") : url.host + decoded(url.pathname)
  return shown + url.hash
}
/** @param {string} address */
const page = address => address.replace(/#.*/, "")

/**
 * Numbers the links of the text, and gives their addresses in order.
 * @param {Element} inner
 */
const numbered = inner => {
  /** @type {Map<string, number>} */
  const numbers = new Map()
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = inner.querySelectorAll("a[href]")
  for (const link of links) {
    if (link.matches(OUT) || page(link.href) === page(location.href) || !link.getClientRects().length) continue
    if (!numbers.has(link.href)) {
      if (numbers.size === LIMIT) continue
      numbers.set(link.href, numbers.size + 1)
    }
    link.dataset.in = String(numbers.get(link.href))
  }
  return [...numbers.keys()]
}

export const start = () => {
  const foot = /** @type {HTMLElement | null} */ (document.querySelector("[data-in-chan]"))
  if (foot && foot.dataset.inChan) document.documentElement.style.setProperty("--in-chan", foot.dataset.inChan)
  const inner = document.querySelector(".md-content__inner")
  if (!inner) return
  /** @type {HTMLElement | null} */
  let list = null
  const clear = () => {
    if (list) list.remove()
    list = null
    for (const link of inner.querySelectorAll("a[data-in]")) link.removeAttribute("data-in")
  }
  addEventListener("beforeprint", () => {
    clear()
    const addresses = numbered(inner)
    list = make("div", "in-dan")
    // A path on this device is of no use on paper, and nobody's business.
    const own = canonical() || (location.protocol === "file:" ? "" : page(location.href))
    if (own) list.append(make("p", "", `Trang này: ${plain(own)}${location.hash}`))
    if (addresses.length) {
      const rows = make("ol")
      rows.append(...addresses.map(address => make("li", "", plain(address))))
      list.append(make("p", "", "Địa chỉ của các liên kết đánh số trong bài:"), rows)
    }
    inner.append(list)
  })
  addEventListener("afterprint", clear)
}
