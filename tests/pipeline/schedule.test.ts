// The resident work under a clock of the test: what is due is collected, what was missed is published, nothing twice.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../src/pipeline/house.ts'
import type { Published } from '../../src/pipeline/publish.ts'
import { type Schedule, startSchedule } from '../../src/pipeline/schedule.ts'
import { claimEdition, editionLock, findEditions } from '../../src/store/editions.ts'
import { findNotes } from '../../src/store/notes.ts'
import { declareOutlet, type Outlet, openOutlet } from './outlet.ts'
import { readPrintedAddresses } from './pdf-text.ts'
import { instantAt, openRegion, type Region, readAll } from './region.ts'

/** The tests look every second instead of every minute. */
const EVERY_SECOND = '* * * * * *'
const ALWAYS = { from: new Date(0), to: instantAt('2027-01-01T00:00') }

let region: Region
let near: Outlet
let far: Outlet
let running: Running | null = null

beforeEach(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  near = await openOutlet('www.cerca.test')
  far = await openOutlet('www.lejos.test')
  near.listed = ['la-poda']
  far.listed = ['el-bacheo']
  await declareOutlet(region.workspace, 'mx-jal/cerca', near, '60m')
})
afterEach(async () => {
  await running?.stop()
  await near.close()
  await far.close()
  await region.drop()
})

type Running = {
  readonly house: House
  /** Ids of the sources visited, editions published and faults told since the last call, once `isEnough` of them. */
  heard(isEnough: (told: readonly string[]) => boolean): Promise<string[]>
  readonly editions: Published[]
  readonly told: readonly string[]
  readonly schedule: Schedule
  stop(): Promise<void>
}

/** Starts the resident work in a house of its own. */
async function start(outlets: readonly Outlet[] = [near, far]): Promise<Running> {
  const hosts = new Map(outlets.map(({ host, port }) => [host, port]))
  const house = await region.open({ web: { loopbackHosts: hosts } })
  const told: string[] = []
  const editions: Published[] = []
  const schedule = startSchedule(
    house,
    {
      onVisit: (visit) => told.push(`${visit.source.id} ${visit.kind}`),
      onEdition: (published) => {
        editions.push(published)
        told.push(`${published.edition.briefId} ${published.edition.date}`)
      },
      onFault: (task, error) => told.push(`${task}: ${error.message}`),
    },
    EVERY_SECOND,
  )
  let isStopped = false
  running = {
    house,
    editions,
    told,
    schedule,
    async heard(isEnough) {
      while (!isEnough(told)) {
        const fault = told.find((line) => /^(colecta|edición)/.test(line))
        if (fault !== undefined) throw new Error(fault)
        await wait(20)
      }
      return told.splice(0)
    },
    async stop() {
      if (isStopped) return
      isStopped = true
      await schedule.stop()
      await house.close()
    },
  }
  return running
}

/** Leaves the archive as a process does that reads the sources, claims the síntesis of a day and dies. */
async function dieWithClaim(date: string): Promise<void> {
  const house = await region.open({ web: { loopbackHosts: new Map([[near.host, near.port]]) } })
  await readAll(house)
  const lock = await house.store.tryLock(editionLock('sintesis', date))
  if (lock === null) throw new Error('locked')
  const at = house.clock()
  const from = () => new Date(at.getTime() - 86_400_000)
  const request = { briefId: 'sintesis', date, from, to: at, at }
  await house.store.db.transaction().execute((trx) => claimEdition(trx, lock, request))
  await lock.release()
  await house.close()
}

const atLeast = (count: number) => (told: readonly string[]) => told.length >= count

async function removeBriefs(): Promise<void> {
  await rm(join(region.workspace, 'reports'), { recursive: true })
}

