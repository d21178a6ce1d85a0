// What every page needs.
import { start as day } from "../../../vanban/features/day/day-open.js"
import { start as cards } from "../../../vanban/features/dispatch/dispatch-cards.js"
import { start as folds } from "./folds.js"
import { start as freshness } from "../../../vanban/features/freshness/freshness.js"
import { start as menu } from "./menu.js"
import { start as arrival } from "../../../vanban/features/moved/arrival.js"
import { start as moved } from "../../../vanban/features/moved/moved.js"
import { start as projector } from "../../../vanban/features/projector/projector-open.js"
import { start as printing } from "../../../vanban/features/print/print.js"
import { start as previews } from "../../../vanban/features/preview/preview.js"
import { start as search } from "../../../vanban/features/search/search.js"

for (const start of [folds, menu, search, projector, previews, printing, freshness, moved, arrival, day, cards]) start()

// Reading without a connection can wait. Opened from a disk, in an old browser, or on a site
// without sw.js, nothing happens.
const place = /** @type {HTMLElement | null} */ (document.querySelector(".ngoai-tuyen"))
if (place && "serviceWorker" in navigator && /^https?:$/.test(location.protocol)) {
  const { controller } = navigator.serviceWorker // another may come before the page is there
  addEventListener("load", () => { import("../../../vanban/features/offline/offline.js").then(offline => offline.start(place, controller), () => {}) })
}
