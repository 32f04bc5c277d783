// How the municipality stands → the five figures with their past values, and the trend by period or by day.
import type { Municipality, Note, PeriodFigures, Position } from '../../model.ts'
import { addDays, localDate } from '../../text/zoned.ts'
import { type CountTrail, placeOfTone } from '../count-trail.ts'
import type { Imbalance, TracedFigure, Trend } from '../posicionamiento.ts'
import type { TrendPoint } from '../sintesis.ts'
import { printAxisDay, printAxisMonth, weekOf } from '../words/dates.ts'
import { LEAST_FOR_RATE } from '../words/figures.ts'
import { capitalize } from '../words/grammar.ts'
import type { PeriodWords } from '../words/periods.ts'
import {
  describeBalanceNow,
  describeBoletinesNow,
  describeDayTrend,
  describeNotesNow,
  describeReachNow,
  describeTrend,
  describeVoiceNow,
  printShortHistory,
  TREND_GUIDES,
} from '../words/position.ts'
import { printSeriesAlt, printTrendAlt } from '../words/trend.ts'
import { anchorOfCount } from './anchors.ts'
import { balanceOf, countEvaluated, idsOf, tallyTones } from './note-facts.ts'
import { type NoteNumbers, placesOfTones, traceByTone } from './trails.ts'

/** Periods from which a trend is shown, and the most that fit. */
const LEAST_PERIODS = 4
const MOST_PERIODS = 12

/** This period and those before it, oldest first, each once: the history may hold the previous period or not. */
function listPeriods({ history, previous, current }: Position): PeriodFigures[] {
  const all = [...history, ...(previous === null ? [] : [previous]), current]
  const byEnd = new Map(all.map((period) => [period.to.getTime(), period]))
  return [...byEnd.values()].slice(-MOST_PERIODS)
}

export function composeTracedFigures(facts: {
  readonly position: Position
  readonly notes: readonly Note[]
  readonly municipality: Municipality
  readonly published: number
  readonly sent: number
  readonly publishedIds: readonly number[]
  readonly wasRead: boolean
}): TracedFigure[] {
  const { position, notes, municipality, published, sent, publishedIds, wasRead } = facts
  const periods = listPeriods(position)
  const ownId = municipality.subjects[0]?.id ?? ''
  const trace = (label: string, read: (period: PeriodFigures) => number | null) => {
    const series = periods.flatMap((period) => read(period) ?? [])
    const isLong = periods.length >= LEAST_PERIODS && series.length === periods.length
    return { series: isLong ? series : [], seriesAlt: isLong ? printSeriesAlt(label, series) : '' }
  }
  const none = { series: [], seriesAlt: '' }
  const ids = idsOf(notes)
  return [
    {
      ...describeBalanceNow(position),
      noteIds: ids,
      goTo: 'cifras',
      ...trace('balance de tono', ({ balance }) => balance),
    },
    {
      ...describeNotesNow(position),
      noteIds: ids,
      goTo: 'indice',
      ...trace('notas', ({ notes: count }) => count),
    },
    {
      ...describeReachNow(position),
      noteIds: ids,
      goTo: 'indice',
      ...trace('alcance estimado', ({ reach }) => reach),
    },
    {
      ...describeVoiceNow(position.voice, ownId, position.voiceDenominator),
      noteIds: ids,
      goTo: 'voz',
      ...none,
    },
    { ...describeBoletinesNow(published, sent, wasRead), noteIds: publishedIds, goTo: 'matriz', ...none },
  ]
}

/** The coefficient of imbalance with what it is of: mixed notes are evaluated, and neither favourable nor unfavourable. */
export function composeImbalance({ tally, notes, imbalance }: PeriodFigures): Imbalance {
  const evaluated = countEvaluated(tally)
  const coefficient = evaluated < LEAST_FOR_RATE ? null : imbalance
  return { coefficient, favourable: tally.positivo, unfavourable: tally.negativo, evaluated, notes }
}

