// Two windows of the ledger → the sources that were read in one of them and not in the other: their notes are no rise or fall.
import { findUnreadDays } from '../store/unread-days.ts'
import type { Window } from './calendar.ts'
import type { House } from './house.ts'

/** Days by which the readings of two windows may differ: a night without network says little of a week. */
const MOST_DAYS_APART = 1

/**
 * Ids of the sources whose unread days differ by more than one between both windows: those that failed for days, and those
 * added or withdrawn meanwhile. What a person brings by hand was never read in either, and is compared as it is.
 */
export async function findUnevenSources(
  { store, workspace: { sources }, withdrawn }: House,
  current: Window,
  previous: Window,
): Promise<ReadonlySet<string>> {
  const [now, before] = [
    await findUnreadDays(store.db, current, sources),
    await findUnreadDays(store.db, previous, sources),
  ]
  const isUneven = ({ id }: { readonly id: string }) =>
    Math.abs((now.get(id) ?? 0) - (before.get(id) ?? 0)) > MOST_DAYS_APART
  return new Set([...sources.filter(isUneven), ...withdrawn].map(({ id }) => id))
}
