// X over HTTP and a budget that must hold: what is asked, what is counted, and when nothing is asked at all.
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Spending } from '../../src/collect/spending.ts'
import { type Network, openNetwork, type Reply } from './network-server.ts'

const HOST = 'api.x.com'
const ACCOUNT = { kind: 'x', url: 'https://x.com/elmedio', token: 'X', monthlyPosts: 150 } as const
const credentials = new Map([['X', 'AAAAsecret']])

let network: Network
afterEach(() => network?.close())

/** A count in memory with the promises that the archive keeps in its table. */
function keepCount(used = 0): Spending & { readonly used: () => number; readonly months: Set<string> } {
  let total = used
  const months = new Set<string>()
  return {
    months,
    used: () => total,
    take: async (_, month, amount, limit) => {
      months.add(month)
      if (total + amount > limit) return false
      total += amount
      return true
    },
    giveBack: async (_, __, amount) => {
      total -= amount
    },
  }
}

const post = (id: number, rest: object = {}) => ({
  id: String(id),
  text: 'Choque en la carretera a Ameca, a la altura de Tala',
  author_id: '7',
  created_at: '2026-11-06T16:00:00.000Z',
  edit_history_tweet_ids: [String(id)],
  public_metrics: {
    retweet_count: 4,
    reply_count: 1,
    like_count: 9,
    quote_count: 2,
    bookmark_count: 0,
    impression_count: 1_200,
  },
  ...rest,
})
const found = (ids: readonly number[], next?: string): Reply => ({
  body:
    ids.length === 0
      ? { meta: { result_count: 0 } }
      : {
          data: ids.map((id) => post(id)),
          includes: { users: [{ id: '7', name: 'El Medio', username: 'ElMedio' }] },
          meta: {
            newest_id: String(ids[0]),
            oldest_id: String(ids.at(-1)),
            result_count: ids.length,
            ...(next === undefined ? {} : { next_token: next }),
          },
        },
})

describe('the posts of an account', () => {
  it('are bought with a token in a header and listed with their counts', async () => {
    network = await openNetwork({ [HOST]: () => found([12, 11]) }, { credentials })
    const spending = keepCount()
    const listing = await network.list(ACCOUNT, [], { spending })
    const [asked] = network.asked
    expect(asked).toMatchObject({ path: '/2/tweets/search/recent', authorization: 'Bearer AAAAsecret' })
    expect(asked?.query.get('query')).toBe('from:elmedio -is:retweet')
    expect(listing.items).toMatchObject([
      {
        url: 'https://x.com/ElMedio/status/12',
        author: 'El Medio',
        views: 1_200,
        counts: { views: 1_200, reactions: 9, comments: 1, shares: 6 },
      },
      { url: 'https://x.com/ElMedio/status/11' },
    ])
    expect(spending.used()).toBe(2)
    expect([...spending.months]).toEqual(['2026-11'])
  })

  it('are bought once: the next visit asks only for what is newer', async () => {
    network = await openNetwork(
      { [HOST]: ({ query }) => (query.get('since_id') === '12' ? found([]) : found([12])) },
      { credentials },
    )
    const spending = keepCount()
    const first = await network.list(ACCOUNT, [], { spending })
    let memories = first.memories
    for (let visit = 0; visit < 6; visit++) {
      const listing = await network.list(ACCOUNT, memories, { spending })
      expect(listing).toMatchObject({ state: 'sin-cambios', items: [] })
      memories = listing.memories
    }
    expect(spending.used()).toBe(1)
  })

  it('are read on through the pages of a busy day', async () => {
    network = await openNetwork(
      { [HOST]: ({ query }) => (query.get('next_token') === 'b26v' ? found([9]) : found([12, 11], 'b26v')) },
      { credentials },
    )
    const memory = {
      url: ACCOUNT.url,
      etag: '5',
      lastModified: null,
      bodySha256: null,
      visits: 3,
    }
    const listing = await network.list(ACCOUNT, [memory], { spending: keepCount() })
    expect(listing.items).toHaveLength(3)
    expect(listing.memories[0]?.etag).toBe('12')
  })

  it('keep the whole text of a long one', async () => {
    const long = post(1, { note_tweet: { text: 'Texto completo '.repeat(40).trim() } })
    network = await openNetwork(
      { [HOST]: () => ({ body: { data: [long], meta: { newest_id: '1', result_count: 1 } } }) },
      { credentials },
    )
    const [item] = (await network.list(ACCOUNT, [], { spending: keepCount() })).items
    expect(item?.contentHtml?.length).toBeGreaterThan(500)
  })
})

