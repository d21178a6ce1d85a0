// What somebody asks of a document, before and behind its name: “luật an ninh mạng mới nhất”,
// “nghị định nào thay nghị định 72”.
import { bare } from "../../../theme/assets/javascripts/units.js"

const KINDS = "(?:bo luat|luat|nghi dinh|thong tu|cong van|chi thi|quyet dinh|nghi quyet)"
const NAMED = RegExp(`(?:^|\\s)(?:${KINDS}|hien phap|phap lenh|dieu le|nd|tt|qd|cv|ct|nq)(?=[\\s\\d]|$)`)
const KIND = RegExp(`^(?:theo |xem |tim )?${KINDS}(?=\\s|$)`)
const BEHIND = RegExp(`\\s+(?:${[
  "con hieu luc|het hieu luc|co hieu luc|hieu luc|het han|con dung|con ap dung|khi nao|ngay nao",
  "co gi moi|moi(?: nhat)?|hien hanh|hien nay|bay gio|(?:bi |duoc )?(?:thay|sua doi|bai bo)",
  "la gi|noi gi|noi ve gi|ve viec gi|ve gi|quy dinh|gom|nhu the nao|the nao|ra sao|o dau|khong|chua|a|vay",
  "toan van|day du|noi dung|tai ve|pdf",
].join("|")})(?=\\s|$)[^\\d]*$`)
const BEFORE = RegExp("^(?:(?:tai sao|vi sao|cho hoi|xin hoi|bao gio|khi nao) )?(?:(?:luat|nghi dinh|thong tu|van ban|cai) (?:nao|gi) )?(?:da |se |duoc |bi )?" +
  "(?:(?:thay the|thay cho|thay|sua doi|bai bo|noi dung|toan van|tom tat|tai|hieu luc|tim hieu)(?: cho| cua| ve)? )?" +
  `(?=${KINDS}\\s|(?:nd|tt) ?\\d)`)

/** @param {string} text */
const folded = text => bare(text.toLowerCase())

/** Whether a text begins with a kind of document.
 * @param {string} text NFC */
export const isKind = text => KIND.test(folded(text))

/** Whether it says anywhere what kind of document is meant, be it one that is not here.
 * @param {string} text NFC */
export const namesKind = text => NAMED.test(folded(text))

/** The text from the document's name on.
 * @param {string} text NFC */
export const subject = text => text.slice((BEFORE.exec(folded(text)) || [""])[0].length)

/** The text up to what is asked of the document.
 * @param {string} text NFC */
export const withoutQuestion = text => text.slice(0, folded(text).replace(BEHIND, "").length)
