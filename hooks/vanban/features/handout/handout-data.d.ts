// Written by the build: handout_data.py.
export const data: {
  ngay: string
  goc: string
  /** codes of the instruments whose provisions are a part of their own */
  cac: string
  /** in the parts: name, wording, state, how it stands, how sure, page, today, what to mind */
  dieu: Record<string, [string, string, string, string, string, string, string, string]>
  /** title, what happened, what to do, page */
  chuyen: Record<string, [string, string, string[], string]>
  cham: Record<string, string>
  /** an id that addresses had before → that of the same content now */
  doi: Record<string, string>
}
