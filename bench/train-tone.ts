// Labelled sentences (and a corpus of news targets, if given) → src/score/tone-weights.json. `npm run train:tone -- --data FILE`
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readLabelled, readNewsTargets, readNotes, toExample } from './tone/examples.ts'
import { toLesson, toLessons, trainTone } from './tone/training.ts'

const SENTENCES = join(import.meta.dirname, 'tone/sentences.jsonl')
const NOTES = join(import.meta.dirname, 'tone/notes.jsonl')
const WEIGHTS = join(import.meta.dirname, '../src/score/tone-weights.json')

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: WEIGHTS } },
})

const labelled = readLabelled(SENTENCES).filter(({ part }) => part === 'entrenamiento')
const own = [
  ...labelled.map((sentence) => toLesson(toExample(sentence), true)).filter((lesson) => lesson !== null),
  ...readNotes(NOTES).flatMap(toLessons),
]
const foreign =
  values.data === undefined
    ? []
    : readNewsTargets(values.data)
        .map((example) => toLesson(example, false))
        .filter((lesson) => lesson !== null)

const trained = trainTone(own, foreign)
writeFileSync(values.out, `${JSON.stringify(trained)}\n`)
console.log(`${own.length} oraciones propias, ${foreign.length} ajenas; temperatura ${trained.temperature}`)
console.log(`${values.out}: ${Math.round(Buffer.byteLength(trained.weights) / 1024)} KB`)
