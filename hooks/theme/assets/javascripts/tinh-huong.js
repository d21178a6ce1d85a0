// Filters of the list of situations. Without this file the whole list is shown.
(() => {
  const form = document.querySelector(".th-loc")
  if (!form) return
  const [topic, provision] = form.querySelectorAll("select")
  const count = form.querySelector(".th-dem")
  const asked = new URLSearchParams(location.search)
  topic.value = asked.get("nhom") || ""
  provision.value = asked.get("dieu") || ""

  const show = () => {
    let shown = 0
    for (const group of document.querySelectorAll(".th-nhom")) {
      const wanted = !topic.value || group.dataset.nhom === topic.value
      let inside = 0
      for (const item of group.querySelectorAll("li")) {
        const touches = item.dataset.dieu.split(" ")
        item.hidden = !wanted || (provision.value !== "" && !touches.includes(provision.value))
        if (!item.hidden) inside += 1
      }
      group.hidden = inside === 0
      shown += inside
    }
    count.textContent = shown
      ? `${shown} tình huống`
      : "Không có tình huống nào khớp cả hai ô; thử chọn “Tất cả”."
  }
  form.addEventListener("change", show)
  form.addEventListener("submit", event => event.preventDefault())
  form.hidden = false
  show()
})()
