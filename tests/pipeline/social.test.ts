// A tag of a network over HTTP → the edition's «Redes»: what people wrote, with its last counts and without their names.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '../../src/model.ts'
import { exportSpan } from '../../src/pipeline/deliver-export.ts'
import type { House } from '../../src/pipeline/house.ts'
import { ingestSource } from '../../src/pipeline/ingest.ts'
import { publishBrief } from '../../src/pipeline/publish.ts'
import { type Network, openNetwork } from '../collect/network-server.ts'
import { readPdf } from './pdf-text.ts'
import { openRegion, type Region } from './region.ts'

const HOST = 'mastodon.example'

const status = (id: number, handle: string, content: string, favourites: number) => ({
  id: String(id),
  created_at: `2026-11-05T2${id}:30:00.000Z`,
  url: `https://${HOST}/@${handle}/${id}`,
  replies_count: 1,
  reblogs_count: 12,
  favourites_count: favourites,
  content: `<p>${content}</p>`,
  reblog: null,
  account: { id: `9${id}`, username: handle, acct: handle, display_name: `Nombre de ${handle}` },
  media_attachments: [],
})

let region: Region
let network: Network
let house: House
let favourites = 3

beforeAll(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  network = await openNetwork({
    [HOST]: ({ path }) =>
      path === '/api/v1/timelines/tag/Tala'
        ? {
            body: [
              status(
                1,
                'lupita',
                'El Ayuntamiento de Tala, Jalisco, sigue sin mandar pipas 😡 #Tala',
                favourites,
              ),
              status(2, 'cronista', 'Ya abrió la feria del Ayuntamiento de Tala, Jalisco 🎡', 1),
            ],
          }
        : null,
  })
  const folder = join(region.workspace, 'sources/mx-jal')
  await mkdir(folder, { recursive: true })
  const head = 'medium: red-social\ntier: 3\nchannels:\n'
  await writeFile(
    join(folder, 'etiqueta.yml'),
    `name: Etiqueta Tala\nurl: https://${HOST}/tags/Tala\n${head}  - mastodon: "#Tala@${HOST}"\n`,
  )
  await writeFile(
    join(folder, 'cronista.yml'),
    `name: La cronista de Tala\nurl: https://${HOST}/@cronista\nenabled: false\ndisabledBecause: basta la etiqueta\n${head}  - mastodon: "@cronista@${HOST}"\n`,
  )
  house = await region.open({ web: { loopbackHosts: new Map([[HOST, network.port]]) } })
})
afterAll(async () => {
  await house?.close()
  await network?.close()
  await region?.drop()
})

async function visitTag(at: string): Promise<void> {
  region.setClock(at)
  const source = house.workspace.sources.find(({ id }) => id === 'mx-jal/etiqueta')
  if (source === undefined) throw new Error('the tag is declared')
  const round = await ingestSource(house, source)
  expect(round?.reason).toBeNull()
}

async function publish(date: string): Promise<Edition> {
  const brief = house.workspace.briefs.find(({ kind }) => kind === 'sintesis')
  if (brief === undefined) throw new Error('the region has its síntesis')
  const published = await publishBrief(house, brief, date)
  if (published === null) throw new Error('nobody else publishes')
  return published.edition
}

describe('what a tag found', () => {
  let text: string
  beforeAll(async () => {
    await visitTag('2026-11-06T06:30')
    favourites = 41
    await visitTag('2026-11-06T06:45')
    region.setClock('2026-11-06T06:50')
    const edition = await publish('2026-11-06')
    text = (await readPdf(edition.files[0] ?? '')).join(' ').replaceAll('\u00a0', ' ')
  }, 60_000)

  it('is told in its own part, and no note of the press comes of it', () => {
    expect(text).toContain('2 menciones de 2 cuentas:')
    expect(text).toMatch(/0 ?notas/)
    expect(text).toContain('De lo que habla del municipio, 2 publicaciones son de redes y se cuentan aparte.')
  })

  it('bears the last counts that the network showed before the edition', () => {
    expect(text).toContain('41 favoritos')
  })

  it('names a declared account and no person', () => {
    expect(text).toContain('Mastodon cuenta ciudadana ·')
    expect(text).toContain('Mastodon La cronista de Tala ·')
    expect(text).not.toContain('Nombre de')
    expect(text).not.toContain('lupita')
  })

  it('is not in the sheet of notes of those days', async () => {
    expect(await exportSpan(house, { from: '2026-11-05', to: '2026-11-06' }, 'csv')).toMatchObject({
      notes: 0,
    })
  })
})
