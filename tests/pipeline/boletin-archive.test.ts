// Boletines older than memory → found in the archive, with the answer that memory would give had it all of them.
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listWays } from '../../bench/pickup/derived.ts'
import { type Invented, startInventing } from '../../bench/pickup/invented.ts'
import { readPressBoletines, readStories } from '../../bench/press/stories.ts'
import { makeRandom, pick } from '../../bench/random.ts'
import { prepareBoletines } from '../../src/match/boletines.ts'
import { tracePickups } from '../../src/match/pickups.ts'
import { printBoletines, traceEverywhere } from '../../src/pipeline/boletin-archive.ts'
import type { Lens } from '../../src/pipeline/reading.ts'
import { keepBoletin } from '../../src/store/boletines.ts'
import { findBoletinesSharing } from '../../src/store/shingles.ts'
import { makeArticle } from '../match/tala.ts'
import { openTestStore, type TestStore } from '../store/harness.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const press = join(import.meta.dirname, '../../bench/press')
const random = makeRandom(5)
const inventor = startInventing(
  readStories(join(press, 'stories'), readPressBoletines(join(press, 'workspace/boletines/2026'))),
  random,
)

/** A boletín a day for 120 days; every fourth is the next of a series. */
const boletines: Invented[] = []
for (let number = 0; number < 120; number += 1) {
  const previous = boletines[number - 1]
  const made =
    previous !== undefined && number % 4 === 0
      ? inventor.inventSibling(previous, number)
      : inventor.inventBoletin(number)
  boletines.push({ ...made, sentAt: new Date(Date.UTC(2026, 0, 1) + number * DAY) })
}
const now = new Date(Date.UTC(2026, 0, 1) + 120 * DAY)

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  for (const boletin of boletines) await keepBoletin(store.db, boletin)
  await printBoletines(store.db)
})
afterAll(() => store?.drop())

const lensSince = (since: Date): Lens => {
  const active = boletines.filter(({ sentAt }) => sentAt >= since)
  return { boletines: prepareBoletines(active), boletinesSince: since } as Lens
}

/** A note made of a boletín, published some hours after it. */
function deriveNote(way: string, boletin: Invented) {
  const derived = listWays(inventor, random)[way]?.derive(boletin)
  const publishedAt = new Date(boletin.sentAt.getTime() + 5 * HOUR)
  return makeArticle('Una nota', derived?.paragraphs ?? [], { publishedAt, hasHour: true })
}

describe('a note of a boletín that is no longer in memory', () => {
  it('is traced to it', async () => {
    const [old] = boletines
    if (old === undefined) throw new Error('no boletín')
    const article = deriveNote('íntegra', old)
    const lens = lensSince(new Date(now.getTime() - 45 * DAY))
    expect(tracePickups(article, article.publishedAt ?? now, lens.boletines)).toEqual([])
    const found = await traceEverywhere(store.db, lens, article, article.publishedAt ?? now)
    expect(found).toMatchObject([{ folio: old.folio, kind: 'integra', shareOfBoletin: 1 }])
  })

  it('gets the answer that memory would give with all boletines, for every way of reprinting', async () => {
    const whole = prepareBoletines(boletines)
    for (const way of Object.keys(listWays(inventor, random))) {
      for (let round = 0; round < 3; round += 1) {
        const lens = lensSince(pick(boletines, random).sentAt)
        const article = deriveNote(way, pick(boletines, random))
        const at = article.publishedAt ?? now
        expect(await traceEverywhere(store.db, lens, article, at), way).toEqual(
          tracePickups(article, at, whole),
        )
      }
    }
  })

  it('costs the archive no question when it shares nothing with memory and is too young for older ones', async () => {
    const article = makeArticle(
      'Una nota',
      [inventor.inventText(1)[0]?.split(' ').toReversed().join(' ') ?? ''],
      { publishedAt: now, hasHour: true },
    )
    const nobody = null as unknown as TestStore['db']
    expect(
      await traceEverywhere(nobody, lensSince(new Date(now.getTime() - 45 * DAY)), article, now),
    ).toEqual([])
  })
})

describe('the fingerprints of the archive', () => {
  const countPrints = async (folio: string) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from boletin_print join boletin on boletin.id = boletin_id where folio = ${folio}
    `.execute(store.db)
    return rows[0]?.count ?? 0
  }

  it('are made once, and again when a boletín is corrected', async () => {
    const boletin = boletines[7]
    if (boletin === undefined) throw new Error('no boletín')
    const before = await countPrints(boletin.folio)
    expect(before).toBeGreaterThan(10)
    await printBoletines(store.db)
    expect(await countPrints(boletin.folio)).toBe(before)
    await keepBoletin(store.db, { ...boletin, paragraphs: [inventor.inventText(1)[0] ?? ''] })
    await printBoletines(store.db)
    expect(await countPrints(boletin.folio)).toBeLessThan(before)
    await keepBoletin(store.db, boletin)
    await printBoletines(store.db)
    expect(await countPrints(boletin.folio)).toBe(before)
  })

  it('do not follow what hundreds of boletines share', async () => {
    const window = { from: new Date(0), to: now, limit: 500 }
    const row = await store.db.selectFrom('boletin').select('id').orderBy('id').executeTakeFirstOrThrow()
    await sql`insert into boletin_print (h, boletin_id) select 77, ${row.id} from generate_series(1, 201)`.execute(
      store.db,
    )
    expect(await findBoletinesSharing(store.db, [77], window)).toEqual([])
  })
})
