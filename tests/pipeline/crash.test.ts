// Processes that are killed while they read the press, and processes side by side → the archive of one that was left alone.
import { randomInt } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readArchiveIn } from '../../bench/crash/archive.ts'
import { openPress, type Press } from '../../bench/press/press.ts'
import { type Child, startChild } from '../store/child.ts'
import { writeErrand } from './errand.ts'
import { copyWorkspace, instantAt, listSmallPress, makeFolder, SILENT, stopDatabase } from './region.ts'

/** Every morning gets its part of them. `npm run bench:crash` does hundreds over the whole press, at every kind of step. */
const KILLS = Number(process.env.SINTESIS_TEST_KILLS ?? 6)
const MORNINGS = ['2026-11-06T06:50', '2026-11-07T06:50']
/** A process takes a second or two to start; on a machine that is busy with other work, twenty. */
const PATIENCE_MS = 300_000 + KILLS * 30_000
/** Between one answer of the press and what is written because of it. */
const JITTER_MS = 30

let workspace: string
let folder: string
let presses: Press[]
let archives: string[]

beforeEach(async () => {
  workspace = await copyWorkspace([SILENT, 'mx-jal/ruta70.yml'])
  folder = await makeFolder('sintesis-caidas-')
  presses = []
  archives = []
})
afterEach(async () => {
  await Promise.all(presses.map(({ close }) => close()))
  for (const data of archives) await stopDatabase(data)
  await rm(workspace, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})

/** A press of its own, which has shown nothing to anybody, and how to send a process to read it one morning. */
async function openScene(data: string) {
  let now = instantAt('2026-11-01T00:00')
  const press = await openPress({ clock: () => now, notes: listSmallPress() })
  presses.push(press)
  archives.push(join(folder, data))
  return {
    press,
    send(morning: string): Child {
      now = instantAt(morning)
      const errand = { workspace, data: join(folder, data), now: now.toISOString(), hosts: [...press.hosts] }
      return startChild('../pipeline/children/ingest.ts', [writeErrand(errand)])
    },
    ledger: () => readArchiveIn(join(folder, data)),
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
    const calm = await openScene('tranquila')
    const asked: number[] = []
    for (const morning of MORNINGS) {
      const before = countRequests(calm.press)
      await finish(calm.send(morning))
      asked.push(countRequests(calm.press) - before)
    }
    const shaken = await openScene('sacudida')
    for (const [index, morning] of MORNINGS.entries()) {
      for (let kill = 0; kill < KILLS / MORNINGS.length; kill += 1) {
        const child = shaken.send(morning)
        await killAfter(child, shaken.press, randomInt(asked[index] ?? 1))
      }
      await finish(shaken.send(morning))
    }
    const ledger = await shaken.ledger()
    expect(ledger).toEqual(await calm.ledger())
    expect(ledger.notes?.length).toBeGreaterThan(25)
  },
  PATIENCE_MS,
)

test(
  'two processes on one workspace read every source once, and no page is asked for by both',
  async () => {
    const calm = await openScene('tranquila')
    await finish(calm.send('2026-11-06T06:50'))
    const shared = await openScene('compartida')
    const [one, other] = [shared.send('2026-11-06T06:50'), shared.send('2026-11-06T06:50')]
    const visits = [...(await finish(one)), ...(await finish(other))]
    expect(visits.filter((line) => line.endsWith(' broken'))).toEqual([])
    expect(await shared.ledger()).toEqual(await calm.ledger())
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
