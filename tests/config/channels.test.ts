// Channels of networks and APIs as an analyst declares them, and what is said of those that cannot work.
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.ts'
import { readSource } from '../../src/config/sources.ts'

const HEAD = 'name: El Medio\nurl: https://www.elmedio.mx\nmedium: red-social\ntier: 2\nchannels:\n'

function declare(channel: string) {
  return readSource('sources/x.yml', `${HEAD}  - ${channel}\n`, 'x', 'America/Mexico_City')
}

function channelOf(text: string): unknown {
  const declared = declare(text)
  return declared.ok ? declared.value.channels[0] : declared.faults.map(({ message }) => message)
}

function faultOf(text: string): string {
  const declared = declare(text)
  return declared.ok ? '' : declared.faults.map(({ message }) => message).join('\n')
}

describe('a channel of a network', () => {
  it.each([
    ['mastodon: "@elmedio@mastodon.social"', { url: 'https://mastodon.social/@elmedio' }],
    ['mastodon: "#Tala@mastodon.social"', { url: 'https://mastodon.social/tags/Tala' }],
    ['mastodon: https://mastodon.social/@elmedio', { url: 'https://mastodon.social/@elmedio' }],
    ['bluesky: elmedio.bsky.social', { url: 'https://bsky.app/profile/elmedio.bsky.social', token: null }],
    [
      '{ bluesky: "buscar: Tala Jalisco", token: BSKY }',
      { url: 'https://bsky.app/search?q=Tala%20Jalisco', token: 'BSKY' },
    ],
    [
      '{ facebook: "1234567890", token: FB_TALA }',
      { url: 'https://www.facebook.com/1234567890', token: 'FB_TALA' },
    ],
    [
      '{ instagram: "@elmedio", viewer: "178414", token: IG }',
      { url: 'https://www.instagram.com/elmedio', viewer: '178414', token: 'IG' },
    ],
    [
      '{ threads: "buscar: Tala Jalisco", token: TH }',
      { url: 'https://www.threads.com/search?q=Tala%20Jalisco', token: 'TH' },
    ],
    ['{ x: "@elmedio", token: X, monthlyPosts: 2000 }', { url: 'https://x.com/elmedio', monthlyPosts: 2000 }],
    [
      `google-news: '"Tala, Jalisco"'`,
      {
        url: 'https://news.google.com/rss/search?q=%22Tala%2C%20Jalisco%22&hl=es-419&gl=MX&ceid=MX:es-419',
      },
    ],
    [
      '{ json: "https://api.elmedio.mx/notas", item: data.notas, link: "https://www.elmedio.mx/{slug}", title: titulo, date: fecha, body: texto }',
      {
        kind: 'json',
        read: {
          list: 'data.notas',
          link: 'https://www.elmedio.mx/{slug}',
          title: 'titulo',
          date: 'fecha',
          summary: null,
          body: 'texto',
        },
        token: null,
      },
    ],
  ])('reads %s as the address at which people see it', (text, channel) => {
    expect(channelOf(text)).toMatchObject(channel)
  })

  it.each([
    ['facebook: "1234567890"', /necesita «token»: el nombre de su credencial/],
    ['{ instagram: elmedio, token: IG }', /necesita «viewer»: el número de la cuenta profesional propia/],
    ['{ x: elmedio, token: X }', /necesita «monthlyPosts»: cuántas publicaciones se pueden pagar al mes/],
    ['bluesky: "buscar: Tala"', /necesita «token»/],
    ['threads: Tala', /necesita «token»/],
    ['json: https://api.elmedio.mx/notas', /necesita «link»: la ruta de la dirección de cada nota/],
    [
      '{ json: "https://api.elmedio.mx/notas", link: url, title: { selector: h1, value: text } }',
      /cada campo es una ruta/,
    ],
    ['mastodon: elmedio', /debe ser @cuenta@servidor/],
  ])('says what %s still needs', (text, fault) => {
    expect(faultOf(text)).toMatch(fault)
  })

  it.each([
    '{ facebook: "1", token: EAABwzLixnjYBO7 }',
    '{ json: "https://api.elmedio.mx/notas?access_token=EAABwz", link: url }',
    '{ json: "https://api.elmedio.mx/notas?limit=5&apikey=abc", link: url }',
  ])('does not let a token stand in the file: %s', (text) => {
    expect(faultOf(text)).toMatch(/SINTESIS_TOKEN_FB_TALA, nunca aquí|lleva una contraseña o token/)
    expect(faultOf(text)).not.toMatch(/EAABwz|abc/)
  })

  it('keeps the radar apart from the ways to read an outlet', () => {
    const text = `${HEAD}  - feed: https://www.elmedio.mx/feed\n  - google-news: Tala\n`
    const declared = readSource('sources/x.yml', text, 'x', 'America/Mexico_City')
    expect(declared.ok ? '' : declared.faults[0]?.message).toMatch(/va solo en su propia fuente/)
  })
})

describe('channels that are read together', () => {
  const sections =
    'together:\n      - feed: https://www.elmedio.mx/local/rss\n      - feed: https://www.elmedio.mx/policia/rss\n  - sitemap: https://www.elmedio.mx/sitemap.xml'

  it('are channels like any other, and the source says which belong together', () => {
    const declared = declare(sections)
    expect(declared.ok ? declared.value : declared.faults).toMatchObject({
      channels: [
        { kind: 'feed', url: 'https://www.elmedio.mx/local/rss' },
        { kind: 'feed', url: 'https://www.elmedio.mx/policia/rss' },
        { kind: 'sitemap', url: 'https://www.elmedio.mx/sitemap.xml' },
      ],
      together: [['https://www.elmedio.mx/local/rss', 'https://www.elmedio.mx/policia/rss']],
    })
  })

  it('are not mentioned by a source that has none', () => {
    const declared = declare('feed: https://www.elmedio.mx/rss')
    expect(declared.ok && 'together' in declared.value).toBe(false)
  })

  it.each([
    [
      'together:\n      - feed: https://a.mx/rss',
      'sources/x.yml:7:7: «together»: necesita dos canales o más',
    ],
    [
      'feed: https://a.mx/rss\n    together: [{ feed: "https://a.mx/1" }, { feed: "https://a.mx/2" }]',
      'sources/x.yml:6:11: «feed» vale «https://a.mx/rss», y va junto a «together»',
    ],
    [
      'together:\n      - feed: https://a.mx/1\n      - fed: https://a.mx/2',
      'sources/x.yml:8:9: la clave «fed» no existe; ¿quisiste decir «feed»?',
    ],
    [
      'together:\n      - feed: https://a.mx/1\n      - page: https://a.mx/2',
      'sources/x.yml:8:9: «together»: necesita «link»',
    ],
    [
      'feed: https://a.mx/1\n  - feed: https://a.mx/1',
      'sources/x.yml:6:3: «channels»: la dirección https://a.mx/1 se declara dos veces',
    ],
    ['together:\n      - feed: https://a.mx/1\n      - google-news: Tala', /va solo en su propia fuente/],
  ])('say file, line and what to do when %s is not right', (text, fault) => {
    expect(faultOf(text)).toMatch(fault)
  })
})

describe('the environment', () => {
  it('gives the tokens by the name that a channel uses, and none that is empty', () => {
    const env = { SINTESIS_TOKEN_FB_TALA: ' EAAB ', SINTESIS_TOKEN_X: '', SINTESIS_OTHER: 'no' }
    expect([...readEnvironment(env, null, '/').credentials]).toEqual([['FB_TALA', 'EAAB']])
  })
})
