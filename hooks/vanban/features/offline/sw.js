// The worker that keeps pages for reading without a connection. A reader sees one release at a
// time: a kept page comes from the cache, and a new release waits until it is asked for.
import { CHECKED, worker } from "./sw-release.js"
import { activate, install } from "./sw-update.js"
import { hear } from "./sw-fill.js"
import { leave } from "./sw-leave.js"
import { serve } from "./sw-answer.js"

worker.addEventListener("install", event => event.waitUntil(install()))
worker.addEventListener("activate", event => event.waitUntil(activate()))
worker.addEventListener("fetch", serve)
worker.addEventListener("message", event => {
  const { data, source } = event
  if (data === "doi") worker.skipWaiting()
  else if (data === "ban-nao" && source) source.postMessage({ ban: CHECKED }) // while it waits, too
  else if (data && data.viec === "nhuong") leave(true) // says a page, or the worker that recalls this one
  else if (data && data.viec === "o-lai") leave(false) // the next one did not come in time
  else if (data && data.viec && source && "url" in source) event.waitUntil(hear(data, source.url).catch(() => {}))
})
