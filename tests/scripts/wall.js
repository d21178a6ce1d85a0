// What the projector shows of a page, for the tests in Python: the body of the page comes in; out
// go, as JSON, the title and the words of each part of each slide, and what only the person who
// leads sees.
import { readFileSync } from "node:fs"
import process from "node:process"
import { cut } from "../../hooks/vanban/features/projector/projector-slides.js"
import { page } from "./page.js"

const slides = cut(page(readFileSync(0, "utf8")))
const wall = slides.map(({ title, parts }) => [title, ...parts.map(({ element }) => element.textContent)])
const lead = slides.map(slide => [...slide.lead, ...slide.parts.flatMap(part => part.lead)])
process.stdout.write(JSON.stringify({ wall, lead }))