describe('the budget', () => {
  it('is never asked beyond: no request, and a reason in Spanish', async () => {
    network = await openNetwork({ [HOST]: () => found([1]) }, { credentials })
    const listing = await network.list(ACCOUNT, [], { spending: keepCount(145) })
    expect(listing).toMatchObject({ state: 'con-falla', items: [] })
    expect(listing.reason).toContain('el presupuesto de X de este mes (150 publicaciones) está agotado')
    expect(network.asked).toEqual([])
  })

  it('asks for a small page when a full one would pass it', async () => {
    network = await openNetwork({ [HOST]: () => found([1]) }, { credentials })
    const spending = keepCount(100)
    await network.list(ACCOUNT, [], { spending })
    expect(network.asked[0]?.query.get('max_results')).toBe('10')
    expect(spending.used()).toBe(101)
  })

  it('buys nothing where nobody keeps count', async () => {
    network = await openNetwork({ [HOST]: () => found([1]) }, { credentials })
    expect((await network.list(ACCOUNT)).reason).toMatch(/leer X se paga y aquí no se lleva la cuenta/)
    expect(network.asked).toEqual([])
  })

  it('keeps what was paid for when a later page fails, and says that it is not all', async () => {
    network = await openNetwork(
      { [HOST]: ({ query }) => (query.has('next_token') ? { status: 503, body: '' } : found([12], 'b26v')) },
      { credentials },
    )
    const memory = { url: ACCOUNT.url, etag: '5', lastModified: null, bodySha256: null, visits: 1 }
    const listing = await network.list(ACCOUNT, [memory], { spending: keepCount() })
    expect(listing.items).toHaveLength(1)
    expect(listing.reason).toMatch(/llegó incompleto/)
  })

  it('holds whatever pages come and whatever was spent before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 160 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 }),
        async (used, pages) => {
          let bought = 0
          let at = 0
          const local = await openNetwork(
            {
              [HOST]: ({ query }) => {
                const most = Math.min(Number(query.get('max_results')), pages[at] ?? 0)
                at++
                bought += most
                const ids = Array.from({ length: most }, (_, index) => 1_000_000 - at * 1_000 - index)
                return found(ids, at < pages.length ? 'more' : undefined)
              },
            },
            { credentials },
          )
          const spending = keepCount(used)
          const memory = { url: ACCOUNT.url, etag: '5', lastModified: null, bodySha256: null, visits: 1 }
          await local.list(ACCOUNT, [memory], { spending })
          await local.close()
          expect(used > 150 ? bought : used + bought).toBeLessThanOrEqual(used > 150 ? 0 : 150)
          expect(spending.used()).toBe(used + bought)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('refusals', () => {
  it.each([
    [401, /X no acepta el token X \(401\)/],
    [402, /se acabó el saldo de la cuenta de X/],
    [403, /no tiene permiso para buscar/],
  ])('say what %i means, cost nothing and show no token', async (status, reason) => {
    network = await openNetwork(
      { [HOST]: () => ({ status, body: { title: 'Unauthorized', status, detail: 'AAAAsecret' } }) },
      { credentials },
    )
    const spending = keepCount()
    const listing = await network.list(ACCOUNT, [], { spending })
    expect(listing.reason).toMatch(reason)
    expect(JSON.stringify(listing)).not.toContain('AAAAsecret')
    expect(spending.used()).toBe(0)
  })

  it('wait until the quarter of an hour is over', async () => {
    const reset = Date.parse('2026-11-06T18:15:00Z') / 1000
    network = await openNetwork(
      {
        [HOST]: () => ({
          status: 429,
          headers: { 'x-rate-limit-limit': '450', 'x-rate-limit-reset': String(reset) },
          body: { title: 'Too Many Requests', status: 429 },
        }),
      },
      { credentials },
    )
    const listing = await network.list(ACCOUNT, [], { spending: keepCount() })
    expect(listing.after).toEqual(new Date('2026-11-06T18:15:00Z'))
  })

  it('do not let a name reach the question that is more than a name', async () => {
    network = await openNetwork({ [HOST]: () => found([1]) }, { credentials })
    const channel = { ...ACCOUNT, url: 'https://x.com/a%20OR%20b' }
    expect((await network.list(channel, [], { spending: keepCount() })).reason).toMatch(
      /no es el nombre de una cuenta de X/,
    )
  })
})
