// What a worker sees of a browser, made up: caches, a server that may lie, pages that listen.
import { existsSync, readFileSync, readdirSync } from "node:fs"

export const SCOPE = "https://truong.invalid/luat/"
const SITES = String(process.env.SITES)

/**
 * A response as browsers give it for a page's own host.
 * @param {BodyInit | null} body
 * @param {ResponseInit} [init]
 * @param {Record<string, unknown>} [more]
 * @returns {Response}
 */
export const basic = (body, init, more = {}) => dressed(new Response(body, init), more)
/** @param {Response} response @param {Record<string, unknown>} more @returns {Response} */
const dressed = (response, more) => {
  const plain = response.clone.bind(response)
  for (const [name, value] of Object.entries({ type: "basic", redirected: false, ...more })) {
    Object.defineProperty(response, name, { value })
  }
  response.clone = () => dressed(plain(), more)
  return response
}

class Cache {
  /** @param {{full: boolean, room: number, stores: Map<string, any>}} browser */
  constructor(browser) {
    this.browser = browser
    /** @type {Map<string, {body: ArrayBuffer, headers: Headers}>} */
    this.held = new Map()
  }
  /** @param {string | {url: string}} request */
  async match(request) {
    const found = this.held.get(typeof request === "string" ? request : request.url)
    return found && basic(found.body.slice(0), { headers: found.headers })
  }
  /** @param {string} address @param {Response} response */
  async put(address, response) {
    const all = [...this.browser.stores.values()].reduce((sum, { held }) => sum + held.size, 0)
    if (this.browser.full || (all >= this.browser.room && !this.held.has(address))) throw new DOMException("", "QuotaExceededError")
    this.held.set(address, { body: await response.arrayBuffer(), headers: response.headers })
  }
  async keys() { return [...this.held.keys()].map(url => ({ url })) }
  /** @param {string} address */
  async delete(address) { return this.held.delete(address) }
}

/** One browser and one server. `release` is the folder that the server gives out. */
export class Browser {
  constructor(release = "a", scope = SCOPE) {
    this.release = release
    this.scope = scope
    this.online = true
    /** Whether the device has no more room. */
    this.full = false
    /** For how many files, lists and notes it has room. */
    this.room = Infinity
    /** Answers that are not the file, by path; they get the right body. @type {Map<string, (right: Buffer, signal?: AbortSignal) => Response | Promise<Response>>} */
    this.lies = new Map()
    /** What the browser's own cache has, by path: nobody asks the server. @type {Map<string, Response>} */
    this.nearby = new Map()
    /** How each file was asked for. @type {Set<string>} */
    this.ways = new Set()
    /** @type {string[]} */
    this.fetched = []
    /** @type {Map<string, any>} */
    this.stores = new Map()
    this.caches = {
      open: async (/** @type {string} */ name) => this.stores.get(name) || (this.stores.set(name, new Cache(this)), this.stores.get(name)),
      keys: async () => [...this.stores.keys()],
      delete: async (/** @type {string} */ name) => this.stores.delete(name),
    }
  }

  /** @param {string | {url: string}} request @param {{cache?: string, signal?: AbortSignal}} [how] */
  fetch(request, how = {}) {
    const given = this.given(request, how)
    const { signal } = how
    if (!signal) return given
    return Promise.race([given, new Promise((_, refuse) => {
      const stop = () => refuse(new DOMException("", "AbortError"))
      if (signal.aborted) stop()
      else signal.addEventListener("abort", stop)
    })])
  }

