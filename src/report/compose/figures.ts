// The notes of a window, its history and boletines → the four figures of page one, and the days of the small chart.
import type { Note, PeriodFigures } from '../../model.ts'
import { localDate } from '../../text/zoned.ts'
import type { Figure, TrendPoint } from '../sintesis.ts'
import { printAxisDay, weekdayName } from '../words/dates.ts'
import {
  describeBalance,
  describeFromBoletines,
  describeReach,
  describeVolume,
  type UsualVolume,
} from '../words/figures.ts'
import { BOLETINES_ANCHOR } from './anchors.ts'
import { balanceOf, countMedia, hasReach, idsOf, sumReach, sumVisits, tallyTones } from './note-facts.ts'
import { PICKUPS_ANCHOR, placesOfTones } from './trails.ts'

/** Days of history from which a mean says something. */
const LEAST_DAYS = 7
const LEAST_WEEKDAYS = 4
const CHART_DAYS = 8

/** A day of the history under its local date. */
export type DayFigures = { readonly date: string; readonly figures: PeriodFigures }

/** Names each period of the history by the local day in which it ends. */
export const dateHistory = (history: readonly PeriodFigures[], timeZone: string): DayFigures[] =>
  history.map((figures) => ({ date: localDate(new Date(figures.to.getTime() - 1), timeZone), figures }))

/** The four figures. Every value is counted from the notes that the edition prints. */
export function composeFigures(facts: {
  readonly notes: readonly Note[]
  readonly history: readonly DayFigures[]
  readonly date: string
  readonly sentBoletines: number
  readonly silentBoletines: number
}): Figure[] {
  const { notes, history, date, sentBoletines, silentBoletines } = facts
  const tally = tallyTones(notes)
  const fromBoletines = notes.filter(({ pickups }) => pickups.length > 0)
  const known = notes.filter(hasReach)
  const evaluated = notes.filter(({ tone }) => tone !== null && tone.label !== 'sin evaluar')
  const usual = findUsualVolume(history, date)
  return [
    { ...describeVolume(notes.length, countMedia(notes), usual), noteIds: idsOf(notes), goTo: 'indice' },
    { ...describeBalance(tally, balanceOf(tally)), noteIds: idsOf(evaluated), goTo: 'cifras' },
    {
      ...describeReach(sumReach(notes), sumVisits(notes), notes.length, known.length),
      noteIds: idsOf(known),
      goTo: 'indice',
    },
    {
      ...describeFromBoletines(fromBoletines.length, notes.length, sentBoletines, silentBoletines),
      noteIds: idsOf(fromBoletines),
      goTo: fromBoletines.length === 0 ? BOLETINES_ANCHOR : PICKUPS_ANCHOR,
    },
  ]
}

/** The mean of the last four equal weekdays, or of the days there are when they are at least a week. */
function findUsualVolume(history: readonly DayFigures[], date: string): UsualVolume {
  const equal = history.filter((day) => weekdayName(day.date) === weekdayName(date)).slice(-LEAST_WEEKDAYS)
  if (equal.length === LEAST_WEEKDAYS)
    return { kind: 'weekdays', mean: meanNotes(equal), days: equal.length, date }
  if (history.length < LEAST_DAYS) return null
  return { kind: 'days', mean: meanNotes(history), days: history.length }
}

const meanNotes = (days: readonly DayFigures[]): number =>
  days.reduce((total, { figures }) => total + figures.notes, 0) / days.length

/**
 * Whether a day's volume and balance lie within one standard deviation of the history. Null under a week of history.
 */
export function isUsualDay(notes: readonly Note[], history: readonly DayFigures[]): boolean | null {
  if (history.length < LEAST_DAYS) return null
  const balance = balanceOf(tallyTones(notes))
  const balances = history.flatMap(({ figures }) => figures.balance ?? [])
  const isVolumeUsual = isWithinBand(
    notes.length,
    history.map(({ figures }) => figures.notes),
  )
  return (
    isVolumeUsual && (balance === null || balances.length < LEAST_DAYS || isWithinBand(balance, balances))
  )
}

function isWithinBand(value: number, values: readonly number[]): boolean {
  const mean = values.reduce((total, one) => total + one, 0) / values.length
  const variance = values.reduce((total, one) => total + (one - mean) ** 2, 0) / values.length
  return Math.abs(value - mean) <= Math.sqrt(variance)
}

/** The last seven days and this one, when there are at least three days before it. */
export function composeTrend(
  notes: readonly Note[],
  history: readonly DayFigures[],
  date: string,
): TrendPoint[] {
  const before = history.filter((day) => day.date < date).slice(-(CHART_DAYS - 1))
  if (before.length < 3) return []
  const today = tallyTones(notes)
  return [
    ...before.map(({ date: day, figures }) => ({
      label: printAxisDay(day),
      positive: figures.tally.positivo,
      negative: figures.tally.negativo,
      notes: figures.notes,
      balance: figures.balance,
      goTo: null,
    })),
    {
      label: printAxisDay(date),
      positive: today.positivo,
      negative: today.negativo,
      notes: notes.length,
      balance: balanceOf(today),
      goTo: placesOfTones({ positive: today.positivo, negative: today.negativo }),
    },
  ]
}
