// Opens the box “Đi tới điều khoản”. The box itself and its index are fetched when it is first
// wanted: by the link in the header, by the key g, or by the field on the home page.
// Without this file the link leads to the list of provisions.
(() => {
  const link = document.querySelector(".nhay-mo")
  const config = document.getElementById("__config")
  if (!link || !config) return
  const base = new URL(JSON.parse(config.textContent).base.replace(/\/?$/, "/"), location.href)

  const script = name => new Promise((done, failed) => {
    const element = document.createElement("script")
    element.src = new URL(`assets/javascripts/${name}`, base)
    element.onload = done
    element.onerror = failed
    document.head.append(element)
  })
  let loaded
  const load = () => (loaded ||= Promise.all(["nhay-du-lieu.js", "nhay-tim.js", "nhay-hop.js"].map(script)))

  // What is typed while the box is on its way goes into it; else the theme's own keys
  // (n: next page) would take it.
  let typed = null
  const open = () => {
    if (typed !== null) return
    typed = ""
    load()
      .then(() => window.__nhayHop.open(base, typed), () => { location.href = link.href })
      .finally(() => { typed = null })
  }
  addEventListener("keydown", event => {
    if (typed === null || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return
    event.preventDefault()
    event.stopImmediatePropagation()
    typed += event.key
  }, true)
  link.setAttribute("role", "button")
  link.setAttribute("aria-haspopup", "dialog")
  link.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open()
  })
  // A link that acts as a button answers to the space bar too.
  link.addEventListener("keydown", event => {
    if (event.key !== " ") return
    event.preventDefault()
    open()
  })
  for (const name of ["pointerenter", "focus"]) link.addEventListener(name, () => load().catch(() => {}))

  document.addEventListener("keydown", event => {
    const { target } = event
    if (event.key !== "g" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog")) return
    event.preventDefault()
    const field = document.querySelector(".nhay-nha input")
    if (field) field.focus()
    else open()
  })

  const home = document.querySelector(".nhay-nha")
  if (home) {
    const begin = () => load().then(() => window.__nhayHop.attach(home, base), () => {})
    home.querySelector("input").addEventListener("focus", begin, { once: true })
    if (home.contains(document.activeElement)) begin()
  }
})()
