// Notes that cannot be read today → tried again in their time, given up in the end, and never lost on the way.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Round, Source } from '../../src/model.ts'
import type { House } from '../../src/pipeline/house.ts'
import { ingestSource } from '../../src/pipeline/ingest.ts'
import { visitSources } from '../../src/pipeline/run.ts'
import { findCertificate } from '../../src/store/certificate.ts'
import { findSourceHealth } from '../../src/store/health.ts'
import { findItems } from '../../src/store/items.ts'
import { findNotes } from '../../src/store/notes.ts'
import { findDueSources } from '../../src/store/sources.ts'
import { declareOutlet, type Outlet, openOutlet } from './outlet.ts'
import { instantAt, openRegion, type Region } from './region.ts'

let region: Region
let outlet: Outlet
let house: House
let count = 0

beforeAll(async () => {
  region = await openRegion({ notes: [], without: 'all' })
})
afterAll(() => region?.drop())

beforeEach(async () => {
  count += 1
  region.setClock('2026-11-06T06:50')
  outlet = await openOutlet(`www.elfaro${count}.test`)
  await declareOutlet(region.workspace, ownId(), outlet)
  house = await region.open({ web: { loopbackHosts: new Map([[outlet.host, outlet.port]]) } })
})
afterEach(async () => {
  await house.close()
  await outlet.close()
})

const ownId = () => `mx-jal/faro-${count}`

function ownSource({ workspace }: House): Source {
  const source = workspace.sources.find(({ id }) => id === ownId())
  if (source === undefined) throw new Error(`${ownId()} is not declared`)
  return source
}

async function visit(within: House = house): Promise<Round> {
  const round = await ingestSource(within, ownSource(within))
  if (round === null) throw new Error('busy')
  return round
}

async function findRecord(): Promise<{ readonly attempts: number; readonly reason: string | null }> {
  const address = outlet.addressOf('el-bacheo')
  return (await findItems(house.store.db, [address])).get(address) ?? { attempts: 0, reason: null }
}

async function keptAddresses(): Promise<string[]> {
  const window = { from: new Date(0), to: instantAt('2027-01-01T00:00'), sourceId: ownId() }
  return (await findNotes(house.store.db, window)).map(({ article }) => article.url)
}

describe('a note whose page fails', () => {
  it('is postponed with its reason, and costs the others of its feed nothing', async () => {
    outlet.listed = ['el-bacheo', 'la-poda']
    outlet.broken.set('el-bacheo', 503)
    const { ends, state } = await visit()
    expect(state).toBe('leida')
    expect(ends).toEqual([
      {
        url: outlet.addressOf('el-bacheo'),
        end: 'later',
        reason: expect.stringMatching(/está fallando.*503/),
      },
      { url: outlet.addressOf('la-poda'), end: 'kept', reason: null },
    ])
  })

  it('is on the certificate as postponed also when its process dies before its round is kept', async () => {
    region.setClock('2026-11-04T06:50')
    outlet.listed = ['el-bacheo', 'la-poda']
    outlet.broken.set('el-bacheo', 503)
    const dying = houseWithBug(outlet.addressOf('la-poda'), () => databaseGone())
    await expect(visit(dying)).rejects.toThrow('terminating connection')
    expect((await visit()).ends.map(({ end }) => end)).toEqual(['known', 'kept'])
    const { counts, reasons } = await findCertificate(house.store.db, {
      from: instantAt('2026-11-04T06:49'),
      to: instantAt('2026-11-04T06:50'),
      declaredSources: [],
      misdeclared: [],
      ourSubjects: [],
    })
    expect(counts).toMatchObject({ kept: 1, later: 1, known: 1, listed: 3 })
    expect(reasons).toMatchObject([{ end: 'later', count: 1, reason: expect.stringMatching(/503/) }])
  })

  it('is tried again in its time and kept, although the feed no longer lists it', async () => {
    outlet.listed = ['el-bacheo']
    outlet.broken.set('el-bacheo', 503)
    await visit()
    outlet.broken.clear()
    outlet.listed = ['la-poda']
    region.setClock('2026-11-06T06:55')
    expect((await visit()).ends.map(({ url }) => url)).toEqual([outlet.addressOf('la-poda')])
    region.setClock('2026-11-06T07:06')
    expect((await visit()).ends).toEqual([
      { url: outlet.addressOf('la-poda'), end: 'known', reason: null },
      { url: outlet.addressOf('el-bacheo'), end: 'kept', reason: null },
    ])
    expect(await keptAddresses()).toEqual([outlet.addressOf('la-poda'), outlet.addressOf('el-bacheo')])
  })

  it('is not asked for at every visit while its feed goes on listing it, but ever less often', async () => {
    outlet.listed = ['el-bacheo']
    const bad = houseWithBug(outlet.addressOf('el-bacheo'), () => new TypeError('x is undefined'))
    const tries: string[] = []
    for (const hour of ['06:50', '06:55', '07:05', '07:15', '07:30', '07:35', '08:05', '08:30', '08:35']) {
      region.setClock(`2026-11-06T${hour}`)
      const before = (await findRecord()).attempts
      const [ended] = (await visit(bad)).ends
      const wasTried = (await findRecord()).attempts > before
      expect(ended?.end).toBe(wasTried ? 'later' : 'known')
      if (wasTried) tries.push(hour)
    }
    expect(tries).toEqual(['06:50', '07:05', '07:35', '08:35'])
  })
})

