// The change to a release that waits, as a reader asks for it.
import { reload } from "../../../theme/assets/javascripts/anew.js"

/** So many milliseconds a release that was taken has to come. */
const COMES = 20000

/**
 * Lets a release that waits come, and shows the page as it has it; tells only that it did not come in time.
 * @param {ServiceWorkerContainer} workers
 * @param {ServiceWorker} waiting
 * @returns {Promise<boolean>}
 */
export const change = (workers, waiting) => new Promise(done => {
  if (waiting.state !== "installed") return reload()
  /** @param {string} viec */
  const say = viec => { if (workers.controller) workers.controller.postMessage({ viec }) }
  const come = () => {
    clearTimeout(late)
    reload()
  }
  const late = setTimeout(() => {
    // Where it comes later, the page only says that it is old (offline.js): who was told so reads and writes on.
    workers.removeEventListener("controllerchange", come)
    say("o-lai") // the one that answers goes on meanwhile
    done(false)
  }, COMES)
  workers.addEventListener("controllerchange", come, { once: true })
  say("nhuong")
  return waiting.postMessage("doi")
})
