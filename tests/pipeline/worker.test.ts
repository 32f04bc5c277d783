// A worker beside others: what a dead one left is taken over, an edition is made once, and what it needs is said before it begins.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Misdeclared } from '../../src/failure.ts'
import { type House, openHouse } from '../../src/pipeline/house.ts'
import { startWorker, type Worker } from '../../src/pipeline/worker.ts'
import { findBoletines } from '../../src/store/boletines.ts'
import { findEditions } from '../../src/store/editions.ts'
import { findNotes } from '../../src/store/notes.ts'
import { declareOutlet, type Outlet, openOutlet } from './outlet.ts'
import { openRegion, type Region } from './region.ts'
import { startWorkerProcess } from './worker-run.ts'

const ALWAYS = { from: new Date(0), to: new Date('2027-01-01') }
const LIMITS = { idleMs: 30, lookMs: 200, jobSeconds: 10 }

let region: Region
let outlet: Outlet

beforeEach(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  outlet = await openOutlet('www.cerca.test')
  outlet.listed = ['la-poda', 'el-bacheo']
  await declareOutlet(region.workspace, 'mx-jal/cerca', outlet)
})
afterEach(async () => {
  await outlet.close()
  await region.drop()
})

function openShared(): Promise<House> {
  return openHouse({
    workspace: region.workspace,
    databaseUrl: region.store.databaseUrl,
    clock: region.clock,
    data: region.store.dataFolder,
    sharesHosts: true,
    leaseMs: 1_000,
    web: { loopbackHosts: new Map([[outlet.host, outlet.port]]), hostDelayMs: 0, browser: 'off' },
  })
}

type Heard = { readonly visits: string[]; readonly editions: string[]; readonly faults: string[] }

async function startIn(house: House, heard: Heard): Promise<Worker> {
  return startWorker(
    house,
    {
      onVisit: ({ source, kind }) => heard.visits.push(`${source.id} ${kind}`),
      onEdition: ({ edition }) => heard.editions.push(`${edition.briefId} ${edition.date}`),
      onFault: (task, error) => heard.faults.push(`${task}: ${error.message}`),
    },
    { ...LIMITS, leaseMs: 1_000 },
  )
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 30))
}

describe('a worker', () => {
  it('takes over the source and the host of one that was killed in the middle of a note', async () => {
    const held = outlet.hold('/el-bacheo')
    const now = region.clock().toISOString()
    const dying = startWorkerProcess({
      workspace: region.workspace,
      databaseUrl: region.store.databaseUrl,
      data: region.store.dataFolder,
      hosts: [[outlet.host, outlet.port]],
      clock: { startedAt: Date.now(), seconds: 3_600, from: now, to: now },
      delayMs: 0,
      leaseMs: 1_000,
      atOnce: 4,
    })
    await held.asked
    dying.process.kill('SIGKILL')
    held.release()
    const house = await openShared()
    const heard = { visits: [], editions: [], faults: [] }
    const worker = await startIn(house, heard)
    await until(() => heard.visits.length > 0)
    await worker.stop()
    const notes = await findNotes(house.store.db, ALWAYS)
    await house.close()
    expect(heard.visits[0]).toBe('mx-jal/cerca round')
    expect(notes.map(({ article }) => article.url).toSorted()).toEqual(
      ['la-poda', 'el-bacheo'].map(outlet.addressOf).toSorted(),
    )
  })

  it('has every boletín in the archive before it reads, without which a note that prints one could not be kept', async () => {
    const house = await openShared()
    const worker = await startIn(house, { visits: [], editions: [], faults: [] })
    const known = await findBoletines(house.store.db, ALWAYS)
    await worker.stop()
    await house.close()
    expect(known.length).toBeGreaterThan(10)
    expect(known).toHaveLength(house.workspace.boletines.length)
  })

  it('makes the editions of a morning once, however many workers there are', async () => {
    region.setClock('2026-11-06T07:30')
    const houses = [await openShared(), await openShared()]
    const heard: Heard = { visits: [], editions: [], faults: [] }
    const workers = await Promise.all(houses.map((house) => startIn(house, heard)))
    const due = houses[0]?.workspace.briefs.filter(({ schedule }) => schedule.weekdays.includes(5)) ?? []
    await until(() => heard.editions.length >= due.length)
    await Promise.all(workers.map((worker) => worker.stop()))
    const editions = await findEditions(region.store.db, 10)
    for (const house of houses) await house.close()
    expect(heard.editions.toSorted()).toEqual(due.map(({ id }) => `${id} 2026-11-06`).toSorted())
    expect(editions.map(({ number }) => number)).toEqual(due.map(() => 1))
    expect(heard.faults).toEqual([])
    for (const { files } of editions)
      for (const file of files) expect((await readFile(file)).length).toBeGreaterThan(1_000)
  })

  it('refuses a data folder that is not the one of the other workers, and says what to do', async () => {
    const house = await openShared()
    const worker = await startIn(house, { visits: [], editions: [], faults: [] })
    await worker.stop()
    const elsewhere = await mkdtemp(join(tmpdir(), 'sintesis-otra-'))
    const refusal = await startIn(
      { ...house, data: elsewhere },
      { visits: [], editions: [], faults: [] },
    ).catch((error: unknown) => error)
    await house.close()
    await rm(elsewhere, { recursive: true })
    expect(refusal).toBeInstanceOf(Misdeclared)
    expect(String(refusal)).toMatch(/misma carpeta «data».*móntala aquí/)
  })
})

describe('sintesis worker', () => {
  it('says in Spanish that it needs a server where there is none', async () => {
    const run = promisify(execFile)(
      'node',
      [join(import.meta.dirname, '../../bin/sintesis.js'), 'worker', '-w', region.workspace],
      {
        env: { ...process.env, DATABASE_URL: '' },
      },
    )
    const failure = await run.catch((error: { code: number; stderr: string }) => error)
    expect(failure).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^DATABASE_URL: falta\..*«sintesis start»/),
    })
  })
})
