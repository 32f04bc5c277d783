// A small region with agreements → what each outlet delivered, counted from its archive and told by its report.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessConvenios } from '../../src/pipeline/convenios.ts'
import type { House } from '../../src/pipeline/house.ts'
import { findNotes } from '../../src/store/notes.ts'
import { readPdf } from './pdf-text.ts'
import { instantAt, openRegion, publish, type Region, readAll } from './region.ts'

const AGREED = { correo: 'pieces: 1, every: semana', sol: 'pieces: 1, every: semana, counts: notas' } as const
const WINDOW = { from: instantAt('2026-10-30T07:10'), to: instantAt('2026-11-06T07:10') }

let region: Region
let house: House

async function agree(outlet: string, terms: string): Promise<void> {
  const file = join(region.workspace, `sources/mx-jal/${outlet}.yml`)
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/^convenio: (.*)$/m, `convenio: { name: $1, ${terms} }`))
}

beforeAll(async () => {
  region = await openRegion()
  for (const [outlet, terms] of Object.entries(AGREED)) await agree(outlet, terms)
  house = await region.open()
  await readAll(house)
  region.setClock('2026-11-06T07:10')
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})

describe('the agreements of a week', () => {
  it('count the boletines and the notes that the archive holds of each outlet', async () => {
    const found = new Map(
      (await assessConvenios(house, WINDOW, { days: 7 })).map((one) => [one.sourceId, one]),
    )
    expect([...found.keys()].toSorted()).toEqual(['mx-jal/correo', 'mx-jal/radio', 'mx-jal/sol'])
    const notes = await findNotes(region.store.db, WINDOW)
    const printed = notes
      .filter(({ sourceId }) => sourceId === 'mx-jal/correo')
      .flatMap(({ pickups }) => pickups.filter(({ kind }) => kind !== 'citada').map(({ folio }) => folio))
    expect(found.get('mx-jal/correo')?.period?.delivered).toBe(new Set(printed).size)
    expect(found.get('mx-jal/correo')?.period?.delivered).toBeGreaterThan(0)
    const sol = notes.filter(({ sourceId, mentions }) => sourceId === 'mx-jal/sol' && mentions.length > 0)
    expect(found.get('mx-jal/sol')?.period?.noteIds.length).toBeLessThanOrEqual(sol.length)
    expect(found.get('mx-jal/radio')?.period).toBeNull()
  })

  it('say that the region was not read in the days before its first visit', async () => {
    const [first] = await assessConvenios(house, WINDOW, { days: 7 })
    expect(first?.period?.unreadDays).toBe(7)
    const hour = { from: instantAt('2026-11-06T06:45'), to: WINDOW.to }
    expect((await assessConvenios(house, hour, { days: 1 }))[0]?.period?.unreadDays).toBe(0)
  })

  it('have no month so far in a report of a month', async () => {
    const [first] = await assessConvenios(house, WINDOW, { days: 30 })
    expect(first?.month).toBeNull()
  })

  it('are told in the report', async () => {
    await writeFile(
      join(region.workspace, 'reports/semana.yml'),
      "title: Reporte\nkind: posicionamiento\ndays: 7\nschedule: { weekdays: [5], deadline: '07:10' }\n",
    )
    const again = await region.open()
    try {
      const { edition } = await publish(again, 'semana', '2026-11-06')
      const text = (await readPdf(edition.files[0] ?? '')).join(' ')
      expect(text).toContain('¿CUMPLEN LOS CONVENIOS?')
      expect(text).toContain('sin piezas declaradas')
    } finally {
      await again.close()
    }
  })
})
