// Judges letters in a thread of its own, so that the page stays alive: CPython as WebAssembly, and
// in it the engine of `hooks cite`. Nothing is fetched before the page asks, and nothing is sent.

/**
 * @typedef {{engine: string}} Start where Pyodide lies, as an address
 * @typedef {{text: string, day: string, today: string}} Letter days as YYYY-MM-DD; `day` "" for none
 */

// (func (try (do) (catch_all))): what Pyodide is made with, and what a policy may refuse.
const PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11]
const OURS = new URL(".", location.href).href
const ARCHIVE = "/ma.zip"

const runs = () => {
  try {
    return Boolean(new WebAssembly.Module(new Uint8Array(PROBE)))
  } catch { return false }
}

/**
 * Has every file that is fetched from now on count the bytes that have come.
 * @param {(bytes: number) => void} told
 */
const count = told => {
  const plain = self.fetch
  let come = 0
  const counter = () => new TransformStream({
    transform(chunk, onward) {
      come += chunk.length
      told(come)
      onward.enqueue(chunk)
    },
  })
  self.fetch = async (...asked) => {
    const { ok, status, headers, body } = await plain(...asked)
    if (!ok || !body) throw new Error(`${status} ${asked[0]}`)
    return new Response(body.pipeThrough(counter()), { headers })
  }
}

/** @param {string} name of a file beside this one */
const ours = async name => fetch(OURS + name)

/**
 * Python with our modules and the corpus in it.
 * @param {string} engine
 */
const begin = async engine => {
  importScripts(`${engine}pyodide.js`)
  const [archive, knowledge, python] = await Promise.all([
    ours("ma.zip").then(answer => answer.arrayBuffer()),
    ours("kho.json").then(answer => answer.text()),
    /** @type {any} */ (self).loadPyodide({ indexURL: engine }),
  ])
  python.FS.writeFile(ARCHIVE, new Uint8Array(archive))
  python.pyimport("sys").path.append(ARCHIVE)
  return python.pyimport("vanban.features.draft.in_browser").Judge(knowledge)
}

/** @type {Promise<any>} */
let judge

/** @param {unknown} error */
const failed = error => postMessage({ step: "failed", why: String(error) })

/** @param {Start} start */
const load = ({ engine }) => {
  if (!runs()) return postMessage({ step: "refused" })
  count(bytes => postMessage({ step: "coming", bytes }))
  judge = begin(engine)
  judge.then(() => postMessage({ step: "ready" })).catch(failed)
}

/** @param {Letter} letter */
const answer = async ({ text, day, today }) => {
  try {
    const found = JSON.parse((await judge).judge(text, day, today))
    postMessage({ step: "judged", found })
  } catch (error) { failed(error) }
}

addEventListener("message", ({ data }) => "engine" in data ? load(data) : answer(data))
