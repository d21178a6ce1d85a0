// What the projector shows of a page, for the tests in Python: the body of the page comes in, the
// title and the words of each part of each slide go out, as JSON.
import { readFileSync } from "node:fs"
import process from "node:process"
import { cut } from "../../hooks/vanban/features/projector/projector-slides.js"
import { page } from "./page.js"

const slides = cut(page(readFileSync(0, "utf8")))
const words = slides.map(({ title, parts }) => [title, ...parts.map(({ element }) => element.textContent)])
process.stdout.write(JSON.stringify(words))
