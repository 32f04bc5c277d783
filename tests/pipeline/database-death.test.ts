// A database that is killed while a note is being read → said in Spanish, waited for, and nothing lost or kept twice.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, openHouse } from '../../src/pipeline/house.ts'
import { explainHouseFault } from '../../src/pipeline/house-fault.ts'
import type { Visit } from '../../src/pipeline/run.ts'
import { startSchedule } from '../../src/pipeline/schedule.ts'
import { startWorker } from '../../src/pipeline/worker.ts'
import { findNotes } from '../../src/store/notes.ts'
import { findRounds } from '../../src/store/rounds.ts'
import { type HeldServer, holdServer } from '../../src/store/server.ts'
import { declareOutlet, type Outlet, openOutlet } from './outlet.ts'
import { copyWorkspace, instantAt, makeFolder } from './region.ts'

const ALWAYS = { from: new Date(0), to: instantAt('2027-01-01T00:00') }
const NOON = instantAt('2026-11-06T12:00')
const EVERY_SECOND = '* * * * * *'

let workspace: string
let data: string
let outlet: Outlet
let server: HeldServer

beforeEach(async () => {
  workspace = await copyWorkspace('all')
  await rm(join(workspace, 'reports'), { recursive: true })
  data = await makeFolder('sintesis-base-')
  outlet = await openOutlet('www.cerca.test')
  outlet.listed = ['la-poda', 'el-bacheo']
  await declareOutlet(workspace, 'mx-jal/cerca', outlet)
  server = await holdServer(data)
})
afterEach(async () => {
  await server.release()
  await outlet.close()
  await rm(workspace, { recursive: true, force: true })
  await rm(data, { recursive: true, force: true })
})

type Heard = { readonly visits: Visit[]; readonly faults: Error[] }

function listen(): Heard & {
  onVisit(visit: Visit): void
  onEdition(): void
  onFault(task: string, error: Error): void
} {
  const visits: Visit[] = []
  const faults: Error[] = []
  return {
    visits,
    faults,
    onVisit: (visit) => visits.push(visit),
    onEdition: () => {},
    onFault: (_task, error) => faults.push(error),
  }
}

/** Kills the database while the second note is being asked for, and lets the answer come when it is dead. */
async function killDuring(held: ReturnType<Outlet['hold']>): Promise<void> {
  await held.asked
  process.kill(server.pid, 'SIGKILL')
  await wait(100)
  held.release()
}

async function expectAllKeptOnce(house: House, { visits, faults }: Heard): Promise<void> {
  const notes = await findNotes(house.store.db, ALWAYS)
  expect(notes.map(({ article }) => article.url)).toEqual(outlet.listed.map(outlet.addressOf))
  const rounds = await findRounds(house.store.db, ALWAYS)
  expect(rounds.map(({ state }) => state)).toEqual(['leida'])
  expect(visits.map(({ kind }) => kind)).toEqual(['round'])
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.map(explainHouseFault)).toEqual(
    faults.map(() => expect.stringMatching(/^la base de datos no contesta.*se espera a que vuelva/)),
  )
}

test('the resident starts its own database again when it is killed, and reads again what it was reading', async () => {
  const held = outlet.hold('/el-bacheo')
  const house = await openHouse({
    workspace,
    databaseUrl: null,
    clock: () => NOON,
    data,
    web: { loopbackHosts: new Map([[outlet.host, outlet.port]]), hostDelayMs: 0, browser: 'off' },
  })
  const heard = listen()
  const schedule = startSchedule(house, heard, EVERY_SECOND)
  await killDuring(held)
  while (heard.visits.length === 0) await wait(50)
  await schedule.stop()
  await expectAllKeptOnce(house, heard)
  await house.close()
})

test('a worker waits for its database and takes up its source again when it is back', async () => {
  const { host, port, user, database } = server.address
  const databaseUrl = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  const held = outlet.hold('/el-bacheo')
  const house = await openHouse({
    workspace,
    databaseUrl,
    clock: () => NOON,
    data,
    sharesHosts: true,
    leaseMs: 1_000,
    web: { loopbackHosts: new Map([[outlet.host, outlet.port]]), hostDelayMs: 0, browser: 'off' },
  })
  const heard = listen()
  const worker = await startWorker(house, heard, { idleMs: 50, lookMs: 500, leaseMs: 1_000, jobSeconds: 10 })
  await killDuring(held)
  while (heard.visits.length === 0) await wait(50)
  await worker.stop()
  await expectAllKeptOnce(house, heard)
  await house.close()
})
