// The sample press and the labelled sets → processor time of tone, reach and topics for each article, beside splitting its text into words. `npm run bench:score`
import { loadavg } from 'node:os'
import type { Article, Mention, Subject } from '../src/model.ts'
import { estimateReach } from '../src/score/reach.ts'
import { rateTone } from '../src/score/tone.ts'
import { readTopics } from '../src/score/topics.ts'
import { listTokens } from '../src/text/tokens.ts'
import { makeOutlet } from '../tests/score/period.ts'
import { readHands, toExample } from './tone/examples.ts'
import { readRatedNotes } from './tone/press-notes.ts'

/** Times each article is worked on; the least counts, for other work on the machine only ever adds. */
const ROUNDS = 5

/** The clock of the processor counts whole microseconds: a turn lasts long enough that one more or less says nothing. */
const LEAST_TURN = 2000

const GOAL_MS = 1

type Rated = {
  readonly name: string
  readonly article: Article
  readonly mentions: readonly Mention[]
  readonly subjects: readonly Subject[]
}

const outlet = makeOutlet('faro', {
  audience: {
    value: 48_000,
    range: [40_000, 56_000],
    unit: 'visitas-mes',
    source: 'media kit',
    asOf: '2026-06',
    weekdays: [1, 1, 1, 1, 1, 1, 1],
    sections: [{ name: 'Local', share: 0.3 }],
  },
})
const SEEN = new Date('2026-11-06T12:00:00.000Z')

const WORK: Readonly<Record<string, (one: Rated) => void>> = {
  'separar en palabras': ({ article }) => {
    for (const text of [article.title, article.standfirst ?? '', ...article.paragraphs]) listTokens(text)
  },
  tono: ({ article, mentions, subjects }) => void rateTone(article, mentions, subjects),
  alcance: ({ article }) =>
    void estimateReach(outlet, { ...article, section: 'Local', seenAt: SEEN, views: null }),
  temas: ({ article }) => void readTopics(article),
}

/** Least processor time of one article in milliseconds, over rounds that each repeat it until the clock can tell. */
function timeOne(work: (one: Rated) => void, one: Rated): number {
  let least = Number.POSITIVE_INFINITY
  let times = 1
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage()
    for (let turn = 0; turn < times; turn++) work(one)
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / times)
    times = Math.max(1, Math.min(2000, Math.ceil(LEAST_TURN / Math.max(1, (user + system) / times))))
  }
  return least / 1000
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN

function report(label: string, rated: readonly Rated[]): void {
  for (const work of Object.values(WORK)) for (const one of rated) work(one)
  const times = Object.entries(WORK).map(([name, work]) => ({
    name,
    each: rated.map((one) => timeOne(work, one)),
  }))
  const [tokens] = times
  const whole = rated.map((_, at) => times.slice(1).reduce((sum, { each }) => sum + (each[at] ?? 0), 0))
  const total = (each: readonly number[]) => each.reduce((sum, value) => sum + value, 0)
  const words = rated.reduce(
    (sum, { article }) => sum + listTokens([article.title, ...article.paragraphs].join(' ')).length,
    0,
  )
  console.log(`\n${label}: ${rated.length} textos de ${Math.round(words / rated.length)} palabras`)
  console.table(
    Object.fromEntries(
      [...times, { name: 'tono, alcance y temas', each: whole }].map(({ name, each }) => {
        const sorted = each.toSorted((one, other) => one - other)
        return [
          name,
          {
            'p50 ms': quantile(sorted, 0.5).toFixed(3),
            'p95 ms': quantile(sorted, 0.95).toFixed(3),
            'máx ms': quantile(sorted, 1).toFixed(3),
            'veces separar': (total(each) / total(tokens?.each ?? [])).toFixed(1),
          },
        ]
      }),
    ),
  )
  const most = Math.max(...whole)
  const worst = rated[whole.indexOf(most)]
  const over = whole.filter((time) => time > GOAL_MS).length
  console.log(
    `pasan de ${GOAL_MS} ms: ${over} de ${rated.length}; la que más tarda, ${most.toFixed(3)} ms: ${worst?.name} (${worst?.article.paragraphs.length} párrafos) ${worst?.article.title.slice(0, 70)}`,
  )
}

const press = readRatedNotes()
report(
  'Prensa de muestra',
  press.map(({ note, ...rest }) => ({ name: note.id, ...rest })),
)
report(
  'Frases etiquetadas de tono, apartadas',
  [...readHands().values()]
    .flat()
    .filter(({ part }) => part === 'apartada')
    .map((sentence) => ({ name: sentence.id, ...toExample(sentence) })),
)
console.log(
  `\ncarga de la máquina: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}`,
)
