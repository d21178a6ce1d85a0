// Before the first line is drawn: the colours that were chosen here, else those of the device.
// Whoever reads without scripts is known by the class that goes here.
let chosen = ""
try { chosen = localStorage.getItem("nen") || "" } catch { /* the device decides */ }
const dark = chosen ? chosen === "toi" : matchMedia("(prefers-color-scheme: dark)").matches
document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default")
document.documentElement.classList.remove("no-js")
