// Briefs, the clock and past editions → which editions are due now, and the window each one covers.
import type { Brief, CalendarPeriod, Edition, Municipality } from '../model.ts'
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

/** An edition of a calendar period that was missed while the machine was off is caught up within so many days. */
const CATCH_UP_DAYS = 7

/** Whether an edition of a brief may be due on a local date. */
function isDay(brief: Brief, today: string): boolean {
  if (brief.period === undefined) return brief.schedule.weekdays.includes(weekdayOf(today))
  const date = editionDate(brief, today)
  return date <= today && today <= addDays(date, CATCH_UP_DAYS)
}

/** Months of each calendar period. */
const MONTHS: Readonly<Record<CalendarPeriod, number>> = { mes: 1, trimestre: 3, anio: 12 }

/** Date that the edition of a local date bears: of a calendar period its one day, so that it has one edition. */
export function editionDate(brief: Brief, date: string): string {
  if (brief.period === undefined) return date
  const { year, month } = startOfPeriod(brief.period, date)
  const day = brief.schedule.monthDay ?? 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Year and month, from 1, in which the calendar period of a local date begins. */
function startOfPeriod(
  period: CalendarPeriod,
  date: string,
): { readonly year: number; readonly month: number } {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return { year, month: month - ((month - 1) % MONTHS[period]) }
}

/**
 * The whole calendar period that ended `back` periods before that of a local date, midnight to midnight in the
 * municipality's zone: 1 is the last whole one.
 */
export function calendarWindow(
  period: CalendarPeriod,
  date: string,
  back: number,
  { timeZone }: Pick<Municipality, 'timeZone'>,
): Window {
  const { year, month } = startOfPeriod(period, date)
  const at = (periods: number) => {
    const months = year * 12 + month - 1 - periods * MONTHS[period]
    return instantOf({ year: Math.floor(months / 12), month: (months % 12) + 1, day: 1 }, timeZone)
  }
  return { from: at(back), to: at(back - 1) }
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
  const today = localDate(now, municipality.timeZone)
  return briefs
    .filter((brief) => isDay(brief, today))
    .map((brief) => ({ brief, date: editionDate(brief, today) }))
    .map((due) => ({ ...due, deadline: deadlineOf(due.brief, due.date, municipality) }))
    .filter(({ deadline }) => now.getTime() >= deadline.getTime() - LEAD_MINUTES * 60_000)
    .filter(({ brief, date }) => (lastEditions.get(brief.id)?.date ?? '') < date)
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
