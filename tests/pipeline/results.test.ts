// A monthly report of results over the real archive: its calendar window, its one edition, and what a month before is.
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { House } from '../../src/pipeline/house.ts'
import { listOtherVoices } from '../../src/score/press.ts'
import { findNotes } from '../../src/store/notes.ts'
import { readPdf } from './pdf-text.ts'
import { instantAt, openRegion, publish, type Region, readAll } from './region.ts'

let region: Region
let house: House
beforeAll(async () => {
  region = await openRegion()
  const brief = `title: Informe mensual
kind: posicionamiento
period: mes
schedule: { monthDay: 1, deadline: '08:00' }
`
  await writeFile(`${region.workspace}/reports/mensual.yml`, brief)
  house = await region.open()
  await readAll(house)
  const { db } = house.store
  const middle = await db
    .selectFrom('note')
    .select((of) => of.fn.avg<number>('id').as('id'))
    .executeTakeFirstOrThrow()
  const move = (at: string, sign: '<=' | '>') =>
    db
      .updateTable('note')
      .set({ captured_at: instantAt(at) })
      .where('id', sign, Math.round(Number(middle.id)))
      .execute()
  await move('2026-09-20T10:00', '<=')
  await move('2026-10-20T10:00', '>')
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})

it('covers the last whole month and compares it with the month before', async () => {
  const { edition } = await publish(house, 'mensual', '2026-11-06')
  expect(edition).toMatchObject({
    date: '2026-11-01',
    number: 1,
    from: instantAt('2026-10-01T00:00'),
    to: instantAt('2026-11-01T00:00'),
  })
  const text = (await readPdf(edition.files[0] ?? '')).join(' ')
  expect(text).toContain('Octubre de 2026')
  expect(text).toContain('1 al 31 de octubre de 2026')
  const others = listOtherVoices(house.workspace.sources)
  const findOurs = async (from: string, to: string) =>
    (await findNotes(house.store.db, { from: instantAt(from), to: instantAt(to) })).filter(
      ({ sourceId, mentions }) =>
        !others.has(sourceId) &&
        mentions.some(
          ({ subjectId, belonging }) => belonging === 'nuestra' && house.lens.ourSubjects.includes(subjectId),
        ),
    )
  const [month, before] = [
    await findOurs('2026-10-01T00:00', '2026-11-01T00:00'),
    await findOurs('2026-09-01T00:00', '2026-10-01T00:00'),
  ]
  const media = new Set(month.map(({ sourceId }) => sourceId)).size
  expect(before.length).toBeGreaterThan(0)
  expect(text.replaceAll('\u00a0', ' ')).toMatch(
    new RegExp(`\\b${month.length} ?notas? en ${media} medios?; antes ${before.length}\\b`),
  )
})

it('is one edition, whatever the day of the month on which it is asked for', async () => {
  const again = await publish(house, 'mensual', '2026-11-03')
  expect(again).toMatchObject({ isNew: false, edition: { date: '2026-11-01', number: 1 } })
})
