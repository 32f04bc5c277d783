// stories/*.yml → the notes of the sample press with copies resolved, each beside its truth.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

export const OUTLET_IDS = [
  'correo',
  'diario',
  'sol',
  'canaveral',
  'cuisillos',
  'ruta70',
  'ingenio',
  'canal6',
  'momento',
  'radio',
  'red',
  'occidente',
  'tribuna',
  'zapopan',
  'observador',
  'gobierno',
] as const

export type OutletId = (typeof OUTLET_IDS)[number]

const truthSchema = z.strictObject({
  ours: z.enum(['si', 'no', 'dudosa']),
  tone: z.enum(['positivo', 'neutro', 'negativo', 'mixto']).nullable(),
  prominence: z.enum(['titular', 'entrada', 'cuerpo', 'incidental']).nullable(),
  pickup: z
    .strictObject({
      folio: z.string().regex(/^2026\/\d{4}$/),
      kind: z.enum(['integra', 'editada', 'parcial', 'citada']),
    })
    .nullable(),
})

const noteSchema = z.strictObject({
  id: z.string().regex(/^s\d{2,3}-[a-z]+$/),
  outlet: z.enum(OUTLET_IDS),
  at: z.string().regex(/^2026-(10-3[01]|11-(0\d|1[0-3]))T\d\d:\d\d$/),
  section: z.string().nullable().default(null),
  byline: z.string().nullable().default(null),
  title: z.string().min(3),
  standfirst: z.string().nullable().default(null),
  paragraphs: z.array(z.string().min(1)).default([]),
  copies: z.string().nullable().default(null),
  keep: z.array(z.int().min(0)).nullable().default(null),
  before: z.array(z.string()).default([]),
  after: z.array(z.string()).default([]),
  truth: truthSchema,
})

const storySchema = z.strictObject({
  id: z.string().regex(/^s\d{2,3}-[a-z0-9-]+$/),
  about: z.string(),
  boletin: z.string().nullable(),
  notes: z.array(noteSchema).min(1),
})

export type Truth = z.infer<typeof truthSchema>

/** A note as an outlet of the sample press publishes it. `at` is local time without zone, `YYYY-MM-DDTHH:MM`. */
export type PressNote = {
  readonly id: string
  readonly storyId: string
  readonly outlet: OutletId
  readonly at: string
  readonly section: string | null
  readonly byline: string | null
  readonly title: string
  readonly standfirst: string | null
  readonly paragraphs: readonly string[]
  readonly truth: Truth
}

export type PressBoletin = {
  readonly folio: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Reads every boletín of the press workspace: front matter (folio, fecha, titulo, dependencia), then paragraphs. */
export function readPressBoletines(folder: string): PressBoletin[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
      const front = z.object({ folio: z.string(), titulo: z.string() }).parse(parse(head))
      const paragraphs = body.split(/\n\s*\n/).map((part) => part.replace(/\s+/g, ' ').trim())
      return { folio: front.folio, title: front.titulo, paragraphs: paragraphs.filter((part) => part !== '') }
    })
}

/** Reads and checks all stories; an unknown copy, a missing paragraph or a repeated id is an error that names the file. */
export function readStories(folder: string, boletines: readonly PressBoletin[]): PressNote[] {
  const stories = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => {
      const result = storySchema.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
      if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`)
      if (result.data.id !== basename(name, '.yml')) throw new Error(`${name}: its id is ${result.data.id}`)
      return result.data
    })
  const texts = new Map<string, readonly string[]>()
  for (const boletin of boletines) texts.set(`boletin:${boletin.folio}`, boletin.paragraphs)
  const notes: PressNote[] = []
  for (const story of stories) {
    for (const { copies, keep, before, after, ...note } of story.notes) {
      const where = `${story.id}.yml, ${note.id}`
      if (texts.has(note.id)) throw new Error(`${where}: repeated id`)
      const original = copies === null ? [] : texts.get(copies)
      if (original === undefined) throw new Error(`${where}: copies ${copies}, which is not above it`)
      const kept = (keep ?? original.map((_, index) => index)).map((index) => {
        const paragraph = original[index]
        if (paragraph === undefined)
          throw new Error(`${where}: keeps paragraph ${index} of ${original.length}`)
        return paragraph
      })
      const paragraphs = [...before, ...kept, ...note.paragraphs, ...after]
      if (paragraphs.length === 0) throw new Error(`${where}: no text`)
      texts.set(note.id, paragraphs)
      notes.push({ ...note, storyId: story.id, paragraphs })
    }
  }
  return notes
}

if (import.meta.main) {
  const here = import.meta.dirname
  const notes = readStories(join(here, 'stories'), readPressBoletines(join(here, 'workspace/boletines/2026')))
  const count = (of: (note: PressNote) => string) => {
    const counts = new Map<string, number>()
    for (const note of notes) counts.set(of(note), (counts.get(of(note)) ?? 0) + 1)
    return Object.fromEntries([...counts].sort())
  }
  console.log(`${notes.length} notes, ${new Set(notes.map((note) => note.storyId)).size} stories`)
  console.log(count((note) => note.outlet))
  console.log(count((note) => note.at.slice(0, 10)))
  console.log(count((note) => `${note.truth.ours} ${note.truth.tone ?? ''}`))
  console.log(count((note) => (note.truth.pickup === null ? 'no pickup' : note.truth.pickup.kind)))
}
