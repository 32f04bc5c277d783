// Posts brought by a person → notes like any other: one end each, once, with their evidence and the series of their counts.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Source } from '../../src/model.ts'
import type { House } from '../../src/pipeline/house.ts'
import { ingestSource } from '../../src/pipeline/ingest.ts'
import { ingestByHand, ingestExport } from '../../src/pipeline/manual.ts'
import { findCaptureBody } from '../../src/store/capture-files.ts'
import { findCapture } from '../../src/store/captures.ts'
import { findCounts } from '../../src/store/counts.ts'
import { findNoteIdByUrl } from '../../src/store/dossier.ts'
import { findSourceHealth } from '../../src/store/health.ts'
import { findNotes } from '../../src/store/notes.ts'
import { findSpending } from '../../src/store/spending.ts'
import { type Network, openNetwork } from '../collect/network-server.ts'
import { instantAt, openRegion, type Region } from './region.ts'

const ALWAYS = { from: new Date(0), to: instantAt('2026-12-31T00:00') }
const CSV = (views: number) =>
  `Permalink,Description,Publish time,Views,Reactions\nhttps://www.facebook.com/radiotala/posts/1,"El Ayuntamiento de Tala, Jalisco, suspende el agua en el Centro.",11/05/2026 10:30,${views},12\nhttps://www.facebook.com/radiotala/posts/2,,11/05/2026 11:30,,\n,Historia,11/05/2026 12:30,,\n`

let region: Region
let house: House

beforeAll(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  const folder = join(region.workspace, 'sources/mx-jal')
  await mkdir(folder, { recursive: true })
  const head = (name: string) =>
    `name: ${name}\nurl: https://www.facebook.com/x\nmedium: red-social\ntier: 3\n`
  for (const name of ['csv', 'mano', 'pantalla']) {
    const off = 'enabled: false\ndisabledBecause: se captura a mano\n'
    await writeFile(join(folder, `${name}.yml`), `${head(name)}${off}`)
  }
  await writeFile(
    join(folder, 'red.yml'),
    `${head('red')}channels:\n  - { x: radiotala, token: X_TALA, monthlyPosts: 15 }\n`,
  )
  await writeFile(join(folder, 'radar.yml'), `${head('radar')}channels:\n  - google-news: Tala\n`)
})
afterAll(() => region?.drop())
beforeEach(async () => {
  region.setClock('2026-11-06T06:50')
  house = await region.open()
})
afterEach(() => house.close())

function sourceOf(name: string, within: House = house): Source {
  const source = within.workspace.sources.find(({ id }) => id === `mx-jal/${name}`)
  if (source === undefined) throw new Error(`${name} is not declared`)
  return source
}

describe('an export', () => {
  it('is kept once however often it is imported, and its counts become a series', async () => {
    const source = sourceOf('csv')
    const first = await ingestExport(house, source, CSV(100))
    expect(first.round.ends.map(({ end }) => end)).toEqual(['kept', 'unreadable'])
    expect(first.refused).toEqual([{ row: 4, reason: 'no trae la liga de la publicación' }])

    region.setClock('2026-11-07T06:50')
    const second = await ingestExport(house, source, CSV(140))
    region.setClock('2026-11-08T06:50')
    await ingestExport(house, source, CSV(140))
    expect(second.round.ends.map(({ end }) => end)).toEqual(['known', 'known'])
    const notes = await findNotes(house.store.db, { ...ALWAYS, sourceId: source.id })
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatchObject({
      article: {
        title: expect.stringContaining('suspende el agua'),
        publishedAt: instantAt('2026-11-05T10:30'),
      },
      reach: { value: 100, unit: 'vistas' },
    })
    expect(notes[0]?.mentions.length).toBeGreaterThan(0)
    expect(await findCounts(house.store.db, notes[0]?.id ?? 0)).toEqual([
      { takenAt: instantAt('2026-11-06T06:50'), views: 100, reactions: 12, comments: null, shares: null },
      { takenAt: instantAt('2026-11-07T06:50'), views: 140, reactions: 12, comments: null, shares: null },
    ])
  })
})

