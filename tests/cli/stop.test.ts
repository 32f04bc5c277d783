// Signals, as a service manager and a terminal send them → commands that end what is at hand and leave nothing running.
import { once } from 'node:events'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findItems } from '../../src/store/items.ts'
import { openStore } from '../../src/store/open.ts'
import { readPostmaster } from '../../src/store/server/postmaster.ts'
import { declareOutlet, type Outlet, openOutlet } from '../pipeline/outlet.ts'
import { copyWorkspace, makeFolder, stopDatabase } from '../pipeline/region.ts'
import { type Running, startSintesis } from './run.ts'

const PRESS = join(import.meta.dirname, '../../bench/press/workspace')

let root: string
let workspace: string
let outlet: Outlet
let running: Running | null = null

beforeEach(async () => {
  root = await makeFolder('sintesis-señales-')
  workspace = await copyWorkspace('all')
  await rm(join(workspace, 'reports'), { recursive: true })
  outlet = await openOutlet('www.elfaro.test')
  outlet.listed = ['la-poda', 'la-fuga']
  await declareOutlet(workspace, 'mx-jal/faro', outlet)
})
afterEach(async () => {
  if (running !== null && running.process.exitCode === null && running.process.signalCode === null)
    process.kill(-(running.process.pid ?? 0), 'SIGKILL')
  await running?.ended
  await stopDatabase(join(workspace, 'data'))
  await outlet.close()
  await rm(workspace, { recursive: true, force: true })
  await rm(root, { recursive: true, force: true })
})

async function start(...args: string[]): Promise<Running> {
  return startAt('10:00', ...args)
}

async function startAt(hour: string, ...args: string[]): Promise<Running> {
  const demo = join(root, 'demo.json')
  const hosts = { [outlet.host]: outlet.port }
  await writeFile(demo, JSON.stringify({ hosts, now: `2026-11-06T${hour}:00-06:00` }))
  running = startSintesis([...args, '--workspace', workspace], { cwd: root, env: { SINTESIS_DEMO: demo } })
  return running
}

async function isDatabaseGone(): Promise<boolean> {
  return (await readPostmaster(join(workspace, 'data/postgres/cluster'))) === null
}

/** What the archive holds of the two notes of the outlet. */
async function readEnds(): Promise<(string | null)[]> {
  const store = await openStore({ dataFolder: join(workspace, 'data'), databaseUrl: null })
  try {
    const records = await findItems(store.db, ['la-poda', 'la-fuga'].map(outlet.addressOf))
    return [...records.values()].map(({ end }) => end)
  } finally {
    await store.close()
  }
}

describe('start', () => {
  it('says what it does, and told to end by a service manager ends the note at hand and its database', async () => {
    const held = outlet.hold('/la-poda')
    const { process: child, saying, ended } = await start('start')
    const said = await saying(/Ctrl\+C para detener/)
    expect(said).toMatch(/^2026-11-06 10:00 {2}Síntesis de Tala: 1 fuentes activas, 0 reportes\./)
    await held.asked
    child.kill('SIGTERM')
    await saying(/Terminando lo que está a medias…/)
    held.release()
    const { code, err } = await ended
    expect([code, err]).toEqual([0, ''])
    expect(await isDatabaseGone()).toBe(true)
    expect(await readEnds()).toEqual(['kept', 'later'])
  })

  it('survives the second signal of a Ctrl+C, which a terminal sends to every process of the command', async () => {
    const held = outlet.hold('/la-poda')
    const { process: child, saying, ended } = await start('start')
    await held.asked
    for (let press = 0; press < 3; press += 1) process.kill(-(child.pid ?? 0), 'SIGINT')
    await saying(/Terminando lo que está a medias…/)
    held.release()
    const { code, err } = await ended
    expect([code, err]).toEqual([0, ''])
    expect(await isDatabaseGone()).toBe(true)
  })
})

describe('start after its database was killed in the last round before an edition', () => {
  it('ends as soon as it is told to, long before the hour at which that round would end', async () => {
    await cp(join(PRESS, 'reports'), join(workspace, 'reports'), { recursive: true })
    const held = outlet.hold('/la-poda')
    const { process: child, saying, ended } = await startAt('06:41', 'start')
    await held.asked
    const complaint = once(child.stderr, 'data')
    const found = await readPostmaster(join(workspace, 'data/postgres/cluster'))
    if (found === null || found === 'unfinished') throw new Error('no database')
    process.kill(found.pid, 'SIGKILL')
    await wait(100)
    held.release()
    expect(String(await complaint)).toMatch(/la base de datos no contesta/)
    child.kill('SIGTERM')
    await saying(/Terminando lo que está a medias…/)
    expect((await ended).code).toBe(0)
    expect(await isDatabaseGone()).toBe(true)
  })
})

describe('a command told to end while its database opens', () => {
  it.each([['start'], ['status']])('%s ends and leaves no database running', async (command) => {
    const { process: child, ended } = await start(command)
    const cluster = join(workspace, 'data/postgres/cluster')
    while ((await readPostmaster(cluster)) === null && child.exitCode === null) await wait(5)
    child.kill('SIGTERM')
    const { err } = await ended
    expect(err).toBe('')
    expect(await isDatabaseGone()).toBe(true)
  })
})

describe('a reader that closes its end, as head does', () => {
  it('ends no command half way: it works on in silence and closes its database', async () => {
    const { process: child, ended } = await start('status')
    child.stdout.destroy()
    const { code, err } = await ended
    expect([code, err]).toEqual([0, ''])
    expect(await isDatabaseGone()).toBe(true)
  })
})

describe('ingest', () => {
  it('interrupted keeps the note at hand, says what it did, and leaves the rest for the next time', async () => {
    const held = outlet.hold('/la-poda')
    const { process: child, saying, ended } = await start('ingest')
    await held.asked
    process.kill(-(child.pid ?? 0), 'SIGINT')
    await saying(/Terminando lo que está a medias…/)
    held.release()
    const { code, out, err } = await ended
    expect([code, err]).toEqual([1, 'Se detuvo antes de terminar: lo que faltó se lee la próxima vez.\n'])
    expect(out).toMatch(/2 listadas = 1 guardada \+ 1 para después/)
    expect(await isDatabaseGone()).toBe(true)
    expect(await readEnds()).toEqual(['kept', 'later'])
  })
})
