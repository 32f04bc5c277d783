// A workspace, its database and the web → the house in which every pipeline runs.
import { join } from 'node:path'
import { openWeb, type Web, type WebOptions } from '../collect/web.ts'
import { dataFolder, readWorkspace, type Workspace } from '../config/workspace.ts'
import type { StoryWindow } from '../match/story-window.ts'
import type { Source } from '../model.ts'
import { openStore, type Store } from '../store/open.ts'
import { findToneCalibration } from '../store/tone-calibrations.ts'
import { activeSince } from './boletin-archive.ts'
import { mirrorSources } from './known-sources.ts'
import { findOwnTone } from './own-tone.ts'
import { type Lens, prepareLens } from './reading.ts'
import { createSharedGate } from './shared-gate.ts'
import { type Stopwatch, startStopwatch } from './stopwatch.ts'
import { openStoryWindow } from './story-news.ts'

export type House = {
  readonly workspace: Workspace
  /** Sources that no file declares any more, whose notes are in the archive. */
  readonly withdrawn: readonly Source[]
  readonly store: Store
  readonly web: Web
  readonly clock: () => Date
  readonly lens: Lens
  readonly stories: StoryWindow
  readonly stopwatch: Stopwatch
  /** Server that other processes may share; null when the archive is the workspace's own. */
  readonly databaseUrl: string | null
  /** Folder of the captures; the embedded database lives beside them. */
  readonly data: string
  /** Folder where editions are written. */
  readonly reports: string
  close(): Promise<void>
}

export type HouseOptions = {
  readonly workspace: string
  readonly databaseUrl: string | null
  readonly clock: () => Date
  /** Default: `data` in the workspace. */
  readonly data?: string
  /** Default: `reports` in the data folder. */
  readonly reports?: string
  /** Takes turns at each host with every process of the archive. Default: only with those of this house. */
  readonly sharesHosts?: boolean
  /** How long a worker's death keeps a host from the others, in milliseconds. Tests only. */
  readonly leaseMs?: number
  /** Limits of the web that differ from the house's own: demonstrations, tests and benches. */
  readonly web?: Omit<WebOptions, 'contact' | 'clock'>
}

/**
 * Opens the house of a workspace: its configuration, its archive (migrated) and its door to the web.
 * @throws Misdeclared when municipality.yml or the database cannot be used.
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  const workspace = await readWorkspace(options.workspace)
  const data = options.data ?? dataFolder(options.workspace)
  const store = await openStore({ dataFolder: data, databaseUrl: options.databaseUrl })
  try {
    const now = options.clock()
    const withdrawn = await mirrorSources(store, workspace.sources, now)
    const calibration = await findToneCalibration(store.db)
    const gate =
      options.sharesHosts === true ? createSharedGate(store.db, options.clock, options.leaseMs) : null
    const web = openWeb({
      ...options.web,
      ...(gate === null ? {} : { gate }),
      contact: workspace.municipality.contact,
      clock: options.clock,
    })
    return {
      workspace,
      withdrawn,
      store,
      web,
      clock: options.clock,
      databaseUrl: options.databaseUrl,
      lens: prepareLens(
        workspace.municipality,
        workspace.boletines,
        calibration?.settings,
        activeSince(now),
        findOwnTone(workspace.folder, workspace.municipality),
      ),
      stopwatch: startStopwatch(),
      stories: await openStoryWindow(store.db, now),
      data,
      reports: options.reports ?? join(data, 'reports'),
      async close() {
        await web.close()
        gate?.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}
