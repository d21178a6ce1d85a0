// What may be asked of a room: some questions by chance, a whole set, one; and for how long.
import { control, device, linkTo, make } from "../../../theme/assets/javascripts/dom.js"
import { drawn, FIVE, nearest, planned } from "./quiz-room-state.js"

const KEY = "phong-giay"
const TIMES = [15, 20, 30, 45, 60, 90]
const USUAL = 30

/** How many seconds are counted down, as this device keeps it. */
export const seconds = () => {
  const kept = Number(device.read(KEY))
  return TIMES.includes(kept) ? kept : USUAL
}

/**
 * The choice, as the page shows it.
 * @param {typeof import("./quiz-data.js").data} data
 * @param {() => void} changed called when another time was chosen
 */
export const choice = (data, changed) => {
  const { bo, buoi, cau } = data
  const ask = (/** @type {import("./quiz-data.js").Question[]} */ questions) => { location.hash = `cau=${questions.map(([id]) => id).join(",")}` }
  const five = control("nut", `${FIVE} câu bất kỳ`, () => ask(drawn(cau, FIVE)))
  const lead = planned(location.hash, buoi)
  const byPlan = buoi.map(plan => {
    const [, title, ...tiers] = plan
    const row = make("li")
    const known = tiers.map(ids => cau.filter(([id]) => ids.includes(id)))
    const button = control("nut", `${FIVE} câu gần với ${title[0].toLowerCase()}${title.slice(1)}`, () => ask(nearest([...known, cau], FIVE)))
    if (plan === lead) button.classList.add("nut-chinh")
    row.append(button)
    return row
  })
  const plans = make("ul", "trai phong-buoi")
  plans.append(...byPlan.filter((_, place) => !lead || buoi[place] === lead))
  const time = make("select", "phong-luc")
  for (const each of TIMES) {
    const option = make("option", "", `${each} giây`)
    option.value = String(each)
    option.selected = each === seconds()
    time.append(option)
  }
  time.addEventListener("change", () => {
    device.write(KEY, time.value)
    changed()
  })
  const label = make("label", "phong-nhan", "Đếm ngược ")
  label.append(time)
  const first = make("p", "phong-dau-tien")
  first.append(five, " ", label)
  const sets = make("ul", "trai")
  sets.append(...bo.map(([name, title], place) => {
    const row = make("li")
    const count = cau.filter(one => one[1] === place).length
    row.append(linkTo("", title, `#bo=${name}`), ` (${count} câu)`)
    return row
  }))
  const unknown = /[#&](cau|bo)=/.test(location.hash)
  return [
    ...(unknown ? [make("p", "phong-can", "Ở đây không có câu hỏi mà đường dẫn này nhắc tới.")] : []),
    ...(lead ? [plans, first] : [first, plans]),
    make("p", "", "Hoặc cả một bộ:"),
    sets,
    make("p", "", "Chỉ một câu: ở trang của bộ, bấm “Hỏi cả phòng câu này” dưới câu ấy; đường dẫn mở ra là của riêng câu."),
    make("p", "", "Phím: → hay dấu cách để tiếp, ← để lui, A B C D thêm một tay, giữ Shift để bớt, T đếm giờ, Esc thôi."),
  ]
}
