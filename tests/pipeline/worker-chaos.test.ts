// Workers that are killed and started again at random over the sample press: nothing lost, nothing twice, no host asked by two.
import { randomInt } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from '../../bench/chaos/door.ts'
import { openPress, type Press } from '../../bench/press/press.ts'
import { findCaptureBody } from '../../src/store/capture-files.ts'
import { findCertificate } from '../../src/store/certificate.ts'
import { findEditions } from '../../src/store/editions.ts'
import { findNotes } from '../../src/store/notes.ts'
import type { Child } from '../store/child.ts'
import { openTestStore, runOn, type TestStore } from '../store/harness.ts'
import { copyWorkspace, instantAt, listSmallPress, SILENT } from './region.ts'
import { findShortestGap, type Run, recordTurns, runClock, startWorkerProcess } from './worker-run.ts'

/** Few and short; `npm run chaos:workers` does it for minutes, over the whole press. */
const SECONDS = 4
const WORKERS = 3
const LEAST_KILLS = 3
const DELAY_MS = 60
const NEEDS_BROWSER = 'ruta70'
const END = '2026-11-07T08:30'
const LONGEST_LIFE_MS = 2_000
/** Some ten seconds where nothing else runs; a machine busy with other work takes twenty to start a worker alone. */
const PATIENCE_MS = 300_000
const ALWAYS = { from: new Date(0), to: new Date('2027-01-01') }

let press: Press
let door: Door
let store: TestStore
let workspace: string
let kills = 0

beforeAll(async () => {
  store = await openTestStore()
  await recordTurns(store.databaseUrl)
  workspace = await copyWorkspace([SILENT])
  const clock = {
    startedAt: Date.now(),
    seconds: SECONDS,
    from: instantAt('2026-11-06T06:50').toISOString(),
    to: instantAt(END).toISOString(),
  }
  press = await openPress({ clock: runClock(clock), notes: listSmallPress().filter(({ at }) => at <= END) })
  door = await openDoor(press.hosts, { latencyMs: 15 })
  const { databaseUrl, dataFolder: data } = store
  const run = {
    workspace,
    databaseUrl,
    data,
    hosts: [...door.hosts],
    clock,
    delayMs: DELAY_MS,
    leaseMs: 3_000,
    atOnce: 4,
  }
  await letWorkersDie(run)
}, PATIENCE_MS + 60_000)
afterAll(async () => {
  await door?.close()
  await press?.close()
  await store?.drop()
  await rm(workspace, { recursive: true, force: true })
})

/** Keeps some workers alive while one after the other is killed, then lets them work in peace until all is read. */
async function letWorkersDie(run: Run): Promise<void> {
  const workers: Child[] = Array.from({ length: WORKERS }, () => startWorkerProcess(run))
  const until = run.clock.startedAt + SECONDS * 1000
  await workers[0]?.nextLine()
  while (Date.now() < until || kills < LEAST_KILLS) {
    await wait(randomInt(200, LONGEST_LIFE_MS))
    const index = randomInt(WORKERS)
    workers[index]?.process.kill('SIGKILL')
    kills += 1
    workers[index] = startWorkerProcess(run)
    await makeAllDue()
  }
  const patience = Date.now() + PATIENCE_MS
  while (Date.now() < patience && !(await isAllRead())) {
    await wait(1_000)
    await makeAllDue()
  }
  for (const { process } of workers) process.kill('SIGTERM')
  for (const worker of workers) await worker.ended()
}

/** The days of the press pass in seconds: who waited for the next round would find what it listed meanwhile gone. */
async function makeAllDue(): Promise<void> {
  await runOn(store.databaseUrl, 'update source set next_at = null')
}

async function isAllRead(): Promise<boolean> {
  return (await findKept()).length >= listShown().length
}

async function findKept(): Promise<string[]> {
  const notes = await findNotes(store.db, ALWAYS)
  return notes.map(({ article, sourceId }) => `${sourceId} ${press.noteAt(article.url)?.id}`).toSorted()
}

function listShown(): string[] {
  return press.notes
    .filter(({ outlet }) => outlet !== NEEDS_BROWSER)
    .map(({ id, outlet }) => `mx-jal/${outlet} ${id}`)
    .toSorted()
}

describe('workers that are killed and started again at random', () => {
  it('keep every note that the press shows, each once', async () => {
    expect(kills).toBeGreaterThanOrEqual(LEAST_KILLS)
    expect(await findKept()).toEqual(listShown())
  })

  it('leave no note without the bytes it was read from', async () => {
    for (const { captureSha256 } of await findNotes(store.db, ALWAYS))
      await findCaptureBody(store.dataFolder, captureSha256)
  })

  it('account for every item once', async () => {
    const request = { ...ALWAYS, declaredSources: [], misdeclared: [], ourSubjects: [] }
    const { counts } = await findCertificate(store.db, request)
    expect(counts.kept).toBe(listShown().length)
    const { listed, ...ends } = counts
    expect(Object.values(ends).reduce((sum, count) => sum + count)).toBe(listed)
  })

  it('never ask one host two things at once', () => {
    expect(door.requests).toBeGreaterThan(100)
    expect(door.overlaps).toEqual([])
  })

  it('leave a host its whole rest between two turns, whoever has them', async () => {
    const { gapMs, turns } = await findShortestGap(store.databaseUrl)
    expect(turns).toBeGreaterThan(100)
    expect(gapMs).toBeGreaterThanOrEqual(DELAY_MS)
  })

  it('never visit one source twice at once', async () => {
    const overlapping = await runOn(
      store.databaseUrl,
      `select one.source_id from round one join round other
         on other.source_id = one.source_id and other.id > one.id
        and other.started_at < one.ended_at and one.started_at < other.ended_at`,
    )
    expect(overlapping).toEqual([])
  })

  it('publish each edition at most once, numbered without a gap', async () => {
    const editions = await findEditions(store.db, 100)
    const numbers = Map.groupBy(editions, ({ briefId }) => briefId).values()
    for (const each of numbers) {
      expect(each.map(({ number }) => number).toSorted()).toEqual(each.map((_, index) => index + 1))
      expect(new Set(each.map(({ date }) => date)).size).toBe(each.length)
    }
  })
})
