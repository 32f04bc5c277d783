// Bluesky over HTTP, in the shapes of its lexicons: accounts without credentials, search in a session, limits.
import { afterEach, describe, expect, it } from 'vitest'
import { type Asked, type Network, openNetwork, type Reply } from './network-server.ts'

const PUBLIC = 'public.api.bsky.app'
const ENTRY = 'bsky.social'
const PDS = 'morel.us-east.host.bsky.network'
const ACCOUNT = { kind: 'bluesky', url: 'https://bsky.app/profile/elmedio.bsky.social', token: null } as const
const SEARCH = { kind: 'bluesky', url: 'https://bsky.app/search?q=Tala%20Jalisco', token: 'BSKY' } as const
const CREDENTIALS = new Map([['BSKY', 'prensa.bsky.social:abcd-efgh-ijkl-mnop']])

let network: Network
afterEach(() => network.close())

const postView = (key: number, rest: object = {}) => ({
  uri: `at://did:plc:abc123/app.bsky.feed.post/3k${key}`,
  cid: 'bafyrei',
  author: {
    did: 'did:plc:abc123',
    handle: 'elmedio.bsky.social',
    displayName: 'El Medio',
    avatar: 'https://x',
  },
  record: {
    $type: 'app.bsky.feed.post',
    createdAt: '2026-11-06T15:30:00.000Z',
    langs: ['es'],
    text: 'Reparan la fuga.\n\nLos vecinos de Tala & Cuisillos esperan <agua>.',
  },
  replyCount: 2,
  repostCount: 5,
  likeCount: 21,
  quoteCount: 1,
  indexedAt: '2026-11-06T15:30:01.000Z',
  labels: [],
  ...rest,
})
const feed = (...posts: object[]): Reply => ({ body: { feed: posts.map((post) => ({ post })) } })
const session: Reply = {
  body: {
    did: 'did:plc:me',
    handle: 'prensa.bsky.social',
    accessJwt: 'jwt-of-the-session',
    refreshJwt: 'r',
    active: true,
    didDoc: {
      id: 'did:plc:me',
      service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: `https://${PDS}` }],
    },
  },
}