describe('collecting', () => {
  beforeEach(removeBriefs)

  it('reads every source at once at the start and then each in its own time', async () => {
    await declareOutlet(region.workspace, 'mx-jal/lejos', far, '2h')
    region.setClock('2026-11-06T10:00')
    const { heard } = await start()
    expect((await heard(atLeast(2))).toSorted()).toEqual(['mx-jal/cerca round', 'mx-jal/lejos round'])
    region.setClock('2026-11-06T11:00')
    expect(await heard(atLeast(1))).toEqual(['mx-jal/cerca round'])
    region.setClock('2026-11-06T12:00')
    expect((await heard(atLeast(2))).toSorted()).toEqual(['mx-jal/cerca round', 'mx-jal/lejos round'])
  })

  it('does not read again after a restart what is not due yet', async () => {
    region.setClock('2026-11-06T10:00')
    const first = await start()
    await first.heard(atLeast(1))
    await first.stop()
    region.setClock('2026-11-06T10:30')
    const second = await start()
    await declareOutlet(region.workspace, 'mx-jal/lejos', far)
    expect(await second.heard(atLeast(1))).toEqual(['mx-jal/lejos round'])
    expect(near.paths).toEqual(['/feed', '/la-poda'])
  })

  it('sees a source that is added, changed or removed without a restart', async () => {
    region.setClock('2026-11-06T10:00')
    const { heard } = await start()
    await heard(atLeast(1))
    await declareOutlet(region.workspace, 'mx-jal/lejos', far)
    expect(await heard(atLeast(1))).toEqual(['mx-jal/lejos round'])
    await rm(join(region.workspace, 'sources/mx-jal/cerca.yml'))
    region.setClock('2026-11-06T11:30')
    expect(await heard(atLeast(1))).toEqual(['mx-jal/lejos round'])
  })

  it('tells a mistake in municipality.yml once, with its line, and works on with what was right', async () => {
    region.setClock('2026-11-06T10:00')
    const { heard } = await start()
    await heard(atLeast(1))
    const path = join(region.workspace, 'municipality.yml')
    await writeFile(path, `nombre: Tala\n${await readFile(path, 'utf8')}`)
    const [fault] = await heard(atLeast(1))
    expect(fault).toMatch(/^configuración: municipality\.yml:1:1: .*«nombre»/)
    region.setClock('2026-11-06T11:00')
    expect(await heard(atLeast(1))).toEqual(['mx-jal/cerca round'])
  })
})

