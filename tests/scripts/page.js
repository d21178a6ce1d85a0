// A page for modules that work on one: jsdom's window in place of the browser's.
import { JSDOM } from "jsdom"

/**
 * The page that a body stands in; its window's names become global.
 * @param {string} body HTML
 * @param {string} [title]
 */
export const page = (body, title = "Trang · Trang web") => {
  const { window } = new JSDOM(
    `<!doctype html><title>${title}</title><script id="__config" type="application/json">{"base": "../.."}</script><body>${body}`,
    { url: "https://truong.invalid/luat/van-ban/x/" },
  )
  for (const name of ["document", "location", "history", "localStorage", "sessionStorage", "addEventListener", "dispatchEvent", "Event", "Element", "HTMLElement", "HTMLOListElement", "HTMLLinkElement"]) {
    Object.defineProperty(globalThis, name, { configurable: true, value: window[name] })
  }
  return window.document.body
}

/**
 * The words of a screen as the style shows them: what a further item of a list is one of is said
 * where nothing stands above it.
 * @param {{element: HTMLElement}[]} parts
 */
export const shownWords = parts => parts.map(({ element }, place) => {
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true))
  if (place) for (const one of copy.querySelectorAll(".chieu-dan")) one.remove()
  return (copy.textContent || "").replace(/\s+/g, " ").trim()
})
