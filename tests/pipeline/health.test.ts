// An outlet that falls silent, fails, refuses, hurries or repeats another → what its health says, and how often it is visited.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  assessSources,
  explainReport,
  remarkOnSources,
  type SourceReport,
} from '../../src/pipeline/health.ts'
import type { House } from '../../src/pipeline/house.ts'
import { ingestSource } from '../../src/pipeline/ingest.ts'
import { findDueSources } from '../../src/store/sources.ts'
import { declareOutlet } from './outlet.ts'
import { openPacedOutlet, type PacedNote, type PacedOutlet } from './paced-outlet.ts'
import { instantAt, openRegion, type Region } from './region.ts'

const ZONE = 'America/Mexico_City'

let region: Region
let outlet: PacedOutlet
let second: PacedOutlet
let house: House
let count = 0

beforeAll(async () => {
  region = await openRegion({ notes: [], without: 'all' })
})
afterAll(() => region?.drop())

beforeEach(async () => {
  count += 1
  region.setClock('2026-11-06T06:00')
  outlet = await openPacedOutlet(`www.elfaro${count}.test`)
  second = await openPacedOutlet(`nacional.elfaro${count}.test`)
  await declareOutlet(region.workspace, ownId(), outlet)
  await declareOutlet(region.workspace, secondId(), second)
  const hosts = [outlet, second].map(({ host, port }) => [host, port] as const)
  house = await region.open({ web: { loopbackHosts: new Map(hosts) } })
})
afterEach(async () => {
  await house.close()
  await outlet.close()
  await second.close()
})

const ownId = () => `mx-jal/faro-${count}`
const secondId = () => `mx-jal/boya-${count}`

/** Visits a source at a local hour of 6 November. */
async function visitAt(hour: string, id = ownId()): Promise<SourceReport> {
  region.setClock(`2026-11-06T${hour}`)
  const source = house.workspace.sources.find((candidate) => candidate.id === id)
  if (source === undefined || (await ingestSource(house, source)) === null)
    throw new Error(`no visit to ${id}`)
  return reportOn(id)
}

async function reportOn(id = ownId()): Promise<SourceReport> {
  const report = (await assessSources(house, region.clock())).find(({ health }) => health.sourceId === id)
  if (report === undefined) throw new Error(`no report on ${id}`)
  return report
}

/** Notes of a number each, so many minutes apart, the newest at a local hour. */
function listNotes(first: number, amount: number, newest: string, minutes: number): PacedNote[] {
  const at = instantAt(`2026-11-06T${newest}`).getTime()
  return Array.from({ length: amount }, (_, index) => ({
    slug: `nota-${first + amount - 1 - index}`,
    at: new Date(at - index * minutes * 60_000),
  }))
}

describe('the health of a source', () => {
  it('is unknown before its first visit and says so', async () => {
    const report = await reportOn()
    expect(report.verdict).toMatchObject({ state: 'atrasada', cause: { kind: 'nunca-visitada' } })
  })

  it('is good after a first reading, without pattern yet', async () => {
    outlet.listed = listNotes(1, 6, '05:50', 90)
    const report = await visitAt('06:00')
    expect(report.verdict).toMatchObject({ state: 'sana', today: null })
    expect(report.facts.listing).toMatchObject({ size: 6, fresh: 6, dated: 6 })
    expect(report.facts.interval).toEqual({ minutes: 60, reason: 'el declarado' })
  })

  it('is not cured by a 304, and is by a list read again, be it the same to the byte', async () => {
    outlet.listed = listNotes(1, 6, '05:50', 90)
    await visitAt('06:00')
    outlet.failure = 502
    expect((await visitAt('07:00')).verdict).toMatchObject({
      state: 'con falla',
      since: instantAt('2026-11-06T07:00'),
    })
    outlet.failure = 304
    const answered = await visitAt('08:00')
    expect(answered.verdict).toMatchObject({ state: 'con falla', cause: { hasAnsweredSince: true } })
    expect(answered.health.lastSuccessAt).toEqual(instantAt('2026-11-06T06:00'))
    // The first visit after a failure is not conditional: what it gets is proof.
    outlet.failure = null
    expect((await visitAt('09:00')).verdict).toMatchObject({ state: 'sana', since: null })
  })

  it('is blocked after three refusals, with the words of the refusal, and asked less often', async () => {
    outlet.failure = 403
    await visitAt('06:00')
    await visitAt('07:00')
    const report = await visitAt('08:00')
    expect(report.verdict).toMatchObject({ state: 'bloqueada', since: instantAt('2026-11-06T06:00') })
    expect(explainReport(report, ZONE)[0]).toMatch(
      /^no se deja leer \(3 visitas\): .*no permite leerla \(respondió 403\)/,
    )
    expect(report.facts.interval).toMatchObject({ minutes: 120 })
    expect(report.health.nextAt).toEqual(instantAt('2026-11-06T10:00'))
  })

  it('is blocked when it lists its notes and refuses every one of them', async () => {
    outlet.listed = listNotes(1, 6, '05:50', 90)
    outlet.noteFailure = 402
    const report = await visitAt('06:00')
    expect(report.verdict).toMatchObject({
      state: 'bloqueada',
      cause: { kind: 'notas-rechazadas', notes: 6 },
    })
  })

  it('is behind when its list answers 200 and its newest note is months old', async () => {
    outlet.listed = [{ slug: 'vieja', at: instantAt('2026-03-02T10:00') }]
    const report = await visitAt('06:00')
    expect(report.verdict).toMatchObject({ state: 'atrasada', since: instantAt('2026-03-02T10:00') })
  })

  it('is behind when nobody visited it for an interval after it was due', async () => {
    outlet.listed = listNotes(1, 6, '05:50', 90)
    await visitAt('06:00')
    region.setClock('2026-11-06T08:01')
    expect((await reportOn()).verdict.cause).toEqual({
      kind: 'sin-visita',
      dueAt: instantAt('2026-11-06T07:00'),
    })
  })
})

