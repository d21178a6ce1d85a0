// Reading without a connection: starts the worker (sw.js), tells at the foot of the page what is
// kept and what could not be, keeps everything when a reader asks for it, and offers a new release
// when there is one. Fetched when the page is there (page.js).
import { control, fill } from "../../../theme/assets/javascripts/dom.js"
import { anew } from "../../../theme/assets/javascripts/anew.js"
import { leaveRoom, tellAged, tellNewer } from "./offline-bar.js"
import { dateBar, keepAsking, outlive, takeNewest, tellBack, watch } from "./offline-newer.js"

/** How often a page asks a worker that is busy: a browser may have ended it meanwhile. */
const EVERY = 20000

/** @typedef {{phien: string, ngay: string, sau?: string, so: number, nang: number, co: number, muon: string, dau: number, dangLuu: boolean, hong: number, sai: number, day: boolean, trang: boolean}} Kept what a worker tells (sw-fill.js): release, its day of checking, the day of a later one that answered here before; files (0: nobody can tell), what all weigh, how many are kept; what the reader asked for; how many of the first are missing; whether it is at work; how many failed, how many for a wrong content, whether there was no room; whether this page is kept */

// ---- What is kept -------------------------------------------------------------------------

/**
 * What stands at the foot: words, and what a button does and says ("" for no button).
 * @param {Kept} kept
 * @param {boolean} saving whether data are to be saved
 * @param {boolean} letters whether the site shows a letter whole
 * @param {import("./offline-newer.js").Newest} newest
 * @returns {{words: string, viec: "" | "luu" | "dung", nut: string}}
 */
export const report = (kept, saving, letters, newest) => {
  const { words, viec, nut } = ofKept(kept, saving, letters)
  let more = ""
  if (newest.state === "chua-tai") more = "Trên mạng có bản khác, chưa tải được. "
  else if (newest.state === "chua-hoi") more = newest.since ? `Chưa hỏi được bản mới từ ${newest.since}. ` : "Chưa hỏi được bản mới. "
  if (kept.sau) more += `Bản này cũ hơn bản kiểm tra ngày ${kept.sau} mà máy đã dùng. `
  // The tick is a promise that nothing is wanting: it waits until the server has said so.
  const tick = newest.state === "moi-nhat" && kept.so && !viec && !kept.sau ? "✓ " : ""
  return { words: tick + more + words, viec, nut }
}

/**
 * The same, of what is kept alone.
 * @param {Kept} kept
 * @param {boolean} saving
 * @param {boolean} letters
 * @returns {{words: string, viec: "" | "luu" | "dung", nut: string}}
 */
const ofKept = (kept, saving, letters) => {
  if (!kept.so) return { words: "Chưa xem được máy đã lưu những trang nào.", viec: "", nut: "" }
  if (kept.co >= kept.so) return { words: "Đã lưu để đọc ngoại tuyến", viec: "", nut: "" }
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

/**
 * Whether a worker gave this page. One that is there and did not is that of a release which keeps nothing
 * (sw-off.js): this page came after it. Some Safari before 15.4 never tell.
 */
const isGiven = () => performance.getEntriesByType("navigation").every(entry => /** @type {PerformanceNavigationTiming} */ (entry).workerStart !== 0)

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
 * @returns {(newest: import("./offline-newer.js").Newest) => void} takes what becomes known of a newer release
 */
const keep = (workers, place) => {
  /** @type {import("./offline-newer.js").Newest} */
  let newest = { state: "", since: "" }
  /** @type {Kept | null} */
  let last = null
  let shown = ""
  let busy = false
  let outlived = false
  /** Whether the worker of a release that keeps nothing, which ended before this page came, spoke first. */
  let isLater = false
  /** @param {"hoi" | "luu" | "dung"} viec */
  const ask = viec => {
    const { controller } = workers
    if (controller) controller.postMessage({ viec, doc: viec === "hoi" ? used() : [], tietKiem: isSaving() })
  }
  workers.addEventListener("message", event => {
    /** @type {Kept | undefined} */
    const kept = event.data
    if (!kept || !kept.phien || outlived || (event.source && event.source !== workers.controller)) return
    if (last && last.phien !== kept.phien) return end(kept)
    if (!last && /^(thoi|het)$/.test(kept.phien) && !isGiven()) {
      isLater = true
      return
    }
    place.dataset.ngay = kept.ngay
    dateBar(place)
    tellAged(place)
    if (kept.sau) tellBack(kept.ngay, kept.sau)
    busy = kept.dangLuu
    last = kept
    if (newest.state === "moi-nhat") tellNewer(place)
    tell()
  })
  // Another release speaks of itself, not of what this page shows.
  /** @param {Partial<Kept>} [other] what that tells */
  const end = ({ ngay = "" } = {}) => {
    outlived = true
    outlive(place, ngay)
  }
  const tell = () => {
    if (!last || outlived) return
    const { words, viec, nut } = report(last, isSaving(), place.dataset.khongThu === undefined, newest)
    if (shown === words + nut) return
    shown = words + nut
    const button = viec && control("", nut, () => {
      place.setAttribute("role", "status") // from now on a change is news
      ask(viec)
    })
    const focused = place.contains(document.activeElement)
    fill(place, words, ...(button ? [button] : []))
    if (focused && button) button.focus()
  }
  workers.addEventListener("controllerchange", () => {
    if (!last && isLater) newest = { state: "", since: "" } // what could not be had then is what answers now
    if (last || isLater) ask("hoi") // the same release may have come back, or this page's own has come
    else end()
  })
  setInterval(() => { if (busy && !outlived) ask("hoi") }, EVERY)
  ask("hoi")
  return known => {
    newest = known
    tell()
    if (last && !outlived && newest.state === "moi-nhat") tellNewer(place)
  }
}

/** Takes the newest release; whether it can be had. */
export const take = () => {
  const workers = navigator.serviceWorker
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".ngoai-tuyen"))
  if (workers && place) return takeNewest(workers, workerOf(place))
  return anew()
}

/** @param {HTMLElement} place */
const workerOf = place => new URL(place.dataset.tho || "", location.href).href

/**
 * Starts the worker of a site.
 * @param {HTMLElement} place at the foot of the page: it names the worker, and news are told there
 * @param {ServiceWorker | null} first the worker that the page began with
 */
export const start = async (place, first) => {
  const workers = navigator.serviceWorker
  leaveRoom() // a worker may have put a bar in the page
  try {
    const address = workerOf(place)
    // A site above this one may have a worker too, which answers for a page until its own is there.
    /** @param {ServiceWorker | null} [one] */
    const isOurs = (one = workers.controller) => Boolean(one) && /** @type {ServiceWorker} */ (one).scriptURL === address
    const registering = workers.register(address, { updateViaCache: "none" })
    let answers = isOurs()
    const begin = async () => {
      answers = true
      const tell = keep(workers, place)
      keepAsking(await registering, tell)
    }
    workers.addEventListener("controllerchange", () => {
      if (!answers && isOurs()) begin().catch(() => {})
    })
    if (first !== workers.controller && isOurs(first)) {
      answers = true
      outlive(place)
    } else if (answers) begin().catch(() => {})
    const registration = await registering
    watch(workers, registration, place)
    // One that answers for no page is of a release that kept nothing, and may be there still.
    if (!answers && registration.active) await registration.update()
  } catch { /* no worker here: the site is read as ever */ }
}
