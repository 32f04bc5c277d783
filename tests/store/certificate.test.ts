// The completeness certificate: its sums hold whatever happened.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Certificate, EndedItem, ItemEnd } from '../../src/model.ts'
import { keepUnreadable } from '../../src/store/captures.ts'
import { findCertificate } from '../../src/store/certificate.ts'
import { keepMentionDecision } from '../../src/store/decisions.ts'
import { keepPostponed } from '../../src/store/items.ts'
import { findNotes, keepNote } from '../../src/store/notes.ts'
import { keepRound } from '../../src/store/rounds.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import {
  DOUBTFUL,
  MORNING,
  minutesLater,
  OURS,
  sampleCapture,
  sampleItem,
  sampleNote,
  sampleRound,
  sampleSource,
} from './samples.ts'

let store: TestStore
const SOURCES = ['a', 'b', 'c', 'd', 'e'].map((name) =>
  sampleSource(`mx-jal/${name}`, { name: name.toUpperCase() }),
)
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, SOURCES, MORNING)
})
afterAll(() => store.drop())

function certify(from: Date, to: Date): Promise<Certificate> {
  const ourSubjects = ['ayuntamiento', 'presidenta']
  return findCertificate(store.db, { from, to, declaredSources: SOURCES, misdeclared: [], ourSubjects })
}

/** One visit: what its items met, told to the store as the pipeline does. */
async function visit(
  sourceId: string,
  startedAt: Date,
  ends: readonly EndedItem[],
  belonging: readonly number[] = [],
): Promise<void> {
  const mentionSets = [
    [],
    [OURS],
    [DOUBTFUL],
    [DOUBTFUL, { ...OURS, subjectId: 'presidenta' }],
    [{ ...OURS, subjectId: 'zapopan' }],
  ]
  for (const [index, { url, end, reason }] of ends.entries()) {
    const capture = sampleCapture(url, { takenAt: startedAt })
    const mentions = mentionSets[belonging[index] ?? 0] ?? []
    if (end === 'kept') await keepNote(store.db, sampleNote(url, { sourceId, capture, mentions }))
    if (end === 'unreadable' && reason === 'no-text') {
      await keepUnreadable(store.db, { sourceId, item: sampleItem(url), capture, reason, at: startedAt })
    }
    if (end === 'later' && reason !== null) {
      const postponed = { sourceId, item: sampleItem(url), reason, at: startedAt }
      await keepPostponed(store.db, { ...postponed, nextAttemptAt: startedAt, isTried: true })
    }
  }
  await keepRound(store.db, sampleRound({ sourceId, startedAt, endedAt: minutesLater(0.5, startedAt), ends }))
}

const FINAL: readonly ItemEnd[] = ['kept', 'unreadable']

/** Of an unreadable or postponed item also says whether it has its end before its round is kept. */
function reasonOf(end: ItemEnd, isEndedBefore: boolean): string | null {
  if (end === 'unreadable') return isEndedBefore ? 'no-text' : 'gone'
  if (end === 'later') return isEndedBefore ? 'HTTP 503' : null
  return end === 'excluded' ? 'regla' : null
}

