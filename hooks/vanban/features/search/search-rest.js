// The engine, made once for every box of the page, and the rest of its texts (search-law.js).
// Where they do not come, every box knows it, and the next key or a connection asks again.
import { Engine } from "./search-engine.js"

const PAUSE = 3000 // ms between two tries that nobody asked for

export class Rest {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine
    /** How often in a row they did not come. */
    this.misses = 0
    /** Whether the server had them no longer when it was asked last: the page is of an earlier release. */
    this.isGone = false
    this.isComing = false
    this.tried = 0
    /** @type {Set<() => void>} boxes that want to hear what came of it */
    this.hearers = new Set()
    addEventListener("online", () => this.bring())
    this.bring()
  }

  /** Whether what is found is known to be incomplete. */
  get isMissing() {
    return this.misses > 0 && !this.engine.whole
  }

  bring() {
    if (this.isComing || this.engine.whole) return
    this.isComing = true
    this.tried = Date.now()
    import("./search-law.js").then(({ data }) => this.engine.add(data.pages)).catch(error => {
      this.misses++
      this.isGone = Boolean(error.isGone)
    }).then(() => {
      this.isComing = false
      this.hearers.forEach(hear => hear())
    })
  }

  /** Asks again at a key, and not at each of them; also for what was gone, which a server may say while it changes. */
  again() {
    if (this.isMissing && Math.abs(Date.now() - this.tried) > PAUSE) this.bring()
  }
}

/** @type {Rest | undefined} */
let known

/** @param {import("./search-box.js").Given} given */
export const restOf = ({ provisions, texts, base }) => (known = known || new Rest(new Engine(provisions, texts, base)))