  /** @param {string | {url: string}} request @param {{cache?: string, signal?: AbortSignal}} how */
  async given(request, how) {
    const address = typeof request === "string" ? request : request.url
    const path = address.slice(this.scope.length).replace(/[?#].*$/, "")
    if (how.cache === "only-if-cached") {
      const near = this.nearby.get(path)
      if (near) return near
      throw new TypeError("Failed to fetch")
    }
    this.ways.add(how.cache || "")
    this.fetched.push(path)
    if (!this.online) throw new TypeError("Failed to fetch")
    const file = `${SITES}/${this.release}/${path === "" || path.endsWith("/") ? `${path}index.html` : path}`
    const there = address.startsWith(this.scope) && existsSync(file)
    const right = there ? readFileSync(file) : Buffer.from("")
    const lie = this.lies.get(path)
    if (lie) return lie(right, how.signal)
    return there ? basic(right) : basic("404", { status: 404 })
  }

  /** Every address of the release, with its file. */
  files() {
    const root = `${SITES}/${this.release}/`
    const found = readdirSync(root, { recursive: true, encoding: "utf-8" }).filter(name => /\.\w+$/.test(name))
    return Object.fromEntries(found.map(name => [name.replace(/(^|\/)index\.html$/, "$1"), root + name]))
  }

  /** Starts the worker that the server gives out; what was only in its memory is gone. */
  start() {
    return new Worker(this, readFileSync(`${SITES}/${this.release}/sw.js`, "utf-8"))
  }

  /** A worker that has come to answer. */
  async started() {
    const worker = this.start()
    await worker.update()
    return worker
  }

  /** Every path that is kept for this site, without the worker's own notes and lists. */
  kept() {
    const own = [...this.stores].filter(([name]) => name.startsWith(`vanban:${this.scope}:`))
    const all = own.flatMap(([, cache]) => [...cache.held.keys()])
    return all.map(url => url.slice(this.scope.length)).filter(path => !path.startsWith("ngoai-tuyen/")).sort()
  }
}

class Worker {
  /** @param {Browser} browser @param {string} source */
  constructor(browser, source) {
    this.browser = browser
    this.source = source
    /** @type {Map<string, (event: any) => void>} */
    this.listeners = new Map()
    this.skipped = false
    this.unregistered = false
    /** @type {any[]} */
    this.news = []
    this.page = { url: browser.scope, postMessage: (/** @type {any} */ data) => { this.news.push(data) } }
    /** @type {{scope: string, waiting?: unknown, installing?: unknown, active?: {postMessage: (data: unknown) => void}, unregister: () => Promise<void>}} */
    this.registration = { scope: browser.scope, unregister: async () => { this.unregistered = true } }
    const self = {
      registration: this.registration,
      navigator: { get onLine() { return browser.online } },
      clients: { claim: async () => {}, matchAll: async () => [this.page] },
      skipWaiting: async () => { this.skipped = true },
      addEventListener: (/** @type {string} */ name, /** @type {any} */ listener) => { this.listeners.set(name, listener) },
    }
    new Function("self", "caches", "fetch", source)(self, browser.caches, browser.fetch.bind(browser))
  }

  /** Sends an event and waits for all that it begins. @param {string} name @param {Record<string, any>} [more] */
  async send(name, more = {}) {
    /** @type {Promise<unknown>[]} */
    const begun = []
    const event = { ...more, waitUntil: (/** @type {Promise<unknown>} */ one) => { begun.push(one) } }
    const listener = this.listeners.get(name)
    if (listener) listener(event)
    for (let at = 0; at < begun.length; at++) await begun[at]
    return begun
  }

  /** Waits until something has come about. @param {() => boolean} what */
  async until(what) {
    while (!what()) await new Promise(done => { setTimeout(done, 1) })
  }

  async update() {
    await this.send("install")
    await this.send("activate")
  }

  /** What a page asks; the last news that it hears. @param {any} data @param {string} [path] */
  async hear(data, path = "") {
    this.page.url = this.browser.scope + path
    await this.send("message", { data, source: this.page })
    return this.news[this.news.length - 1]
  }

  /**
   * A request of a page: null where the worker leaves it alone; rejects as a request does.
   * @param {string} path below the site's front page, or a whole address
   * @param {Record<string, unknown>} [more]
   * @param {string} [client] the window that asks
   */
  async ask(path, more = {}, client = "1") {
    const url = /^https?:/.test(path) ? path : this.browser.scope + path
    const request = { url, method: "GET", mode: "navigate", cache: "default", headers: new Headers(), ...more }
    /** @type {Promise<unknown>[]} */
    const begun = []
    /** @type {Promise<Response> | null} */
    let answer = null
    const listener = this.listeners.get("fetch")
    if (listener) {
      listener({
        request, clientId: client, resultingClientId: client, respondWith: (/** @type {any} */ given) => { answer = Promise.resolve(given) },
        waitUntil: (/** @type {any} */ one) => { begun.push(one) },
      })
    }
    const response = await /** @type {Promise<Response> | null} */ (answer)
    for (let at = 0; at < begun.length; at++) await begun[at]
    return response
  }
}

/** Words of an answer. @param {Response | null} response */
export const text = async response => response ? response.text() : ""
