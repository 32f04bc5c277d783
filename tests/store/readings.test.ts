// What the certificate says of each source: read, quiet, failed, or due and not read.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Certificate, EndedItem, Source } from '../../src/model.ts'
import { findCertificate } from '../../src/store/certificate.ts'
import { keepNote } from '../../src/store/notes.ts'
import { keepRound } from '../../src/store/rounds.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, minutesLater, sampleCapture, sampleNote, sampleRound, sampleSource } from './samples.ts'

let store: TestStore
const SOURCES = ['a', 'b', 'c', 'd'].map((name) =>
  sampleSource(`mx-jal/${name}`, { name: name.toUpperCase() }),
)
const WEEKLY = sampleSource('mx-jal/e', { everyMinutes: 7 * 24 * 60 })
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [...SOURCES, WEEKLY], MORNING)
})
afterAll(() => store.drop())

function certify(from: Date, to: Date, declaredSources: readonly Source[]): Promise<Certificate> {
  const misdeclared = ['sources/x.yml']
  return findCertificate(store.db, { from, to, declaredSources, misdeclared, ourSubjects: [] })
}

async function visit(sourceId: string, startedAt: Date, ends: readonly EndedItem[]): Promise<void> {
  for (const { url, end } of ends) {
    const capture = sampleCapture(url, { takenAt: startedAt })
    if (end === 'kept') await keepNote(store.db, sampleNote(url, { sourceId, capture }))
  }
  await keepRound(store.db, sampleRound({ sourceId, startedAt, endedAt: startedAt, ends }))
}

test('each enabled source is read, quiet, failed or not read; disabled ones are not due', async () => {
  const start = minutesLater(2_000_000)
  const at = (minutes: number) => minutesLater(minutes, start)
  await visit('mx-jal/a', at(0), [{ url: 'https://c.example/w/1', end: 'kept', reason: null }])
  await visit('mx-jal/b', at(0), [{ url: 'https://c.example/w/1', end: 'known', reason: null }])
  const fails = { sourceId: 'mx-jal/c', state: 'con-falla', channel: null } as const
  await keepRound(
    store.db,
    sampleRound({ ...fails, startedAt: at(0), endedAt: at(1), reason: 'no contesta' }),
  )
  await keepRound(store.db, sampleRound({ ...fails, startedAt: at(20), endedAt: at(21), reason: 'da 503' }))
  const disabled = sampleSource('mx-jal/f', { isEnabled: false, disabledBecause: 'cerró' })
  const unknown = sampleSource('mx-jal/g', { name: 'G' })
  const certificate = await certify(at(-1), at(30), [...SOURCES, disabled, unknown])
  expect(certificate.misdeclared).toEqual(['sources/x.yml'])
  expect(certificate.readings.map(({ sourceId, state }) => [sourceId, state])).toEqual([
    ['mx-jal/a', 'leida'],
    ['mx-jal/b', 'callada'],
    ['mx-jal/c', 'con-falla'],
    ['mx-jal/d', 'no-leida'],
    ['mx-jal/g', 'no-leida'],
  ])
  expect(certificate.readings[2]).toMatchObject({ name: 'C', failedSince: at(0), reason: 'da 503' })
})

test('a weekly source that was not due in the window is not unread', async () => {
  const start = minutesLater(2_100_000)
  await visit(WEEKLY.id, start, [])
  const state = async (days: number) => {
    const from = minutesLater(days * 24 * 60, start)
    return (await certify(from, minutesLater(24 * 60, from), [WEEKLY])).readings[0]?.state
  }
  expect(await state(2)).toBe('callada')
  expect(await state(8)).toBe('no-leida')
})
