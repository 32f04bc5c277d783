// The visits of a window → the days in which a source could not be read.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RoundState } from '../../src/model.ts'
import { keepRound } from '../../src/store/rounds.ts'
import { keepSources } from '../../src/store/sources.ts'
import { findUnreadDays } from '../../src/store/unread-days.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, minutesLater, sampleRound, sampleSource } from './samples.ts'

const DAY = 24 * 60
const WINDOW = { from: MORNING, to: minutesLater(4 * DAY) }
const ids = ['mx-jal/cada-hora', 'mx-jal/falla', 'mx-jal/cada-dia', 'mx-jal/nunca']

let store: TestStore

async function visit(sourceId: string, minutes: number, state: RoundState = 'sin-cambios', rest = {}) {
  const [startedAt, endedAt] = [minutesLater(minutes), minutesLater(minutes + 1)]
  await keepRound(store.db, sampleRound({ sourceId, startedAt, endedAt, state, ends: [], ...rest }))
}

beforeAll(async () => {
  store = await openTestStore()
  await keepSources(
    store.db,
    ids.map((id) => sampleSource(id)),
    MORNING,
  )
  for (let hour = 1; hour < 96; hour += 6) await visit('mx-jal/cada-hora', hour * 60)
  for (let hour = 1; hour < 96; hour += 6) {
    const isBad = hour > 24 && hour < 60
    await visit('mx-jal/falla', hour * 60, isBad ? 'con-falla' : 'leida')
  }
  // What a person brings is no visit.
  await visit('mx-jal/falla', 40 * 60, 'leida', { channel: 'manual' })
  for (let day = 1; day < 4; day += 1) await visit('mx-jal/cada-dia', day * DAY)
})
afterAll(() => store.drop())

it('tells the days in which no visit was good, and nothing of nights between two good ones', async () => {
  const asked = [
    { id: 'mx-jal/cada-hora', everyMinutes: 60 },
    { id: 'mx-jal/falla', everyMinutes: 60 },
    { id: 'mx-jal/cada-dia', everyMinutes: DAY },
    { id: 'mx-jal/nunca', everyMinutes: 60 },
  ]
  // By hand: «falla» was read at hour 19 and then at hour 61: 42 hours, two days, the second only begun.
  expect(await findUnreadDays(store.db, WINDOW, asked)).toEqual(
    new Map([
      ['mx-jal/falla', 2],
      ['mx-jal/nunca', 4],
    ]),
  )
})
