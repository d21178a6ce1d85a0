// Written by the build: quiz_room.py.
/** label, state, how it stands, page, short address */
export type Ground = [string, string, string, string, string]
/** id, number of its set, of which time, question, options, number of the right one, reason, grounds */
export type Question = [string, number, string, string, string[], number, string, Ground[]]
export const data: {
  ngay: string
  ma: boolean
  /** name, title */
  bo: [string, string][]
  /** plans: name, title, ids of questions about a clause that it names, of others about the same articles */
  buoi: [string, string, string[], string[]][]
  cau: Question[]
}
