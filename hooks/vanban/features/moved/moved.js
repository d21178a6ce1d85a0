// Leads on from an address that has moved: at once, without a step back to it in the history.
// The small page that stands at such an address runs it alone; on other pages it runs with all
// else (page.js), for anchors that have left them.

/** The link that the address asked for leads to: that of its anchor before that of the page. */
const leadsTo = () => {
  const wanted = location.hash && document.getElementById(location.hash.slice(1))
  const line = wanted && wanted.classList.contains("da-chuyen") ? wanted : document.querySelector("ul.da-chuyen")
  return line && line.querySelector("a")
}

/**
 * Where a link leads, with all that was asked of the old address (`?ngay=`): a day that somebody
 * asked for is not lost on the way, or the law of another would be shown.
 * @param {string} href
 * @param {string} question `location.search`
 */
export const asking = (href, question) => {
  const to = new URL(href)
  const asked = new URLSearchParams(to.search)
  const more = [...new URLSearchParams(question)].filter(([key]) => !asked.has(key))
  for (const [key, value] of more) asked.append(key, value)
  if (more.length) to.search = asked.toString()
  return to.href
}

export const start = () => {
  const lead = () => {
    const link = leadsTo()
    if (link) location.replace(asking(link.href, location.search))
  }
  addEventListener("hashchange", lead)
  lead()
}

if (document.querySelector("ul.da-chuyen")) start()
