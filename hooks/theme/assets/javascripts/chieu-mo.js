// Opens the projector: by the button at the head of a page, by the key c, or from the actions of
// a unit (chia-se.js). What shows the slides is fetched when it is first wanted.
(() => {
  const button = document.querySelector(".chieu-mo")
  const config = document.getElementById("__config")
  if (!button || !config) return
  const base = new URL(JSON.parse(config.textContent).base.replace(/\/?$/, "/"), location.href)

  const bring = element => new Promise((done, failed) => {
    element.onload = done
    element.onerror = failed
    document.head.append(element)
  })
  const script = name => bring(Object.assign(document.createElement("script"), { src: new URL(`assets/javascripts/${name}`, base).href }))
  const style = name => bring(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(`assets/stylesheets/${name}`, base).href }))
  let loaded
  const load = () => (loaded ||= Promise.all([style("chieu.css"), script("chieu-khung.js"), script("chieu.js")]))
  // A clicker pressed while the projector is on its way must not scroll the page away.
  let waiting = false
  const open = unit => {
    if (waiting) return
    waiting = true
    load().then(
      () => window.__chieu.open(base, unit),
      () => { loaded = undefined; button.textContent = "Chưa tải được phần chiếu" },
    ).finally(() => { waiting = false })
  }
  addEventListener("keydown", event => {
    if (!waiting || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }, true)

  window.__chieuMo = open
  const named = () => decodeURIComponent(location.hash.slice(1))
  button.addEventListener("click", () => open(named()))
  for (const name of ["pointerenter", "focus"]) button.addEventListener(name, () => load().catch(() => { loaded = undefined }), { once: true })
  document.addEventListener("keydown", event => {
    const { target } = event
    if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog")) return
    event.preventDefault()
    open(named())
  })
})()
