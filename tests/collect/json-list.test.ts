// A JSON API by its declared paths, over HTTP.
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { readJsonList } from '../../src/collect/json-list.ts'
import type { JsonSelection } from '../../src/model.ts'
import { type Network, openNetwork } from './network-server.ts'

const HOST = 'api.elmedio.example'
const READ: JsonSelection = {
  list: 'data.notas',
  link: 'https://www.elmedio.example/nota/{seccion.slug}/{slug}',
  title: 'titulo',
  date: 'publicado',
  summary: 'bajada',
  body: 'cuerpo.0.html',
}
const CHANNEL = { kind: 'json', url: `https://${HOST}/v1/notas`, read: READ, token: null } as const
const note = (slug: string, rest: object = {}) => ({
  slug,
  seccion: { slug: 'local' },
  titulo: 'La fuga de la calle &aacute;urea',
  publicado: '2026-11-06T10:00:00',
  bajada: '<p>Un resumen.</p>',
  cuerpo: [{ html: '<p>Texto.</p>' }],
  ...rest,
})

let network: Network
afterEach(() => network?.close())

describe('a JSON API', () => {
  it('is read by its paths, its addresses made from a template', async () => {
    network = await openNetwork({ [HOST]: () => ({ body: { data: { notas: [note('fuga-de-agua')] } } }) })
    const { items } = await network.list(CHANNEL)
    expect(items).toMatchObject([
      {
        url: 'https://www.elmedio.example/nota/local/fuga-de-agua',
        channel: 'json',
        title: 'La fuga de la calle áurea',
        summary: 'Un resumen.',
        contentHtml: '<p>Texto.</p>',
        publishedAt: new Date('2026-11-06T16:00:00Z'),
        isWhole: false,
      },
    ])
  })

  it.each([
    [1_794_067_200, '2026-11-07T16:00:00.000Z'],
    [1_794_067_200_000, '2026-11-07T16:00:00.000Z'],
    ['hace 2 horas', '2026-11-06T16:00:00.000Z'],
  ])('understands the date %s', async (publicado, expected) => {
    network = await openNetwork({ [HOST]: () => ({ body: { data: { notas: [note('a', { publicado })] } } }) })
    const [item] = (await network.list(CHANNEL)).items
    expect(item?.publishedAt?.toISOString()).toBe(expected)
  })

  it('sends its token in a header', async () => {
    network = await openNetwork(
      { [HOST]: () => ({ body: [{ url: '/a-b-c-d-e' }] }) },
      { credentials: new Map([['API', 's3creto']]) },
    )
    const read = { ...READ, list: null, link: 'url' }
    const listing = await network.list({ ...CHANNEL, read, token: 'API' })
    expect(network.asked[0]?.authorization).toBe('Bearer s3creto')
    expect(listing.items.map(({ url }) => url)).toEqual([`https://${HOST}/a-b-c-d-e`])
  })

  it.each([
    [{ data: { articulos: [] } }, /se esperaba una lista de notas en «data\.notas» .* las claves data/],
    [{ data: { notas: [{ id: 1 }] } }, /se esperaba la liga de cada nota .* las claves id/],
    ['<html>', /se esperaba el JSON de api\.elmedio\.example/],
  ])('says what it found when its shape is another', async (body, reason) => {
    network = await openNetwork({ [HOST]: () => ({ body }) })
    const listing = await network.list(CHANNEL)
    expect(listing.state).toBe('con-falla')
    expect(listing.reason).toMatch(reason)
  })

  it('leaves out a note whose address lacks a part, and keeps the others', async () => {
    network = await openNetwork({
      [HOST]: () => ({ body: { data: { notas: [note('a'), note('b', { seccion: null })] } } }),
    })
    const { items, excluded } = await network.list(CHANNEL)
    expect(items).toHaveLength(1)
    expect(excluded).toMatchObject([{ reason: 'sin liga que se pueda abrir' }])
  })

  it('never fails in any other way, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(null, 'data.notas', '0', '__proto__'), (json, list) => {
        try {
          expect(Array.isArray(readJsonList(json, { ...READ, list }))).toBe(true)
        } catch (error) {
          expect((error as Error).name).toBe('SourceChanged')
        }
      }),
    )
  })
})
