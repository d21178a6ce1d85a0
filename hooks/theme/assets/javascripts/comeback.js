// Who comes back to a page that was left open, for days perhaps: a phone keeps its tabs.

/**
 * Does something when somebody comes back to a page that was left open, or a connection to it.
 * @param {() => unknown} act
 */
export const whenBack = act => {
  const look = () => { if (!document.hidden) act() }
  document.addEventListener("visibilitychange", look)
  for (const name of ["pageshow", "focus", "online"]) addEventListener(name, look)
}

/** Does something when another window may have kept something else on this device. @param {() => unknown} act */
export const whenKept = act => {
  addEventListener("storage", act)
  whenBack(act)
}
