// Where one is on the wall: kept until the window is closed, and an entry of its own in the
// history, so that Back leaves the projector and not the page, and a reload opens it again.
import { decoded, visit } from "../../../theme/assets/javascripts/dom.js"

/**
 * `part` counts the parts seen so far, of `of` on the page; `from` is the `#…` of the address.
 * @typedef {{part: number, of: number, from: string}} Place
 */

const key = () => `chieu ${location.pathname}`

/** @param {Place} place */
export const keep = place => visit.write(key(), `${place.part} ${place.of} ${place.from}`)

/** @returns {Place | null} null where nothing, or nothing that can be used, is kept */
export const kept = () => {
  const found = /^(\d+) (\d+) (.*)$/.exec(visit.read(key()) || "")
  return found && { part: +found[1], of: +found[2], from: found[3] }
}

/**
 * The id that the address names; "" for none. A broken escape is left as it is.
 * @param {string} hash
 */
export const named = hash => decoded(hash.slice(1))

/** Whether this entry of the history is that of the open projector. */
export const isOpen = () => Boolean(history.state && history.state.chieu)

/** The projector's entry in the history. */
export class Entry {
  /** @param {() => void} left called when Back has left the entry */
  constructor(left) {
    this.ended = () => {}
    /** @type {Promise<unknown>} */
    this.gone = Promise.resolve()
    addEventListener("popstate", () => {
      this.ended()
      if (!isOpen()) left()
    })
  }

  /** Waits for an earlier entry to be gone: else its end would close what is opened now. */
  async enter() {
    await this.gone
    if (isOpen()) return
    try {
      history.pushState({ chieu: true }, "")
    } catch { // a browser that counts them: Back leaves the page, as it would without this
    }
  }

  leave() {
    if (!isOpen()) return
    this.gone = new Promise(done => {
      this.ended = () => done(undefined)
      setTimeout(done, 500)
    })
    history.back()
  }
}
