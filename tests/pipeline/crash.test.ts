// Processes that are killed while they read the press, and processes side by side → the archive of one that was left alone.
import { randomInt } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Archive, readArchiveIn } from '../../bench/crash/archive.ts'
import { openPress, type Press } from '../../bench/press/press.ts'
import { type Child, startChild } from '../store/child.ts'
import { writeErrand } from './errand.ts'
import { copyWorkspace, instantAt, listSmallPress, makeFolder, stopDatabase } from './region.ts'

/** Two of a morning. `npm run bench:crash` does hundreds over the whole press, at every kind of step. */
const KILLS = Number(process.env.SINTESIS_TEST_KILLS ?? 2)
const MORNING = '2026-11-06T06:50'
/** A process takes a second or two to start; on a machine that is busy with other work, twenty. */
const PATIENCE_MS = 180_000 + KILLS * 30_000
/** Between one answer of the press and what is written because of it. */
const JITTER_MS = 30
/** As many as are read at once, whole feeds and one that comes cut, the office's own among them. */
const OUTLETS = /^(ameca|correo|gobierno|observador|occidente|sol|tribuna)\.yml$/

let workspace: string
let folder: string
let presses: Press[]
let archives: string[]
let calm: Scene
let calmArchive: Archive

beforeAll(async () => {
  workspace = await copyWorkspace([])
  await removeSources((file) => !OUTLETS.test(file))
  folder = await makeFolder('sintesis-caidas-')
  presses = []
  archives = []
  calm = await openScene('tranquila')
  await finish(calm.send())
  calmArchive = await calm.readArchive()
}, PATIENCE_MS)
afterAll(async () => {
  await Promise.all(presses.map(({ close }) => close()))
  for (const data of archives) await stopDatabase(data)
  await rm(workspace, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})

async function removeSources(isRemoved: (file: string) => boolean): Promise<void> {
  const sources = join(workspace, 'sources/mx-jal')
  for (const file of await readdir(sources)) if (isRemoved(file)) await rm(join(sources, file))
}

type Scene = {
  readonly press: Press
  /** Starts a process that reads the morning. */
  send(): Child
  readArchive(): Promise<Archive>
}

/** A press of its own, which has shown nothing to anybody, and how to send a process to read it. */
async function openScene(data: string): Promise<Scene> {
  const now = instantAt(MORNING)
  const press = await openPress({ clock: () => now, notes: listSmallPress() })
  presses.push(press)
  archives.push(join(folder, data))
  const errand = { workspace, data: join(folder, data), now: now.toISOString(), hosts: [...press.hosts] }
  return {
    press,
    send: () => startChild('../pipeline/children/ingest.ts', [writeErrand(errand)]),
    readArchive: () => readArchiveIn(join(folder, data)),
  }
}

async function finish(child: Child): Promise<string[]> {
  const { lines, code, errors } = await child.ended()
  expect([code, errors, lines.at(-1)]).toEqual([0, '', 'done'])
  return lines
}

test(
  'killed at random points and started again, a region is read to the same archive as if nothing had happened',
  async () => {
    const asked = countRequests(calm.press)
    const shaken = await openScene('sacudida')
    for (let kill = 0; kill < KILLS; kill += 1)
      await killAfter(shaken.send(), shaken.press, randomInt(Math.ceil(asked / KILLS)))
    await finish(shaken.send())
    expect(await shaken.readArchive()).toEqual(calmArchive)
    expect(calmArchive.notes?.length).toBeGreaterThan(10)
  },
  PATIENCE_MS,
)

test(
  'two processes on one workspace read every source once, and no page is asked for by both',
  async () => {
    const shared = await openScene('compartida')
    const [one, other] = [shared.send(), shared.send()]
    const visits = [...(await finish(one)), ...(await finish(other))]
    expect(visits.filter((line) => line.endsWith(' broken'))).toEqual([])
    expect(await shared.readArchive()).toEqual(calmArchive)
    expect(countNotePages(shared.press)).toEqual(countNotePages(calm.press))
  },
  PATIENCE_MS,
)

/** Kills a process a moment after the press has answered so many more requests; one that ends before is left to. */
async function killAfter(child: Child, press: Press, requests: number): Promise<void> {
  const target = countRequests(press) + requests
  while (countRequests(press) < target && child.process.exitCode === null) await wait(1)
  await wait(randomInt(JITTER_MS))
  child.process.kill('SIGKILL')
  await child.ended()
}

function countRequests({ hits }: Press): number {
  return hits.values().reduce((sum, { requests }) => sum + requests, 0)
}

/** How often the page of each note was asked for, by the id of the note. */
function countNotePages(press: Press): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [host, { byPath }] of press.hits) {
    for (const [path, times] of byPath) {
      const note = press.noteAt(`http://${host}${path}`)
      if (note !== null) counts.set(note.id, (counts.get(note.id) ?? 0) + times)
    }
  }
  return new Map([...counts].toSorted(([one], [two]) => one.localeCompare(two)))
}
