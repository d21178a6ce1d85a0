// The choice of a hand-out: a list of ids, kept in the address of the hand-out page and on this
// device, nowhere else. nd72/5/1/d is a provision, ~ten-trang a situation.
import { canonical, decoded, device, siteURL } from "../../../theme/assets/javascripts/dom.js"

/** @typedef {{items: string[], ten: string, ngay: string, noi: string, the: boolean, buoi: string}} Choice `buoi` is the ready hand-out of a plan that it began with, or "" */
/** @typedef {{id: string, why: string, moved?: boolean}} Left what an address asks for and is not there; or is there under another id */
/** @typedef {(id: string) => boolean} Known whether there is such an item */
/** @typedef {(id: string) => string} Now the id of the same content now, as the ledger of addresses has it */

const KEY = "phieu-1"
export const MOST = 40
const ID = /^(?:[a-z][a-z0-9]{1,11}(?:\/[0-9a-z]{1,6}){0,4}|~[a-z0-9-]{1,80})$/
/** @type {["t" | "n" | "d", "ten" | "ngay" | "noi"][]} */
const FIELDS = [["t", "ten"], ["n", "ngay"], ["d", "noi"]]
const LONGEST = 120
const PLAN = /^[a-z0-9-]{1,80}$/
/** @type {Choice} */
export const EMPTY = { items: [], ten: "", ngay: "", noi: "", the: false, buoi: "" }

/** @param {string} text */
const spaced = text => text.replace(/\+/g, " ")
/** @param {string} text */
const short = text => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** @param {string} raw an id as an address writes it */
const clean = raw => decoded(spaced(raw)).trim().replace(/\/+$/, "")

/**
 * Every id that an address asks for, whether or not there is such an item.
 * @param {string} hash
 */
