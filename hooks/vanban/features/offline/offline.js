// Reading without a connection: starts the worker (sw.js), tells at the foot of the page what is
// kept and what could not be, keeps everything when a reader asks for it, and offers a new release
// when there is one. Fetched when the page is there (page.js).
import { control, every, fill, make, visit } from "../../../theme/assets/javascripts/dom.js"

/** How often a page asks a worker that is busy: a browser may have ended it meanwhile. */
const EVERY = 20000
const LATER = "vanban.de-sau"

/** @typedef {{phien: string, ngay: string, so: number, nang: number, co: number, muon: string, dau: number, dangLuu: boolean, hong: number, sai: number, day: boolean, trang: boolean}} Kept what a worker tells (sw-fill.js): release, its day of checking; files, what all weigh, how many are kept; what the reader asked for; how many of the first are missing; whether it is at work; how many failed, how many for a wrong content, whether there was no room; whether this page is kept */

// ---- What is kept -------------------------------------------------------------------------

/**
 * What stands at the foot: words, and what a button does and says ("" for no button).
 * @param {Kept} kept
 * @param {boolean} saving whether data are to be saved
 * @param {boolean} [letters] whether the site shows a letter whole
 * @returns {{words: string, viec: "" | "luu" | "dung", nut: string}}
 */
export const report = (kept, saving, letters = true) => {
  if (kept.co >= kept.so) return { words: "✓ Đã lưu để đọc ngoại tuyến", viec: "", nut: "" }
  const count = `${kept.co}/${kept.so} tệp`
  if (kept.dangLuu) return { words: `Đang lưu để đọc ngoại tuyến: ${count}… `, viec: "dung", nut: "Dừng" }
  const weight = (kept.nang * (kept.so - kept.co) / kept.so / 1e6).toLocaleString("vi", { maximumFractionDigits: 1 })
  const size = `(khoảng ${weight} MB)`
  let why = ""
  if (kept.day) why = "Máy hết chỗ lưu. "
  else if (kept.hong) {
    const wrong = kept.sai ? ` (${kept.sai} tệp nhận về không đúng bản này)` : ""
    why = `${kept.hong} tệp chưa lưu được${wrong}; lần mở trang sau sẽ thử lại. `
  }
  if (kept.muon === "dung") return { words: `Đã dừng, đã lưu ${count}. ${why}`, viec: "luu", nut: `Lưu tiếp ${size}` }
  if (kept.muon) return { words: `Đã lưu ${count}. ${why}`, viec: "luu", nut: `Lưu tiếp ${size}` }
  let words = `Đọc được khi không có mạng: ${letters ? "công văn, " : ""}quy định hiện hành và trang đã đọc. `
  if (saving) words = "Đang tiết kiệm dữ liệu: chỉ lưu trang đã đọc. "
  else if (kept.dau) words = `Đang lưu ${letters ? "công văn và " : ""}quy định hiện hành để đọc ngoại tuyến. `
  return { words: words + why, viec: "luu", nut: `Lưu tất cả ${size}` }
}

/** Who pays for every byte, or waits for it, keeps what was read and chooses the rest. */
const isSaving = () => {
  const line = /** @type {{connection?: {saveData?: boolean, effectiveType?: string}}} */ (navigator).connection || {}
  return Boolean(line.saveData) || /2g$/.test(line.effectiveType || "")
}

/** What the page has fetched so far from its own host. */
const used = () =>
  performance.getEntriesByType("resource").map(({ name }) => name).filter(name => name.startsWith(`${location.origin}/`))

/**
 * @param {ServiceWorkerContainer} workers
 * @param {HTMLElement} place where it is told
 */
const keep = (workers, place) => {
  let shown = ""
  let busy = false
  /** @param {"hoi" | "luu" | "dung"} viec */
  const ask = viec => {
    const { controller } = workers
    if (controller) controller.postMessage({ viec, doc: viec === "hoi" ? used() : [], tietKiem: isSaving() })
  }
  workers.addEventListener("message", event => {
    /** @type {Kept | undefined} */
    const kept = event.data
    if (!kept || !kept.phien || (event.source && event.source !== workers.controller)) return
    place.dataset.ngay = kept.ngay
    dateBar(place)
    busy = kept.dangLuu
    const { words, viec, nut } = report(kept, isSaving(), place.dataset.khongThu === undefined)
    if (shown === words + nut) return
    shown = words + nut
    const button = viec && control("", nut, () => {
      place.setAttribute("role", "status") // from now on a change is news
      ask(viec)
    })
    const focused = place.contains(document.activeElement)
    fill(place, words, ...(button ? [button] : []))
    if (focused && button) button.focus()
  })
  setInterval(() => { if (busy) ask("hoi") }, EVERY)
  ask("hoi")
}

// ---- A new release ------------------------------------------------------------------------

/**
 * The day of what is kept, as far as the worker has told it.
 * @param {HTMLElement} place
 */
const dateBar = place => {
  const { ngay } = place.dataset
  for (const span of every(document, ".ban-ngay")) span.textContent = ngay ? ` (kiểm tra ngày ${ngay})` : ""
}

/**
 * Says that there is a new release until the reader takes it. Who puts it off is not asked again,
 * and still told that what is kept is older.
 * @param {ServiceWorkerContainer} workers
 * @param {ServiceWorkerRegistration} registration
 * @param {ServiceWorker} waiting
 * @param {HTMLElement} place at the foot of the page
 */
const offer = (workers, registration, waiting, place) => {
  for (const bar of every(document, ".ban-moi")) bar.remove()
  const put = `${LATER} ${registration.scope}`
  const bar = make("div", "ban-moi")
  bar.setAttribute("role", "status")
  document.body.append(bar)
  const reload = () => {
    if (waiting.state !== "installed") return location.reload()
    workers.addEventListener("controllerchange", () => location.reload(), { once: true })
    waiting.postMessage("doi")
  }
  const old = () => {
    bar.className = "ban-moi ban-cu"
    fill(bar, "Bản lưu trên máy", make("span", "ban-ngay"), " đã cũ · ", control("", "Tải lại", reload))
    dateBar(place)
  }
  const later = () => {
    visit.write(put, "1")
    old()
  }
  // It has come to its end: taken, in another window perhaps, or replaced by another.
  waiting.addEventListener("statechange", () => bar.remove())
  const say = () => {
    if (visit.read(put)) old()
    else fill(bar, "Có bản mới · ", control("", "Tải lại", reload), control("", "Để sau", later))
  }
  setTimeout(say, 100) // filled a moment later, so that it is heard as news
}

/**
 * @param {ServiceWorkerContainer} workers
 * @param {ServiceWorkerRegistration} registration
 * @param {HTMLElement} place
 */
const watch = (workers, registration, place) => {
  if (registration.waiting && workers.controller) offer(workers, registration, registration.waiting, place)
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing
    if (coming) coming.addEventListener("statechange", () => {
      if (coming.state === "installed" && workers.controller) offer(workers, registration, coming, place)
    })
  })
}

/**
 * Starts the worker of a site.
 * @param {HTMLElement} place at the foot of the page: it names the worker, and news are told there
 */
export const start = async place => {
  const workers = navigator.serviceWorker
  try {
    const address = new URL(place.dataset.tho || "", location.href)
    const registration = await workers.register(address, { updateViaCache: "none" })
    watch(workers, registration, place)
    await workers.ready
    const begin = () => keep(workers, place)
    if (workers.controller) begin()
    else workers.addEventListener("controllerchange", begin, { once: true })
  } catch { /* no worker here: the site is read as ever */ }
}
