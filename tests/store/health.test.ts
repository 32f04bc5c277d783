// The health of sources: what counts as read, what as a real success, and since when one fails.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Round } from '../../src/model.ts'
import { findSourceHealth, type SourceHealth } from '../../src/store/health.ts'
import { countFailuresInRow } from '../../src/store/listed-windows.ts'
import { findRounds, keepRound } from '../../src/store/rounds.ts'
import { findDueSources, findSources, keepSources, markSourceNext } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, minutesLater, sampleRound, sampleSource } from './samples.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.drop())

async function healthAfter(
  name: string,
  states: readonly Round['state'][],
  at = minutesLater(10_000),
): Promise<SourceHealth | undefined> {
  const id = `mx-jal/${name}`
  await keepSources(store.db, [sampleSource(id)], MORNING)
  for (const [turn, state] of states.entries()) {
    const startedAt = minutesLater(turn * 20)
    const reason = state === 'con-falla' ? `falla ${turn}` : null
    await keepRound(
      store.db,
      sampleRound({ sourceId: id, startedAt, endedAt: minutesLater(1, startedAt), state, reason }),
    )
  }
  return (await findSourceHealth(store.db, at)).find((health) => health.sourceId === id)
}

test('a source that was never visited has no instant at all', async () => {
  expect(await healthAfter('nunca', [])).toEqual({
    sourceId: 'mx-jal/nunca',
    name: 'El Correo de Tala',
    isEnabled: true,
    everyMinutes: 20,
    nextAt: null,
    lastTriedAt: null,
    lastReadAt: null,
    lastSuccessAt: null,
    failedSince: null,
    failures: 0,
    reason: null,
  })
})

test('a 304 counts as read and leaves the last real success where it was', async () => {
  expect(await healthAfter('quieta', ['leida', 'sin-cambios', 'sin-cambios'])).toMatchObject({
    lastTriedAt: minutesLater(41),
    lastReadAt: minutesLater(41),
    lastSuccessAt: minutesLater(1),
    failedSince: null,
  })
})

test('a 304 does not cure a failed source', async () => {
  expect(await healthAfter('falla', ['leida', 'con-falla', 'con-falla', 'sin-cambios'])).toMatchObject({
    lastReadAt: minutesLater(61),
    lastSuccessAt: minutesLater(1),
    failedSince: minutesLater(20),
    failures: 2,
    reason: 'falla 2',
  })
})

test('a real success cures a failed source', async () => {
  expect(await healthAfter('sana', ['con-falla', 'con-falla', 'leida'])).toMatchObject({
    lastSuccessAt: minutesLater(41),
    failedSince: null,
    failures: 0,
    reason: null,
  })
})

test('health can be asked as it stood at an earlier instant', async () => {
  expect(await healthAfter('ayer', ['leida', 'con-falla', 'leida'], minutesLater(30))).toMatchObject({
    lastSuccessAt: minutesLater(1),
    failedSince: minutesLater(20),
  })
})

test('the counts of a round are found as they were told', async () => {
  await keepSources(store.db, [sampleSource()], MORNING)
  const startedAt = minutesLater(900_000)
  const ends = (['known', 'known', 'excluded', 'later', 'unreadable'] as const).map((end, index) => ({
    url: `https://c.example/cuenta/${index}`,
    end,
    reason: null,
  }))
  await keepRound(store.db, sampleRound({ startedAt, endedAt: startedAt, ends, channel: 'page' }))
  expect(await findRounds(store.db, { from: minutesLater(-1, startedAt), to: startedAt })).toEqual([
    {
      sourceId: 'mx-jal/el-correo',
      startedAt,
      endedAt: startedAt,
      state: 'leida',
      channel: 'page',
      reason: null,
      counts: { kept: 0, known: 2, excluded: 1, unreadable: 1, later: 1 },
    },
  ])
})

test('a source that is no longer declared keeps its name in the archive and comes back when it is declared again', async () => {
  const gone = sampleSource('mx-jal/se-fue', { name: 'Se Fue' })
  await keepSources(store.db, [sampleSource(), gone], MORNING)
  await keepSources(store.db, [sampleSource()], minutesLater(5))
  const record = async () => (await findSources(store.db)).find(({ id }) => id === gone.id)
  expect(await record()).toMatchObject({ name: 'Se Fue', withdrawnAt: minutesLater(5) })
  await keepSources(store.db, [sampleSource(), gone], minutesLater(9))
  expect(await record()).toMatchObject({ withdrawnAt: null })
})

test('due are the enabled sources never visited and those whose time has come, the longest due first', async () => {
  const sources = ['v', 'w', 'x', 'y', 'z'].map((name) =>
    sampleSource(`mx-jal/${name}`, { isEnabled: name !== 'w' }),
  )
  await keepSources(store.db, sources, MORNING)
  await markSourceNext(store.db, 'mx-jal/x', minutesLater(10))
  await markSourceNext(store.db, 'mx-jal/y', minutesLater(5))
  await markSourceNext(store.db, 'mx-jal/z', minutesLater(60))
  expect(await findDueSources(store.db, minutesLater(10))).toEqual(['mx-jal/v', 'mx-jal/y', 'mx-jal/x'])
  await keepSources(store.db, sources, minutesLater(20))
  expect(await findDueSources(store.db, minutesLater(4))).toEqual(['mx-jal/v'])
})

test('what a person brought is no visit: the source was neither tried nor read, and its failures stand', async () => {
  const id = 'mx-jal/mano'
  await healthAfter('mano', ['con-falla'])
  const startedAt = minutesLater(90)
  const endedAt = minutesLater(91)
  await keepRound(
    store.db,
    sampleRound({ sourceId: id, startedAt, endedAt, state: 'sin-cambios', channel: 'manual' }),
  )
  const health = (await findSourceHealth(store.db, minutesLater(10_000))).find(
    ({ sourceId }) => sourceId === id,
  )
  expect(health).toMatchObject({ lastTriedAt: minutesLater(1), lastReadAt: null, failures: 1 })
  expect(await countFailuresInRow(store.db, id)).toBe(1)
})
