// Some notes of the sample press and an hour → a small region: its outlets on loopback, a workspace of its own, a database.
import { chmod, cp, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPress, type Press } from '../../bench/press/press.ts'
import { type PressNote, readPressBoletines, readStories } from '../../bench/press/stories.ts'
import type { WebOptions } from '../../src/collect/web.ts'
import type { Edition, Round } from '../../src/model.ts'
import { type House, openHouse } from '../../src/pipeline/house.ts'
import { publishBrief } from '../../src/pipeline/publish.ts'
import { listSourcesToVisit, visitSources } from '../../src/pipeline/run.ts'
import { readPostmaster } from '../../src/store/server/postmaster.ts'
import { holdServer } from '../../src/store/server.ts'
import { openTestStore, type TestStore } from '../store/harness.ts'

const PRESS = join(import.meta.dirname, '../../bench/press')

/** A boletín and who printed it, a quarrel over the payroll, potholes, three that are not ours: 35 notes of 16 outlets. */
const STORIES = /^s(06|31|34|60|64|84)-/

/** The outlet that accepts the connection and is silent costs ten seconds: only the test about it asks it. */
export const SILENT = 'mx-jal/heraldo.yml'

export type Region = {
  readonly press: Press
  readonly workspace: string
  readonly store: TestStore
  readonly clock: () => Date
  /** Sets the clock of the press and of every house: local time, `2026-11-06T06:50` or with seconds. */
  setClock(local: string): void
  /** A house on this region's database; the caller closes it. */
  open(changes?: {
    readonly clock?: () => Date
    readonly reports?: string
    readonly web?: RegionWeb
  }): Promise<House>
  drop(): Promise<void>
}

type RegionWeb = Omit<WebOptions, 'contact' | 'clock'>

/** Servers on this machine: no host needs rest, and nothing that answers takes seconds. */
const WEB: RegionWeb = { totalMs: 5_000, hostDelayMs: 0, browser: 'off' }

export type RegionOptions = {
  readonly notes?: readonly PressNote[]
  /** Source files that this region goes without. Default: the silent outlet. */
  readonly without?: readonly string[] | 'all'
}

/** Opens the region at 06:50 of Friday 6 November 2026, when the press has printed 26 of its notes. */
export async function openRegion({
  notes = listSmallPress(),
  without = [SILENT],
}: RegionOptions = {}): Promise<Region> {
  let now = instantAt('2026-11-06T06:50')
  const clock = () => now
  const press = await openPress({ clock, notes })
  const store = await openTestStore()
  const workspace = await copyWorkspace(without)
  return {
    press,
    workspace,
    store,
    clock,
    setClock(local) {
      now = instantAt(local)
    },
    open: ({ web, ...changes } = {}) =>
      openHouse({
        workspace,
        databaseUrl: store.databaseUrl,
        clock,
        data: store.dataFolder,
        ...changes,
        web: { ...WEB, loopbackHosts: press.hosts, ...web },
      }),
    async drop() {
      await press.close()
      await store.drop()
      await rm(workspace, { recursive: true, force: true })
    },
  }
}

/** The notes of the small press, whole days of them. */
export function listSmallPress(): PressNote[] {
  const boletines = readPressBoletines(join(PRESS, 'workspace/boletines/2026'))
  return readStories(join(PRESS, 'stories'), boletines).filter(
    ({ id, at }) => STORIES.test(id) && at < '2026-11-08T00:00',
  )
}

/** A copy of the workspace of the press that a test may edit. */
export async function copyWorkspace(without: readonly string[] | 'all'): Promise<string> {
  const folder = await makeFolder('sintesis-region-')
  await cp(join(PRESS, 'workspace'), folder, { recursive: true })
  const files = without === 'all' ? [''] : without
  for (const file of files) await rm(join(folder, 'sources', file), { recursive: true })
  return folder
}

/** A new folder that the account of a database may enter: root's own database would else live, and stay, elsewhere. */
export async function makeFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), prefix))
  await chmod(folder, 0o755)
  return folder
}

/** Stops the database that a killed process left running in a data folder, if any. */
export async function stopDatabase(data: string): Promise<void> {
  const found = await readPostmaster(join(data, 'postgres/cluster'))
  if (found !== null && found !== 'unfinished') await (await holdServer(data)).release()
}

/** An instant by its local time in Jalisco, which is at UTC−6 all year. */
export function instantAt(local: string): Date {
  return new Date(`${local}-06:00`)
}

/** Visits every source once and returns the rounds; a source that breaks or is busy fails the test. */
export async function readAll(house: House): Promise<Round[]> {
  const visits = await visitSources(house, await listSourcesToVisit(house, true), () => {})
  return visits.map((visit) => {
    if (visit.kind === 'broken') throw visit.error
    if (visit.kind === 'busy') throw new Error(`${visit.source.id} is busy`)
    return visit.round
  })
}

/** Publishes the brief `id` for a date; fails the test when another process is at it. */
export async function publish(
  house: House,
  id: string,
  date: string,
): Promise<{ readonly edition: Edition; readonly isNew: boolean }> {
  const brief = house.workspace.briefs.find((candidate) => candidate.id === id)
  if (brief === undefined) throw new Error(`no brief ${id}`)
  const published = await publishBrief(house, brief, date)
  if (published === null) throw new Error(`${id} ${date} is in other hands`)
  return published
}
