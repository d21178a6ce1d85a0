// Reading without a connection: starts the worker (sw.js), asks it quietly to keep every page,
// says so at the foot of the page, and offers a new version when there is one. Fetched when the
// page is there (page.js).
import { control, fill, make, visit } from "../../../theme/assets/javascripts/dom.js"

const AFTER = 4000
const LATER = "vanban.de-sau"

/** @typedef {{thieu: number, tong: number, nang: number}} Kept how many files are missing, of how many, and what all weigh */

// ---- A new version ------------------------------------------------------------------------

/**
 * @param {ServiceWorkerContainer} workers
 * @param {ServiceWorker} waiting
 */
const offer = (workers, waiting) => {
  if (visit.read(LATER) || document.querySelector(".ban-moi")) return
  const bar = make("div", "ban-moi")
  bar.setAttribute("role", "status")
  document.body.append(bar)
  const reload = () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true })
    waiting.postMessage("doi")
  }
  const later = () => {
    visit.write(LATER, "1")
    bar.remove()
  }
  // Filled a moment later, so that it is heard as news.
  setTimeout(() => bar.append("Có bản mới · ", control("", "Tải lại", reload), control("", "Để sau", later)), 100)
}
/**
 * @param {ServiceWorkerContainer} workers
 * @param {ServiceWorkerRegistration} registration
 */
const watch = (workers, registration) => {
  if (registration.waiting && workers.controller) offer(workers, registration.waiting)
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing
    if (coming) coming.addEventListener("statechange", () => {
      if (coming.state === "installed" && workers.controller) offer(workers, coming)
    })
  })
}

// ---- What is kept -------------------------------------------------------------------------

/**
 * @param {ServiceWorkerContainer} workers
 * @param {HTMLElement} place where it is told
 */
const keep = (workers, place) => {
  const line = /** @type {{connection?: {saveData?: boolean, effectiveType?: string}}} */ (navigator).connection || {}
  // Who pays for every byte, or waits for it, keeps what was read and chooses the rest.
  const sparing = Boolean(line.saveData) || /2g$/.test(line.effectiveType || "")
  /** @type {ServiceWorker | null} */
  let worker = null
  let asked = false
  const keepAll = () => {
    asked = true
    place.setAttribute("role", "status") // from now on a change is news
    place.textContent = "Đang lưu để đọc ngoại tuyến…"
    if (worker) worker.postMessage("luu")
  }
  workers.addEventListener("message", event => {
    /** @type {Kept | undefined} */
    const kept = event.data
    if (!kept || !("thieu" in kept)) return
    if (!kept.thieu) {
      place.textContent = "✓ Đã lưu để đọc ngoại tuyến"
    } else if (sparing && !asked) {
      const size = (kept.nang / 1e6).toLocaleString("vi", { maximumFractionDigits: 1 })
      fill(place, "Đang tiết kiệm dữ liệu: chỉ lưu trang đã đọc. ", control("", `Lưu tất cả (khoảng ${size} MB)`, keepAll))
    } else if (asked) {
      place.textContent = `Đã lưu ${kept.tong - kept.thieu}/${kept.tong} tệp; lần mở trang sau sẽ lưu tiếp.`
    } else {
      setTimeout(keepAll, AFTER)
    }
  })
  return (/** @type {ServiceWorker} */ active) => {
    worker = active
    active.postMessage("hoi")
  }
}

/**
 * Starts the worker of a site.
 * @param {HTMLElement} place at the foot of the page: it names the worker, and news are told there
 */
export const start = async place => {
  const workers = navigator.serviceWorker
  const begin = keep(workers, place)
  try {
    watch(workers, await workers.register(new URL(place.dataset.tho || "", location.href)))
    const { active } = await workers.ready
    if (active) begin(active)
  } catch { /* no worker here: the site is read as ever */ }
}
