// The rounds of one process → each source in the hands of one of them: a round that finds it under way waits instead of asking too.
import type { Source } from '../model.ts'
import type { House } from './house.ts'
import { type Visit, visitOne } from './run.ts'

/** Visits a source; null when another round of the process did, whose visit this one waited for. */
export type VisitSource = (
  house: House,
  source: Source,
  signal: AbortSignal | undefined,
) => Promise<Visit | null>

/** A visit that began at `startedAt`, in milliseconds of the process. */
type Begun = { readonly startedAt: number; isOver: boolean; readonly visit: Promise<Visit> }

/**
 * Opens the account of one process's visits. A round that it begins visits no source that another of its rounds is
 * visiting, or visited since this one began. One whose visit failed with the database is visited again.
 */
export function openOwnVisits(): { beginRound(): VisitSource } {
  const last = new Map<string, Begun>()
  const begin = (house: House, source: Source, signal: AbortSignal | undefined): Promise<Visit> => {
    const visit = visitOne(house, source, signal)
    const begun: Begun = { startedAt: performance.now(), isOver: false, visit }
    last.set(source.id, begun)
    visit.then(
      () => {
        begun.isOver = true
      },
      () => last.delete(source.id),
    )
    return visit
  }
  return {
    beginRound() {
      const since = performance.now()
      return async (house, source, signal) => {
        const begun = last.get(source.id)
        if (begun === undefined || (begun.isOver && begun.startedAt < since))
          return begin(house, source, signal)
        await begun.visit
        return null
      }
    },
  }
}
