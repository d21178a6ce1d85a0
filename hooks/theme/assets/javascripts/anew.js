// The page loaded anew, once the server gives it: where it does not, what is there stays.

/** So many milliseconds the server has to say so. */
const PATIENCE = 10000

const LEAVES = "tai-lai"

/** Loads the page anew at once: a part that holds what was typed takes it along (`whenReloaded`). */
export const reload = () => {
  dispatchEvent(new Event(LEAVES))
  location.reload()
}

/** Does something before the site itself loads the page anew. @param {() => unknown} act */
export const whenReloaded = act => addEventListener(LEAVES, act)

/** Whether the server gives the page, or says what became of it; a worker does not answer for it. */
const isGiven = () => Promise.race([
  fetch(location.href, { method: "HEAD", cache: "no-store" }).then(({ status }) => status < 500 && status !== 429, () => false),
  new Promise(done => setTimeout(() => done(false), PATIENCE)),
])

/**
 * Loads the page anew; whether that could be.
 * @returns {Promise<boolean>}
 */
export const anew = async () => {
  const given = await isGiven()
  if (given) reload()
  return given
}
