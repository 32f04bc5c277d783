// An outlet that sets its own advertisement into each note → what the archive keeps of it, before and after it is known.
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Note } from '../../src/model.ts'
import type { House } from '../../src/pipeline/house.ts'
import { captureFile } from '../../src/store/capture-files.ts'
import { findCutTexts } from '../../src/store/furniture.ts'
import { findNotes } from '../../src/store/notes.ts'
import { findRereadings } from '../../src/store/rereading.ts'
import { keepTone } from '../../src/store/tones.ts'
import { startServer } from '../collect/server.ts'
import { declareOutlet } from './outlet.ts'
import { openRegion, publish, type Region, readAll } from './region.ts'

const HOST = 'www.anuncios.test'
const AD =
  'El salón Los Arcos de Tala, Jalisco, aparta su fecha para bodas y quince años con mil pesos de anticipo.'
const TOPICS = ['el puente', 'la feria', 'el predial', 'la escuela', 'el drenaje', 'el mercado']

let region: Region
let house: House
let server: Awaited<ReturnType<typeof startServer>>
let listed = 2

const feed = (): string => {
  const items = TOPICS.slice(0, listed).map(
    (topic, at) =>
      `<item><title>El Ayuntamiento de Tala habla de ${topic}</title><link>http://${HOST}/n${at}</link></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Anuncios</title>${items.join('')}</channel></rss>`
}

const page = (at: number): string => {
  const topic = TOPICS[at] ?? ''
  const texts = [
    `El Ayuntamiento de Tala, Jalisco, explicó este jueves qué hará con ${topic} y cuánto costará a los vecinos de cada colonia.`,
    `La presidenta municipal dijo que de ${topic} se hablará en la próxima sesión del cabildo, abierta a quien quiera asistir.`,
  ]
  return `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>El Ayuntamiento de Tala habla de ${topic}</title>
<meta property="article:published_time" content="2026-11-06T05:00:00-06:00"></head><body><main><article><h1>El Ayuntamiento de Tala habla de ${topic}</h1>
<p>${texts[0]}</p><div class="bx7"><p>${AD}</p></div><p>${texts[1]}</p></article></main></body></html>`
}

beforeAll(async () => {
  server = await startServer((request, response) => {
    const path = request.url ?? '/'
    if (path === '/feed') response.setHeader('content-type', 'application/rss+xml').end(feed())
    else if (path === '/robots.txt') response.writeHead(404).end()
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(page(Number(path.slice(2))))
  })
  region = await openRegion({ notes: [], without: 'all' })
  await declareOutlet(region.workspace, 'mx-jal/anuncios', { host: HOST })
  house = await region.open({ web: { loopbackHosts: new Map([[HOST, server.port]]) } })
})
afterAll(async () => {
  await house.close()
  await region.drop()
  await server.close()
})

const EVER = { from: new Date(0), to: new Date('2100-01-01T00:00:00Z') }
const hasAd = ({ article }: Note): boolean => article.paragraphs.includes(AD)
const findAll = async (): Promise<Note[]> =>
  (await findNotes(house.store.db, EVER)).toSorted((one, other) => one.id - other.id)

it('keeps a text that no other note is known to carry, and cuts it from the fourth on', async () => {
  await readAll(house)
  expect((await findAll()).map(hasAd)).toEqual([true, true])
  listed = 5
  region.setClock('2026-11-06T07:20')
  await readAll(house)
  const notes = await findAll()
  expect(notes.map(hasAd)).toEqual([true, true, true, false, false])
  expect(await findCutTexts(house.store.db, notes[4]?.id ?? 0)).toEqual([AD])
  expect(notes[4]?.article.paragraphs).toHaveLength(2)
})

it('reads earlier notes again before an edition, but none that a person judged nor one whose capture is gone', async () => {
  const [first, judged, lost] = await findAll()
  if (first === undefined || judged === undefined || lost === undefined)
    throw new Error('three notes expected')
  const tone = { label: 'neutro', score: 0, confidence: 1, reasons: [], needsReview: false } as const
  await keepTone(house.store.db, judged.id, { tone, by: 'Paola', at: region.clock(), comment: null })
  await rm(captureFile(house.data, lost.captureSha256))
  region.setClock('2026-11-06T07:30')
  await publish(house, 'sintesis', '2026-11-06')
  const notes = await findAll()
  expect(notes.map(hasAd)).toEqual([false, true, true, false, false])
  expect(await findRereadings(house.store.db, first.id)).toEqual([
    { at: region.clock(), reason: 'se quitó lo que el medio repite en otras notas: 1 párrafo' },
  ])
  expect(await findRereadings(house.store.db, lost.id)).toEqual([
    {
      at: region.clock(),
      reason: expect.stringMatching(/^no se pudo volver a leer: No se puede leer el testigo/),
    },
  ])
  const before = await house.store.db
    .selectFrom('note_rereading')
    .select('paragraphs')
    .where('note_id', '=', first.id)
    .execute()
  expect(before).toEqual([{ paragraphs: first.article.paragraphs }])
})

it('finds mentions anew where they now stand', async () => {
  const [first] = await findAll()
  const hits =
    first?.mentions.flatMap((mention) => mention.hits).filter(({ field }) => field === 'body') ?? []
  expect(hits.length).toBeGreaterThan(0)
  for (const { paragraph, start, end, text } of hits) {
    expect(first?.article.paragraphs[paragraph]?.slice(start, end)).toBe(text)
  }
})

it('changes no note that an edition has told', async () => {
  await house.store.db.deleteFrom('tone').where('given_by', '=', 'Paola').execute()
  listed = 6
  region.setClock('2026-11-07T06:50')
  await readAll(house)
  await publish(house, 'sintesis', '2026-11-07')
  expect((await findAll()).map(hasAd)).toEqual([false, true, true, false, false, false])
})