describe('an account', () => {
  it('is read without credentials, with what each post says and shows', async () => {
    network = await openNetwork({ [PUBLIC]: () => feed(postView(1)) })
    const listing = await network.list(ACCOUNT)
    expect(network.asked[0]).toMatchObject({
      path: '/xrpc/app.bsky.feed.getAuthorFeed',
      authorization: undefined,
    })
    expect(network.asked[0]?.query.get('actor')).toBe('elmedio.bsky.social')
    expect(listing.items).toMatchObject([
      {
        url: 'https://bsky.app/profile/elmedio.bsky.social/post/3k1',
        contentHtml:
          '<p>Reparan la fuga.</p>\n<p>Los vecinos de Tala &amp; Cuisillos esperan &lt;agua&gt;.</p>',
        author: 'El Medio',
        publishedAt: new Date('2026-11-06T15:30:00Z'),
        counts: { views: null, reactions: 21, comments: 2, shares: 6 },
      },
    ])
  })

  it('adds what the card of a linked note says, once', async () => {
    const external = {
      uri: 'https://elmedio.mx/1',
      title: 'Reparan la fuga.',
      description: 'Costó 20 mil pesos.',
      thumb: 'https://cdn.bsky.app/img/1.jpg',
    }
    network = await openNetwork({
      [PUBLIC]: () => feed(postView(1, { embed: { $type: 'app.bsky.embed.external#view', external } })),
    })
    const [item] = (await network.list(ACCOUNT)).items
    expect(item?.contentHtml?.match(/Reparan la fuga/g)).toHaveLength(1)
    expect(item?.contentHtml).toContain('<p>Costó 20 mil pesos.</p>')
    expect(item?.image).toBe('https://cdn.bsky.app/img/1.jpg')
  })

  it('leaves out what it only reposted, and names an account without a handle by its id', async () => {
    network = await openNetwork({
      [PUBLIC]: () => ({
        body: {
          feed: [
            { post: postView(1), reason: { $type: 'app.bsky.feed.defs#reasonRepost' } },
            { post: postView(2, { author: { did: 'did:plc:abc123', handle: 'handle.invalid' } }) },
          ],
        },
      }),
    })
    const { items, excluded } = await network.list(ACCOUNT)
    expect(excluded).toMatchObject([{ reason: 'la cuenta solo la compartió: es de otra' }])
    expect(items.map(({ url }) => url)).toEqual(['https://bsky.app/profile/did:plc:abc123/post/3k2'])
  })

  it('is read on by its cursor until a known post appears', async () => {
    network = await openNetwork({
      [PUBLIC]: ({ query }) => {
        const from = Number(query.get('cursor') ?? 9)
        return {
          body: { cursor: String(from - 2), feed: [{ post: postView(from) }, { post: postView(from - 1) }] },
        }
      },
    })
    const isKnown = async (url: string) => url.endsWith('3k6')
    expect((await network.list(ACCOUNT, [], { isKnown })).items).toHaveLength(4)
  })

  it.each([
    [400, { error: 'InvalidRequest', message: 'Profile not found' }, /no conoce esa cuenta/],
    [400, { error: 'AccountDeactivated', message: 'Account is deactivated' }, /suspendida o desactivada/],
    [502, { error: 'UpstreamFailure', message: '' }, /está fallando \(respondió 502\)/],
    [200, { posts: [] }, /se esperaba publicaciones de Bluesky/],
  ])('says what its %i means', async (status, body, reason) => {
    network = await openNetwork({ [PUBLIC]: () => ({ status, body }) })
    const listing = await network.list(ACCOUNT)
    expect(listing.state).toBe('con-falla')
    expect(listing.reason).toMatch(reason)
  })

  it('waits until its allowance is full again', async () => {
    const reset = Date.parse('2026-11-06T18:04:00Z') / 1000
    network = await openNetwork({
      [PUBLIC]: () => ({
        status: 429,
        headers: { 'ratelimit-limit': '3000', 'ratelimit-remaining': '0', 'ratelimit-reset': String(reset) },
        body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
      }),
    })
    expect((await network.list(ACCOUNT)).after).toEqual(new Date('2026-11-06T18:04:00Z'))
  })
})

describe('a search', () => {
  const answer = (asked: Asked): Reply | null =>
    asked.host === ENTRY && asked.path.endsWith('createSession')
      ? session
      : asked.path.endsWith('searchPosts')
        ? { body: { posts: [postView(1)], hitsTotal: 1 } }
        : null

  it('opens one session for all visits and asks the server of the account', async () => {
    network = await openNetwork({ [ENTRY]: answer, [PDS]: answer }, { credentials: CREDENTIALS })
    const first = await network.list(SEARCH)
    await network.list(SEARCH)
    expect(first.items).toHaveLength(1)
    expect(network.asked.map(({ host, method }) => `${method} ${host}`)).toEqual([
      `POST ${ENTRY}`,
      `GET ${PDS}`,
      `GET ${PDS}`,
    ])
    expect(JSON.parse(network.asked[0]?.body ?? '')).toEqual({
      identifier: 'prensa.bsky.social',
      password: 'abcd-efgh-ijkl-mnop',
    })
    expect(network.asked[1]?.authorization).toBe('Bearer jwt-of-the-session')
    expect(network.asked[1]?.query.get('q')).toBe('Tala Jalisco')
  })

  it('says which variable is missing, and asks nothing', async () => {
    network = await openNetwork({ [ENTRY]: answer })
    expect((await network.list(SEARCH)).reason).toMatch(/SINTESIS_TOKEN_BSKY/)
    expect(network.asked).toEqual([])
  })

  it('says that the password is not accepted, without showing it', async () => {
    network = await openNetwork(
      {
        [ENTRY]: () => ({
          status: 401,
          body: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' },
        }),
      },
      { credentials: CREDENTIALS },
    )
    const listing = await network.list(SEARCH)
    expect(listing.reason).toMatch(/contraseña de aplicación/)
    expect(JSON.stringify(listing)).not.toContain('abcd-efgh')
  })
})
