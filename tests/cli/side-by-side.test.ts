// Commands side by side on one workspace → each source read by one of them, each note kept once, and one told to end costs the others nothing.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findEditions } from '../../src/store/editions.ts'
import { findNotes } from '../../src/store/notes.ts'
import { openStore } from '../../src/store/open.ts'
import { readPostmaster } from '../../src/store/server/postmaster.ts'
import { declareOutlet, type Outlet, openOutlet } from '../pipeline/outlet.ts'
import { copyWorkspace, makeFolder, stopDatabase } from '../pipeline/region.ts'
import { type Running, sintesis, startSintesis } from './run.ts'

const ALWAYS = { from: new Date(0), to: new Date('2027-01-01') }

let root: string
let workspace: string
let outlet: Outlet
let running: Running[]

beforeEach(async () => {
  root = await makeFolder('sintesis-juntos-')
  workspace = await copyWorkspace('all')
  running = []
  outlet = await openOutlet('www.elfaro.test')
  outlet.listed = ['la-poda', 'la-fuga']
  await declareOutlet(workspace, 'mx-jal/faro', outlet)
  const hosts = { [outlet.host]: outlet.port }
  await writeFile(join(root, 'demo.json'), JSON.stringify({ hosts, now: '2026-11-06T05:00:00-06:00' }))
})
afterEach(async () => {
  for (const { process: child, ended } of running) {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL')
    await ended
  }
  await stopDatabase(join(workspace, 'data'))
  await outlet.close()
  await rm(workspace, { recursive: true, force: true })
  await rm(root, { recursive: true, force: true })
})

const options = () => ({
  cwd: root,
  env: { SINTESIS_DEMO: join(root, 'demo.json'), SINTESIS_WORKSPACE: workspace },
})

function start(...args: string[]): Running {
  const started = startSintesis(args, options())
  running.push(started)
  return started
}

async function readArchive() {
  const { db, close } = await openStore({ dataFolder: join(workspace, 'data'), databaseUrl: null })
  try {
    return { notes: await findNotes(db, ALWAYS), editions: await findEditions(db, 10) }
  } finally {
    await close()
  }
}

async function expectBothKeptOnce(): Promise<void> {
  expect(await readPostmaster(join(workspace, 'data/postgres/cluster'))).toBe(null)
  const { notes } = await readArchive()
  expect(notes.map(({ article }) => article.url)).toEqual(outlet.listed.map(outlet.addressOf))
  expect(outlet.paths.filter((path) => path === '/la-poda' || path === '/la-fuga')).toHaveLength(2)
}

describe('start told to end while ingest runs beside it', () => {
  it('had the source to itself, and what it leaves is read by the next ingest', async () => {
    const held = outlet.hold('/la-poda')
    const first = start('start')
    await held.asked
    const beside = await sintesis(['ingest'], options())
    expect(beside.out).toContain('otro proceso la está leyendo')
    first.process.kill('SIGTERM')
    await first.saying(/Terminando lo que está a medias…/)
    held.release()
    const { out } = await first.ended
    expect(out).not.toContain('otro proceso la está leyendo')
    expect(await sintesis(['ingest'], options())).toMatchObject({ code: 0, err: '' })
    await expectBothKeptOnce()
  })
})

describe('report told to end while ingest runs beside it', () => {
  it('leaves a claim that the next report finishes with its own window: what comes after is in no earlier edition', async () => {
    const held = outlet.hold('/la-fuga')
    const reading = start('ingest')
    await held.asked
    const dying = start('report', 'sintesis')
    await untilClaimed(dying)
    dying.process.kill('SIGTERM')
    await dying.ended
    const report = await sintesis(['report', 'sintesis'], options())
    expect([report.code, report.err]).toEqual([0, ''])
    held.release()
    expect((await reading.ended).code).toBe(0)
    await expectBothKeptOnce()
    const { notes, editions } = await readArchive()
    expect(editions.map(({ number }) => number)).toEqual([1])
    const cut = editions[0]?.to ?? new Date(0)
    expect(notes.map(({ capturedAt }) => capturedAt <= cut)).toEqual([true, false])
  })
})

async function untilClaimed({ process: child }: Running): Promise<void> {
  const { db, close } = await openStore({ dataFolder: join(workspace, 'data'), databaseUrl: null })
  const isClaimed = async () => (await db.selectFrom('edition').select('number').execute()).length > 0
  while (child.exitCode === null && !(await isClaimed())) await wait(2)
  await close()
}
