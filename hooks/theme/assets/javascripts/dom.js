// What every script of the site does with a page: elements, the site's address, news for those
// who listen, and storage that may say no.

/**
 * An element with a class and a text; either may be left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [name] the class
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[T]}
 */
export const make = (tag, name, text) => {
  const element = document.createElement(tag)
  if (name) element.className = name
  if (text) element.textContent = text
  return element
}

/**
 * A button that does something.
 * @param {string} name the class
 * @param {string} words what stands on it
 * @param {(event: MouseEvent) => unknown} act
 */
export const control = (name, words, act) => {
  const button = make("button", name, words)
  button.type = "button"
  button.addEventListener("click", act)
  return button
}

/**
 * A link that shows words.
 * @param {string} name the class
 * @param {string} words
 * @param {string | URL} address
 */
export const linkTo = (name, words, address) => {
  const link = make("a", name, words)
  link.href = String(address)
  return link
}

/**
 * A place whose changes are read aloud.
 * @param {string} name the class
 */
export const newsLine = name => {
  const line = make("p", name)
  line.setAttribute("role", "status")
  return line
}

/**
 * Puts these in place of all that an element holds (`replaceChildren` is too new).
 * @param {Element} element
 * @param {...(Node | string)} children
 */
export const fill = (element, ...children) => {
  element.textContent = ""
  element.append(...children)
}

/**
 * The first element inside another that fits a selector; it has to be there.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export const need = (root, selector) => {
  const found = root.querySelector(selector)
  if (!found) throw new Error(`no ${selector}`)
  return /** @type {HTMLElement} */ (found)
}

/**
 * All HTML elements inside another that fit a selector.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export const every = (root, selector) =>
  /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)])

/**
 * The JSON that stands in the page under an id; null where there is none.
 * @param {string} id
 */
export const jsonIn = id => {
  const holder = document.getElementById(id)
  return holder ? JSON.parse(holder.textContent || "null") : null
}

/**
 * What a part of an address says; what is no address is taken as it stands (`%E0%A4%A`).
 * @param {string} text
 */
export const decoded = text => {
  try { return decodeURIComponent(text) } catch { return text }
}

/**
 * An address of the site, from its path below the front page (`assets/…`, `nd72/5/`).
 * @param {string} path
 * @param {string} [from] the page to count from, by default the one that is open
 */
export const siteURL = (path, from = location.href) => {
  const base = String(jsonIn("__config").base).replace(/\/?$/, "/")
  return new URL(base + path, from)
}

/**
 * The page's public address where the site has one, else null.
 * @returns {string | null}
 */
export const canonical = () => {
  const link = document.querySelector("link[rel=canonical]")
  return link instanceof HTMLLinkElement ? link.href : null
}

/**
 * Waits until an element that fetches something has it, or has failed.
 * @param {HTMLLinkElement | HTMLScriptElement} element not yet in the page
 * @returns {Promise<unknown>}
 */
export const brought = element => new Promise((done, failed) => {
  element.addEventListener("load", done)
  element.addEventListener("error", () => {
    element.remove() // so that the next time asks again
    failed(new Error(element.outerHTML))
  })
  document.head.append(element)
})

/**
 * Fetches a style sheet of the site.
 * @param {string} path
 */
export const style = path => {
  const link = make("link")
  link.rel = "stylesheet"
  link.href = siteURL(path).href
  return brought(link)
}

/** Whether this browser opens a `<dialog>` (Safari does since 15.4).  */
export const hasDialogs = () => "showModal" in document.createElement("dialog")

/**
 * Whether a key was pressed together with one that makes it a command.
 * @param {KeyboardEvent | MouseEvent} event
 */
export const isCommand = event => event.ctrlKey || event.metaKey || event.altKey

/**
 * Whether a key is meant as a shortcut of the page, not as a letter somebody types. Caps Lock
 * plays no part.
 * @param {KeyboardEvent} event
 * @param {string} key
 */
export const isShortcut = (event, key) => {
  if (event.key.toLowerCase() !== key.toLowerCase() || isCommand(event) || event.isComposing) return false
  const { target } = event
  return !(target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog"))
}

/**
 * The element that an event came from.
 * @param {Event} event
 */
export const targetOf = event => /** @type {Element} */ (event.target)

/**
 * Whether the focus of an element is to be seen: it came by a key.
 * @param {Element} element
 */
export const focusIsVisible = element => {
  try { return element.matches(":focus-visible") } catch { return true } // older browsers do not know it
}

/** @typedef {{read: (key: string) => string | null, write: (key: string, text: string | null) => boolean}} Store */

/**
 * A device may refuse to keep anything: then reading gives null and writing false.
 * @param {() => Storage} storage
 * @returns {Store}
 */
const careful = storage => ({
  read(key) {
    try { return storage().getItem(key) } catch { return null }
  },
  write(key, text) {
    try {
      if (text === null) storage().removeItem(key)
      else storage().setItem(key, text)
      return true
    } catch { return false }
  },
})

/** What this device keeps. */
export const device = careful(() => localStorage)
/** What is kept until the window is closed. */
export const visit = careful(() => sessionStorage)

export const NO_PRINTING = "Trình duyệt này không mở được hộp thoại in. Hãy mở trang bằng một trình duyệt khác."
/** Milliseconds in which a printing begins, if it does. */
const PATIENCE = 1000

/**
 * Prints a page that was dressed for it. `undo` is called when that is over, or when no printing
 * began: browsers inside other programs have none, and what was dressed must not stay.
 * @param {(began: boolean) => void} undo
 */
export const printed = undo => {
  let began = false
  let over = false
  const begin = () => { began = true }
  const end = () => {
    if (over) return
    over = true
    removeEventListener("beforeprint", begin)
    removeEventListener("afterprint", end)
    undo(began)
  }
  addEventListener("beforeprint", begin)
  addEventListener("afterprint", end)
  window.print()
  setTimeout(() => { if (!began) end() }, PATIENCE)
}

/**
 * A day as the whole site writes it: a zero before days under 10 and the months 1 and 2
 * (Nghị định 30/2020/NĐ-CP).
 * @param {number} year
 * @param {number} month from 1
 * @param {number} date
 */
export const writtenDay = (year, month, date) =>
  `${date < 10 ? "0" : ""}${date}/${month < 3 ? "0" : ""}${month}/${year}`

/**
 * A text as it is compared: small letters without accents, đ as d.
 * @param {string} text
 */
export const folded = text =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐÐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim()