test('the sums hold for any run of visits cut anywhere', async () => {
  let run = 0
  const visits = fc.array(
    fc.record({
      source: fc.integer({ min: 0, max: 2 }),
      items: fc.array(
        fc.record({
          url: fc.integer({ min: 0, max: 9 }),
          end: fc.constantFrom<ItemEnd>('kept', 'excluded', 'unreadable', 'later'),
          hasCapture: fc.boolean(),
          belonging: fc.integer({ min: 0, max: 4 }),
        }),
        { maxLength: 6 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(visits, fc.integer({ min: 0, max: 60 }), async (told, cut) => {
      run += 1
      const start = minutesLater(run * 24 * 60)
      const ended = new Set<string>()
      const urls = new Set<string>()
      let listings = 0
      for (const [turn, { source, items }] of told.entries()) {
        const unique = [...new Map(items.map((item) => [item.url, item])).values()]
        const ends = unique.map(({ url, end, hasCapture }): EndedItem => {
          const address = `https://c.example/${run}/${url}`
          const met = ended.has(address) ? 'known' : end
          if (FINAL.includes(met)) ended.add(address)
          urls.add(address)
          listings += 1
          return { url: address, end: met, reason: reasonOf(met, hasCapture) }
        })
        await visit(
          SOURCES[source]?.id ?? '',
          minutesLater(turn * 10, start),
          ends,
          unique.map((item) => item.belonging),
        )
      }
      const edges = [minutesLater(-1, start), minutesLater(cut, start), minutesLater(61, start)]
      const [before, middle, after] = edges as [Date, Date, Date]
      const whole = await certify(before, after)
      for (const certificate of [await certify(before, middle), await certify(middle, after), whole]) {
        const { listed, kept, known, excluded, unreadable, later } = certificate.counts
        expect(listed).toBe(kept + known + excluded + unreadable + later)
        expect(certificate.kept.ours + certificate.kept.doubtful + certificate.kept.other).toBe(kept)
        expect(await findNotes(store.db, { from: certificate.from, to: certificate.to })).toHaveLength(kept)
        for (const end of ['excluded', 'unreadable', 'later'] as const) {
          const counted = certificate.reasons.filter((row) => row.end === end).map((row) => row.count)
          expect(counted.reduce((sum, count) => sum + count, 0)).toBe(certificate.counts[end])
        }
      }
      expect(whole.counts.kept + whole.counts.unreadable).toBe(ended.size)
      expect(whole.counts.listed - whole.counts.known).toBe(urls.size)
      expect(whole.counts.listed).toBeLessThanOrEqual(listings)
    }),
    { numRuns: 25 },
  )
})

test('each kept note is ours, doubtful or of something else, by the surest of its mentions of our subjects', async () => {
  const start = minutesLater(1_000_000)
  const kept = [0, 1, 2, 3, 4].map(
    (index): EndedItem => ({ url: `https://c.example/p/${index}`, end: 'kept', reason: null }),
  )
  await visit('mx-jal/a', start, kept, [0, 1, 2, 3, 4])
  const certificate = await certify(minutesLater(-1, start), minutesLater(1, start))
  expect(certificate.kept).toEqual({ ours: 2, doubtful: 1, other: 2, posts: 0 })
})

test('of what is ours it says how many are posts of networks', async () => {
  const start = minutesLater(1_050_000)
  for (const source of ['a', 'e']) {
    const kept = [0, 1].map(
      (index): EndedItem => ({ url: `https://c.example/${source}/${index}`, end: 'kept', reason: null }),
    )
    await visit(`mx-jal/${source}`, start, kept, [1, 0])
  }
  const social = SOURCES.map((one) => (one.id === 'mx-jal/e' ? { ...one, isSocial: true } : one))
  const { kept } = await findCertificate(store.db, {
    from: minutesLater(-1, start),
    to: minutesLater(1, start),
    declaredSources: social,
    misdeclared: [],
    ourSubjects: ['ayuntamiento', 'presidenta'],
  })
  expect(kept).toEqual({ ours: 2, doubtful: 0, other: 2, posts: 1 })
})

test('what a person confirmed is ours and what a person refuted is not', async () => {
  const start = minutesLater(1_100_000)
  const ends = [1, 2].map(
    (index): EndedItem => ({ url: `https://c.example/r/${index}`, end: 'kept', reason: null }),
  )
  await visit('mx-jal/a', start, ends, [2, 2])
  const from = minutesLater(-1, start)
  const to = minutesLater(1, start)
  const [first, second] = await findNotes(store.db, { from, to })
  for (const [note, decision] of [
    [first, 'nuestra'],
    [second, 'ajena'],
  ] as const) {
    const decider = { by: 'Paola', at: to, comment: null }
    await keepMentionDecision(store.db, note?.id ?? 0, DOUBTFUL.subjectId, decision, decider)
  }
  expect((await certify(from, to)).kept).toEqual({ ours: 1, doubtful: 0, other: 1, posts: 0 })
  const [confirmed, refuted] = await findNotes(store.db, { from, to })
  expect(confirmed?.mentions.map(({ belonging }) => belonging)).toEqual(['nuestra'])
  expect(refuted?.mentions).toEqual([])
})

test('reasons come with their counts, the most frequent first', async () => {
  const start = minutesLater(1_200_000)
  const ends: EndedItem[] = [
    { url: 'https://c.example/q/1', end: 'excluded', reason: 'skip: /tag/' },
    { url: 'https://c.example/q/2', end: 'unreadable', reason: 'gone' },
    { url: 'https://c.example/q/3', end: 'unreadable', reason: 'gone' },
    { url: 'https://c.example/q/4', end: 'later', reason: 'HTTP 503' },
  ]
  await visit('mx-jal/a', start, ends)
  expect((await certify(minutesLater(-1, start), minutesLater(1, start))).reasons).toEqual([
    { end: 'unreadable', reason: 'gone', count: 2 },
    { end: 'excluded', reason: 'skip: /tag/', count: 1 },
    { end: 'later', reason: 'HTTP 503', count: 1 },
  ])
})

test('a URL postponed and then kept in one window counts as kept alone', async () => {
  const start = minutesLater(1_300_000)
  const url = 'https://c.example/s/1'
  await visit('mx-jal/a', start, [{ url, end: 'later', reason: 'HTTP 503' }])
  await visit('mx-jal/a', minutesLater(20, start), [{ url, end: 'kept', reason: null }])
  const counts = (from: number, to: number) =>
    certify(minutesLater(from, start), minutesLater(to, start)).then((certificate) => certificate.counts)
  expect(await counts(-1, 10)).toMatchObject({ listed: 1, later: 1, kept: 0 })
  expect(await counts(-1, 30)).toMatchObject({ listed: 1, later: 0, kept: 1 })
})

test('a URL excluded at each visit is excluded once and then listed again', async () => {
  const start = minutesLater(1_400_000)
  const ends: EndedItem[] = [{ url: 'https://c.example/t/1', end: 'excluded', reason: 'skip: /tag/' }]
  for (const minutes of [0, 20, 40]) await visit('mx-jal/a', minutesLater(minutes, start), ends)
  const { counts } = await certify(minutesLater(-1, start), minutesLater(60, start))
  expect(counts).toEqual({ listed: 3, excluded: 1, known: 2, kept: 0, unreadable: 0, later: 0 })
})

test('a round kept twice counts once', async () => {
  const start = minutesLater(1_500_000)
  const round = sampleRound({
    sourceId: 'mx-jal/a',
    startedAt: start,
    endedAt: start,
    ends: [
      { url: 'https://c.example/u/1', end: 'later', reason: null },
      { url: 'https://c.example/u/2', end: 'known', reason: null },
    ],
  })
  await keepRound(store.db, round)
  await keepRound(store.db, round)
  const { counts } = await certify(minutesLater(-1, start), minutesLater(1, start))
  expect(counts).toMatchObject({ listed: 2, later: 1, known: 1 })
})

test('the same window of the same ledger has the same digest, and another note another', async () => {
  const start = minutesLater(1_600_000)
  const from = minutesLater(-1, start)
  const to = minutesLater(30, start)
  await visit('mx-jal/a', start, [{ url: 'https://c.example/v/1', end: 'kept', reason: null }])
  const first = await certify(from, to)
  expect((await certify(from, to)).ledgerSha256).toBe(first.ledgerSha256)
  await visit('mx-jal/a', minutesLater(5, start), [
    { url: 'https://c.example/v/2', end: 'kept', reason: null },
  ])
  expect((await certify(from, to)).ledgerSha256).not.toBe(first.ledgerSha256)
})
