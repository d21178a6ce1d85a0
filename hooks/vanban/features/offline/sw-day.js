// Days as readers see them (“9/5/2025”), which pages and the worker compare.

/** @param {string} day so that it sorts */
export const ordered = day => day.split("/").reverse().map(part => part.padStart(2, "0")).join("")
