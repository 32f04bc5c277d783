// Labelled sentences (and a corpus of news targets, if given) → src/score/tone-weights.json. `npm run train:tone -- --data FILE`
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type LabelledSentence,
  readLabelled,
  readNewsTargets,
  readNotes,
  toExample,
} from './tone/examples.ts'
import { toLesson, toLessons, trainTone } from './tone/training.ts'

const SENTENCES = join(import.meta.dirname, 'tone/sentences.jsonl')
const NOTES = join(import.meta.dirname, 'tone/notes.jsonl')
const WEIGHTS = join(import.meta.dirname, '../src/score/tone-weights.json')

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: WEIGHTS } },
})

/** Identifiers tell the batch: 1–99 the first, 101–199 the second… the last one was written after the lists were closed. */
const batchOf = ({ id }: LabelledSentence): number => Math.floor(Number(id.replace(/\D/g, '')) / 100)

const labelled = readLabelled(SENTENCES).filter(({ part }) => part === 'entrenamiento')
const lastBatch = Math.max(...labelled.map(batchOf))
const teach = (sentences: readonly LabelledSentence[]) =>
  sentences.map((sentence) => toLesson(toExample(sentence))).filter((lesson) => lesson !== null)
const last = teach(labelled.filter((sentence) => batchOf(sentence) === lastBatch))
const earlier = [
  ...teach(labelled.filter((sentence) => batchOf(sentence) !== lastBatch)),
  ...readNotes(NOTES).flatMap(toLessons),
]
const foreign =
  values.data === undefined
    ? []
    : readNewsTargets(values.data)
        .map((example) => toLesson(example))
        .filter((lesson) => lesson !== null)

const trained = trainTone(earlier, last, foreign)
writeFileSync(values.out, `${JSON.stringify(trained)}\n`)
console.log(
  `${earlier.length + last.length} oraciones propias, ${foreign.length} ajenas; temperatura ${trained.temperature}`,
)
console.log(`${values.out}: ${Math.round(Buffer.byteLength(trained.weights) / 1024)} KB`)