describe('publishing', () => {
  it('catches up at the start on an edition that was missed while the machine was off, and reads first', async () => {
    region.setClock('2026-11-07T16:00')
    const { heard, editions } = await start()
    await heard((so) => so.includes('sintesis 2026-11-07'))
    const [published] = editions
    expect(published).toMatchObject({ isNew: true, edition: { number: 1 } })
    const [file = ''] = published?.edition.files ?? []
    expect(await readPrintedAddresses(file)).toEqual([near.addressOf('la-poda')])
  })

  it('reads every source once more before an edition, so that what was printed this morning is in it', async () => {
    region.setClock('2026-11-07T08:30')
    const first = await start()
    await first.heard(atLeast(1))
    near.listed.unshift('la-fuga')
    region.setClock('2026-11-07T08:41')
    await first.heard((so) => so.includes('sintesis 2026-11-07'))
    const [file = ''] = first.editions[0]?.edition.files ?? []
    expect(await readPrintedAddresses(file)).toContain(near.addressOf('la-fuga'))
  })

  it('publishes the others when one cannot be written, tells of it, and reads the sources once for all', async () => {
    region.setClock('2026-11-06T06:41')
    const taken = join(region.store.dataFolder, 'reports/tala-posicionamiento-2026-11-06-carta.pdf')
    await mkdir(taken, { recursive: true })
    const { told } = await start()
    const failures = () => told.filter((line) => line.startsWith('edición posicionamiento: '))
    while (failures().length < 3) await wait(20)
    expect(told).toContain('sintesis 2026-11-06')
    expect(told.filter((line) => line === 'mx-jal/cerca round').length).toBeLessThanOrEqual(2)
  })

  it('finishes first an edition of an earlier day whose process died, and no note is in both', async () => {
    region.setClock('2026-11-06T16:00')
    await dieWithClaim('2026-11-06')
    far.listed = []
    near.listed.unshift('la-fuga')
    region.setClock('2026-11-07T16:00')
    const { heard, editions } = await start()
    await heard((so) => so.includes('sintesis 2026-11-07'))
    expect(editions.map(({ edition }) => edition.date)).toEqual(['2026-11-06', '2026-11-07'])
    expect(editions[1]?.edition.from).toEqual(editions[0]?.edition.to)
    const printed = await Promise.all(
      editions.map(({ edition }) => readPrintedAddresses(edition.files[0] ?? '')),
    )
    expect(printed).toEqual([[near.addressOf('la-poda')], [near.addressOf('la-fuga')]])
  })

  it('publishes nothing twice, neither at the next look nor after a restart', async () => {
    region.setClock('2026-11-07T16:00')
    const first = await start()
    await first.heard((so) => so.includes('sintesis 2026-11-07'))
    await first.stop()
    const second = await start()
    region.setClock('2026-11-07T17:30')
    expect(await second.heard(atLeast(1))).toEqual(['mx-jal/cerca round'])
    expect(second.editions).toEqual([])
    expect(await findEditions(second.house.store.db, 10)).toHaveLength(1)
  })

  it('waits for an outlet that is being read when the edition falls due', async () => {
    const slow = near.hold('/la-poda')
    region.setClock('2026-11-07T08:41')
    const { heard, editions } = await start()
    await slow.asked
    slow.release()
    await heard((so) => so.includes('sintesis 2026-11-07'))
    const [file = ''] = editions[0]?.edition.files ?? []
    expect(await readPrintedAddresses(file)).toEqual([near.addressOf('la-poda')])
  })

  it('asks nobody twice at once: a source that its regular round has in hand is not visited for the edition too', async () => {
    const held = near.hold('/la-poda')
    region.setClock('2026-11-07T08:41')
    const { heard, told } = await start()
    await held.asked
    await wait(1_500) // looks of the regular round and of the edition
    expect(told).toEqual([])
    held.release()
    expect(await heard((so) => so.includes('sintesis 2026-11-07'))).toEqual([
      'mx-jal/cerca round',
      'sintesis 2026-11-07',
    ])
    expect(near.paths).toEqual(['/feed', '/la-poda'])
  })

  it('does not wait for an outlet that would make the edition late, and leaves its notes to the next one', async () => {
    const silent = near.hold('/la-poda')
    region.setClock('2026-11-07T08:54:59')
    const { heard, editions, stop } = await start()
    await heard((so) => so.includes('sintesis 2026-11-07'))
    const [file = ''] = editions[0]?.edition.files ?? []
    expect(await readPrintedAddresses(file)).toEqual([])
    silent.release()
    await stop()
    const [note, ...others] = await findNotes(region.store.db, ALWAYS)
    expect(note?.article.url).toBe(near.addressOf('la-poda'))
    expect(note?.capturedAt.getTime()).toBeGreaterThan(editions[0]?.edition.to.getTime() ?? Infinity)
    expect(others).toEqual([])
  })
})

describe('stopping', () => {
  beforeEach(removeBriefs)

  it('waits for the note at hand, which is kept, and leaves the rest for the next start', async () => {
    near.listed = ['la-poda', 'la-fuga']
    const held = near.hold('/la-poda')
    region.setClock('2026-11-06T10:00')
    const first = await start()
    await held.asked
    const order: string[] = []
    const stopping = first.stop().then(() => order.push('stopped'))
    await wait(100)
    order.push('released')
    held.release()
    await stopping
    expect(order).toEqual(['released', 'stopped'])
    expect(near.paths).toEqual(['/feed', '/la-poda'])
    near.listed = []
    const second = await start()
    await second.heard(atLeast(1))
    const kept = (await findNotes(second.house.store.db, ALWAYS)).map(({ article }) => article.url)
    expect(kept).toEqual([near.addressOf('la-poda'), near.addressOf('la-fuga')])
  })

  it('begins no other source', async () => {
    const outlets = await Promise.all(
      Array.from({ length: 9 }, (_, index) => openOutlet(`www.medio${index}.test`)),
    )
    for (const outlet of outlets) await declareOutlet(region.workspace, `mx-jal/${outlet.host}`, outlet)
    await rm(join(region.workspace, 'sources/mx-jal/cerca.yml'))
    const holds = outlets.map((outlet) => outlet.hold('/feed'))
    region.setClock('2026-11-06T10:00')
    const first = await start(outlets)
    await Promise.all(holds.slice(0, 8).map(({ asked }) => asked))
    const stopping = first.stop()
    for (const { release } of holds) release()
    await stopping
    expect(outlets.map(({ paths }) => paths.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0])
    await Promise.all(outlets.map(({ close }) => close()))
  })
})
