// The sentences kept apart and the sample press → how well tone is rated. `npm run eval:tone [-- --data FILE] [--wrong]`
import { parseArgs } from 'node:util'
import { rateTone } from '../src/score/tone.ts'
import {
  countOpposite,
  measureAccuracy,
  measureKappa,
  measureMacroF1,
  measureReliability,
  type Rated,
  tabulate,
} from '../src/score/tone-agreement.ts'
import {
  CATEGORIES,
  type Example,
  handOf,
  type LabelledSentence,
  readHands,
  readNewsTargets,
  toExample,
} from './tone/examples.ts'
import { readRatedNotes } from './tone/press-notes.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, wrong: { type: 'boolean', default: false } },
})

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`

function report(title: string, rated: readonly Rated[]): void {
  const accepted = rated.filter(({ tone }) => !tone.needsReview)
  const { bands, error } = measureReliability(rated)
  console.log(`\n## ${title}: ${rated.length} textos`)
  console.log(`exactitud ${percent(measureAccuracy(rated))}, macro-F1 ${percent(measureMacroF1(rated))}`)
  console.log(`signo contrario: ${countOpposite(rated)} (${percent(countOpposite(rated) / rated.length)})`)
  console.log(
    `aceptados sin revisión: ${accepted.length} (${percent(accepted.length / rated.length)}), ` +
      `exactitud ${percent(measureAccuracy(accepted))}, signo contrario ${percent(countOpposite(accepted) / Math.max(1, accepted.length))}`,
  )
  console.table(tabulate(rated))
  console.log(`confianza dicha y acierto habido (error de calibración ${error.toFixed(3)})`)
  console.table(
    bands.map(({ band, texts, confidence, accuracy }) => ({
      banda: band,
      textos: texts,
      confianza: confidence.toFixed(2),
      acierto: accuracy.toFixed(2),
    })),
  )
}

/** Net tone of a set: positive minus negative per 100 texts, as given and as true. */
function reportNet(rated: readonly Rated[]): void {
  const net = (of: (each: Rated) => string) =>
    (100 *
      rated.reduce(
        (sum, each) => sum + (of(each) === 'positivo' ? 1 : of(each) === 'negativo' ? -1 : 0),
        0,
      )) /
    rated.length
  const [given, truth] = [net(({ tone }) => tone.label), net(({ truth }) => truth)]
  console.log(`tono neto por cada 100: dado ${given.toFixed(1)}, verdadero ${truth.toFixed(1)}`)
}

const rate = ({ article, mentions, subjects, tone }: Example): Rated => ({
  truth: tone,
  tone: rateTone(article, mentions, subjects),
})

type RatedSentence = Rated & { readonly sentence: LabelledSentence }

const share = (rated: readonly RatedSentence[], isIn: (sentence: LabelledSentence) => boolean) => {
  const own = rated.filter(({ sentence }) => isIn(sentence))
  return { oraciones: own.length, exactitud: percent(measureAccuracy(own)) }
}

function evaluateSentences(): void {
  const hands = readHands()
  const all = [...hands.values()].flat()
  const pairs = all.flatMap(({ first, second }) => (second === null ? [] : [[first, second] as const]))
  console.log(
    `${all.length} oraciones de ${hands.size} manos; ${pairs.length} con etiqueta de dos manos, kappa ${measureKappa(pairs).toFixed(3)}`,
  )
  const apart = all
    .filter(({ part }) => part === 'apartada')
    .map((sentence) => ({ sentence, ...rate(toExample(sentence)) }))
  report('Oraciones apartadas', apart)
  console.table(
    Object.fromEntries([
      ...CATEGORIES.map((category) => [category, share(apart, ({ category: own }) => own === category)]),
      ...[...hands.keys()].map((hand) => [`mano ${hand}`, share(apart, (each) => handOf(each) === hand)]),
    ]),
  )
  if (!values.wrong) return
  for (const { sentence, truth, tone } of apart)
    if (truth !== tone.label) console.log(`${sentence.id} ${truth} → ${tone.label}: ${sentence.text}`)
}

function evaluatePress(): void {
  const notes = readRatedNotes().map(({ article, mentions, subjects, tone, ...rest }) => ({
    ...rest,
    truth: tone,
    tone: rateTone(article, mentions, subjects),
  }))
  for (const isTuning of [true, false]) {
    const half = notes.filter((note) => note.isTuning === isTuning)
    report(isTuning ? 'Prensa de muestra, mitad de ajuste' : 'Prensa de muestra, mitad apartada', half)
    reportNet(half)
  }
}

evaluateSentences()
evaluatePress()
if (values.data !== undefined) report('Noticias ajenas', readNewsTargets(values.data).map(rate))
