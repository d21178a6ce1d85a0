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
  cau: Question[]
}
