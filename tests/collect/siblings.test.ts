// Channels declared together: all are read as one rung, and what one of them fails to give is not lost silently.
import { afterEach, describe, expect, it } from 'vitest'
import { listItems, listRungs } from '../../src/collect/collect.ts'
import type { Channel } from '../../src/model.ts'
import { feedOf, LINKS, openTestWeb, sourceOf } from './press.ts'
import { type Routes, startSite, type TestServer } from './server.ts'

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

type Options = { readonly ageDays?: number; readonly count?: number }
const sectionFeed = (name: string, { count = 3, ageDays = 0 }: Options = {}) =>
  feedOf('{site}', count, { path: `/${name}/nota-`, ageDays })

/** An outlet of two section feeds that belong together and a front page below them. */
async function openSections(routes: Routes) {
  const site: TestServer = await startSite(
    Object.fromEntries(
      Object.entries(routes).map(([path, body]) => [
        path,
        typeof body === 'string'
          ? (_: unknown, answer: Answer) => answer.end(body.replaceAll('{site}', site.url))
          : body,
      ]),
    ),
  )
  opened.push(site)
  const web = openTestWeb()
  opened.push(web)
  const sections = ['/local.xml', '/policia.xml'].map(
    (path): Channel => ({ kind: 'feed', url: site.url + path }),
  )
  const front: Channel = { kind: 'page', url: `${site.url}/portada`, select: LINKS }
  const source = sourceOf(site.url, [...sections, front], { together: [sections.map(({ url }) => url)] })
  return { site, source, list: (memories = []) => listItems(source, web, memories) }
}
type Answer = { end: (body: string) => unknown }

const pathsOf = (items: readonly { readonly url: string }[]) => items.map(({ url }) => new URL(url).pathname)
const front = '<article><h2><a href="/portada/nota-de-portada">Nota de portada</a></h2></article>'

describe('channels declared together', () => {
  it('are one rung, where the first of them stands', () => {
    const channels = ['a', 'b', 'c', 'd'].map((name): Channel => ({ kind: 'feed', url: `http://x/${name}` }))
    const rungs = listRungs(sourceOf('http://x', channels, { together: [['http://x/b', 'http://x/d']] }))
    expect(rungs.map((rung) => pathsOf(rung))).toEqual([['/a'], ['/b', '/d'], ['/c']])
  })

  it('are all read, and the next rung is not asked when they serve', async () => {
    const { site, list } = await openSections({
      '/local.xml': sectionFeed('local', { count: 2 }),
      '/policia.xml': sectionFeed('policia', { count: 1 }),
      '/portada': front,
    })
    const listing = await list()
    expect(pathsOf(listing.items)).toEqual(['/local/nota-1', '/local/nota-2', '/policia/nota-1'])
    expect(listing).toMatchObject({ channel: 'feed', state: 'leida', reason: null })
    expect(pathsOf(listing.parts)).toEqual(['/local.xml', '/policia.xml'])
    expect(listing.memories).toHaveLength(2)
    expect(site.paths).toEqual(['/local.xml', '/policia.xml'])
  })

  it('list once a note that two of them have, and account for the other time', async () => {
    const { list } = await openSections({
      '/local.xml': sectionFeed('x'),
      '/policia.xml': sectionFeed('x', { count: 4 }),
    })
    const listing = await list()
    expect(listing.items).toHaveLength(4)
    expect(listing.excluded.map(({ reason }) => reason)).toEqual(
      Array(3).fill('también está en otra lista de la fuente'),
    )
  })

  it('keep what the others gave when one fails, and have the next rung read besides', async () => {
    const { list } = await openSections({
      '/local.xml': sectionFeed('local', { count: 2 }),
      '/portada': front,
    })
    const listing = await list()
    expect(pathsOf(listing.items)).toEqual(['/local/nota-1', '/local/nota-2', '/portada/nota-de-portada'])
    expect(pathsOf(listing.parts)).toEqual(['/local.xml', '/portada'])
    expect(listing.reason).toMatch(/^feed http\S+\/policia\.xml: .*no existe \(404\)$/)
  })

  it('serve although one section rests, which is told', async () => {
    const { site, list } = await openSections({
      '/local.xml': sectionFeed('local'),
      '/policia.xml': sectionFeed('policia', { ageDays: 40 }),
      '/portada': front,
    })
    const listing = await list()
    expect(listing.items).toHaveLength(6)
    expect(listing.reason).toContain('policia.xml: está detenido')
    expect(site.paths).not.toContain('/portada')
  })

  it('give way when all of them stand still', async () => {
    const old = { ageDays: 40 }
    const { site, list } = await openSections({
      '/local.xml': sectionFeed('local', old),
      '/policia.xml': sectionFeed('policia', old),
      '/portada': front,
    })
    expect(pathsOf((await list()).items)).toContain('/portada/nota-de-portada')
    expect(site.paths).toContain('/portada')
  })

  it('fail with the reason of each when nothing serves', async () => {
    const { list } = await openSections({})
    const listing = await list()
    expect(listing).toMatchObject({ state: 'con-falla', channel: null, parts: [] })
    expect(listing.reason?.match(/404/g)).toHaveLength(3)
  })
})
