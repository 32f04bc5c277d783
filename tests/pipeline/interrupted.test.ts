// A visit that died half way → the next one reads the listing as if it had not been, and loses nothing behind its first notes.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Round, Source } from '../../src/model.ts'
import type { House } from '../../src/pipeline/house.ts'
import { ingestSource } from '../../src/pipeline/ingest.ts'
import { findGaps } from '../../src/store/listed-windows.ts'
import { findNotes } from '../../src/store/notes.ts'
import { startServer, type TestServer } from '../collect/server.ts'
import { instantAt, openRegion, type Region } from './region.ts'

const HOST = 'www.elarchivo.test'
const ALWAYS = { from: new Date(0), to: instantAt('2027-01-01T00:00') }

let region: Region
let server: TestServer
let house: House
/** Slugs on each page of the section, the newest page first. */
let pages: string[][]

beforeEach(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  server = await startServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const path = request.url ?? '/'
    const page = Number(/^\/noticias\/(\d+)$/.exec(path)?.[1] ?? -1)
    if (path === '/robots.txt') response.writeHead(404).end()
    else response.end(page >= 0 ? listingOf(page) : noteOf(path))
  })
  const declared = [
    `name: ${HOST}`,
    `url: http://${HOST}`,
    'medium: portal',
    'tier: 2',
    'every: 60m',
    'channels:',
    `  - page: http://${HOST}/noticias/0`,
    '    item: .nota',
    '    link: a',
  ]
  await mkdir(join(region.workspace, 'sources/mx-jal'), { recursive: true })
  await writeFile(join(region.workspace, 'sources/mx-jal/archivo.yml'), `${declared.join('\n')}\n`)
  house = await region.open({ web: { loopbackHosts: new Map([[HOST, server.port]]) } })
})
afterEach(async () => {
  await house.close()
  await server.close()
  await region.drop()
})

function listingOf(page: number): string {
  const entries = pages[page]?.map(
    (slug) => `<div class="nota"><a href="/${slug}">${titleOf(slug)}</a></div>`,
  )
  const older = page + 1 < pages.length ? `<a class="next" href="/noticias/${page + 1}">Más</a>` : ''
  return `<!doctype html><html lang="es"><body>${entries?.join('')}${older}</body></html>`
}

const titleOf = (slug: string) =>
  `El Ayuntamiento de Tala anuncia ${slug.replaceAll('-', ' ')} para el invierno`

function noteOf(path: string): string {
  const title = titleOf(path.slice(1))
  const text = `${title}, en una sesión a la que asistieron vecinos de Cuisillos y de Ahuisculco. La presidenta municipal dijo que empezará la próxima semana y que cada colonia conocerá las fechas por anticipado.`
  return `<!doctype html><html lang="es"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p><p>Los vecinos pidieron que se publique cuánto costará y quién responderá si no se cumple; el cabildo se comprometió a contestar por escrito antes de que termine el mes.</p></article></body></html>`
}

function source(): Source {
  const [found] = house.workspace.sources
  if (found === undefined) throw new Error('no source is declared')
  return found
}

async function visit(within: House = house): Promise<Round> {
  const round = await ingestSource(within, source())
  if (round === null) throw new Error('busy')
  return round
}

/** Visits and dies when it asks for this note: its database is gone, so nothing of its round is kept. */
async function dieAt(slug: string): Promise<void> {
  const gone = Object.assign(new Error('terminating connection'), { code: '57P01' })
  const fetch: House['web']['fetch'] = async (url, options) => {
    if (url === `http://${HOST}/${slug}`) throw gone
    return house.web.fetch(url, options)
  }
  await expect(visit({ ...house, web: { ...house.web, fetch } })).rejects.toBe(gone)
}

async function keptSlugs(): Promise<string[]> {
  const notes = await findNotes(house.store.db, ALWAYS)
  return notes.map(({ article }) => new URL(article.url).pathname.slice(1)).toSorted()
}

it('reads the older pages of a listing again although the first note of its first page is kept', async () => {
  pages = [
    ['la-poda', 'la-fuga'],
    ['el-bacheo', 'el-desazolve'],
  ]
  await dieAt('la-fuga')
  expect(await keptSlugs()).toEqual(['la-poda'])
  await visit()
  expect(await keptSlugs()).toEqual(['el-bacheo', 'el-desazolve', 'la-fuga', 'la-poda'])
})

it('asks for no older page once a whole visit has met a note of the first', async () => {
  pages = [['la-poda'], ['el-bacheo']]
  await visit()
  const asked = server.paths.length
  region.setClock('2026-11-06T08:00')
  pages = [['la-fuga', 'la-poda'], ['el-bacheo']]
  await visit()
  expect(server.paths.slice(asked)).toEqual(['/noticias/0', '/la-fuga'])
})

it('still tells that notes may have slipped by between the visit before and the one that died', async () => {
  pages = [['la-poda']]
  await visit()
  region.setClock('2026-11-06T09:00')
  pages = [['la-fuga', 'el-bacheo']]
  await dieAt('el-bacheo')
  region.setClock('2026-11-06T09:10')
  await visit()
  expect(await findGaps(house.store.db, ALWAYS)).toMatchObject([
    { from: instantAt('2026-11-06T06:50'), to: instantAt('2026-11-06T09:10') },
  ])
})
