// A note that its outlet parts over several addresses → one note, with every page as evidence.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { House } from '../../src/pipeline/house.ts'
import { findCaptureBody } from '../../src/store/capture-files.ts'
import { findNotes } from '../../src/store/notes.ts'
import { startServer } from '../collect/server.ts'
import { declareOutlet } from './outlet.ts'
import { openRegion, type Region, readAll } from './region.ts'

const HOST = 'www.partes.test'
/** Slug → text of each page; null is a page that is not there. */
const NOTES: Readonly<Record<string, readonly (string | null)[]>> = {
  'entera-en-tres': ['primera', 'segunda', 'tercera'],
  'corta-en-la-segunda': ['primera', null],
  'repite-la-primera': ['unica', 'unica', 'unica'],
}
const TITLES: Readonly<Record<string, string>> = {
  'entera-en-tres': 'Historia del acueducto de Tala en tres entregas',
  'corta-en-la-segunda': 'Crónica de la feria de la caña y sus vecinos',
  'repite-la-primera': 'El cabildo aprueba el presupuesto de obra pública',
}

let region: Region
let house: House
let server: Awaited<ReturnType<typeof startServer>>

const feed = (): string => {
  const items = Object.keys(NOTES).map(
    (slug) => `<item><title>${TITLES[slug]}</title><link>http://${HOST}/${slug}/</link></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Partes</title>${items.join('')}</channel></rss>`
}

function page(slug: string, number: number): string | null {
  const part = NOTES[slug]?.[number - 1]
  if (part === undefined || part === null) return null
  const links = NOTES[slug]
    ?.map((_, at) => (at === 0 ? '' : `<a href="/${slug}/${at + 1}/">${at + 1}</a>`))
    .join(' ')
  const texts = [1, 2].map(
    (line) =>
      `<p>En la ${part} parte, línea ${line}, de ${slug.replaceAll('-', ' ')} se cuenta lo que dijeron los vecinos de Tala, Jalisco, ante el cabildo.</p>`,
  )
  return `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${TITLES[slug]}</title></head><body><main><article><h1>${TITLES[slug]}</h1>${texts.join('')}<div class="pages">${links}</div></article></main></body></html>`
}

beforeAll(async () => {
  server = await startServer((request, response) => {
    const path = request.url ?? '/'
    const [, slug = '', number = '1'] = path.split('/')
    const html = path === '/feed' ? feed() : page(slug, Number(number || '1'))
    if (html === null || path === '/robots.txt') response.writeHead(404).end()
    else
      response
        .setHeader('content-type', path === '/feed' ? 'application/rss+xml' : 'text/html; charset=utf-8')
        .end(html)
  })
  region = await openRegion({ notes: [], without: 'all' })
  await declareOutlet(region.workspace, 'mx-jal/partes', { host: HOST })
  house = await region.open({ web: { loopbackHosts: new Map([[HOST, server.port]]) } })
  await readAll(house)
})
afterAll(async () => {
  await house.close()
  await region.drop()
  await server.close()
})

async function read(slug: string) {
  const notes = await findNotes(house.store.db, { from: new Date(0), to: new Date('2100-01-01T00:00:00Z') })
  const note = notes.find(({ article }) => article.url.includes(slug))
  if (note === undefined) throw new Error(`no note ${slug}`)
  const captures = await house.store.db
    .selectFrom('capture')
    .innerJoin('note', 'note.item_id', 'capture.item_id')
    .select(['capture.url', 'capture.sha256'])
    .where('note.id', '=', note.id)
    .orderBy('capture.id')
    .execute()
  return { article: note.article, captures }
}

it('joins the pages of a note in order and keeps the capture of each', async () => {
  const { article, captures } = await read('entera-en-tres')
  expect(
    article.paragraphs.map((text) => /En la (\w+) parte, línea (\d)/.exec(text)?.slice(1).join(' ')),
  ).toEqual(['primera 1', 'primera 2', 'segunda 1', 'segunda 2', 'tercera 1', 'tercera 2'])
  expect(article.completeness).toBe('completa')
  expect(captures.map(({ url }) => new URL(url).pathname)).toEqual([
    '/entera-en-tres/',
    '/entera-en-tres/2/',
    '/entera-en-tres/3/',
  ])
  for (const { sha256 } of captures)
    expect((await findCaptureBody(house.data, sha256)).byteLength).toBeGreaterThan(300)
})

it('keeps a note whose further page is not there, and says that it is cut short', async () => {
  const { article, captures } = await read('corta-en-la-segunda')
  expect(article).toMatchObject({ completeness: 'truncada' })
  expect(article.paragraphs).toHaveLength(2)
  expect(captures).toHaveLength(1)
})

it('stops where a page says nothing new', async () => {
  const { article, captures } = await read('repite-la-primera')
  expect(article.paragraphs).toHaveLength(2)
  expect(article.completeness).toBe('completa')
  expect(captures).toHaveLength(1)
})

it('asks for each page once', () => {
  const pages = server.paths.filter((path) => path.includes('entera'))
  expect(pages).toEqual(['/entera-en-tres/', '/entera-en-tres/2/', '/entera-en-tres/3/'])
})
