// The archive of some weeks → notes per local day of each source, and the days on which it could be read.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChannelKind, Round } from '../../src/model.ts'
import { keepNote } from '../../src/store/notes.ts'
import { findPatternDays } from '../../src/store/patterns.ts'
import { keepRound } from '../../src/store/rounds.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { sampleArticle, sampleCapture, sampleNote, sampleRound, sampleSource } from './samples.ts'

const ZONE = 'America/Mexico_City'
const FARO = 'mx-jal/faro'

/** Local time in Jalisco. */
const at = (local: string) => new Date(`${local}:00-06:00`)

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource(FARO), sampleSource('mx-jal/nunca')], at('2026-11-01T00:00'))
  await visit('2026-11-02T08:00')
  await visit('2026-11-03T08:00')
  await visit('2026-11-04T08:00', 'con-falla')
  await visit('2026-11-05T09:00', 'sin-cambios')
  await keep('atras', '2026-10-30T10:00', '2026-11-02T08:00')
  await keep('lunes', '2026-11-02T07:00', '2026-11-02T08:00')
  await keep('martes-temprano', '2026-11-03T07:00', '2026-11-03T08:00')
  await keep('martes-noche', '2026-11-03T23:30', '2026-11-05T09:00')
  await keep('sin-fecha', null, '2026-11-05T09:00')
  await keep('a-mano', '2026-11-05T08:00', '2026-11-05T08:30', 'manual')
  await visit('2026-11-06T09:00', 'sin-cambios', 'csv')
  await keep('futura', '2027-01-01T00:00', '2026-11-05T09:00')
})
afterAll(() => store.drop())

async function visit(
  local: string,
  state: Round['state'] = 'leida',
  channel: Round['channel'] = 'feed',
): Promise<void> {
  const startedAt = at(local)
  await keepRound(store.db, sampleRound({ sourceId: FARO, startedAt, endedAt: startedAt, state, channel }))
}

async function keep(
  slug: string,
  published: string | null,
  captured: string,
  channel: ChannelKind = 'feed',
): Promise<void> {
  const url = `https://faro.example/${slug}`
  const capture = sampleCapture(url, { takenAt: at(captured) })
  await keepNote(
    store.db,
    sampleNote(url, {
      sourceId: FARO,
      capture: { ...capture, item: { ...capture.item, channel } },
      article: sampleArticle(url, { publishedAt: published === null ? null : at(published) }),
      mentions: [],
      tone: null,
    }),
  )
}

const patternAt = (local: string, days = 28) =>
  findPatternDays(store.db, { at: at(local), days, timeZone: ZONE })

test('a note counts on the local day on which it was published, not on that of its capture', async () => {
  const days = new Map((await patternAt('2026-11-05T10:00')).map((day) => [day.date, day]))
  expect(days.get('2026-11-03')).toMatchObject({ notes: 2, notesByNow: 1 })
  expect(days.get('2026-10-30')).toMatchObject({ notes: 1 })
})

test('a note without date or dated ahead counts on the day of its capture', async () => {
  const days = await patternAt('2026-11-05T10:00')
  expect(days.at(-1)).toMatchObject({ date: '2026-11-05', notes: 2, notesByNow: 2 })
})

test('days without an answer, and those up to the first, are not observed', async () => {
  const days = await patternAt('2026-11-05T10:00')
  const observed = days.filter(({ isObserved }) => isObserved).map(({ date }) => date)
  expect(observed).toEqual(['2026-11-03', '2026-11-05'])
})

test('the pattern ends at the last answer and is found as it stood at an earlier instant', async () => {
  const days = await patternAt('2026-11-04T10:00')
  expect(days.map(({ date, notes }) => [date, notes])).toEqual([
    ['2026-10-30', 1],
    ['2026-11-02', 1],
    ['2026-11-03', 1],
  ])
})

test('it reaches as many days back as asked for, and a source that never answered has none', async () => {
  const days = await patternAt('2026-11-05T10:00', 3)
  expect(days.map(({ date }) => date)).toEqual(['2026-11-03', '2026-11-05'])
  expect(new Set(days.map(({ sourceId }) => sourceId))).toEqual(new Set([FARO]))
})

test('what a person brought is no part of the pattern, and a day with nothing else was not observed', async () => {
  const days = new Map((await patternAt('2026-11-06T10:00')).map((day) => [day.date, day]))
  expect(days.get('2026-11-05')).toMatchObject({ notes: 2 })
  expect(days.has('2026-11-06')).toBe(false)
})
