// The record of a source and an instant → its state, since when, why, and what else should be known of it.
import { isStill, type ListedWindow } from './listing-pace.ts'
import { type DayVolume, judgeVolume, type SpanVolume } from './volume.ts'

export type HealthState = 'sana' | 'callada' | 'atrasada' | 'con falla' | 'bloqueada'

/** What the archive knows of a source. */
export type SourceRecord = {
  readonly everyMinutes: number
  readonly declaredAt: Date
  readonly nextAt: Date | null
  readonly lastTriedAt: Date | null
  readonly lastReadAt: Date | null
  readonly lastSuccessAt: Date | null
  readonly failedSince: Date | null
  readonly failures: number
  /** Why its last failed visits failed, newest first; of those since something was really read. */
  readonly faults: readonly string[]
  /** Its last listing that was not empty. */
  readonly listing: ListedWindow | null
  /** Reasons of the notes of the last seven days that could not be read, and how many were. */
  readonly unreadable: readonly { readonly reason: string; readonly count: number }[]
  readonly keptLately: number
  /** Its days up to its last reading, oldest first, the last one up to the hour of that reading. */
  readonly days: readonly DayVolume[]
}

/** Why a source is in its state. */
export type HealthCause =
  | { readonly kind: 'sana'; readonly hasPattern: boolean }
  | { readonly kind: 'menos-de-lo-usual'; readonly span: SpanVolume }
  | { readonly kind: 'nunca-visitada'; readonly isOverdue: boolean }
  | { readonly kind: 'sin-visita'; readonly dueAt: Date }
  | { readonly kind: 'detenida'; readonly newestAt: Date }
  | {
      readonly kind: 'falla'
      readonly failures: number
      readonly fault: string | null
      readonly hasAnsweredSince: boolean
    }
  | { readonly kind: 'rechazo'; readonly failures: number; readonly fault: string }
  | { readonly kind: 'notas-rechazadas'; readonly notes: number; readonly fault: string }

export type HealthVerdict = {
  readonly state: HealthState
  readonly since: Date | null
  readonly cause: HealthCause
  /** Today against its pattern; null while there is none. */
  readonly today: SpanVolume | null
  readonly isBurst: boolean
}

/** Refusals that make a source blocked: visits in a row, or notes while none could be read. */
const LEAST_REFUSALS = 3
const LEAST_REFUSED_NOTES = 5

/** How the rooms that read the web say that an outlet does not let itself be read: 403 and the like, robots.txt, payment. */
const REFUSAL = /no permite leer|pide pagar/

/** True of a reason that means the outlet does not want to be read, not that it is broken. */
export function isRefusal(reason: string): boolean {
  return REFUSAL.test(reason)
}

/** Judges a source. The gravest applies: blocked, failing, behind, quiet, healthy. A 304 cures none of them. */
export function judgeHealth(record: SourceRecord, now: Date): HealthVerdict {
  const { today, low, isBurst } = judgeVolume(record.days)
  const found =
    judgeRefusal(record) ??
    judgeFailure(record) ??
    judgeVisits(record, now) ??
    judgeStillness(record, low, today !== null) ??
    judgeQuiet(low)
  return {
    ...(found ?? { state: 'sana', since: null, cause: { kind: 'sana', hasPattern: today !== null } }),
    today,
    isBurst,
  }
}

type Finding = Pick<HealthVerdict, 'state' | 'since' | 'cause'>

function judgeRefusal({
  failures,
  faults,
  failedSince,
  unreadable,
  keptLately,
}: SourceRecord): Finding | null {
  const refusals = faults.filter(isRefusal)
  const [fault] = refusals
  if (fault !== undefined && refusals.length >= LEAST_REFUSALS && refusals.length * 2 >= faults.length) {
    return { state: 'bloqueada', since: failedSince, cause: { kind: 'rechazo', failures, fault } }
  }
  const refused = unreadable.filter(({ reason }) => isRefusal(reason))
  const notes = refused.reduce((total, { count }) => total + count, 0)
  const [commonest] = refused.toSorted((one, other) => other.count - one.count)
  if (commonest === undefined || notes < LEAST_REFUSED_NOTES || keptLately > 0) return null
  const cause = { kind: 'notas-rechazadas', notes, fault: commonest.reason } as const
  return { state: 'bloqueada', since: null, cause }
}

function judgeFailure({
  failures,
  faults,
  failedSince,
  lastTriedAt,
  lastReadAt,
}: SourceRecord): Finding | null {
  if (failedSince === null) return null
  const hasAnsweredSince = lastReadAt !== null && lastReadAt.getTime() === lastTriedAt?.getTime()
  const cause = { kind: 'falla', failures, fault: faults[0] ?? null, hasAnsweredSince } as const
  return { state: 'con falla', since: failedSince, cause }
}

/** Declared and never visited, or not visited for a whole interval after its visit was due. */
function judgeVisits(record: SourceRecord, now: Date): Finding | null {
  const patience = record.everyMinutes * 60_000
  const isLate = (due: Date) => now.getTime() - due.getTime() > patience
  if (record.lastTriedAt === null) {
    const isOverdue = isLate(record.declaredAt)
    return { state: 'atrasada', since: record.declaredAt, cause: { kind: 'nunca-visitada', isOverdue } }
  }
  const dueAt = record.nextAt ?? new Date(record.lastTriedAt.getTime() + patience)
  if (!isLate(dueAt)) return null
  return { state: 'atrasada', since: dueAt, cause: { kind: 'sin-visita', dueAt } }
}

/** Its newest note is older than a span in which its pattern expects some; without pattern, than its own dates explain. */
function judgeStillness(
  { listing, lastReadAt }: SourceRecord,
  low: SpanVolume | null,
  hasPattern: boolean,
): Finding | null {
  const newestAt = listing?.newestAt ?? null
  if (listing === null || newestAt === null || lastReadAt === null) return null
  const isBehindPattern = low !== null && low.notes === 0 && isBeforeSpan(newestAt, lastReadAt, low)
  if (!isBehindPattern && (hasPattern || !isStill(listing, lastReadAt))) return null
  return { state: 'atrasada', since: newestAt, cause: { kind: 'detenida', newestAt } }
}

function isBeforeSpan(newestAt: Date, now: Date, { days }: SpanVolume): boolean {
  return now.getTime() - newestAt.getTime() > (days - 1) * 86_400_000
}

function judgeQuiet(low: SpanVolume | null): Finding | null {
  return low === null
    ? null
    : { state: 'callada', since: null, cause: { kind: 'menos-de-lo-usual', span: low } }
}
