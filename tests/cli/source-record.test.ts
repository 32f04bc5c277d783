// `sintesis source record` against a real site: the files it leaves are the bytes that came, and no token among them.
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordSource } from '../../src/cli/source-record.ts'
import { READING, readRecording, readThrough, renderReading } from '../../src/cli/source-recording.ts'
import { trySource } from '../../src/cli/source-try.ts'
import { openRecordedWeb } from '../../src/collect/recorded-web.ts'
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

function contextOf(credentials = new Map<string, string>()) {
  const terminal = {
    print: (line = '') => void said.push(line),
    warn: (line: string) => void said.push(line),
    progress: () => {},
    settle: () => {},
  }
  const environment = () => ({ workspace: folder, databaseUrl: null, credentials, demonstration: null })
  return { terminal, environment, clock: () => NOON }
}

async function record(source: Source, credentials = new Map<string, string>(), notes = '2') {
  await recordSource(source, network.web, contextOf(credentials), { notes })
  const place = join(folder, 'tests/sources', source.id)
  const read = async (file: string) => JSON.parse(await readFile(join(place, file), 'utf8'))
  return { place, fixture: await read('fixture.json'), reading: await read('reading.json') }
}

describe('source record', () => {
  it('keeps the listing and the notes byte by byte, with what was read in them', async () => {
    network = await openNetwork({
      'elmedio.example': ({ path }): Reply =>
        path === '/feed'
          ? { headers: { 'content-type': 'application/rss+xml' }, body: feedOf(SITE, 3) }
          : { headers: HTML, body: PAGE },
    })
    const { place, fixture, reading } = await record(sourceOf(SITE, [{ kind: 'feed', url: `${SITE}/feed` }]))
    expect(await readdir(place)).toEqual(['000.xml', '001.html', '002.html', 'fixture.json', 'reading.json'])
    expect(await readFile(join(place, '000.xml'), 'utf8')).toBe(feedOf(SITE, 3))
    expect(fixture).toMatchObject({
      source: 'mx-jal/el-medio',
      pages: [
        { file: '000.xml', url: `${SITE}/feed` },
        { file: '001.html', url: `${SITE}/nota-1`, headers: HTML },
        { file: '002.html', status: 200 },
      ],
    })
    expect(reading).toMatchObject({
      channel: 'feed',
      listed: 3,
      notes: [{ article: { title: 'Nota de la fuga' }, reason: null }, { item: { url: `${SITE}/nota-2` } }],
    })
  })

  it('says which note could not be read, and keeps the others', async () => {
    network = await openNetwork({
      'elmedio.example': ({ path }): Reply | null =>
        path === '/feed'
          ? { headers: { 'content-type': 'application/rss+xml' }, body: feedOf(SITE, 2) }
          : null,
    })
    const { reading } = await record(sourceOf(SITE, [{ kind: 'feed', url: `${SITE}/feed` }]))
    expect(reading.notes[0]).toMatchObject({ article: null, reason: expect.stringMatching(/404/) })
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
    const { place, reading } = await record(
      sourceOf('https://www.facebook.com/1', [page]),
      new Map([['FB', 'EAAsecret']]),
    )
    const files = await Promise.all((await readdir(place)).map((file) => readFile(join(place, file), 'utf8')))
    expect(files.join('')).not.toContain('EAAsecret')
    expect(reading.notes).toMatchObject([{ item: { isWhole: true } }])
  })
})

describe('a recording', () => {
  const recordFeed = async () => {
    network = await openNetwork({
      'elmedio.example': ({ path }): Reply =>
        path === '/feed'
          ? { headers: { 'content-type': 'application/rss+xml' }, body: feedOf(SITE, 3) }
          : { headers: HTML, body: PAGE },
    })
    const source = sourceOf(SITE, [{ kind: 'feed', url: `${SITE}/feed` }])
    return { source, place: (await record(source)).place }
  }

  it('reads the same without the web, any number of times', async () => {
    const { source, place } = await recordFeed()
    const asked = network.asked.length
    for (let turn = 0; turn < 2; turn++) {
      const { answers, recordedAt } = await readRecording(place)
      const again = await readThrough(openRecordedWeb(answers, recordedAt), source, 2)
      expect(renderReading(again)).toBe(await readFile(join(place, READING), 'utf8'))
    }
    expect(network.asked).toHaveLength(asked)
  })

  it('is tried at the command line, and gives nothing that was not recorded', async () => {
    const { source, place } = await recordFeed()
    const { answers, recordedAt } = await readRecording(place)
    const web = openRecordedWeb(answers, recordedAt)
    said = []
    await trySource(source, web, contextOf(), 2)
    expect(said.join('\n')).toMatch(
      /3 notas por el canal feed[\s\S]*Nota 2, como se leería:\n {2}Título: Nota de la fuga/,
    )
    await expect(trySource(source, web, contextOf(), 3)).rejects.toThrow('nota-3 no está en la grabación')
  })

  it('whose bytes were changed is refused', async () => {
    const { place } = await recordFeed()
    await writeFile(join(place, '001.html'), 'otra cosa')
    await expect(readRecording(place)).rejects.toThrow(/001\.html cambió desde que se grabó/)
  })

  it('leads to no file outside its folder', async () => {
    const { place } = await recordFeed()
    const index = await readFile(join(place, 'fixture.json'), 'utf8')
    await writeFile(join(place, 'fixture.json'), index.replace('001.html', '../../001.html'))
    await expect(readRecording(place)).rejects.toThrow(/no es un archivo de la grabación/)
  })

  it('that is not there is told with how to make one', async () => {
    network = await openNetwork({})
    await expect(readRecording(join(folder, 'nada'))).rejects.toThrow(/hazla con «sintesis source record»/)
  })
})
