// Making way for the next release: a browser lets it come only when this worker has no work left. So
// what this one asks of a server is given up then, however slow that server is.

/** So many milliseconds a page that is coming already has to come whole: half of one passes for all of it. */
const WHOLE = 4000

let leaving = false
/** Whether the next release was taken. */
export const isLeaving = () => leaving

/** What was asked of a server, and so many milliseconds it has yet when the next release is taken. */
/** @type {Map<AbortController, number>} */
const running = new Map()

/** What is given up in a moment, unless the next release does not come after all. */
/** @type {Map<AbortController, ReturnType<typeof setTimeout>>} */
const ending = new Map()

/** @param {AbortController} stop @param {number} time in milliseconds */
const endSoon = (stop, time) => {
  ending.set(stop, setTimeout(() => {
    ending.delete(stop)
    stop.abort()
  }, time))
}

/**
 * For a request that is given up with all others.
 * @param {boolean} [waited] whether a page waits for it: then it is still asked for while the next release comes
 */
export const stoppable = (waited = false) => {
  const stop = new AbortController()
  if (!leaving) running.set(stop, 0)
  else if (waited) endSoon(stop, WHOLE)
  else stop.abort()
  return stop
}

/** @param {AbortController} stop of a page that has begun to come */
export const comes = stop => { running.set(stop, WHOLE) }

/** @param {AbortController} stop of what has come, or will not */
export const over = stop => { running.delete(stop) }

/** @param {boolean} now */
export const leave = now => {
  leaving = now
  if (!now) {
    for (const [stop, timer] of ending) {
      clearTimeout(timer)
      running.set(stop, WHOLE)
    }
    return ending.clear()
  }
  for (const [stop, time] of running) {
    if (time) endSoon(stop, time)
    else stop.abort()
  }
  running.clear()
}
