// A new release: whether there is one, what became of it, and the bar that offers it.
import { AGED, agedWords, newBar, standing, write } from "./offline-bar.js"
import { change } from "./offline-change.js"
import { anew, reload as loadAnew } from "../../../theme/assets/javascripts/anew.js"
import { whenBack } from "../../../theme/assets/javascripts/comeback.js"
import { control, device, every, fill, make, visit, writtenDay } from "../../../theme/assets/javascripts/dom.js"

const LATER = "vanban.de-sau"
const BACK = "vanban.ban-truoc"
const ASKED = "vanban.hoi-ban-moi"
/** So many milliseconds the server has to say whether there is a newer release. */
const PATIENCE = 10000
/** So many milliseconds a release that waits has to say of which day it is. */
const SAYS = 2000
/** So many milliseconds after its answer it is asked again, by a reader who comes back. */
const AGAIN = 3600000

/** @typedef {{state: "" | "moi-nhat" | "chua-tai" | "chua-hoi", since: string}} Newest what is known of a newer release: not yet anything; there is none; there is one that could not be had; the server could not be asked, since that day as readers see it ("" for never) */

/**
 * The day of what is kept, as far as the worker has told it.
 * @param {HTMLElement} place
 */
export const dateBar = place => {
  const { ngay } = place.dataset
  for (const span of every(document, ".ban-ngay")) span.textContent = ngay ? ` (kiểm tra ngày ${ngay})` : ""
}

/** Whether another release than that of this page answers: no newer one is offered any more. */
let isOutlived = false

/**
 * Says that another release answers now, taken in another window: this page is of the one before.
 * @param {HTMLElement} place
 * @param {string} [day] of that release, as far as it is known
 */
export const outlive = (place, day = "") => {
  isOutlived = true
  fill(place)
  const bar = newBar("ban-moi ban-cu")
  const words = standing(day, place) === "cu" ? `Máy nay dùng bản kiểm tra ngày ${day}, cũ hơn trang này · ` : "Trang này của bản trước · "
  setTimeout(() => write(bar, words, control("", "Tải lại", loadAnew)), 100)
}

/**
 * Says, once in a visit, that a later release answered on this device before: the browser lets one that waits come
 * by itself when the last page is closed, also an older one that the server gives out again.
 * @param {string} day of this release
 * @param {string} later of that one
 */
export const tellBack = (day, later) => {
  if (isOutlived || visit.read(BACK) === later || document.querySelector(".ban-moi")) return
  const bar = newBar("ban-moi ban-cu")
  const close = control("", "Đã rõ", () => {
    visit.write(BACK, later)
    bar.remove()
  })
  setTimeout(() => write(bar, `Máy chủ đang đưa bản kiểm tra ngày ${day}, cũ hơn bản ngày ${later} mà máy đã dùng · `, close), 100)
}

/**
 * The day of a release that waits, once it can be compared with that of this page: a server may give out an older
 * release for a while, or for good. "" where the release does not say.
 * @param {ServiceWorkerContainer} workers
 * @param {ServiceWorker} waiting
 * @param {HTMLElement} place
 * @returns {Promise<string>}
 */
const dayOf = (workers, waiting, place) => new Promise(done => {
  let day = ""
  workers.addEventListener("message", ({ data, source }) => {
    if (source === waiting && data && typeof data.ban === "string") day = data.ban
    if (day && place.dataset.ngay) done(day)
  })
  waiting.postMessage("ban-nao")
  setTimeout(() => done(day), SAYS)
})

/**
 * Says that there is a new release until the reader takes it. Who puts it off is not asked again,
 * and still told that what is kept is older.
 * @param {ServiceWorkerContainer} workers
 * @param {ServiceWorkerRegistration} registration
 * @param {ServiceWorker} waiting
 * @param {HTMLElement} place at the foot of the page
 */
