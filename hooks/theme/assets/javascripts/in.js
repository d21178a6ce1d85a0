// On paper a link cannot be pressed: each link of the text gets a number, and the addresses
// stand in a list at the end. Gone again when the printing is over.
(() => {
  const LIMIT = 60
  // Links about the page itself, and what is not printed.
  const OUT = ".headerlink, .thuat-ngu, .nguoc a, .md-path a, .cs-nut, .cs-bang a, .sic, .nhay a, .phieu a"
  const inner = document.querySelector(".md-content__inner")
  if (!inner) return
  let list = null

  const clear = () => {
    if (list) list.remove()
    list = null
    for (const link of inner.querySelectorAll("a[data-in]")) delete link.dataset.in
  }
  const address = url => (url.protocol === "file:"
    ? url.pathname.split("/").slice(-2).join("/")
    : url.host + decodeURI(url.pathname)) + url.hash

  addEventListener("beforeprint", () => {
    clear()
    const here = location.href.replace(/#.*/, "")
    const canonical = document.querySelector("link[rel=canonical]")
    const numbers = new Map()
    for (const link of inner.querySelectorAll("a[href]")) {
      if (link.matches(OUT) || link.href.replace(/#.*/, "") === here || !link.getClientRects().length) continue
      if (!numbers.has(link.href)) {
        if (numbers.size === LIMIT) continue
        numbers.set(link.href, numbers.size + 1)
      }
      link.dataset.in = numbers.get(link.href)
    }
    list = document.createElement("div")
    list.className = "in-dan"
    const line = (tag, text) => list.appendChild(document.createElement(tag)).append(text)
    line("p", `Trang này: ${address(new URL(canonical ? canonical.href : here))}${location.hash}`)
    if (numbers.size) {
      line("p", "Địa chỉ của các liên kết đánh số trong bài:")
      const rows = list.appendChild(document.createElement("ol"))
      for (const href of numbers.keys()) {
        rows.appendChild(document.createElement("li")).append(address(new URL(href)))
      }
    }
    inner.append(list)
  })
  addEventListener("afterprint", clear)
})()
