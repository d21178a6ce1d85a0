// A hand-out is open once all that it asks for is there. Until then nothing of it can be changed: what
// is kept, and what the address asks for, would be lost for a sheet without it.
import { control, every } from "../../../theme/assets/javascripts/dom.js"
import { before, kept, sent, swap, wanted } from "./handout-choice.js"

export const NOT_HERE = "Chưa tải được nội dung của mục này. Xem lại mạng rồi thử lại."
/**
 * Every id that is needed to open an address: its own, those of a ready hand-out that it names, and what this device kept.
 * @param {string} address
 */
export const idsFor = address => {
  const there = document.getElementById(address.slice(1))
  return [...wanted(address), ...wanted(`k=${(there && there.dataset.k) || ""}`), ...kept()]
}

/**
 * Opens what this device keeps, whatever the address asks for.
 * @param {() => unknown} open
 */
export const withoutAddress = open => {
  history.replaceState(null, "", location.pathname + location.search)
  return open()
}

/**
 * The way back to the sheet that was kept before the one that is open took its place.
 * @param {() => unknown} open opens what is kept
 */
export const wayBack = open => {
  const button = control("phieu-nut", "", () => {
    swap()
    open()
  })
  const set = () => {
    const { length } = before()
    button.hidden = !length
    button.textContent = `Mở phiếu trước (${length} mục)`
  }
  return { button, set }
}

export const COMING = "Đang tải nội dung của phiếu…"

/**
 * @param {HTMLElement} root
 * @param {boolean} is whether the hand-out can be changed
 */
export const makeReady = (root, is) => {
  for (const one of every(root, ".phieu-ban input, .phieu-viec button, .phieu-tay button")) one.toggleAttribute("disabled", !is)
}

/**
 * Says that it could not be opened, with a way to try again.
 * @param {HTMLElement} told
 * @param {() => unknown} again
 */
export const tellNotOpened = (told, again) => {
  told.textContent = `${NOT_HERE}${kept().length ? " Phiếu giữ trên máy này vẫn còn." : ""} `
  told.append(control("phieu-nut", "Thử lại", () => {
    told.tabIndex = -1
    told.focus() // the button there goes
    again()
  }))
}

/**
 * Clears the sheet, with a way back until something else is told: the button stands among those that are often pressed.
 * @param {HTMLElement} told
 * @param {import("./handout-choice.js").Choice} choice
 * @param {(what: Partial<import("./handout-choice.js").Choice>, words: string) => void} change
 */
export const clear = (told, choice, change) => {
  change({ items: [], ten: "", ngay: "", noi: "", buoi: "" }, "Đã xóa hết")
  if (choice.items.length) told.append(" ", control("phieu-nut", "Lấy lại", () => {
    told.tabIndex = -1
    told.focus() // the button there goes
    change(choice, "Đã lấy lại phiếu")
  }))
}

/** Copies the address of what is open. @param {(words: string) => void} tell */
export const copy = async tell => {
  const address = sent()
  if (!address) return tell("Bản này mở từ máy của bạn, chưa có địa chỉ nào mà người khác mở được.")
  try {
    await navigator.clipboard.writeText(address)
    tell("Đã chép đường dẫn của phiếu. Người nhận mở ra thấy đúng các mục này.")
  } catch { tell(`Hãy chép đường dẫn này: ${address}`) }
}
