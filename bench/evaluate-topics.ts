// Headlines kept apart and the sample press → how often the model says a topic, how often rightly, and what it costs. `npm run eval:topics`
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMunicipality } from '../src/config/municipality.ts'
import { prepareSections } from '../src/match/sections.ts'
import { fileNote } from '../src/pipeline/filing.ts'
import shipped from '../src/score/topic-weights.json' with { type: 'json' }
import { openTopicModel, readTopics } from '../src/score/topics.ts'
import { TOPICS } from '../src/score/topics-list.ts'
import { readPressBoletines, readStories } from './press/stories.ts'
import { readHeadlines, readPressTopics } from './topics/headlines.ts'
import { type Guess, guessHeadlines } from './topics/training.ts'

const PRESS = join(import.meta.dirname, 'press')
const ROUNDS = 10

function report(label: string, guesses: readonly Guess[], least: number): void {
  const said = guesses.filter(({ chance }) => chance >= least)
  const right = said.filter(({ isRight }) => isRight).length
  const all = guesses.filter(({ isRight }) => isRight).length
  const share = (part: number, whole: number) =>
    whole === 0 ? 'sin base' : `${((100 * part) / whole).toFixed(1)} %`
  console.log(
    `${label}: dice tema de ${said.length} de ${guesses.length} (${share(said.length, guesses.length)}); acierta ${share(right, said.length)}; obligado a decir, ${share(all, guesses.length)}`,
  )
}

const model = openTopicModel(shipped)
const apart = readHeadlines().filter(({ isKeptApart }) => isKeptApart)
report('Titulares apartados', guessHeadlines(apart, model), model.leastChance)
for (const topic of TOPICS) {
  report(
    `  ${topic}`,
    guessHeadlines(
      apart.filter((one) => one.topic === topic),
      model,
    ),
    model.leastChance,
  )
}

const wanted = readPressTopics()
const notes = readStories(join(PRESS, 'stories'), readPressBoletines(join(PRESS, 'workspace/boletines/2026')))
const guessed = notes.map((note) => {
  const [best] = readTopics(note, model).chances
  const topics = wanted.get(note.storyId.slice(0, 3)) ?? []
  return {
    note,
    topics,
    best,
    guess: {
      chance: best?.chance ?? 0,
      isRight: best !== undefined && topics.includes(best.topic),
    },
  }
})
report(
  'Prensa de muestra',
  guessed.map(({ guess }) => guess),
  model.leastChance,
)
for (const { note, topics, best, guess } of guessed) {
  if (!guess.isRight && guess.chance >= model.leastChance)
    console.log(
      `  ${note.id} ${topics.join('/') || 'otros'} → ${best?.topic} ${guess.chance.toFixed(2)}: ${note.title.slice(0, 80)}`,
    )
}

const declared = readMunicipality(
  'municipality.yml',
  readFileSync(join(PRESS, 'workspace/municipality.yml'), 'utf8'),
)
if (!declared.ok) throw new Error(declared.faults.map(({ message }) => message).join('\n'))
const { sections } = declared.value
const bare = prepareSections(sections.map(({ id, title, terms }) => ({ id, title, terms })))
const whole = prepareSections(sections)
for (const [label, index] of [
  ['solo frases', bare],
  ['frases y temas', whole],
] as const) {
  const filed = notes.map((note) => ({ note, sectionId: fileNote(note, index) }))
  const right = filed.filter(({ note, sectionId }) => {
    const topics = wanted.get(note.storyId.slice(0, 3)) ?? []
    const fitting = sections.filter((section) => section.topics?.some((topic) => topics.includes(topic)))
    return sectionId === null ? fitting.length === 0 : fitting.some(({ id }) => id === sectionId)
  })
  const none = filed.filter(({ sectionId }) => sectionId === null)
  console.log(
    `Secciones, ${label}: ${right.length} de ${notes.length} bien (${((100 * right.length) / notes.length).toFixed(1)} %); ${none.length} en otros temas`,
  )
}

const start = process.cpuUsage()
for (let round = 0; round < ROUNDS; round++) for (const note of notes) readTopics(note, model)
const { user, system } = process.cpuUsage(start)
console.log(`${((user + system) / 1000 / ROUNDS / notes.length).toFixed(3)} ms de procesador por nota`)
