// Written by the build: handout_data.py.
export const data: {
  /** what follows the address of a page */
  duoi: string
  /** name of the instrument, its folder, ids without the code */
  cac: Record<string, [string, string, string]>
}
