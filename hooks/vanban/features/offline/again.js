// On a small page that stands in for another: loads that one, at the place that the address names. A link to the
// page loses that place; a refresh from the head leads to it within the page that is there, so nothing comes.
import { every } from "../../../theme/assets/javascripts/dom.js"

/** So many milliseconds the next release has to come. */
const SOON = 1000

for (const link of every(document, "a[href='']")) link.addEventListener("click", event => {
  event.preventDefault()
  location.reload()
})
if (location.hash && document.querySelector("meta[http-equiv=refresh]")) setTimeout(() => location.reload(), SOON)
