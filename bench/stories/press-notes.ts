// The sample press → its notes as they are judged here: what story each tells, and whose text it prints.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { listBackIssues } from '../press/back-issues.ts'
import { instantOf } from '../press/calendar.ts'
import { readPressBoletines, readStories } from '../press/stories.ts'
import { type JudgedNote, OF_LONGER, OF_SHORTER } from './invented.ts'

const PRESS = join(import.meta.dirname, '../press')

const copySchema = z.object({
  notes: z.array(
    z.object({ id: z.string(), copies: z.string().nullish(), keep: z.array(z.number()).nullish() }),
  ),
})

const countWords = (paragraphs: readonly string[]): number => paragraphs.join(' ').split(/\s+/).length

export function readPressNotes(): JudgedNote[] {
  const boletines = readPressBoletines(join(PRESS, 'workspace/boletines/2026'))
  const notes = [...listBackIssues(), ...readStories(join(PRESS, 'stories'), boletines)]
  const texts = new Map<string, readonly string[]>(
    boletines.map(({ folio, paragraphs }) => [`boletin:${folio}`, paragraphs] as const),
  )
  for (const note of notes) texts.set(note.id, note.paragraphs)
  const copies = readCopies()
  // Whoever labelled the press said so by hand: a whole or an edited boletín is the boletín's text, whoever else prints it too.
  const reprints = new Map(
    notes.flatMap(({ id, truth }) =>
      truth?.pickup?.kind === 'integra' || truth?.pickup?.kind === 'editada'
        ? [[id, `boletin:${truth.pickup.folio}`] as const]
        : [],
    ),
  )
  const firstWith = new Map<string, string>()
  for (const { id, paragraphs } of notes) {
    const text = paragraphs.join('\n')
    if (!firstWith.has(text)) firstWith.set(text, id)
  }
  const textOf = (id: string): string => {
    const copied = copies.get(id)
    const reprinted = reprints.get(id)
    if (reprinted !== undefined) return reprinted
    const [own, original] = [texts.get(id), texts.get(copied?.of ?? '')]
    if (copied === undefined || own === undefined || original === undefined)
      return firstWith.get(own?.join('\n') ?? '') ?? id
    const kept = copied.keep === null ? original : copied.keep.flatMap((index) => original[index] ?? [])
    const sizes = [countWords(own), countWords(original)]
    const shared = countWords(kept)
    const isText = shared >= OF_SHORTER * Math.min(...sizes) && shared >= OF_LONGER * Math.max(...sizes)
    return isText ? textOf(copied.of) : id
  }
  return notes
    .map(
      (note): JudgedNote => ({
        id: note.id,
        storyId: note.storyId,
        textId: textOf(note.id),
        kind: copies.has(note.id) ? 'copia' : countWords(note.paragraphs) < 60 ? 'breve' : 'relato',
        at: instantOf(note.at),
        title: note.title,
        standfirst: note.standfirst,
        paragraphs: note.paragraphs,
      }),
    )
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1))
}

function readCopies(): Map<string, { of: string; keep: readonly number[] | null }> {
  const folder = join(PRESS, 'stories')
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'))
  return new Map(
    files
      .flatMap((name) => copySchema.parse(parse(readFileSync(join(folder, name), 'utf8'))).notes)
      .flatMap(({ id, copies, keep }) =>
        copies === null || copies === undefined ? [] : [[id, { of: copies, keep: keep ?? null }] as const],
      ),
  )
}
