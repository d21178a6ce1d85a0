// Reading without a connection: starts the worker (sw.js), asks it quietly to keep every page,
// says so at the foot of the page, and offers a new version when there is one.
// Opened from a disk, in an old browser, or on a site without sw.js, nothing happens.
(() => {
  const place = document.querySelector(".ngoai-tuyen")
  if (!place || !("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return
  const workers = navigator.serviceWorker
  const line = navigator.connection || {}
  // Who pays for every byte, or waits for it, keeps what was read and chooses the rest.
  const sparing = line.saveData || /2g$/.test(line.effectiveType || "")
  const AFTER = 4000
  const LATER = "vanban.de-sau"

  const button = (words, act) => {
    const made = document.createElement("button")
    made.type = "button"
    made.textContent = words
    made.addEventListener("click", act)
    return made
  }
  let worker = null
  let asked = false
  const keepAll = () => {
    asked = true
    place.setAttribute("role", "status") // from now on a change is news
    place.textContent = "Đang lưu để đọc ngoại tuyến…"
    worker.postMessage("luu")
  }

  workers.addEventListener("message", ({ data }) => {
    if (!data || !("thieu" in data)) return
    if (!data.thieu) {
      place.textContent = "✓ Đã lưu để đọc ngoại tuyến"
    } else if (sparing && !asked) {
      const size = (data.nang / 1e6).toLocaleString("vi", { maximumFractionDigits: 1 })
      place.textContent = "Đang tiết kiệm dữ liệu: chỉ lưu trang đã đọc. "
      place.append(button(`Lưu tất cả (khoảng ${size} MB)`, keepAll))
    } else if (asked) {
      place.textContent = `Đã lưu ${data.tong - data.thieu}/${data.tong} tệp; lần mở trang sau sẽ lưu tiếp.`
    } else {
      setTimeout(keepAll, AFTER)
    }
  })

  // ---- A new version ------------------------------------------------------------------------

  const offer = waiting => {
    try { if (sessionStorage.getItem(LATER)) return } catch { /* no storage: it is offered again */ }
    if (document.querySelector(".ban-moi")) return
    const bar = document.createElement("div")
    bar.className = "ban-moi"
    bar.setAttribute("role", "status")
    document.body.append(bar)
    const reload = () => {
      workers.addEventListener("controllerchange", () => location.reload(), { once: true })
      waiting.postMessage("doi")
    }
    const later = () => {
      try { sessionStorage.setItem(LATER, "1") } catch { /* as above */ }
      bar.remove()
    }
    // Filled a moment later, so that it is heard as news.
    setTimeout(() => bar.append("Có bản mới · ", button("Tải lại", reload), button("Để sau", later)), 100)
  }
  const watch = registration => {
    if (registration.waiting && workers.controller) offer(registration.waiting)
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing
      coming.addEventListener("statechange", () => {
        if (coming.state === "installed" && workers.controller) offer(coming)
      })
    })
  }

  addEventListener("load", async () => {
    try {
      watch(await workers.register(new URL(place.dataset.tho, location.href)))
      worker = (await workers.ready).active
      worker.postMessage("hoi")
    } catch { /* no worker here: the site is read as ever */ }
  })
})()
