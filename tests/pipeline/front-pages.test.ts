// A paper's front page over HTTP, or left by a person → the edition's «Primeras planas»: once a day, tried until it changes, as evidence.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gatherFrontPages } from '../../src/pipeline/front-pages.ts'
import type { House } from '../../src/pipeline/house.ts'
import { publishBrief } from '../../src/pipeline/publish.ts'
import { visitSources } from '../../src/pipeline/run.ts'
import { findCaptureBody } from '../../src/store/capture-files.ts'
import { findFrontPages } from '../../src/store/front-pages.ts'
import { type Network, openNetwork } from '../collect/network-server.ts'
import { readPdf } from './pdf-text.ts'
import { instantAt, openRegion, type Region } from './region.ts'

const HOST = 'diario.example'
const EMPTY_FEED = '<rss version="2.0"><channel><title>El Diario</title></channel></rss>'

/** A front page in the colour of its day. */
function paper(color: string): Buffer {
  const canvas = createCanvas(300, 400)
  const brush = canvas.getContext('2d')
  brush.fillStyle = color
  brush.fillRect(0, 0, 300, 400)
  return canvas.toBuffer('image/jpeg')
}

let region: Region
let network: Network
let house: House
let printed: Buffer | null = paper('#204080')

beforeAll(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  network = await openNetwork({
    [HOST]: ({ path }) => {
      if (path === '/rss') return { body: EMPTY_FEED }
      if (path === '/hoy.jpg' && printed !== null) return { body: printed }
      return null
    },
  })
  const folder = join(region.workspace, 'sources/mx-jal')
  await mkdir(folder, { recursive: true })
  const declare = (id: string, rest: string) =>
    writeFile(join(folder, `${id}.yml`), `name: ${id}\nmedium: periodico\ntier: 1\n${rest}`)
  await declare(
    'diario',
    `url: https://${HOST}\nchannels:\n  - feed: https://${HOST}/rss\nportada: https://${HOST}/hoy.jpg\n`,
  )
  await declare('sol', 'url: https://sol.example\nenabled: false\ndisabledBecause: solo impreso\n')
  house = await region.open({ web: { loopbackHosts: new Map([[HOST, network.port]]) } })
})
afterAll(async () => {
  await house?.close()
  await network?.close()
  await region?.drop()
})

/** What the day's front page is after a visit at a local hour. */
async function visitAt(hour: string) {
  region.setClock(hour)
  const enabled = house.workspace.sources.filter(({ isEnabled }) => isEnabled)
  const visits = await visitSources(house, enabled, () => {})
  expect(visits.map(({ kind }) => kind)).toEqual(['round'])
  return (await findFrontPages(house.store.db, hour.slice(0, 10), instantAt(hour)))[0]?.taken
}

const countAsked = () => network.asked.filter(({ path }) => path === '/hoy.jpg').length

describe('the front page of a source', () => {
  it('is taken once a day, its bytes kept as they came', async () => {
    const taken = await visitAt('2026-11-05T05:00')
    if (taken === undefined || 'reason' in taken) throw new Error('it can be taken')
    expect(Buffer.from(await findCaptureBody(house.data, taken.sha256)).equals(printed ?? Buffer.of())).toBe(
      true,
    )
    await visitAt('2026-11-05T05:30')
    expect(countAsked()).toBe(1)
  })

  it('is not yet that of the day while its bytes are those of the day before, and is tried until they change', async () => {
    expect(await visitAt('2026-11-06T04:00')).toEqual({ reason: 'el sitio aún muestra la del 5\u00a0nov' })
    printed = null
    expect(await visitAt('2026-11-06T05:00')).toMatchObject({ reason: expect.stringContaining('404') })
    printed = paper('#a03020')
    expect(await visitAt('2026-11-06T06:00')).toHaveProperty('printedSha256')
  })

  it('of an edition is what was taken by its cut, and never what came later', async () => {
    const pictureAt = async (hour: string) =>
      (await gatherFrontPages(house, '2026-11-06', instantAt(hour))).pages[0]?.picture
    expect(await pictureAt('2026-11-06T06:50')).toHaveProperty('bytes')
    expect(await pictureAt('2026-11-06T05:59')).toEqual({ reason: 'no se ha leído', isFailure: true })
  })
})

describe('the edition of the day', () => {
  it('prints what was taken and what a person left, and says what could not be read', async () => {
    const folder = join(region.workspace, 'portadas/2026-11-06/mx-jal')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'sol.png'), 'esto no es una imagen')
    await writeFile(join(folder, 'sol.yml'), 'titular: Arranca la Feria de la Caña\nnos-menciona: true\n')
    await writeFile(join(folder, 'diario.yml'), 'nos-menciona: false\nnota: 999\n')
    await writeFile(join(folder, 'diaro.jpg'), 'x')
    region.setClock('2026-11-06T06:50')
    const brief = house.workspace.briefs.find(({ kind }) => kind === 'sintesis')
    if (brief === undefined) throw new Error('the region has its síntesis')
    const published = await publishBrief(house, brief, '2026-11-06')
    const text = (await readPdf(published?.edition.files[0] ?? '')).join(' ').replaceAll('\u00a0', ' ')
    expect(text).toContain('Primeras planas')
    expect(text).toMatch(
      /Sin imagen: el archivo no es una imagen que se pueda abrir sol Arranca la Feria de la Caña Nos menciona/,
    )
    expect(text).toMatch(/diario No nos menciona/)
    expect(text).toContain(
      'Una primera plana no se pudo leer: sol (el archivo no es una imagen que se pueda abrir).',
    )
    expect(text).toContain('La primera plana de diario señala la nota 999, que no está en esta edición.')
    expect(text).toMatch(/diaro\.jpg: no hay fuente «mx-jal\/diaro» \(¿mx-jal\/diario\?\)/)
  }, 60_000)
})
