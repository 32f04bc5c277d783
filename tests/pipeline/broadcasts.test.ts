// Radio, TV and paper as a person brings them → notes that say where they were on air or printed, in the archive and in the edition.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Misdeclared } from '../../src/failure.ts'
import type { Note, Source } from '../../src/model.ts'
import { exportSpan } from '../../src/pipeline/deliver-export.ts'
import type { House } from '../../src/pipeline/house.ts'
import { ingestByHand, ingestExport, ingestTranscript } from '../../src/pipeline/manual.ts'
import { findNotes } from '../../src/store/notes.ts'
import { readPdf } from './pdf-text.ts'
import { instantAt, openRegion, publish, type Region } from './region.ts'

const ALWAYS = { from: new Date(0), to: instantAt('2026-12-31T00:00') }
const SRT = join(import.meta.dirname, '../collect/transcripts/radio.srt')

let region: Region
let house: House

beforeAll(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  const folder = join(region.workspace, 'sources/mx-jal')
  await mkdir(folder, { recursive: true })
  const off = 'enabled: false\ndisabledBecause: se captura a mano\n'
  for (const [name, title, medium] of [
    ['radio-x', 'Radio X', 'radio'],
    ['canal-6', 'Canal 6 Valles', 'tv'],
    ['diario', 'Diario La Ribera', 'periodico'],
  ]) {
    await writeFile(
      join(folder, `${name}.yml`),
      `name: ${title}\nurl: https://${name}.example\nmedium: ${medium}\ntier: 2\n${off}`,
    )
  }
  region.setClock('2026-11-06T06:50')
  house = await region.open()
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})

function sourceOf(name: string): Source {
  const source = house.workspace.sources.find(({ id }) => id === `mx-jal/${name}`)
  if (source === undefined) throw new Error(`${name} is not declared`)
  return source
}

async function notesOf(name: string): Promise<Note[]> {
  return findNotes(house.store.db, { ...ALWAYS, sourceId: `mx-jal/${name}` })
}

const importSrt = async (publishedAt = instantAt('2026-11-05T21:24')) =>
  ingestTranscript(
    house,
    sourceOf('radio-x'),
    {
      url: null,
      title: null,
      author: null,
      publishedAt,
      counts: null,
      slot: { programme: 'Primera Hora', host: 'Ana Ruiz', kind: 'entrevista', witness: 'radio.srt' },
    },
    await readFile(SRT, 'utf8'),
    'radio.srt',
  )

describe('a transcript', () => {
  it('is the text of one note, which lasts as long as it, and tells what is wrong with its times', async () => {
    const { round, faults } = await importSrt()
    expect(round.ends.map(({ end }) => end)).toEqual(['kept'])
    expect(faults.map(({ line }) => line)).toEqual([6, 11])
    const [note] = await notesOf('radio-x')
    expect(note?.article).toMatchObject({
      title: 'Buenos días, Tala, Jalisco',
      publishedAt: instantAt('2026-11-05T21:24'),
      slot: {
        programme: 'Primera Hora',
        host: 'Ana Ruiz',
        kind: 'entrevista',
        seconds: 92,
        witness: 'radio.srt',
      },
    })
    expect(note?.article.paragraphs).toHaveLength(2)
    expect(note?.mentions.some(({ belonging }) => belonging === 'nuestra')).toBe(true)
  })

  it('is known when it is brought again, and another note at another hour', async () => {
    expect((await importSrt()).round.ends.map(({ end }) => end)).toEqual(['known'])
    const again = await importSrt(instantAt('2026-11-06T06:20'))
    expect(again.round.ends.map(({ end }) => end)).toEqual(['kept'])
    expect(await notesOf('radio-x')).toHaveLength(2)
  })

  it('that has no times is refused before anything is kept', async () => {
    const post = { url: null, title: null, author: null, publishedAt: null, counts: null }
    await expect(
      ingestTranscript(house, sourceOf('radio-x'), post, 'Buenos días.\n', 'nota.srt'),
    ).rejects.toThrow('nota.srt: no trae tiempos como «00:01:02,500 --> 00:01:05,000»')
    expect(await notesOf('radio-x')).toHaveLength(2)
  })
})

describe('a table of broadcasts', () => {
  it('with a column that nobody knows keeps nothing and says which was meant', async () => {
    const csv = 'Fecha,Programa,Duracon,Texto\n2026-11-05 21:24,Noche,1:32,Sin agua en Tala\n'
    const refused = ingestExport(house, sourceOf('canal-6'), csv, 'tv.csv')
    await expect(refused).rejects.toThrow(Misdeclared)
    await expect(refused).rejects.toThrow(
      'tv.csv:1: no se conoce la columna «Duracon»; ¿quisiste decir «duracion»?',
    )
    expect(await notesOf('canal-6')).toEqual([])
  })

  it('keeps each row where it was on air', async () => {
    const csv =
      'Fecha,Hora,Programa,Duración,Texto\n2026-11-05,21:24,Noticiero de la noche,1 min 32 s,"El Ayuntamiento de Tala, Jalisco, arregló la bomba de agua del Centro."\n2026-11-05,21:30,Noticiero de la noche,,"El Ayuntamiento de Tala, Jalisco, invita a la Feria de la Caña."\n'
    const { round } = await ingestExport(house, sourceOf('canal-6'), csv, 'tv.csv')
    expect(round.ends.map(({ end }) => end)).toEqual(['kept', 'kept'])
    expect((await notesOf('canal-6')).map(({ article }) => article.slot)).toEqual([
      { programme: 'Noticiero de la noche', seconds: 92 },
      { programme: 'Noticiero de la noche' },
    ])
  })
})

it('a clipping of a paper keeps its pages, and its day has no hour', async () => {
  await ingestByHand(
    house,
    sourceOf('diario'),
    {
      url: null,
      title: 'Cumple el Centro cuatro días sin agua',
      text: 'El Ayuntamiento de Tala, Jalisco, dejó sin agua a la colonia Centro.',
      author: null,
      publishedAt: instantAt('2026-11-06T12:00'),
      isDayOnly: true,
      counts: null,
      slot: { pages: ['1', '3'], isFrontPage: true },
    },
    null,
  )
  const [note] = await notesOf('diario')
  expect(note?.article).toMatchObject({ hasHour: false, slot: { pages: ['1', '3'], isFrontPage: true } })
})

describe('the edition', () => {
  let text: string
  beforeAll(async () => {
    region.setClock('2026-11-06T07:00')
    const { edition } = await publish(house, 'sintesis', '2026-11-06')
    text = (await readPdf(edition.files[0] ?? '')).join(' ').replaceAll('\u00a0', ' ')
  }, 60_000)

  it('says where each was on air or printed, and nothing of what nobody said', () => {
    expect(text).toContain('Radio, entrevista, 1 min 32 s · Primera Hora · conduce Ana Ruiz · 5 nov, 21:24')
    expect(text).toContain('TV, 1 min 32 s · Noticiero de la noche · 5 nov, 21:24')
    expect(text).toContain('TV · Noticiero de la noche · 5 nov, 21:30')
    expect(text).toContain('Impreso, primera plana, p. 1 y 3, 6 nov')
    expect(text).not.toContain('testigo:')
    expect(text).not.toMatch(/\b0 s\b|undefined|null/)
  })

  it('gives no link to what has none', async () => {
    const sheet = await exportSpan(house, { from: '2026-11-05', to: '2026-11-06' }, 'csv')
    expect(sheet.notes).toBe(5)
    expect(new TextDecoder().decode(sheet.bytes)).not.toContain('testigo:')
  })
})
