// Claims of due sources: each to one claimer, the longest due first, taken over when its claimer dies.
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  claimDueSource,
  countSourcesAtWork,
  hastenSources,
  releaseSourceClaim,
  renewSourceClaims,
} from '../../src/store/source-lease.ts'
import { keepSources, markSourceNext } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, minutesLater, sampleSource } from './samples.ts'

let store: TestStore
const IDS = Array.from({ length: 12 }, (_, n) => `mx-jal/medio-${n}`)

beforeEach(async () => {
  store = await openTestStore()
  const sources = IDS.map((id) => ({ ...sampleSource(), id }))
  await keepSources(store.db, sources, MORNING)
})
afterEach(() => store.drop())

const claim = (holder: string, termMs = 60_000, among: readonly string[] = IDS) =>
  claimDueSource(store.db, { holder, among, now: MORNING, termMs })

describe('claimDueSource', () => {
  it('gives every due source to exactly one of many who ask at once', async () => {
    const asked = await Promise.all(Array.from({ length: 40 }, (_, n) => claim(`h${n % 4}`)))
    // Who came between two others may get nothing this time; asking again gives the rest.
    const later: (string | null)[] = []
    for (let id = await claim('last'); id !== null; id = await claim('last')) later.push(id)
    const given = [...asked, ...later].filter((id) => id !== null)
    expect(given.toSorted()).toEqual(IDS.toSorted())
  })

  it('gives those never visited first, then the longest due, and none that is not due', async () => {
    await Promise.all(IDS.slice(3).map((id) => markSourceNext(store.db, id, minutesLater(5))))
    await markSourceNext(store.db, IDS[0] ?? '', minutesLater(-5))
    await markSourceNext(store.db, IDS[1] ?? '', minutesLater(-10))
    expect([await claim('a'), await claim('a'), await claim('a'), await claim('a')]).toEqual([
      IDS[2],
      IDS[1],
      IDS[0],
      null,
    ])
  })

  it('gives only sources that the claimer knows', async () => {
    expect([
      await claim('a', 60_000, ['mx-jal/medio-7', 'mx-jal/otra']),
      await claim('a', 60_000, []),
    ]).toEqual(['mx-jal/medio-7', null])
  })

  it('gives the source of a dead claimer to another when the claim ends, and not while it is renewed', async () => {
    const [first = '', second = ''] = IDS
    await claim('dead', 60, [first])
    await claim('alive', 60, [second])
    await renewSourceClaims(store.db, 'alive', [second], 60_000)
    expect(await claim('other', 60_000, [first, second])).toBe(null)
    await wait(80)
    expect(await claim('other', 60_000, [first, second])).toBe(first)
    expect(await claim('other', 60_000, [first, second])).toBe(null)
    await releaseSourceClaim(store.db, 'dead', first)
    expect(await claim('third', 60_000, [first])).toBe(null)
  })
})

describe('the last round before an edition', () => {
  it('makes due what was not visited lately and counts what is left of it', async () => {
    await Promise.all(IDS.map((id) => markSourceNext(store.db, id, minutesLater(30))))
    expect(await countSourcesAtWork(store.db, IDS, MORNING)).toBe(0)
    await hastenSources(store.db, minutesLater(-5), MORNING)
    expect(await countSourcesAtWork(store.db, IDS, MORNING)).toBe(IDS.length)
    const id = (await claim('a')) ?? ''
    await markSourceNext(store.db, id, minutesLater(30))
    expect(await countSourcesAtWork(store.db, IDS, MORNING)).toBe(IDS.length)
    await releaseSourceClaim(store.db, 'a', id)
    expect(await countSourcesAtWork(store.db, IDS, MORNING)).toBe(IDS.length - 1)
  })
})