describe('the interval of a source', () => {
  it('shortens when its list shows that it turns over faster, and the source falls due by it', async () => {
    outlet.listed = listNotes(1, 8, '05:58', 6)
    const report = await visitAt('06:00')
    expect(report.facts.interval).toEqual({
      minutes: 24,
      reason: 'su lista puede renovarse a la mitad en 24 min',
    })
    expect(await findDueSources(house.store.db, instantAt('2026-11-06T06:23'))).not.toContain(ownId())
    expect(await findDueSources(house.store.db, instantAt('2026-11-06T06:24'))).toContain(ownId())
  })

  it('stays short through the calm of the same week', async () => {
    outlet.listed = listNotes(1, 8, '05:58', 6)
    await visitAt('06:00')
    outlet.listed = listNotes(3, 8, '06:20', 300)
    expect((await visitAt('06:24')).facts.interval?.minutes).toBe(24)
  })
})

describe('a list that was renewed whole between two visits', () => {
  beforeEach(async () => {
    outlet.listed = listNotes(1, 6, '05:50', 90)
    await visitAt('06:00')
    outlet.listed = listNotes(20, 6, '06:58', 5)
  })

  it('is counted as a possible loss, with its hours', async () => {
    const report = await visitAt('07:00')
    expect(report.gaps).toMatchObject([
      { from: instantAt('2026-11-06T05:50'), to: instantAt('2026-11-06T06:33') },
    ])
    expect(explainReport(report, ZONE)[1]).toContain('una visita en 28 días sin nada conocido en la lista')
  })

  it('is remarked in the certificate of its window and in no other', async () => {
    await visitAt('07:00')
    const remarksOf = (from: string, to: string) =>
      remarkOnSources(
        house,
        { from: instantAt(`2026-11-06T${from}`), to: instantAt(`2026-11-06T${to}`) },
        house.workspace.sources.filter(({ id }) => id === ownId()),
      )
    expect(await remarksOf('06:30', '07:30')).toEqual([
      `${outlet.host}: de lo publicado entre el 6 nov 2026, 05:50 y el 6 nov 2026, 06:33 pudo perderse algo: la lista se renovó entera entre dos visitas.`,
    ])
    expect(await remarksOf('07:00', '07:30')).toEqual([])
  })

  it('is no loss when the new list reaches back to the old one', async () => {
    outlet.listed = [...outlet.listed.slice(0, 5), { slug: 'otra', at: instantAt('2026-11-06T05:40') }]
    expect((await visitAt('07:00')).gaps).toEqual([])
  })

  it('is no loss when one of its notes is known under another form of its address', async () => {
    const bare = outlet.host.replace('www.', '')
    outlet.listed = [...outlet.listed.slice(0, 5), { slug: 'nota-6', at: null, host: bare }]
    expect((await visitAt('07:00')).gaps).toEqual([])
  })
})

describe('two sources with one list', () => {
  const remarks = () =>
    remarkOnSources(
      house,
      { from: instantAt('2026-11-06T00:00'), to: region.clock() },
      house.workspace.sources.filter(({ id }) => id === ownId() || id === secondId()),
    )

  it('to the byte are told in the status of both and in the certificate', async () => {
    const listed = listNotes(1, 6, '05:50', 90).map((note) => ({ ...note, host: outlet.host }))
    outlet.listed = listed
    second.listed = listed
    await visitAt('06:00')
    const report = await visitAt('06:01', secondId())
    const words = `${outlet.host} y ${second.host} entregan la misma lista, byte por byte`
    expect(explainReport(report, ZONE)).toContain(words)
    expect(explainReport(await reportOn(), ZONE)).toContain(words)
    expect(await remarks()).toEqual([`${words}: conviene revisar si son el mismo medio.`])
  })

  it('of mostly the same addresses are told with how many', async () => {
    outlet.listed = listNotes(1, 8, '05:50', 90)
    second.listed = outlet.listed.map((note, index) => ({
      ...note,
      host: index < 6 ? outlet.host : second.host,
    }))
    await visitAt('06:00')
    await visitAt('06:01', secondId())
    expect(await remarks()).toEqual([
      `${second.host} lista 6 de sus 8 notas con la misma dirección que ${outlet.host}: conviene revisar si son el mismo medio.`,
    ])
  })

  it('are not told of outlets that merely share a few notes', async () => {
    outlet.listed = listNotes(1, 8, '05:50', 90)
    second.listed = outlet.listed.map((note, index) => ({
      ...note,
      host: index < 3 ? outlet.host : second.host,
    }))
    await visitAt('06:00')
    await visitAt('06:01', secondId())
    expect(await remarks()).toEqual([])
  })
})
