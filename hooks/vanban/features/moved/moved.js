// Leads on from an address that has moved: at once, without a step back to it in the history.
// The small page that stands at such an address runs it alone; on other pages it runs with all
// else (page.js), for anchors that have left them.

/** The link that the address asked for leads to: that of its anchor before that of the page. */
const leadsTo = () => {
  const wanted = location.hash && document.getElementById(location.hash.slice(1))
  const line = wanted && wanted.classList.contains("da-chuyen") ? wanted : document.querySelector("ul.da-chuyen")
  return line && line.querySelector("a")
}

export const start = () => {
  const lead = () => {
    const link = leadsTo()
    if (link) location.replace(link.href)
  }
  addEventListener("hashchange", lead)
  lead()
}

if (document.querySelector("ul.da-chuyen")) start()
