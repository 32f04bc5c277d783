// `sintesis source record` against a real site: the files it leaves are the bytes that came, and no token among them.
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordSource } from '../../src/cli/source-record.ts'
import type { Channel, Source } from '../../src/model.ts'
import { type Network, openNetwork, type Reply } from '../collect/network-server.ts'
import { feedOf, NOON, sourceOf } from '../collect/press.ts'

const SITE = 'http://elmedio.example'
const HTML = { 'content-type': 'text/html; charset=utf-8' }
const PAGE =
  '<!doctype html><html><head><title>Nota</title></head><body><article><h1>Nota de la fuga</h1><p>El Cabildo aprobó el presupuesto de este año con la mayoría de los votos, según dijo la regidora al terminar la sesión.</p></article></body></html>'

let folder: string
let network: Network
let said: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'sintesis-record-'))
  said = []
})
afterEach(async () => {
  await network.close()
  await rm(folder, { recursive: true, force: true })
})

async function record(source: Source, credentials = new Map<string, string>(), notes = '2') {
  const terminal = {
    print: (line = '') => void said.push(line),
    warn: (line: string) => void said.push(line),
    progress: () => {},
    settle: () => {},
  }
  const environment = () => ({ workspace: folder, databaseUrl: null, credentials, demonstration: null })
  const context = { terminal, environment, clock: () => NOON }
  await recordSource(source, network.web, context, { notes })
  const place = join(folder, 'tests/sources', source.id)
  return { place, fixture: JSON.parse(await readFile(join(place, 'fixture.json'), 'utf8')) }
}

describe('source record', () => {
  it('keeps the listing and the notes byte by byte, with what was read in them', async () => {
    network = await openNetwork({
      'elmedio.example': ({ path }): Reply =>
        path === '/feed'
          ? { headers: { 'content-type': 'application/rss+xml' }, body: feedOf(SITE, 3) }
          : { headers: HTML, body: PAGE },
    })
    const { place, fixture } = await record(sourceOf(SITE, [{ kind: 'feed', url: `${SITE}/feed` }]))
    expect(await readdir(place)).toEqual(['000.xml', '001.html', '002.html', 'fixture.json'])
    expect(await readFile(join(place, '000.xml'), 'utf8')).toBe(feedOf(SITE, 3))
    expect(fixture).toMatchObject({
      source: 'mx-jal/el-medio',
      channel: 'feed',
      listed: 3,
      pages: [{ url: `${SITE}/feed` }, { url: `${SITE}/nota-1`, headers: HTML }, { status: 200 }],
      notes: [
        { file: '001.html', article: { title: 'Nota de la fuga' }, reason: null },
        { file: '002.html', item: { url: `${SITE}/nota-2` } },
      ],
    })
  })

  it('says which note could not be read, and keeps the others', async () => {
    network = await openNetwork({
      'elmedio.example': ({ path }): Reply | null =>
        path === '/feed'
          ? { headers: { 'content-type': 'application/rss+xml' }, body: feedOf(SITE, 2) }
          : null,
    })
    const { fixture } = await record(sourceOf(SITE, [{ kind: 'feed', url: `${SITE}/feed` }]))
    expect(fixture.notes[0]).toMatchObject({ article: null, reason: expect.stringMatching(/404/) })
    expect(said.join('\n')).toMatch(/nota-1: .*404/)
  })

  it('keeps no token, not even the one that the network repeats', async () => {
    const page: Channel = { kind: 'facebook', url: 'https://www.facebook.com/1', token: 'FB' }
    const post = {
      id: '1_1',
      message: 'Aviso de corte de agua.',
      permalink_url: 'https://www.facebook.com/1/posts/1',
    }
    network = await openNetwork(
      {
        'graph.facebook.com': () => ({
          body: {
            data: [post],
            paging: { next: 'https://graph.facebook.com/v24.0/1/feed?access_token=EAAsecret&until=1' },
          },
        }),
      },
      { credentials: new Map([['FB', 'EAAsecret']]) },
    )
    const { place, fixture } = await record(
      sourceOf('https://www.facebook.com/1', [page]),
      new Map([['FB', 'EAAsecret']]),
    )
    const files = await Promise.all((await readdir(place)).map((file) => readFile(join(place, file), 'utf8')))
    expect(files.join('')).not.toContain('EAAsecret')
    expect(fixture.notes).toMatchObject([{ file: null, item: { isWhole: true } }])
  })
})