describe('a capture by hand', () => {
  const post = (id: number) => ({
    url: `https://www.facebook.com/radiotala/posts/${id}`,
    title: null,
    text: 'La alcaldesa de Tala, Jalisco, abrió la Feria de la Caña.',
    author: 'Radio Tala',
    publishedAt: instantAt('2026-11-05T18:00'),
    counts: null,
  })

  it('keeps the screenshot as evidence, byte by byte', async () => {
    const source = sourceOf('pantalla')
    const screenshot = Buffer.from('89504e470d0a1a0a0000', 'hex')
    const round = await ingestByHand(house, source, post(7), screenshot)
    expect(round).toMatchObject({ channel: 'manual', ends: [{ end: 'kept' }] })
    const noteId = await findNoteIdByUrl(house.store.db, post(7).url)
    const row = await house.store.db
      .selectFrom('note')
      .select('capture_id')
      .where('id', '=', noteId ?? 0)
      .executeTakeFirstOrThrow()
    const capture = await findCapture(house.store.db, house.data, row.capture_id)
    const sha256 = capture?.headers['x-sintesis-screenshot'] ?? ''
    expect(Buffer.from(await findCaptureBody(house.data, sha256))).toEqual(screenshot)
    expect(await findCounts(house.store.db, noteId ?? 0)).toEqual([])
  })

  it('is known the second time, also under the other form of its address', async () => {
    const source = sourceOf('mano')
    await ingestByHand(house, source, post(8), null)
    const twin = { ...post(8), url: 'http://facebook.com/radiotala/posts/8' }
    expect((await ingestByHand(house, source, twin, null)).ends).toMatchObject([{ end: 'known' }])
  })

  it('cures nothing of a source whose own channels fail', async () => {
    const source = sourceOf('mano')
    await ingestByHand(house, source, post(9), null)
    const health = (await findSourceHealth(house.store.db, house.clock())).find(
      ({ sourceId }) => sourceId === source.id,
    )
    expect(health?.lastSuccessAt).toBeNull()
  })

  it('refuses what is no address', async () => {
    await expect(
      ingestByHand(house, sourceOf('mano'), { ...post(1), url: 'sin liga' }, null),
    ).rejects.toThrow(/no es una dirección/)
  })
})

describe('a budget', () => {
  let network: Network
  afterEach(() => network.close())

  it('is kept in the archive across houses, and what it bought has its counts', async () => {
    let next = 100
    network = await openNetwork({
      'api.x.com': ({ query }) => {
        const ids = Array.from({ length: Number(query.get('max_results')) }, () => String(next++))
        const data = ids.map((id) => ({
          id,
          text: `Aviso ${id}: sin agua en Tala, Jalisco, este viernes por la tarde.`,
          created_at: '2026-11-06T12:00:00.000Z',
          public_metrics: { like_count: 3, impression_count: 90 },
        }))
        return { body: { data, meta: { newest_id: ids.at(-1), result_count: ids.length } } }
      },
    })
    const port = { loopbackHosts: new Map([['api.x.com', network.port]]) }
    const credentials = new Map([['X_TALA', 'AAAA']])
    for (const hour of ['07', '08', '09']) {
      region.setClock(`2026-11-06T${hour}:00`)
      const own = await region.open({ web: { ...port, credentials } })
      const round = await ingestSource(own, sourceOf('red', own))
      expect(round?.state).toBe(hour === '07' ? 'leida' : 'con-falla')
      await own.close()
    }
    expect(network.asked).toHaveLength(1)
    expect(await findSpending(house.store.db, 'X_TALA', '2026-11')).toBe(10)
    const [note] = await findNotes(house.store.db, { ...ALWAYS, sourceId: 'mx-jal/red' })
    expect(await findCounts(house.store.db, note?.id ?? 0)).toMatchObject([{ views: 90, reactions: 3 }])
  })
})

describe('the radar', () => {
  it('says of each headline of others whether it is captured, and what is missing', async () => {
    await ingestExport(
      house,
      sourceOf('csv'),
      'Permalink,Title,Description\nhttps://www.facebook.com/radiotala/posts/31,"Cierran la calle Hidalgo",Por obras\n',
    )
    const item = (title: string, outlet: string, site: string) =>
      `<item><title>${title} - ${outlet}</title><link>https://news.google.com/rss/articles/${title.length}</link><source url="${site}">${outlet}</source></item>`
    const network = await openNetwork({
      'news.google.com': () => ({
        body: `<rss version="2.0"><channel>${item('«Cierran» la calle Hidalgo', 'Otro', 'https://otro.example')}${item('Detienen a dos', 'El Lejano', 'https://lejano.example')}</channel></rss>`,
      }),
    })
    const own = await region.open({
      web: { loopbackHosts: new Map([['news.google.com', network.port]]) },
    })
    const round = await ingestSource(own, sourceOf('radar', own))
    await own.close()
    await network.close()
    expect(round?.ends.map(({ end, reason }) => `${end}: ${reason}`)).toEqual([
      'excluded: radar: ya captada',
      'excluded: radar: la publicó El Lejano (lejano.example), que no está entre las fuentes',
    ])
    expect(await findNotes(house.store.db, { ...ALWAYS, sourceId: 'mx-jal/radar' })).toEqual([])
  })
})