const offer = (workers, registration, waiting, place) => {
  if (isOutlived) return
  const put = `${LATER} ${registration.scope}`
  // What is said of a page of an earlier release is true of that page still.
  const words = () => agedWords(place)
  const bar = newBar(words() ? AGED : "ban-moi")
  /** @param {...(Node | string)} said */
  const tell = (...said) => {
    if (words()) bar.className = AGED
    write(bar, words() && `${words()} `, ...said)
  }
  const reload = async () => {
    tell("Đang đổi bản…")
    await change(workers, waiting)
    tell("Chưa đổi được lúc này, trang vẫn như cũ · ", control("", "Thử lại", reload))
  }
  /** @param {boolean} isNewer */
  const old = isNewer => {
    bar.className = "ban-moi ban-cu"
    write(bar, "Bản lưu trên máy", make("span", "ban-ngay"), isNewer ? " đã cũ · " : " khác bản trên mạng · ", control("", "Tải lại", reload))
    dateBar(place)
  }
  // It has come to its end: taken, in another window perhaps, or replaced by another.
  waiting.addEventListener("statechange", () => { if (words()) tell(); else bar.remove() })
  /** @param {string} day of the release that waits */
  const say = day => {
    const how = standing(day, place)
    const later = () => {
      visit.write(put, "1")
      old(how === "moi")
    }
    if (words()) tell(control("", "Tải lại", reload))
    else if (how === "cu") write(bar, `Máy chủ đang đưa bản kiểm tra ngày ${day}, cũ hơn bản này · `, control("", "Tải lại", reload))
    else if (visit.read(put)) old(how === "moi")
    else write(bar, how === "moi" ? "Có bản mới · " : "Trên mạng có bản khác · ", control("", "Tải lại", reload), control("", "Để sau", later))
  }
  // Filled a moment later, so that it is heard as news.
  setTimeout(() => words() ? say("") : dayOf(workers, waiting, place).then(day => { if (waiting.state === "installed") say(day) }), 100)
}

/**
 * @param {ServiceWorkerContainer} workers
 * @param {ServiceWorkerRegistration} registration
 * @param {HTMLElement} place
 */
export const watch = (workers, registration, place) => {
  if (registration.waiting) offer(workers, registration, registration.waiting, place)
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing
    if (coming) coming.addEventListener("statechange", () => {
      if (coming.state === "installed" && registration.active) offer(workers, registration, coming, place)
    })
  })
}

/**
 * Waits until a worker that is coming has come or failed; whether it failed.
 * @param {ServiceWorker} coming
 * @returns {Promise<boolean>}
 */
const fails = coming => new Promise(done => {
  const look = () => { if (coming.state !== "installing") done(coming.state === "redundant") }
  coming.addEventListener("statechange", look)
  look()
})

/**
 * Takes the newest release: one that waits, or that comes when the server is asked; else the page anew.
 * Whether it can be had: where the server is silent or ill, the page stays as it is.
 * @param {ServiceWorkerContainer} workers
 * @param {string} address of this site's worker: a site above may have one too
 * @returns {Promise<boolean>}
 */
export const takeNewest = async (workers, address) => {
  const registration = await workers.getRegistration().catch(() => undefined)
  const { active = null } = registration || {}
  if (!registration || !active || active.scriptURL !== address) return anew()
  const failing = registration.waiting ? false : registration.update().then(() => (registration.installing ? fails(registration.installing) : false), () => true)
  const failed = await Promise.race([failing, new Promise(done => setTimeout(() => done(true), PATIENCE))])
  if (!registration.waiting) return !failed && anew()
  return change(workers, registration.waiting)
}

/**
 * Asks the server for a newer release, and tells what came of it; whether the server answered.
 * @param {ServiceWorkerRegistration} registration
 * @param {(newest: Newest) => void} tell
 */
const askForNewer = async (registration, tell) => {
  const place = `${ASKED} ${registration.scope}`
  const wait = setTimeout(() => tell({ state: "chua-hoi", since: device.read(place) || "" }), PATIENCE)
  try {
    await registration.update()
    const now = new Date()
    device.write(place, writtenDay(now.getFullYear(), now.getMonth() + 1, now.getDate()))
    clearTimeout(wait)
    const { installing } = registration
    if (installing && await fails(installing)) tell({ state: "chua-tai", since: "" })
    // One that waits is offered by the bar.
    else tell({ state: registration.waiting ? "" : "moi-nhat", since: "" })
    return true
  } catch {
    clearTimeout(wait)
    tell({ state: "chua-hoi", since: device.read(place) || "" })
    return false
  }
}

/**
 * Asks now, and again whenever a reader comes back to the page after a while.
 * @param {ServiceWorkerRegistration} registration
 * @param {(newest: Newest) => void} tell
 */
export const keepAsking = (registration, tell) => {
  let asked = 0
  const ask = async () => {
    const now = Date.now()
    if (Math.abs(now - asked) < AGAIN) return
    asked = now
    if (!(await askForNewer(registration, tell))) asked = 0
  }
  whenBack(ask)
  return ask()
}
