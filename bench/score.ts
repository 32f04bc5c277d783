// Articles of the sample press → time of rating their tone, as a ratio to splitting the same texts into words. `npm run bench:score`
import { performance } from 'node:perf_hooks'
import { rateTone } from '../src/score/tone.ts'
import { listFeatures } from '../src/score/tone-features.ts'
import { openModel, rateFeatures } from '../src/score/tone-model.ts'
import { scanArticle } from '../src/score/tone-scan.ts'
import shipped from '../src/score/tone-weights.json' with { type: 'json' }
import { listTokens } from '../src/text/tokens.ts'
import { readRatedNotes } from './tone/press-notes.ts'

const ROUNDS = 15

/** Least CPU time of a round, in milliseconds: other work on the machine only ever adds. */
function time(work: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage()
    const from = performance.now()
    work()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000, performance.now() - from)
  }
  return least
}

const notes = readRatedNotes()
const texts = notes.map(({ article }) =>
  [article.title, article.standfirst ?? '', ...article.paragraphs].join('\n'),
)
const scanned = notes.flatMap(({ article, mentions, subjects }) => scanArticle(article, mentions, subjects))
const model = openModel(shipped)

const words = texts.reduce((sum, text) => sum + listTokens(text).length, 0)
const tokens = time(() => texts.forEach((text) => void listTokens(text)))
const tone = time(() => {
  for (const { article, mentions, subjects } of notes) rateTone(article, mentions, subjects)
})
const modelOnly = time(() => {
  for (const { sentence, parties, cues, reading } of scanned)
    rateFeatures(listFeatures(sentence, parties, cues, reading), model)
})

console.log(
  `${notes.length} notas, ${scanned.length} oraciones, ${Math.round(words / notes.length)} palabras por nota`,
)
console.log(`separar en palabras: ${(tokens / notes.length).toFixed(3)} ms por nota`)
console.log(
  `tono completo:       ${(tone / notes.length).toFixed(3)} ms por nota = ${(tone / tokens).toFixed(1)} veces`,
)
console.log(`modelo:              ${((modelOnly / scanned.length) * 1000).toFixed(0)} µs por oración`)
