// Labelled sentences (and a corpus of news targets, if given) → src/score/tone-weights.json. `npm run train:tone -- --data FILE`
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type LabelledSentence, readHands, readNewsTargets, readNotes, toExample } from './tone/examples.ts'
import { toLesson, toLessons, trainTone } from './tone/training.ts'

const NOTES = join(import.meta.dirname, 'tone/notes.jsonl')
const WEIGHTS = join(import.meta.dirname, '../src/score/tone-weights.json')

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: WEIGHTS } },
})

const teach = (sentences: readonly LabelledSentence[]) =>
  sentences
    .filter(({ part }) => part === 'entrenamiento')
    .map((sentence) => toLesson(toExample(sentence)))
    .filter((lesson) => lesson !== null)

const hands = new Map([...readHands()].map(([hand, sentences]) => [hand, teach(sentences)]))
const notes = readNotes(NOTES).flatMap(toLessons)
const foreign =
  values.data === undefined
    ? []
    : readNewsTargets(values.data)
        .map((example) => toLesson(example))
        .filter((lesson) => lesson !== null)

const { weights, blind } = trainTone(hands, notes, foreign)
const text = `${JSON.stringify(weights)}\n`
writeFileSync(values.out, text)

for (const { hand, lessons, accuracy } of blind)
  console.log(
    `mano ${hand}: ${lessons} oraciones; sin haberla leído acierta ${(accuracy * 100).toFixed(1)} %`,
  )
const all = blind.reduce((sum, { lessons }) => sum + lessons, 0)
const right = blind.reduce((sum, { lessons, accuracy }) => sum + lessons * accuracy, 0)
console.log(`todas: ${((100 * right) / all).toFixed(1)} %`)
console.log(
  `${all} oraciones y ${notes.length} frases de notas propias, ${foreign.length} ajenas; temperatura ${weights.temperature}`,
)
console.log(`${values.out}: ${Math.round(Buffer.byteLength(text) / 1024)} KB`)
