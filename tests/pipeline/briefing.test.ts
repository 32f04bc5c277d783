// A briefing of an area beside the síntesis: its own editions of the same ledger, with only its notes.
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { House } from '../../src/pipeline/house.ts'
import { findEdition } from '../../src/store/editions.ts'
import { findNotes } from '../../src/store/notes.ts'
import { readPdf, readPrintedAddresses } from './pdf-text.ts'
import { openRegion, publish, type Region, readAll } from './region.ts'

const BRIEFING = (title: string, about: string) => `title: ${title}
kind: sintesis
days: 1
about: [${about}]
schedule: { weekdays: [1, 2, 3, 4, 5], deadline: '07:00' }
`

let region: Region
let house: House
beforeAll(async () => {
  region = await openRegion()
  await writeFile(
    `${region.workspace}/reports/obra.yml`,
    BRIEFING('Síntesis de obra', 'obra, obras-publicas'),
  )
  await writeFile(
    `${region.workspace}/reports/secretaria.yml`,
    BRIEFING('Síntesis de Secretaría', 'secretario-general'),
  )
  house = await region.open()
  await readAll(house)
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})

it('has its own number and file, the window and seal of the ledger, and only the notes that are of it', async () => {
  const whole = (await publish(house, 'sintesis', '2026-11-06')).edition
  const { edition } = await publish(house, 'obra', '2026-11-06')
  const [file = ''] = edition.files
  expect(edition).toMatchObject({
    number: 1,
    from: whole.from,
    to: whole.to,
    ledgerSha256: whole.ledgerSha256,
  })
  expect(file).toMatch(/tala-obra-2026-11-06-carta\.pdf$/)
  const all = await readPrintedAddresses(whole.files[0] ?? '')
  const expected = (await findNotes(house.store.db, edition))
    .filter(
      ({ sectionId, mentions }) =>
        sectionId === 'obra' || mentions.some(({ subjectId }) => subjectId === 'obras-publicas'),
    )
    .map(({ article }) => article.url)
    .filter((url) => all.includes(url))
  const printed = await readPrintedAddresses(file)
  expect(printed.length).toBeGreaterThan(0)
  expect(printed.length).toBeLessThan(all.length)
  expect(printed.toSorted()).toEqual(expected.toSorted())
  const text = (await readPdf(file)).join(' ')
  expect(text).toContain('Síntesis de obra')
  expect(text).toContain('Este reporte trata solo de Obras Públicas y obra pública y movilidad:')
  expect(text).not.toContain('la edición imprime')
})

it('says on a day without notes of it that there are none, and what was read', async () => {
  const { edition } = await publish(house, 'secretaria', '2026-11-06')
  const text = (await readPdf(edition.files[0] ?? '')).join(' ')
  expect(text).toContain('Síntesis de Secretaría')
  expect(text).toMatch(/notas sobre Héctor Iván Quiroz Peralta/)
  expect(await readPrintedAddresses(edition.files[0] ?? '')).toEqual([])
  expect(await findEdition(house.store.db, 'secretaria', '2026-11-06')).toEqual(edition)
})