/** The house with a defect of its own: reading one address fails as no failure of the web does. */
function houseWithBug(address: string, error: () => Error): House {
  const fetch: House['web']['fetch'] = async (url, options) => {
    if (url === address) throw error()
    return house.web.fetch(url, options)
  }
  return { ...house, web: { ...house.web, fetch } }
}

/** What a statement fails with when its server goes: whoever gets it is as good as dead for its round. */
function databaseGone(): Error {
  return Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' })
}

it('is not given up because the program was stopped many times before it could be read', async () => {
  outlet.listed = ['el-bacheo']
  for (let day = 1; day <= 12; day += 1) await ingestSource(house, ownSource(house), AbortSignal.abort())
  expect(await findRecord()).toMatchObject({ attempts: 0, end: 'later' })
  outlet.broken.set('el-bacheo', 500)
  await visit()
  expect(await findRecord()).toMatchObject({ attempts: 1, end: 'later' })
})

describe('a bug of the program', () => {
  it('in reading one note postpones that note, says so, and costs the others nothing', async () => {
    outlet.listed = ['el-bacheo', 'la-poda']
    const bad = houseWithBug(outlet.addressOf('el-bacheo'), () => new TypeError('x is undefined'))
    expect((await visit(bad)).ends).toEqual([
      { url: outlet.addressOf('el-bacheo'), end: 'later', reason: 'error del programa: x is undefined' },
      { url: outlet.addressOf('la-poda'), end: 'kept', reason: null },
    ])
  })

  it('that speaks of something unterminated is not taken for the end of the database', async () => {
    outlet.listed = ['el-bacheo', 'la-poda']
    const error = () => new SyntaxError('Unterminated string in JSON at position 9')
    const bad = houseWithBug(outlet.addressOf('el-bacheo'), error)
    expect((await visit(bad)).ends.map(({ end }) => end)).toEqual(['later', 'kept'])
  })

  it('that does not pass gives the note up after ten tries, with the reason and their number', async () => {
    outlet.listed = ['el-bacheo']
    const bad = houseWithBug(outlet.addressOf('el-bacheo'), () => new TypeError('x is undefined'))
    for (let day = 10; day < 19; day += 1) {
      region.setClock(`2026-11-${day}T06:50`)
      expect((await visit(bad)).ends.map(({ end }) => end)).toEqual(['later'])
    }
    region.setClock('2026-11-20T06:50')
    const reason = 'error del programa: x is undefined (10 intentos)'
    expect((await visit(bad)).ends).toEqual([
      { url: outlet.addressOf('el-bacheo'), end: 'unreadable', reason },
    ])
    region.setClock('2026-11-21T06:50')
    expect((await visit()).ends.map(({ end }) => end)).toEqual(['known'])
    expect(await findRecord()).toMatchObject({ end: 'unreadable', reason })
  })

  it('in listing a source fails that source alone, with the reason, until its next visit', async () => {
    const bad = houseWithBug(`http://${outlet.host}/feed`, () => new TypeError('x is undefined'))
    const [visited] = await visitSources(bad, [ownSource(bad)], () => {})
    expect(visited).toMatchObject({ kind: 'broken', error: { message: 'x is undefined' } })
    const health = (await findSourceHealth(house.store.db, region.clock())).find(
      ({ sourceId }) => sourceId === ownId(),
    )
    expect(health).toMatchObject({ failures: 1, reason: 'error del programa: x is undefined' })
    expect(await findDueSources(house.store.db, instantAt('2026-11-06T07:49'))).not.toContain(ownId())
    expect(await findDueSources(house.store.db, instantAt('2026-11-06T07:50'))).toContain(ownId())
  })
})
