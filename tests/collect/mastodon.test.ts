// Mastodon's API over HTTP, in the shapes of docs.joinmastodon.org: accounts, tags, older pages, limits.
import { afterEach, describe, expect, it } from 'vitest'
import { olderInLink } from '../../src/collect/mastodon.ts'
import { type Asked, type Network, openNetwork, type Reply } from './network-server.ts'

const HOST = 'mastodon.example'
const ACCOUNT = { kind: 'mastodon', url: `https://${HOST}/@elmedio` } as const
const TAG = { kind: 'mastodon', url: `https://${HOST}/tags/tala` } as const

let network: Network
afterEach(() => network.close())

const status = (id: number, rest: object = {}) => ({
  id: String(id),
  created_at: '2026-11-06T15:30:00.000Z',
  in_reply_to_id: null,
  sensitive: false,
  spoiler_text: '',
  visibility: 'public',
  language: 'es',
  uri: `https://${HOST}/users/elmedio/statuses/${id}`,
  url: `https://${HOST}/@elmedio/${id}`,
  replies_count: 3,
  reblogs_count: 12,
  favourites_count: 40,
  content: '<p>Reparan la fuga de la calle Hidalgo en <a href="https://x.example">Tala</a>.</p>',
  reblog: null,
  account: { id: '9', username: 'elmedio', acct: 'elmedio', display_name: 'El Medio de los Valles' },
  media_attachments: [
    {
      id: '1',
      type: 'image',
      url: `https://${HOST}/media/original.jpg`,
      preview_url: `https://${HOST}/media/small.jpg`,
    },
  ],
  card: null,
  ...rest,
})

const lookup = { id: '109', username: 'elmedio', acct: 'elmedio' }
const serve = (statuses: (asked: Asked) => Reply | null) =>
  openNetwork({
    [HOST]: (asked) =>
      asked.path === '/api/v1/accounts/lookup'
        ? asked.query.get('acct') === 'elmedio'
          ? { body: lookup }
          : { status: 404, body: { error: 'Record not found' } }
        : statuses(asked),
  })

describe('an account', () => {
  it('is found by its name and listed with what each post says and shows', async () => {
    network = await serve(() => ({ body: [status(1)] }))
    const listing = await network.list(ACCOUNT)
    expect(network.asked.map(({ path }) => path)).toEqual([
      '/api/v1/accounts/lookup',
      '/api/v1/accounts/109/statuses',
    ])
    expect(network.asked[1]?.query.get('exclude_reblogs')).toBe('true')
    expect(listing).toMatchObject({ channel: 'mastodon', state: 'leida', reason: null, excluded: [] })
    expect(listing.items).toMatchObject([
      {
        url: `https://${HOST}/@elmedio/1`,
        isWhole: true,
        author: 'El Medio de los Valles',
        publishedAt: new Date('2026-11-06T15:30:00Z'),
        summary: 'Reparan la fuga de la calle Hidalgo en Tala .',
        image: `https://${HOST}/media/small.jpg`,
        views: null,
        counts: { views: null, reactions: 40, comments: 3, shares: 12 },
      },
    ])
  })

  it('says also what is hidden behind a warning and on the card of the page it links to', async () => {
    network = await serve(() => ({
      body: [
        status(1, {
          spoiler_text: 'Accidente en Tala',
          card: { url: 'https://elmedio.example/1', title: 'Dos heridos', description: 'En la carretera.' },
        }),
      ],
    }))
    const [item] = (await network.list(ACCOUNT)).items
    expect(item?.summary).toMatch(/^Accidente en Tala .* Dos heridos En la carretera\.$/)
  })

  it('leaves out what it only boosted, and says so', async () => {
    network = await serve(() => ({ body: [status(1), status(2, { reblog: status(77) })] }))
    const { items, excluded } = await network.list(ACCOUNT)
    expect(items).toHaveLength(1)
    expect(excluded).toMatchObject([{ reason: 'la cuenta solo la compartió: es de otra' }])
  })

  it('keeps counts that are not shown as unknown', async () => {
    const { favourites_count: _, replies_count: __, reblogs_count: ___, ...bare } = status(1)
    network = await serve(() => ({ body: [bare] }))
    const [item] = (await network.list(ACCOUNT)).items
    expect(item).not.toHaveProperty('counts')
  })

  it('is said not to exist when the server does not know it', async () => {
    network = await serve(() => ({ body: [] }))
    const listing = await network.list({ kind: 'mastodon', url: `https://${HOST}/@nadie` })
    expect(listing).toMatchObject({ state: 'con-falla' })
    expect(listing.reason).toMatch(/mastodon\.example responde que no existe \(404\)/)
  })
})

