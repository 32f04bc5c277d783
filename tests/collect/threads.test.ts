// Meta's Threads API over HTTP: the keyword search, its pages, its limits and its own error codes.
import { afterEach, describe, expect, it } from 'vitest'
import { type Asked, type Network, openNetwork, type Reply } from './network-server.ts'

const HOST = 'graph.threads.net'
const TOKEN = 'THAAsecret'
const SEARCH = {
  kind: 'threads',
  url: 'https://www.threads.com/search?q=Tala%20Jalisco',
  token: 'TH',
} as const

let network: Network
afterEach(() => network.close())

const open = (answer: (asked: Asked) => Reply | null, credentials = new Map([['TH', TOKEN]])) =>
  openNetwork({ [HOST]: answer }, { credentials })

const post = (id: number, rest: object = {}) => ({
  id: `1800${id}`,
  text: 'Sin agua en el Centro de Tala.\n\n¿Alguien sabe por qué?',
  media_type: 'TEXT_POST',
  permalink: `https://www.threads.com/@vecina.tala/post/DA${id}`,
  timestamp: '2026-11-06T16:00:00+0000',
  username: 'vecina.tala',
  is_reply: false,
  ...rest,
})
const page = (data: object[], after?: string): Reply => ({
  body: { data, ...(after === undefined ? {} : { paging: { cursors: { before: 'QVFA', after } } }) },
})
const failure = (code: number, status = 400): Reply => ({
  status,
  body: { error: { message: `Bad token ${TOKEN}`, type: 'OAuthException', code, fbtrace_id: 'A1' } },
})

describe('a search in Threads', () => {
  it('asks for the newest posts with its words, the token in a header and never in the address', async () => {
    network = await open(() => page([post(1)]))
    const listing = await network.list(SEARCH)
    const [asked] = network.asked
    expect(asked?.path).toBe('/v1.0/keyword_search')
    expect(Object.fromEntries(asked?.query ?? [])).toMatchObject({
      q: 'Tala Jalisco',
      search_type: 'RECENT',
      limit: '100',
      fields: expect.stringContaining('permalink,timestamp,username'),
    })
    expect(asked?.query.has('access_token')).toBe(false)
    expect(asked?.authorization).toBe(`Bearer ${TOKEN}`)
    expect(listing.items).toMatchObject([
      {
        url: 'https://www.threads.com/@vecina.tala/post/DA1',
        channel: 'threads',
        author: 'vecina.tala',
        publishedAt: new Date('2026-11-06T16:00:00Z'),
        contentHtml: '<p>Sin agua en el Centro de Tala.</p>\n<p>¿Alguien sabe por qué?</p>',
        isWhole: true,
      },
    ])
  })

  it('keeps no count, because Threads shows those of others to nobody', async () => {
    network = await open(() => page([post(1)]))
    const [item] = (await network.list(SEARCH)).items
    expect(item).toMatchObject({ views: null })
    expect(item).not.toHaveProperty('counts')
  })

  it('shows the frame of a video and the picture of a photo', async () => {
    network = await open(() =>
      page([
        post(1, { media_type: 'IMAGE', media_url: 'https://scontent.example/1.jpg' }),
        post(2, {
          media_type: 'VIDEO',
          media_url: 'https://scontent.example/2.mp4',
          thumbnail_url: 'https://scontent.example/2.jpg',
        }),
      ]),
    )
    expect((await network.list(SEARCH)).items.map(({ image }) => image)).toEqual([
      'https://scontent.example/1.jpg',
      'https://scontent.example/2.jpg',
    ])
  })

  it('is read on by its cursor while all is new, and no further', async () => {
    network = await open(({ query }) => {
      const at = Number(query.get('after') ?? 1)
      return page([post(at)], at < 9 ? `${at + 1}` : undefined)
    })
    const isKnown = async (url: string) => url.endsWith('DA3')
    expect((await network.list(SEARCH, [], { isKnown })).items).toHaveLength(3)
    expect((await network.list(SEARCH)).items).toHaveLength(1)
  })

  it('that finds nothing says so without being a failure', async () => {
    network = await open(() => page([]))
    expect(await network.list(SEARCH)).toMatchObject({ state: 'leida', items: [] })
  })

  it.each([
    [failure(190), /el token TH ya no sirve \(código 190\)/],
    [failure(10, 403), /el token TH no tiene permiso/],
    [failure(613), /demasiadas consultas \(código 613\)/],
    [failure(4, 403), /demasiadas consultas \(código 4\)/],
    [failure(2, 500), /Meta está fallando/],
    [{ body: 'Servicio no disponible', status: 503 }, /está fallando \(respondió 503\)/],
    [{ body: '<html>Inicia sesión</html>' }, /se esperaba el JSON de Meta/],
    [{ body: { resultados: [] } }, /se esperaba publicaciones de Threads y se encontró otro JSON/],
  ])('says in Spanish what went wrong, and never repeats the token (%#)', async (reply, reason) => {
    network = await open(() => reply)
    const listing = await network.list(SEARCH)
    expect(listing).toMatchObject({ state: 'con-falla' })
    expect(listing.reason).toMatch(reason)
    expect(JSON.stringify(listing)).not.toContain(TOKEN)
  })

  it('waits an hour when the searches of the day are spent and nothing says for how long', async () => {
    network = await open(() => failure(613))
    expect((await network.list(SEARCH)).after).toEqual(new Date('2026-11-06T19:00:00Z'))
  })

  it('says which variable holds the token, and asks nothing, when there is none', async () => {
    network = await open(() => page([]), new Map())
    expect((await network.list(SEARCH)).reason).toMatch(/SINTESIS_TOKEN_TH/)
    expect(network.asked).toEqual([])
  })
})
