// The sources of a house → a round of each, several at a time; a source that fails costs only itself.
import type { Round, Source } from '../model.ts'
import { keepRound } from '../store/rounds.ts'
import { findDueSources, markSourceNext } from '../store/sources.ts'
import { followFrontPage } from './front-pages.ts'
import type { House } from './house.ts'
import { explainHouseFault } from './house-fault.ts'
import { ingestSource } from './ingest.ts'
import { followNewBoletines } from './new-boletines.ts'

/** Sources visited at the same time. Each host is asked one thing at a time whatever this number. */
const AT_ONCE = 8

/** What became of one source in a run. */
export type Visit =
  | { readonly source: Source; readonly kind: 'round'; readonly round: Round }
  | { readonly source: Source; readonly kind: 'busy' }
  /** A bug ended this source's round; what it had kept stays, the rest is listed again. */
  | { readonly source: Source; readonly kind: 'broken'; readonly error: Error }

export type Watch = (done: number, total: number, visit: Visit) => void

/** Sources that are enabled and, unless `all`, due by now. */
export async function listSourcesToVisit(house: House, all: boolean): Promise<Source[]> {
  const enabled = house.workspace.sources.filter(({ isEnabled }) => isEnabled)
  if (all) return enabled
  const due = await findDueSources(house.store.db, house.clock())
  const byId = new Map(enabled.map((source) => [source.id, source]))
  return due.flatMap((id) => byId.get(id) ?? [])
}

/**
 * Follows boletines that are new to the archive, then visits sources, `AT_ONCE` at a time, in the given order. Told to
 * stop by `signal` it begins no other source, and those it is at end their note and leave the rest for later. `visit`
 * may leave a source, with null, to whoever has it in hand.
 * @throws Error in Spanish when the database or the disk failed; what was not read stays due.
 */
export async function visitSources(
  house: House,
  sources: readonly Source[],
  watch: Watch,
  signal?: AbortSignal,
  visit: (house: House, source: Source, signal: AbortSignal | undefined) => Promise<Visit | null> = visitOne,
): Promise<Visit[]> {
  await followNewBoletines(house)
  const visits: Visit[] = []
  const queue = [...sources]
  const faults: unknown[] = []
  const work = async () => {
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
      if (signal?.aborted === true || faults.length > 0) return
      const visited = await visit(house, source, signal)
      if (visited === null) continue
      visits.push(visited)
      watch(visits.length, sources.length, visited)
    }
  }
  const workers = Array.from({ length: Math.min(AT_ONCE, sources.length) }, () =>
    work().catch((fault: unknown) => faults.push(fault)),
  )
  await Promise.all(workers)
  if (faults.length > 0) throw faults[0]
  return visits
}

/**
 * Visits one source; whatever goes wrong in it is told and costs only its round.
 * @throws Error in Spanish when the database or the disk failed: no source's fault, and this one stays due.
 */
export async function visitOne(
  house: House,
  source: Source,
  signal: AbortSignal | undefined,
): Promise<Visit> {
  const startedAt = house.clock()
  try {
    const round = await ingestSource(house, source, signal)
    if (round !== null && signal?.aborted !== true) await followFrontPage(house, source)
    return round === null ? { source, kind: 'busy' } : { source, kind: 'round', round }
  } catch (thrown) {
    const fault = explainHouseFault(thrown)
    if (fault !== null) throw new Error(fault, { cause: thrown })
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    await keepBrokenRound(house, source, startedAt, error).catch(() => {}) // the database may be what broke: `error` says so
    return { source, kind: 'broken', error }
  }
}

/** A source that broke is a source that failed: status and certificate say why, and it is not asked again every minute. */
async function keepBrokenRound(house: House, source: Source, startedAt: Date, error: Error): Promise<void> {
  const reason = `error del programa: ${error.message}`
  const failed = { sourceId: source.id, startedAt, endedAt: house.clock(), channel: null, reason, ends: [] }
  const nextAt = new Date(startedAt.getTime() + source.everyMinutes * 60_000)
  await house.store.db.transaction().execute(async (trx) => {
    await keepRound(trx, { ...failed, state: 'con-falla' })
    await markSourceNext(trx, source.id, nextAt)
  })
}