/** By period from four periods on; until then by day, saying why. */
export function composeTrendOf(facts: {
  readonly position: Position
  readonly notes: readonly Note[]
  readonly numbers: NoteNumbers
  readonly municipality: Municipality
  readonly period: PeriodWords
  readonly range: string
}): Trend {
  const { position, notes, numbers, municipality, period, range } = facts
  const { timeZone } = municipality
  const periods = listPeriods(position)
  if (periods.length < LEAST_PERIODS) {
    const step = isLong(position.current) ? STEPS.month : STEPS.day
    const parts = step.list(notes, position.current, timeZone)
    const points = parts.map((part) => pointOfNotes(part, numbers))
    return {
      title: describeDayTrend(range, step.name),
      guide: `${step.guide} ${printShortHistory(periods.length, period, step.name)}`,
      unit: capitalize(step.name),
      currentFrom: 0,
      points,
      trails: parts.map((part) => tracePart(part, numbers)),
      alt: printTrendAlt(points),
    }
  }
  const printed = tallyTones(notes)
  const points = periods.map((figures) => {
    const point = pointOf(nameOf(figures, timeZone, period), figures)
    const isHere =
      figures === position.current &&
      point.positive === printed.positivo &&
      point.negative === printed.negativo
    return isHere ? { ...point, goTo: placesOfTones(point) } : point
  })
  return {
    title: describeTrend({
      first: points.at(-LEAST_PERIODS)?.balance ?? null,
      last: points.at(-1)?.balance ?? null,
      noiseBand: position.noiseBand,
      periods: LEAST_PERIODS,
      period,
    }),
    guide: TREND_GUIDES.periods,
    unit: period.noun.one.charAt(0).toLocaleUpperCase('es') + period.noun.one.slice(1),
    currentFrom: points.length - 1,
    points,
    trails: [],
    alt: printTrendAlt(points),
  }
}

const pointOf = (label: string, { tally, notes, balance }: PeriodFigures): TrendPoint => ({
  label,
  positive: tally.positivo,
  negative: tally.negativo,
  notes,
  balance,
  goTo: null,
})

function nameOf({ to }: PeriodFigures, timeZone: string, period: PeriodWords): string {
  const last = localDate(new Date(to.getTime() - 1), timeZone)
  if (period.noun.one === 'semana') return String(weekOf(addDays(last, -1)).week)
  if (period.noun.one === 'mes') return printAxisMonth(last)
  if (period.noun.one === 'trimestre') return `T${Math.ceil(Number(last.slice(5, 7)) / 3)}`
  return period.noun.one === 'año' ? last.slice(0, 4) : last.slice(5, 7)
}

/** A day or a month of the period with its notes. */
type Part = { readonly date: string; readonly label: string; readonly notes: readonly Note[] }

/** Every local day of the period by hour of capture, which is what the period is cut by; also days without notes. */
function listDays(notes: readonly Note[], { from, to }: PeriodFigures, timeZone: string): Part[] {
  const byDay = Map.groupBy(notes, (note) => localDate(note.capturedAt, timeZone))
  const last = localDate(new Date(to.getTime() - 1), timeZone)
  const days: Part[] = []
  for (let day = localDate(from, timeZone); day <= last && days.length < 31; day = addDays(day, 1)) {
    days.push({ date: day, label: printAxisDay(day), notes: byDay.get(day) ?? [] })
  }
  return days
}

/** Every local month of a longer period. */
function listMonths(notes: readonly Note[], { from, to }: PeriodFigures, timeZone: string): Part[] {
  const byMonth = Map.groupBy(notes, (note) => localDate(note.capturedAt, timeZone).slice(0, 7))
  const last = localDate(new Date(to.getTime() - 1), timeZone)
  const months: Part[] = []
  for (let day = localDate(from, timeZone); day <= last; day = addDays(`${day.slice(0, 7)}-01`, 32)) {
    const date = day.slice(0, 7)
    months.push({ date, label: printAxisMonth(day), notes: byMonth.get(date) ?? [] })
  }
  return months
}

const tracePart = ({ date, label, notes }: Part, numbers: NoteNumbers): CountTrail =>
  traceByTone(anchorOfCount('fecha', date), label, notes, numbers)

function pointOfNotes(part: Part, numbers: NoteNumbers): TrendPoint {
  const { label, notes } = part
  const trail = tracePart(part, numbers)
  const tally = tallyTones(notes)
  const balance = notes.length >= LEAST_FOR_RATE ? balanceOf(tally) : null
  const goTo = {
    positive: placeOfTone(trail, tally.positivo, 'positivo'),
    negative: placeOfTone(trail, tally.negativo, 'negativo'),
  }
  return { label, positive: tally.positivo, negative: tally.negativo, notes: notes.length, balance, goTo }
}

/** Days that fit side by side. */
const MOST_DAYS = 31
const isLong = ({ from, to }: PeriodFigures): boolean =>
  to.getTime() - from.getTime() > (MOST_DAYS + 1) * 86_400_000

const STEPS = {
  day: { name: 'día', guide: TREND_GUIDES.days, list: listDays },
  month: { name: 'mes', guide: TREND_GUIDES.months, list: listMonths },
} as const
