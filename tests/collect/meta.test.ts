// Meta's Graph API over HTTP: the posts of a Facebook page and of an Instagram account, and its own error codes.
import { afterEach, describe, expect, it } from 'vitest'
import { takeCapture } from '../../src/collect/capture.ts'
import { type Asked, type Network, openNetwork, type Reply } from './network-server.ts'
import { sourceOf } from './press.ts'

const HOST = 'graph.facebook.com'
const TOKEN = 'EAABsbCS1iHgBO0secret'
const PAGE = { kind: 'facebook', url: 'https://www.facebook.com/1234567890', token: 'FB_TALA' } as const
const PROFILE = {
  kind: 'instagram',
  url: 'https://www.instagram.com/elmedio.tala',
  viewer: '17841400000000001',
  token: 'FB_TALA',
} as const
const credentials = new Map([['FB_TALA', TOKEN]])

let network: Network
afterEach(() => network.close())

const open = (answer: (asked: Asked) => Reply | null, options = {}) =>
  openNetwork({ [HOST]: answer }, { credentials, ...options })

const post = (id: number, rest: object = {}) => ({
  id: `1234567890_${id}`,
  message: 'Se suspende el agua en la colonia Centro.\n\nRegresa el lunes.',
  created_time: '2026-11-06T16:00:00+0000',
  permalink_url: `https://www.facebook.com/elmedio/posts/${id}`,
  full_picture: 'https://scontent.xx.fbcdn.net/v/1.jpg?oh=abc',
  from: { name: 'El Medio', id: '1234567890' },
  shares: { count: 14 },
  reactions: { data: [], summary: { total_count: 230 } },
  comments: { data: [], summary: { total_count: 18, order: 'chronological', can_comment: true } },
  ...rest,
})
const failure = (code: number, rest: object = {}, status = 400): Reply => ({
  status,
  body: {
    error: {
      message: `Malformed access token ${TOKEN}`,
      type: 'OAuthException',
      code,
      fbtrace_id: 'A1',
      ...rest,
    },
  },
})

describe('a Facebook page', () => {
  it('is asked for its feed with its counts, the token in a header and never in the address', async () => {
    network = await open(() => ({ body: { data: [post(1)] } }))
    const listing = await network.list(PAGE)
    const [asked] = network.asked
    expect(asked?.path).toMatch(/^\/v\d+\.\d+\/1234567890\/feed$/)
    expect(asked?.query.get('fields')).toContain('reactions.summary(total_count).limit(0)')
    expect(asked?.query.has('access_token')).toBe(false)
    expect(asked?.authorization).toBe(`Bearer ${TOKEN}`)
    expect(listing.items).toMatchObject([
      {
        url: 'https://www.facebook.com/elmedio/posts/1',
        author: 'El Medio',
        publishedAt: new Date('2026-11-06T16:00:00Z'),
        contentHtml: '<p>Se suspende el agua en la colonia Centro.</p>\n<p>Regresa el lunes.</p>',
        counts: { views: null, reactions: 230, comments: 18, shares: 14 },
      },
    ])
  })

  it('keeps a count that Facebook leaves out as unknown, never as zero', async () => {
    const { shares: _, reactions: __, ...bare } = post(1)
    network = await open(() => ({ body: { data: [bare] } }))
    const [item] = (await network.list(PAGE)).items
    expect(item?.counts).toEqual({ views: null, reactions: null, comments: 18, shares: null })
  })

  it('is read on while all is new, without the token that the next address carries', async () => {
    network = await open(({ query }) => {
      const at = Number(query.get('until') ?? 3)
      const next = `https://${HOST}/v24.0/1234567890/feed?access_token=${TOKEN}&limit=50&until=${at - 1}`
      return { body: { data: [post(at)], paging: { previous: 'x', ...(at > 1 ? { next } : {}) } } }
    })
    const listing = await network.list(PAGE, [], { isKnown: async () => false })
    expect(listing.items).toHaveLength(3)
    expect(network.asked.some(({ query }) => query.has('access_token'))).toBe(false)
  })

  it('sends the token to no other host, neither by paging nor by a redirect', async () => {
    network = await openNetwork(
      {
        [HOST]: ({ query }) =>
          query.has('until')
            ? { status: 302, headers: { location: 'https://malo.example/robo' }, body: '' }
            : {
                body: {
                  data: [post(1)],
                  paging: { next: `https://${HOST}/v24.0/1234567890/feed?until=1` },
                },
              },
        'malo.example': () => ({ body: { data: [] } }),
      },
      { credentials },
    )
    await network.list(PAGE, [], { isKnown: async () => false })
    const stolen = network.asked.find(({ host }) => host === 'malo.example')
    expect(stolen).toBeDefined()
    expect(stolen?.authorization).toBeUndefined()
  })

  it('does not follow a next address of another host', async () => {
    network = await openNetwork(
      {
        [HOST]: () => ({ body: { data: [post(1)], paging: { next: 'https://malo.example/feed' } } }),
        'malo.example': () => ({ body: { data: [] } }),
      },
      { credentials },
    )
    await network.list(PAGE, [], { isKnown: async () => false })
    expect(network.asked.map(({ host }) => host)).toEqual([HOST])
  })

  it.each([
    [failure(190, { error_subcode: 463 }), /el token FB_TALA venció \(código 190\)/],
    [failure(190), /el token FB_TALA ya no sirve/],
    [failure(10, {}, 403), /no tiene permiso/],
    [failure(200, {}, 403), /no tiene permiso/],
    [failure(100, { error_subcode: 33 }), /no encuentra esa cuenta/],
    [failure(2, {}, 500), /Meta está fallando/],
    [failure(4, {}, 403), /demasiadas consultas \(código 4\)/],
    [failure(32), /demasiadas consultas \(código 32\)/],
    [failure(613), /demasiadas consultas \(código 613\)/],
    [failure(368), /Meta no contestó \(código 368\)/],
  ])('says in Spanish what an error means, and never repeats the token (%#)', async (reply, reason) => {
    network = await open(() => reply)
    const listing = await network.list(PAGE)
    expect(listing.reason).toMatch(reason)
    expect(JSON.stringify(listing)).not.toContain(TOKEN)
  })

  it('waits as long as the usage of the business says, or an hour', async () => {
    const usage = JSON.stringify({
      '1234567890': [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 25 }],
    })
    network = await open(() => ({
      ...failure(80_001),
      headers: { 'x-business-use-case-usage': usage },
    }))
    expect((await network.list(PAGE)).after).toEqual(new Date('2026-11-06T18:25:00Z'))
    await network.close()
    network = await open(() => failure(4, {}, 403))
    expect((await network.list(PAGE)).after).toEqual(new Date('2026-11-06T19:00:00Z'))
  })

  it('says which variable holds the token when there is none', async () => {
    network = await open(() => ({ body: { data: [] } }), { credentials: new Map() })
    expect((await network.list(PAGE)).reason).toMatch(/SINTESIS_TOKEN_FB_TALA/)
    expect(network.asked).toEqual([])
  })

  it('leaves no token in the evidence of a post', async () => {
    network = await open(() => ({ body: { data: [post(1)] } }))
    const listing = await network.list(PAGE)
    const [item] = listing.items
    if (item === undefined) throw new Error('no item')
    const capture = await takeCapture(item, sourceOf('https://www.facebook.com', [PAGE]), network.web)
    expect(capture.kind).toBe('entry')
    expect(JSON.stringify(capture) + Buffer.from(capture.body).toString()).not.toContain(TOKEN)
    expect(JSON.stringify(listing.memories)).not.toContain(TOKEN)
  })
})

