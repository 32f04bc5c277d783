// The sample press with its truth → its notes as articles with their mentions, ready to be rated, split by story.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMunicipality } from '../../src/config/municipality.ts'
import { findMentions } from '../../src/match/mentions.ts'
import { prepareSubjects } from '../../src/match/subjects.ts'
import type { Article, Mention, Municipality, Subject } from '../../src/model.ts'
import { makeArticle, makeSource, SUBJECTS } from '../../tests/match/tala.ts'
import { type PressNote, readPressBoletines, readStories } from '../press/stories.ts'

const PRESS = join(import.meta.dirname, '../press')

/** A note whose tone is known. `isTuning`: its story has an odd number, and the rules were tuned on it. */
export type RatedNote = {
  readonly note: PressNote
  readonly article: Article
  readonly mentions: readonly Mention[]
  readonly subjects: readonly Subject[]
  readonly tone: 'positivo' | 'neutro' | 'negativo' | 'mixto'
  readonly isTuning: boolean
}

/** Reads the notes that speak of the municipality. */
export function readRatedNotes(): RatedNote[] {
  const { subjects, queries = {} } = readWatched()
  const index = prepareSubjects(subjects, new Map(Object.entries(queries)))
  const source = makeSource('Tala')
  const boletines = readPressBoletines(join(PRESS, 'workspace/boletines/2026'))
  return readStories(join(PRESS, 'stories'), boletines).flatMap((note) => {
    const { tone } = note.truth
    if (tone === null) return []
    const article = makeArticle(note.title, note.paragraphs, { standfirst: note.standfirst })
    const mentions = findMentions(article, source, index)
    const isTuning = Number(/\d+/.exec(note.storyId)?.[0]) % 2 === 1
    return [{ note, article, mentions, subjects, tone, isTuning }]
  })
}

function readWatched(): Pick<Municipality, 'subjects' | 'queries'> {
  const file = join(PRESS, 'workspace/municipality.yml')
  if (!existsSync(file)) return { subjects: SUBJECTS }
  const declared = readMunicipality(file, readFileSync(file, 'utf8'))
  if (!declared.ok) throw new Error(declared.faults.map(({ message }) => message).join('\n'))
  return declared.value
}
