// The house rules as a test: who may import whom, which names and sizes a file may have.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const GROUND = ['model', 'failure', 'text']
const STAGES = ['collect', 'extract', 'match', 'score', 'store', 'report', 'deliver', 'config']

/** Rooms (or files) of src that each room may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  failure: [],
  text: [],
  ...Object.fromEntries(STAGES.map((stage) => [stage, GROUND])),
  pipeline: [...STAGES, ...GROUND],
  cli: ['pipeline', 'config', 'store', ...GROUND],
  web: ['pipeline', 'config', 'store', ...GROUND],
}

/** Doors of the world and the rooms that may open them. */
const DOORS: readonly { module: RegExp; rooms: readonly string[] }[] = [
  {
    module: /^(undici|playwright|@crawlee\/.*|node:https?|node:net|node:dns.*|node:tls)$/,
    rooms: ['collect', 'store'],
  },
  { module: /^(pg|kysely.*)$/, rooms: ['store', 'pipeline', 'cli', 'web'] },
  {
    module: /^node:fs(\/promises)?$/,
    rooms: ['config', 'store', 'collect', 'pipeline', 'cli', 'report', 'web', 'deliver'],
  },
  { module: /^nodemailer(\/.*)?$/, rooms: ['deliver'] },
  { module: /^pdfkit$/, rooms: ['report'] },
]

type Unit = {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
}

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
}

function readUnit(path: string): Unit {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imports = [
    ...text.matchAll(/(?:^|\n)(?:import|export)[^'"]*?from '([^']+)'|import\('([^']+)'\)/g),
  ].map((match) => match[1] ?? match[2] ?? '')
  return { path, room: roomOf(path), text, imports }
}

function roomOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.ts$/, '')
}

const units = listFiles('src').map(readUnit)

describe('the house', () => {
  it.each(units)('lets $path import only the rooms below it', ({ path, room, imports }) => {
    const strangers = imports
      .filter((name) => name.startsWith('.'))
      .map((name) => roomOf(relative(ROOT, join(ROOT, path, '..', name))))
      .filter((other) => other !== room && !(MAY_IMPORT[room] ?? []).includes(other))
      .filter((other) => !(/^src\/cli\/(source|doctor)/.test(path) && ['collect', 'extract'].includes(other)))
    expect(strangers).toEqual([])
  })

  it.each(units)('lets $path open only the doors of its room', ({ room, imports }) => {
    const opened = imports.filter((name) =>
      DOORS.some(({ module, rooms }) => module.test(name) && !rooms.includes(room)),
    )
    expect(opened).toEqual([])
  })

  it('keeps extract, match, score and text without clock, log or disk', () => {
    const impure = units
      .filter(
        ({ room, path }) =>
          ['extract', 'match', 'score', 'text'].includes(room) || path.includes('/report/compose'),
      )
      .filter(({ text }) => /\bDate\.now\(|new Date\(\)|console\.|Math\.random\(|process\./.test(text))
    expect(impure.map(({ path }) => path)).toEqual([])
  })

  it('has no file whose name says nothing', () => {
    const vague = /\/(utils?|helpers?|common|shared|misc|types|manager|index)\.ts$/
    expect(units.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
  })

  it('opens each file with one sentence that says what goes in and what comes out', () => {
    expect(units.filter(({ text }) => !text.startsWith('// ')).map(({ path }) => path)).toEqual([])
  })

  it('keeps each file within 250 lines, tables of data apart', () => {
    const long = units.filter(({ text, path }) => text.split('\n').length > 251 && !LONG.includes(path))
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('has no default export, no any and no non-null assertion', () => {
    const careless = units.filter(({ text }) => /\bexport default\b|: any\b|\bas any\b/.test(text))
    expect(careless.map(({ path }) => path)).toEqual([])
  })
})

/** Tables of data, and the one file of nouns. */
const LONG = ['src/model.ts']