export const wanted = hash => {
  const lists = hash.replace(/^#/, "").split("&").filter(part => part.startsWith("k="))
  return lists.join(",").split(",").map(raw => clean(raw.replace(/^k=/, ""))).filter(id => ID.test(id))
}

/**
 * The ids that can be used, and what is left out or has moved, with a reason.
 * @param {string[]} ids
 * @param {Known} known
 * @param {Now} now
 */
const read = (ids, known, now) => {
  /** @type {string[]} */
  const items = []
  /** @type {Left[]} */
  const left = []
  for (const raw of ids) {
    const asked = clean(raw)
    if (!asked) continue
    const id = now(asked)
    if (!ID.test(id)) left.push({ id: short(id), why: "không phải mã của một mục" })
    else if (items.includes(id)) left.push({ id, why: "đã có trong phiếu" })
    else if (!known(id)) left.push({ id, why: "ở đây không có mục này" })
    else if (items.length === MOST) left.push({ id, why: `phiếu chỉ chứa ${MOST} mục` })
    else {
      items.push(id)
      if (id !== asked) left.push({ id: asked, why: `nay là ${id}`, moved: true })
    }
  }
  return { items, left }
}

/** A day that the calendar has, as a field of days takes it; "" for anything else. @param {string} text */
const asDay = text => {
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00Z` : "")
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : ""
}

/**
 * What an address asks for; null where it asks for no hand-out.
 * @param {string} hash
 * @param {Known} known
 * @param {Now} [now]
 * @returns {{choice: Choice, left: Left[]} | null}
 */
export const parse = (hash, known, now = id => id) => {
  const choice = { ...EMPTY }
  /** @type {string[] | null} */
  let ids = null
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [name, ...rest] = part.split("=")
    const value = rest.join("=")
    const field = FIELDS.find(([key]) => key === name)
    if (name === "k") ids = value.split(",")
    else if (name === "b" && PLAN.test(value)) choice.buoi = value
    else if (name === "m") choice.the = value === "the"
    else if (field) choice[field[1]] = decoded(spaced(value)).normalize("NFC").slice(0, LONGEST)
  }
  if (!ids) return null
  const { items, left } = read(ids, known, now)
  return { choice: { ...choice, ngay: asDay(choice.ngay), items }, left }
}

/**
 * The address of a choice: #k=nd72/5/1,~ten-trang&t=…
 * @param {Choice} choice
 */
export const format = choice => [
  `#k=${choice.items.join(",")}`,
  ...FIELDS.filter(([, name]) => choice[name]).map(([key, name]) => `${key}=${encodeURIComponent(choice[name])}`),
  ...(choice.the ? ["m=the"] : []),
  ...(choice.buoi ? [`b=${choice.buoi}`] : []),
].join("&")

/**
 * The address of the open hand-out as others can open it; "" where there is none. A path on this
 * device opens nothing elsewhere, and tells whose device it is.
 */
export const sent = () => {
  if (location.protocol !== "file:") return location.href
  const page = canonical()
  return page ? page + location.hash : ""
}

/** Several sites may share a host. On a disk it is one, whose next copy lies in another folder. */
const place = () => location.protocol === "file:" ? KEY : `${KEY} ${siteURL("").pathname}`

/** What this site kept; before it kept anything, what all sites of the host once kept together. */
const written = () => {
  const own = device.read(place())
  return (own === null ? device.read(KEY) : own) || ""
}

/** A name for a sheet that begins. */
const fresh = () => Math.random().toString(36).slice(2, 10)

/** Which sheet a kept text is of. @param {string} text */
const sheetOf = text => (/&p=([0-9a-z]+)$/.exec(text) || ["", ""])[1]

/** The sheet of this window: windows with the same one follow each other, another one stays what it is. */
let sheet = fresh()
/** What was kept when this page looked last, or kept it; and how the page has it: an older release knows fewer items. */
let seen = ""
let own = ""

/** Of a choice without an item: what was typed for the sheet that is to come. @param {Choice} choice */
const typed = ({ ten, ngay, noi }) => ({ ...EMPTY, ten, ngay, noi })

/** @param {Choice} choice */
const isTyped = ({ ten, ngay, noi }) => Boolean(ten || ngay || noi)

/** What is kept of a choice: a sheet that was cleared, too, so that other windows clear it. @param {Choice} choice */
const text = choice => `${format(choice.items.length ? choice : typed(choice))}&p=${sheet}`

/** The sheet is another than the kept one: that which this entry of the history had, or a new one. */
export const begin = () => { sheet = (history.state && history.state.phieu) || fresh() }

/** Whether the address was written for the kept sheet here, which may have got more since. */
export const isOwn = () => Boolean(history.state) && history.state.phieu === sheet

/** Writes the address of what is shown. @param {Choice} choice */
export const address = choice => {
  history.replaceState({ ...history.state, phieu: sheet }, "", choice.items.length ? format(choice) : location.pathname + location.search)
}

/**
 * Whether another window has kept this sheet otherwise than it is shown here: a change of it would undo that.
 * @param {Choice} choice
 */
export const isOvertaken = choice => {
  const now = written()
  return Boolean(now) && now !== seen && text(choice) === own && ((!choice.items.length && !isTyped(choice)) || sheetOf(now) === sheet)
}

/** Every id that this device kept. */
export const kept = () => wanted(written())

/**
 * What this device kept, which may be anything.
 * @param {Known} known
 * @param {Now} [now]
 */
export const stored = (known, now) => {
  seen = written()
  const found = parse(seen, known, now)
  // What this release knows no item of is as if it were not there: it waits (store).
  const any = found && (found.choice.items.length || (!found.left.length && isTyped(found.choice))) ? found : null
  sheet = any ? sheetOf(seen) : fresh()
  own = text(any ? any.choice : EMPTY)
  return any
}

/** Where the sheet is kept whose place another one has taken. */
const placeBefore = () => `${place()} truoc`

/** Every id of that sheet. */
export const before = () => wanted(device.read(placeBefore()) || "")

/** That sheet is the kept one again, and the kept one waits in its place. */
export const swap = () => {
  const now = written()
  if (device.write(place(), device.read(placeBefore()) || "")) device.write(placeBefore(), now)
}

/**
 * Keeps a choice; says whether the device did. Another sheet that was kept is not lost: it waits.
 * @param {Choice} choice
 */
export const store = choice => {
  const other = written()
  if (sheetOf(other) !== sheet && wanted(other).length) device.write(placeBefore(), other)
  const done = device.write(place(), text(choice))
  if (done) seen = own = text(choice)
  return done
}

/**
 * Adds one item to the kept choice: what to say, and where the hand-out is.
 * @param {string} id
 * @param {string} page the hand-out's
 */
export const add = (id, page) => {
  const { choice } = stored(one => ID.test(one)) || { choice: { ...EMPTY } }
  const count = () => `Phiếu có ${choice.items.length} mục.`
  if (choice.items.includes(id)) return { words: `Mục này đã có trong phiếu. ${count()}`, href: page }
  if (choice.items.length >= MOST) return { words: `Phiếu đã đủ ${MOST} mục, chưa thêm được.`, href: page }
  choice.items = [...choice.items, id]
  if (store(choice)) return { words: `Đã thêm vào phiếu. ${count()}`, href: page }
  return { words: "Máy này không cho giữ lựa chọn; mở phiếu để dùng ngay mục vừa chọn.", href: `${page}${format(choice)}` }
}
