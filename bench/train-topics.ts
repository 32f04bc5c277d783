// Labelled headlines, those kept apart left out → src/score/topic-weights.json. `npm run train:topics`
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readHeadlines, readOpenings, readWords } from './topics/headlines.ts'
import { trainTopics } from './topics/training.ts'

const WEIGHTS = join(import.meta.dirname, '../src/score/topic-weights.json')

const headlines = [...readHeadlines().filter(({ isKeptApart }) => !isKeptApart), ...readOpenings()]
const trained = trainTopics(headlines, readWords())
const text = `${JSON.stringify(trained)}\n`
writeFileSync(WEIGHTS, text)
console.log(
  `${headlines.length} titulares y entradas y ${readWords().length} palabras; ${trained.stems.split(' ').length} raíces; se dice un tema desde ${trained.leastChance}; ${(text.length / 1024).toFixed(1)} KB`,
)
