// Briefs, the clock and past editions → which editions are due now, and the window each one covers.
import type { Brief, Edition, Municipality } from '../model.ts'
import { addDays, instantOf, localDate } from '../text/zoned.ts'

/** Work on an edition starts this long before its deadline: a last round of collecting, then composing. */
const LEAD_MINUTES = 20

/** Where one edition begins and ends on the ledger of captures, half-open: `from < captured ≤ to`. */
export type Window = { readonly from: Date; readonly to: Date }

export type DueEdition = { readonly brief: Brief; readonly date: string; readonly deadline: Date }

/** 1 Monday … 7 Sunday of a local date. */
function weekdayOf(date: string): number {
  return ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1
}

/** True on the days of the weekend hour: Saturdays, Sundays and the municipality's holidays. */
export function isRestDay(date: string, holidays: readonly string[]): boolean {
  return weekdayOf(date) >= 6 || holidays.includes(date) || holidays.includes(date.slice(5))
}

/** Instant by which the edition of a local date must be ready. */
export function deadlineOf(brief: Brief, date: string, municipality: Municipality): Date {
  const { deadline, weekendDeadline } = brief.schedule
  const [hour = 0, minute = 0] = (isRestDay(date, municipality.holidays) ? weekendDeadline : deadline)
    .split(':')
    .map(Number)
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return instantOf({ year, month, day, hour, minute }, municipality.timeZone)
}

/**
 * The editions that should be in the making or out by `now` and are not published: at most one per brief, that of
 * today. An edition missed while the machine was off is not repeated: today's window reaches back to the last one.
 */
export function listDueEditions(
  briefs: readonly Brief[],
  municipality: Municipality,
  lastEditions: ReadonlyMap<string, Edition>,
  now: Date,
): DueEdition[] {
  const date = localDate(now, municipality.timeZone)
  return briefs
    .filter((brief) => brief.schedule.weekdays.includes(weekdayOf(date)))
    .map((brief) => ({ brief, date, deadline: deadlineOf(brief, date, municipality) }))
    .filter(({ deadline }) => now.getTime() >= deadline.getTime() - LEAD_MINUTES * 60_000)
    .filter(({ brief }) => (lastEditions.get(brief.id)?.date ?? '') < date)
}

/**
 * Where an edition begins that is cut at `cut`. A daily brief begins where its last edition ended, however long ago, so
 * that no note falls between two; a longer one covers its whole days back from the cut, for periods that compare.
 */
export function startOf(
  brief: Brief,
  date: string,
  cut: Date,
  lastEnd: Date | null,
  municipality: Municipality,
): Date {
  if (brief.days === 1 && lastEnd !== null && lastEnd < cut) return lastEnd
  return deadlineOf(brief, addDays(date, -brief.days), municipality)
}
