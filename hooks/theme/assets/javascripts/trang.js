// What every page needs.
import { start as projector } from "./chieu-mo.js"
import { start as printing } from "./in.js"
import { start as jump } from "./nhay.js"
import { start as search } from "./tim-kiem.js"
import { start as freshness } from "./tuoi.js"
import { start as previews } from "./xem-truoc.js"

for (const start of [search, jump, projector, previews, printing, freshness]) start()

// Reading without a connection can wait. Opened from a disk, in an old browser, or on a site
// without sw.js, nothing happens.
const place = /** @type {HTMLElement | null} */ (document.querySelector(".ngoai-tuyen"))
if (place && "serviceWorker" in navigator && /^https?:$/.test(location.protocol)) {
  addEventListener("load", () => { import("./ngoai-tuyen.js").then(offline => offline.start(place), () => {}) })
}