describe('an Instagram account', () => {
  const media = (id: number, rest: object = {}) => ({
    id: `179${id}`,
    caption: 'Así luce la plaza de Tala',
    media_type: 'IMAGE',
    media_url: 'https://scontent.cdninstagram.com/1.jpg',
    permalink: `https://www.instagram.com/p/C${id}/`,
    timestamp: '2026-11-06T16:00:00+0000',
    like_count: 88,
    comments_count: 4,
    ...rest,
  })
  const discovery = (data: object[], after?: string): Reply => ({
    body: {
      business_discovery: {
        username: 'elmedio.tala',
        name: 'El Medio',
        followers_count: 5400,
        media: { data, paging: { cursors: { ...(after === undefined ? {} : { after }) } } },
        id: '178',
      },
      id: PROFILE.viewer,
    },
  })

  it('is read through our own by business discovery', async () => {
    network = await open(() => discovery([media(1)]))
    const listing = await network.list(PROFILE)
    expect(network.asked[0]?.path).toMatch(new RegExp(`^/v\\d+\\.\\d+/${PROFILE.viewer}$`))
    expect(network.asked[0]?.query.get('fields')).toMatch(
      /^business_discovery\.username\(elmedio\.tala\)\{.*media\.limit\(50\)\{id,caption/,
    )
    expect(listing.items).toMatchObject([
      {
        url: 'https://www.instagram.com/p/C1/',
        summary: 'Así luce la plaza de Tala',
        publishedAt: new Date('2026-11-06T16:00:00Z'),
        counts: { views: null, reactions: 88, comments: 4, shares: null },
      },
    ])
  })

  it('keeps hidden likes as unknown and shows the frame of a video', async () => {
    const { like_count: _, ...hidden } = media(1, {
      media_type: 'VIDEO',
      media_url: 'https://scontent.cdninstagram.com/1.mp4',
      thumbnail_url: 'https://scontent.cdninstagram.com/1-t.jpg',
    })
    network = await open(() => discovery([hidden]))
    const [item] = (await network.list(PROFILE)).items
    expect(item?.counts?.reactions).toBeNull()
    expect(item?.image).toBe('https://scontent.cdninstagram.com/1-t.jpg')
  })

  it('is read on by its cursor while all is new', async () => {
    network = await open(({ query }) =>
      /after\(QVFI\)/.test(query.get('fields') ?? '') ? discovery([media(2)]) : discovery([media(1)], 'QVFI'),
    )
    expect((await network.list(PROFILE, [], { isKnown: async () => false })).items).toHaveLength(2)
  })

  it('lets no name reach the question that is more than a name', async () => {
    network = await open(() => discovery([]))
    const listing = await network.list({ ...PROFILE, url: 'https://www.instagram.com/a){id}' })
    expect(listing.reason).toMatch(/no es el nombre de una cuenta de Instagram/)
    expect(network.asked).toEqual([])
  })

  it('says that the account is not there or is not professional', async () => {
    network = await open(() => failure(110, { error_subcode: 2_207_013 }))
    expect((await network.list(PROFILE)).reason).toMatch(/Meta no encuentra esa cuenta/)
  })
})
