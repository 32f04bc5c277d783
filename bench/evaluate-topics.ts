// Texts kept apart and the sample press → how well each topic is told, what is taken for what, and what it costs. `npm run eval:topics [-- --wrong]`
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readMunicipality } from '../src/config/municipality.ts'
import { prepareSections } from '../src/match/sections.ts'
import type { Topic } from '../src/model.ts'
import { fileNote } from '../src/pipeline/filing.ts'
import type { Readable } from '../src/score/topic-words.ts'
import { readTopics } from '../src/score/topics.ts'
import { readPressBoletines, readStories } from './press/stories.ts'
import { readApart, readHeadlines, readPressTopics } from './topics/headlines.ts'
import { type Judged, listConfusions, scoreTopics } from './topics/measures.ts'

const PRESS = join(import.meta.dirname, 'press')

const { values } = parseArgs({ options: { wrong: { type: 'boolean', default: false } } })

type Text = { readonly article: Readable; readonly topics: readonly Topic[] }
type Told = Judged & { readonly forced: Topic | null; readonly title: string }

const percent = (part: number, whole: number) =>
  whole === 0 ? 'sin base' : `${((100 * part) / whole).toFixed(1)} %`

const round = (value: number | null) => value?.toFixed(2) ?? 'sin base'

function tell({ article, topics }: Text): Told {
  const { chances, leastChance } = readTopics(article)
  const [best] = chances
  const forced = best?.topic ?? null
  return {
    topics,
    forced,
    said: best !== undefined && best.chance >= leastChance ? best.topic : null,
    title: article.title,
  }
}

function report(label: string, texts: readonly Text[]): void {
  const told = texts.map(tell)
  const said = told.filter((one) => one.said !== null)
  const right = said.filter((one) => one.said !== null && one.topics.includes(one.said)).length
  console.log(
    `\n${label}: dice tema de ${said.length} de ${told.length} (${percent(said.length, told.length)}); acierta ${percent(right, said.length)}`,
  )
  const forced = told.map((one) => ({ ...one, said: one.forced })).filter(({ topics }) => topics.length > 0)
  const hits = forced.filter(({ topics, said: topic }) => topic !== null && topics.includes(topic)).length
  console.log(
    `obligado a decir uno, acierta ${percent(hits, forced.length)} de los ${forced.length} que tienen:`,
  )
  console.table(
    scoreTopics(forced).map(({ topic, texts: count, precision, recall, f1 }) => ({
      tema: topic,
      textos: count,
      precisión: round(precision),
      alcance: round(recall),
      F1: round(f1),
    })),
  )
  console.log(
    `se confunden: ${listConfusions(forced)
      .slice(0, 8)
      .map(([pair, count]) => `${pair} ${count}`)
      .join('; ')}`,
  )
  if (!values.wrong) return
  for (const { topics, said: topic, title } of forced)
    if (topic === null || !topics.includes(topic)) console.log(`  ${topics.join('/')} → ${topic}: ${title}`)
}

const bare = (title: string): Readable => ({ title, standfirst: null, paragraphs: [] })

report(
  'Titulares apartados',
  readHeadlines()
    .filter(({ isKeptApart }) => isKeptApart)
    .map(({ title, topic }) => ({ article: bare(title), topics: [topic] })),
)
report(
  'Notas breves apartadas, de otra mano',
  readApart().map(({ title, opening, topics }) => ({
    article: { title, standfirst: null, paragraphs: [opening] },
    topics,
  })),
)

const wanted = readPressTopics()
const topicsOf = (storyId: string) => wanted.get(storyId.slice(0, 3)) ?? []
const notes = readStories(join(PRESS, 'stories'), readPressBoletines(join(PRESS, 'workspace/boletines/2026')))
report(
  'Prensa de muestra',
  notes.map((note) => ({ article: note, topics: topicsOf(note.storyId) })),
)

const declared = readMunicipality(
  'municipality.yml',
  readFileSync(join(PRESS, 'workspace/municipality.yml'), 'utf8'),
)
if (!declared.ok) throw new Error(declared.faults.map(({ message }) => message).join('\n'))
const { sections } = declared.value
const phrasesOnly = prepareSections(sections.map(({ id, title, terms }) => ({ id, title, terms })))
console.log('')
for (const [label, index] of [
  ['solo frases', phrasesOnly],
  ['frases y temas', prepareSections(sections)],
] as const) {
  const filed = notes.map((note) => ({ note, sectionId: fileNote(note, index) }))
  const right = filed.filter(({ note, sectionId }) => {
    const topics = topicsOf(note.storyId)
    const fitting = sections.filter((section) => section.topics?.some((topic) => topics.includes(topic)))
    return sectionId === null ? fitting.length === 0 : fitting.some(({ id }) => id === sectionId)
  })
  const none = filed.filter(({ sectionId }) => sectionId === null)
  console.log(
    `Secciones, ${label}: ${right.length} de ${notes.length} bien (${percent(right.length, notes.length)}); ${none.length} en otros temas`,
  )
}
