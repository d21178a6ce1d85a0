// The index of the search is fetched when somebody is about to search, not with every page.
// Stands before the theme's own script, which asks for the index at once.
(() => {
  const toggle = document.getElementById("__search")
  // Opened from a disk the theme waits by itself; ?q= and ?h= need the index at once.
  if (!toggle || location.protocol === "file:" || /[?&][qh]=/.test(location.search)) return
  const { open, send } = XMLHttpRequest.prototype
  let wait = []
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.isSearchIndex = /\/search_index\.json$/.test(String(url))
    return open.call(this, method, url, ...rest)
  }
  XMLHttpRequest.prototype.send = function (...body) {
    if (wait && this.isSearchIndex) wait.push(() => send.apply(this, body))
    else send.apply(this, body)
  }
  const go = () => {
    const all = wait || []
    wait = null
    all.forEach(one => one())
  }
  toggle.addEventListener("change", go)
  // A pointer over the box or its button, a finger on it, or the focus: all come before typing.
  const near = event => {
    const { target } = event
    if (target instanceof Element && target.closest(".md-search, [for=__search]")) go()
  }
  for (const name of ["pointerover", "pointerdown", "focusin"]) {
    document.addEventListener(name, near, { passive: true })
  }
})()
