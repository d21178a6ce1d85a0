// Minutes of a session by the clock on the wall.
const DAY = 24 * 60

/** @param {number} minutes after midnight */
const hour = minutes => {
  const at = minutes % DAY
  return `${at < 600 ? "0" : ""}${Math.floor(at / 60)}:${at % 60 < 10 ? "0" : ""}${at % 60}`
}

/**
 * When the minutes of a step are, by the clock: 5–13 after 14:00 is 14:05–14:13.
 * @param {string} minutes of the session
 * @param {string} start as a field of the time has it; "" or something else for none
 */
export const byClock = (minutes, start) => {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(start)
  if (!found) return minutes
  const from = Number(found[1]) * 60 + Number(found[2])
  return minutes.split("–").map(minute => hour(from + Number(minute))).join("–")
}
