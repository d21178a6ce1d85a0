// What stands around the theme's search worker: the worker asks for its index at the first query
// (tim-kiem.js), and its language is ours. The build (hooks/vanban/export/scripts.py) gives the theme's
// worker these in place of the functions of the same names.
import { vietnamese } from "./lunr-vi.js"

const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3

/** @typedef {{docs: unknown[]}} Index and more, which only the theme reads */
/** @typedef {{type: number, data?: any}} Message */

/** @type {(message: {data: Message}) => unknown} */
let theirs = () => {}
/** @type {Index | undefined} */
let stub
/** @type {Promise<void> | undefined} */
let started

const begin = async () => {
  // The worker lies in assets/javascripts/workers/.
  const found = await fetch(new URL("../../../search/muc-luc.json", location.href).href)
  if (!found.ok) throw new Error(String(found.status))
  const { docs } = await found.json()
  await theirs({ data: { type: SETUP, data: { ...stub, docs } } })
}

/** @param {string} query */
const ask = async query => {
  if (!query) return self.postMessage({ type: RESULT, data: { items: [] } })
  started = started || begin()
  try {
    await started
    if (query.trim()) theirs({ data: { type: QUERY, data: query } }) // else see tim-kiem.js
  } catch {
    started = undefined // no answer is no wrong answer; the next key asks again
  }
}

/**
 * In place of `addEventListener`: messages come here first.
 * @param {"message"} kind
 * @param {(event: {data: Message}) => unknown} handler
 */
export const addListener = (kind, handler) => {
  theirs = handler
  self.addEventListener(kind, event => {
    const { type, data } = event.data
    // Opened from a disk the index comes with the message; else the file holds no documents.
    if (type === SETUP && !data.docs.length) {
      stub = data
      self.postMessage({ type: READY })
    } else if (type === QUERY && stub) ask(data)
    else handler(event)
  })
}

/**
 * In place of `postMessage`.
 * @param {Message} message
 */
export const answer = message => {
  if (message.type !== READY || !stub) self.postMessage(message) // else it was said before
}

/** In place of `importScripts`: whatever language files are asked for, there is one. */
export const importLanguage = () => vietnamese(/** @type {any} */ (self).lunr)
