// Agreements with outlets and the notes of a period → the pieces that each delivered and those that were due by its end.

import type { Convenio, ConvenioFigures, DeliveredPieces, NoteFigures, Source } from '../model.ts'
import { addDays, instantOf, localDate } from '../text/zoned.ts'
import { listNotesAbout } from './position.ts'

type Window = { readonly from: Date; readonly to: Date }

/** A window and the days in which each source could not be read in it; absent: none. */
type ReadWindow = Window & { readonly unreadDays: ReadonlyMap<string, number> }

export type ConvenioFacts = {
  readonly sources: readonly Source[]
  readonly window: ReadWindow
  /** From the first of the month until the end of the window; null where the window is as long. */
  readonly month: ReadWindow | null
  /** Notes of both windows that name any of our subjects, surely or not. */
  readonly notes: readonly NoteFigures[]
  /** Of both windows. */
  readonly boletines: readonly { readonly sentAt: Date }[]
  readonly ourSubjects: readonly string[]
  readonly timeZone: string
}

/** Agreements in force in any part of the window, in the order of the sources. The municipality's own site has none. */
export function measureConvenios(facts: ConvenioFacts): ConvenioFigures[] {
  const { sources, window, month, timeZone } = facts
  return sources.flatMap((source) => {
    const { id, convenio, isOwn } = source
    if (convenio === null || isOwn || clipToForce(window, convenio, timeZone) === null) return []
    const { terms } = convenio
    return [
      {
        sourceId: id,
        counts: terms?.counts ?? 'boletines',
        period: countPieces(source, convenio, window, facts),
        month: month === null ? null : countPieces(source, convenio, month, facts),
      },
    ]
  })
}

/** The part of a window in which an agreement is in force; null when none is. */
function clipToForce({ from, to }: Window, { since, until }: Convenio, timeZone: string): Window | null {
  const start = since === null ? from : startOfDay(since, timeZone)
  const end = until === null ? to : startOfDay(addDays(until, 1), timeZone)
  const clipped = { from: start > from ? start : from, to: end < to ? end : to }
  return clipped.from < clipped.to ? clipped : null
}

function countPieces(
  { id, isEnabled }: Source,
  convenio: Convenio,
  window: ReadWindow,
  { notes, boletines, sources, ourSubjects, timeZone }: ConvenioFacts,
): DeliveredPieces | null {
  const { terms } = convenio
  if (terms === null) return null
  const span = clipToForce(window, convenio, timeZone)
  const unreadDays = isEnabled ? (window.unreadDays.get(id) ?? 0) : null
  if (span === null) return { agreed: 0, delivered: 0, pending: 0, noteIds: [], unreadDays }
  const isWithin = (at: Date) => at > span.from && at <= span.to
  const own = notes.filter(({ sourceId, capturedAt }) => sourceId === id && isWithin(capturedAt))
  const sure = listNotesAbout(own, ourSubjects, sources)
  const doubtful = own.filter((note) => !sure.includes(note) && mayBeOurs(note, ourSubjects))
  const pieces = terms.counts === 'notas' ? nameNotes : nameBoletines
  const delivered = new Set(sure.flatMap(pieces))
  const pending = new Set(doubtful.flatMap(pieces).filter((piece) => !delivered.has(piece)))
  const due = countDue(terms, span, timeZone)
  // Nobody can publish a boletín that was not sent.
  const sent = boletines.filter(({ sentAt }) => isWithin(sentAt)).length
  return {
    agreed: terms.counts === 'notas' ? due : Math.min(due, sent),
    delivered: delivered.size,
    pending: pending.size,
    noteIds: sure.filter((note) => pieces(note).length > 0).map((note) => note.id),
    unreadDays,
  }
}

const mayBeOurs = ({ mentions }: NoteFigures, ourSubjects: readonly string[]): boolean =>
  mentions.some(({ subjectId, belonging }) => belonging === 'dudosa' && ourSubjects.includes(subjectId))

const nameNotes = ({ id }: NoteFigures): string[] => [String(id)]

/** Folios of the boletines that a note publishes: whole, edited or in part. One that only cites it delivers nothing. */
const nameBoletines = ({ pickups }: NoteFigures): string[] =>
  pickups.filter(({ kind }) => kind !== 'citada').map(({ folio }) => folio)

/** Against sums of sevenths that fall short of a whole number by the last binary digit. */
const SLACK = 1e-6

/** Whole pieces due by the end of a span, the agreed ones spread evenly over the days of each week, half-month or month. */
function countDue({ pieces, every }: NonNullable<Convenio['terms']>, span: Window, timeZone: string): number {
  let due = 0
  const last = localDate(new Date(span.to.getTime() - 1), timeZone)
  for (let day = localDate(span.from, timeZone); day <= last; day = addDays(day, 1)) {
    const [start, end] = [
      startOfDay(day, timeZone).getTime(),
      startOfDay(addDays(day, 1), timeZone).getTime(),
    ]
    const covered = Math.min(end, span.to.getTime()) - Math.max(start, span.from.getTime())
    due += (pieces / daysOf(every, day)) * (covered / (end - start))
  }
  return Math.floor(due + SLACK)
}

/** Days of the span of an agreement in which a local day falls. The half-months are 1–15 and 16 to the end. */
function daysOf(every: NonNullable<Convenio['terms']>['every'], day: string): number {
  if (every === 'semana') return 7
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (every === 'mes') return length
  return date <= 15 ? 15 : length - 15
}

function startOfDay(date: string, timeZone: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return instantOf({ year, month, day }, timeZone)
}