describe('a tag', () => {
  it('lists posts of whatever server', async () => {
    network = await serve(({ path }) => {
      expect(path).toBe('/api/v1/timelines/tag/tala')
      return { body: [status(1, { url: 'https://otro.example/@vecina/5' })] }
    })
    expect((await network.list(TAG)).items.map(({ url }) => url)).toEqual(['https://otro.example/@vecina/5'])
  })
})

describe('older pages', () => {
  const paged = ({ query }: Asked): Reply => {
    const from = Number(query.get('max_id') ?? 100)
    const ids = [1, 2, 3].map((step) => from - step)
    const link = `<https://${HOST}/api/v1/accounts/109/statuses?max_id=${from - 3}>; rel="next", <https://${HOST}/api/v1/accounts/109/statuses?min_id=${from - 1}>; rel="prev"`
    return { headers: { link }, body: ids.map((id) => status(id)) }
  }

  it('are read by the Link header until a known post appears', async () => {
    network = await serve(paged)
    const isKnown = async (url: string) => url.endsWith('/94')
    const listing = await network.list(ACCOUNT, [], { isKnown })
    expect(listing.items.map(({ url }) => Number(url.split('/').at(-1)))).toEqual([99, 98, 97, 96, 95, 94])
  })

  it('are not read when nobody can say what is known', async () => {
    network = await serve(paged)
    expect((await network.list(ACCOUNT)).items).toHaveLength(3)
  })

  it('are not read when the allowance is spent', async () => {
    network = await serve((asked) => {
      const reply = paged(asked)
      return { ...reply, headers: { ...reply.headers, 'x-ratelimit-remaining': '0' } }
    })
    const listing = await network.list(ACCOUNT, [], { isKnown: async () => false })
    expect(listing.items).toHaveLength(3)
  })

  it('are never asked of another host', () => {
    const page = `https://${HOST}/api/v1/timelines/tag/tala`
    expect(olderInLink('<https://malo.example/x>; rel="next"', page)).toBeNull()
    expect(olderInLink('</api/v1/y?max_id=3>; rel=next', page)).toBe(`https://${HOST}/api/v1/y?max_id=3`)
    expect(olderInLink(undefined, page)).toBeNull()
  })
})

describe('limits and faults', () => {
  it('waits until the hour that the server names', async () => {
    network = await serve(() => ({
      status: 429,
      headers: { 'x-ratelimit-limit': '300', 'x-ratelimit-reset': '2026-11-06T18:05:00.000000Z' },
      body: { error: 'Too many requests' },
    }))
    const listing = await network.list(ACCOUNT)
    expect(listing.after).toEqual(new Date('2026-11-06T18:05:00Z'))
    expect(listing.reason).toMatch(/Mastodon pidió esperar \(429\)/)
  })

  it('asks for changes only, and believes that there are none', async () => {
    network = await serve(({ ifNoneMatch }) =>
      ifNoneMatch === 'W/"1"' ? { status: 304, body: '' } : { headers: { etag: 'W/"1"' }, body: [status(1)] },
    )
    const first = await network.list(TAG)
    const second = await network.list(TAG, first.memories)
    expect(second).toMatchObject({ state: 'sin-cambios', items: [] })
  })

  it.each([
    ['a page', '<html>Mantenimiento</html>', /se esperaba el JSON de Mastodon/],
    ['another JSON', '{"error":"x"}', /se esperaba una lista de publicaciones de Mastodon/],
    ['half an answer', '[{"id":"1"', /se esperaba el JSON de Mastodon/],
  ])('says that the server answered with %s', async (_, body, reason) => {
    network = await serve(() => ({ body }))
    const listing = await network.list(TAG)
    expect(listing.state).toBe('con-falla')
    expect(listing.reason).toMatch(reason)
  })

  it('obeys a server whose robots.txt closes its API', async () => {
    network = await openNetwork(
      { [HOST]: () => ({ body: [status(1)] }) },
      { robots: 'User-agent: *\nDisallow: /api/' },
    )
    expect((await network.list(TAG)).reason).toMatch(/robots\.txt de mastodon\.example no permite leer/)
    expect(network.asked).toEqual([])
  })
})
