// Two section feeds of one outlet read together → which of them served is recorded, and what one of them lost is told.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { assessSources, explainReport, remarkOnSources } from '../../src/pipeline/health.ts'
import type { House } from '../../src/pipeline/house.ts'
import { ingestSource } from '../../src/pipeline/ingest.ts'
import { findNotes } from '../../src/store/notes.ts'
import { findLastVisits } from '../../src/store/source-facts.ts'
import { openPacedOutlet, type PacedNote, type PacedOutlet } from './paced-outlet.ts'
import { instantAt, openRegion, type Region } from './region.ts'

const ID = 'mx-jal/las-secciones'
const ZONE = 'America/Mexico_City'

let region: Region
let local: PacedOutlet
let police: PacedOutlet
let house: House

beforeAll(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  local = await openPacedOutlet('local.secciones.test')
  police = await openPacedOutlet('policia.secciones.test')
  await mkdir(join(region.workspace, 'sources/mx-jal'), { recursive: true })
  await writeFile(
    join(region.workspace, `sources/${ID}.yml`),
    'name: Las Secciones\nurl: http://local.secciones.test\nmedium: portal\ntier: 2\nchannels:\n' +
      '  - together:\n      - feed: http://local.secciones.test/feed\n      - feed: http://policia.secciones.test/feed\n',
  )
  const hosts = [local, police].map(({ host, port }) => [host, port] as const)
  house = await region.open({ web: { loopbackHosts: new Map(hosts) } })
})
afterAll(async () => {
  await house.close()
  await local.close()
  await police.close()
  await region.drop()
})

beforeEach(() => {
  local.failure = null
  police.failure = null
})

const notesOf = (name: string, amount: number, newest: string, minutes: number): PacedNote[] =>
  Array.from({ length: amount }, (_, index) => ({
    slug: `${name}-${index}`,
    at: new Date(instantAt(`2026-11-06T${newest}`).getTime() - index * minutes * 60_000),
  }))

async function visitAt(hour: string) {
  region.setClock(`2026-11-06T${hour}`)
  const source = house.workspace.sources.find(({ id }) => id === ID)
  if (source === undefined) throw new Error(`${ID} is not declared`)
  await ingestSource(house, source)
  const report = (await assessSources(house, region.clock())).find(({ health }) => health.sourceId === ID)
  if (report === undefined) throw new Error(`no report on ${ID}`)
  const [visit] = await findLastVisits(house.store.db, ID, region.clock(), 1)
  const remarks = await remarkOnSources(
    house,
    { from: new Date(region.clock().getTime() - 600_000), to: region.clock() },
    [source],
  )
  return { report, visit, remarks }
}

it('keeps the notes of both, records which served, and tells what one lost although the other overlaps', async () => {
  local.listed = notesOf('local', 4, '05:50', 240)
  police.listed = notesOf('policia', 4, '05:55', 60)
  const first = await visitAt('06:00')
  expect(first.visit?.served).toEqual([
    'http://local.secciones.test/feed',
    'http://policia.secciones.test/feed',
  ])
  const kept = await findNotes(house.store.db, { from: new Date(0), to: region.clock() })
  expect(kept).toHaveLength(8)

  police.listed = notesOf('otra', 4, '08:55', 20)
  const { report } = await visitAt('09:00')
  expect(report.gaps).toMatchObject([
    { from: instantAt('2026-11-06T05:55'), to: instantAt('2026-11-06T07:55') },
  ])
})

it('is read while one section fails, and status and certificate say which does', async () => {
  police.failure = 500
  const { visit, report, remarks } = await visitAt('10:00')
  expect(visit).toMatchObject({ served: ['http://local.secciones.test/feed'] })
  expect(explainReport(report, ZONE)).toContainEqual(
    expect.stringMatching(/^no todo lo declarado sirve: feed http:\/\/policia\S+: .*500/),
  )
  expect(remarks).toContainEqual(
    expect.stringMatching(
      /^Las Secciones se leyó, pero no todo lo que declara sirvió: feed http:\/\/policia/,
    ),
  )
})

it('says nothing of it once all serve again', async () => {
  const { report, remarks } = await visitAt('11:00')
  expect(explainReport(report, ZONE).join()).not.toContain('no todo lo declarado sirve')
  expect(remarks.join()).not.toContain('no todo lo que declara sirvió')
})
