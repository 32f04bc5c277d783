// A region in which one outlet could not be read for days → whose notes are left out of the comparison of volumes.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { House } from '../../src/pipeline/house.ts'
import { assessPosition } from '../../src/pipeline/position.ts'
import { findUnevenSources } from '../../src/pipeline/uneven-sources.ts'
import { instantAt, openRegion, type Region, readAll } from './region.ts'

const previous = { from: instantAt('2026-10-24T07:00'), to: instantAt('2026-10-31T07:00') }
const current = { from: instantAt('2026-10-31T07:00'), to: instantAt('2026-11-07T07:00') }
const DAY = 86_400_000

let region: Region
let house: House

beforeAll(async () => {
  region = await openRegion()
  house = await region.open()
  await readAll(house)
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})

/** Good readings of an outlet every six hours of a span. */
async function keepReadings(sourceId: string, { from, to }: typeof current): Promise<void> {
  const template = await region.store.db
    .selectFrom('round')
    .selectAll()
    .where('state', '<>', 'con-falla')
    .executeTakeFirstOrThrow()
  const { id, ...round } = template
  for (let at = from.getTime() + 1; at <= to.getTime(); at += DAY / 4) {
    const moment = new Date(at)
    await region.store.db
      .insertInto('round')
      .values({
        ...round,
        source_id: sourceId,
        started_at: moment,
        ended_at: moment,
        ledger_at: moment,
      } as never)
      .execute()
  }
}

it('compares no volume of an outlet that was read in one week and not in the other', async () => {
  const [steady, silent] = house.workspace.sources
  if (steady === undefined || silent === undefined) throw new Error('two outlets')
  for (const { id } of house.workspace.sources) {
    await keepReadings(id, previous)
    if (id !== silent.id) await keepReadings(id, current)
  }
  expect([...(await findUnevenSources(house, current, previous))]).toEqual([silent.id])

  await region.store.db
    .updateTable('note')
    .set({ captured_at: new Date(previous.from.getTime() + DAY), source_id: silent.id })
    .execute()
  const unread = await assessPosition(house, current, 7, [])
  expect([unread.previous?.notes, unread.current.notes]).toEqual([expect.any(Number), 0])
  expect([unread.volumeChange, unread.standing.media.map(({ volume }) => volume)]).toEqual([
    'sin base',
    ['sin base'],
  ])

  await keepReadings(silent.id, current)
  const read = await assessPosition(house, current, 7, [])
  expect([read.volumeChange, read.standing.media.map(({ volume }) => volume)]).toEqual([
    'sin cambio apreciable', // of few stories that many tell: a verdict, which few notes allow to be no other
    ['sin cambio apreciable'],
  ])
})
