// The archive at an instant → how each source is, and what the certificate should remark about them.
import type { Source } from '../model.ts'
import { describeToday, explainCause, printMoment } from '../score/health-words.ts'
import { type HealthVerdict, judgeHealth } from '../score/source-health.ts'
import { type DayVolume, HISTORY_DAYS } from '../score/volume.ts'
import { findSharedListings, type SharedListing } from '../store/duplicates.ts'
import { findSourceHealth, type SourceHealth } from '../store/health.ts'
import { findGaps, type ListingGap } from '../store/listed-windows.ts'
import { findPatternDays, type PatternDay } from '../store/patterns.ts'
import { findSourceFacts, type SourceFacts } from '../store/source-facts.ts'
import { addDays, localDate } from '../text/zoned.ts'
import type { House } from './house.ts'

const GAP_DAYS = 28
/** With more of one kind than this in a window their media are named, and the rest is left to `status`. */
const MOST_REMARKS = 3

export type SourceReport = {
  readonly health: SourceHealth
  readonly facts: SourceFacts
  readonly verdict: HealthVerdict
  /** Notes of the last 28 days up to its last reading. */
  readonly monthNotes: number
  /** Of the last 28 days, newest last. */
  readonly gaps: readonly ListingGap[]
  readonly shared: readonly SharedListing[]
}

/** How every declared source is at `at`, those disabled too, by id. */
export async function assessSources(house: House, at: Date): Promise<SourceReport[]> {
  const { db } = house.store
  const { timeZone } = house.workspace.municipality
  const facts = new Map((await findSourceFacts(db, at)).map((found) => [found.sourceId, found]))
  const patterns = Map.groupBy(
    await findPatternDays(db, { at, days: HISTORY_DAYS + 1, timeZone }),
    ({ sourceId }) => sourceId,
  )
  const since = new Date(at.getTime() - GAP_DAYS * 86_400_000)
  const gaps = Map.groupBy(await findGaps(db, { from: since, to: at }), ({ sourceId }) => sourceId)
  const shared = await findSharedListings(db, at)
  return (await findSourceHealth(db, at)).flatMap((health) => {
    const found = facts.get(health.sourceId)
    if (found === undefined) return []
    const days = fillDays(patterns.get(health.sourceId) ?? [], health.lastReadAt, timeZone)
    return [
      {
        health,
        facts: found,
        verdict: judgeHealth({ ...health, ...found, days }, at),
        monthNotes: days.slice(-28).reduce((sum, { notes }) => sum + notes, 0),
        gaps: gaps.get(health.sourceId) ?? [],
        shared: shared.filter(({ sourceId, otherId }) => [sourceId, otherId].includes(health.sourceId)),
      },
    ]
  })
}

/** Every day up to the last reading, without holes; none when the source was never read. */
function fillDays(found: readonly PatternDay[], lastReadAt: Date | null, timeZone: string): DayVolume[] {
  if (lastReadAt === null) return []
  const byDate = new Map(found.map((day) => [day.date, day]))
  const today = localDate(lastReadAt, timeZone)
  return Array.from({ length: HISTORY_DAYS + 1 }, (_, index) => {
    const date = addDays(today, index - HISTORY_DAYS)
    return byDate.get(date) ?? { date, notes: 0, notesByNow: 0, isObserved: false }
  })
}

/** What is shared with another source, as one clause. */
export function describeShared({ name, otherName, notes }: SharedListing): string {
  return notes === null
    ? `${name} y ${otherName} entregan la misma lista, byte por byte`
    : `${name} lista ${notes.shared} de sus ${notes.listed} notas con la misma dirección que ${otherName}`
}

/** What may have slipped by, as one clause. */
export function describeGap({ from, to }: ListingGap, timeZone: string): string {
  return `de lo publicado entre el ${printMoment(from, timeZone)} y el ${printMoment(to, timeZone)} pudo perderse algo: la lista se renovó entera entre dos visitas`
}

/**
 * Remarks of a certificate, each a sentence in Spanish: what may have slipped by in the window, and the state at its end of
 * the given sources, as far as the table of readings does not say it.
 */
export async function remarkOnSources(
  house: House,
  { from, to }: { readonly from: Date; readonly to: Date },
  declared: readonly Source[],
): Promise<string[]> {
  const { timeZone } = house.workspace.municipality
  const enabled = new Set(declared.filter(({ isEnabled }) => isEnabled).map(({ id }) => id))
  const reports = (await assessSources(house, to)).filter(({ health }) => enabled.has(health.sourceId))
  const gaps = reports.flatMap((report) => report.gaps.filter(({ noticedAt }) => noticedAt > from))
  const shared = new Set(reports.flatMap((report) => report.shared))
  const named = (kinds: readonly HealthVerdict['cause']['kind'][]) =>
    reports.filter(({ verdict }) => kinds.includes(verdict.cause.kind)).map(({ health }) => health.name)
  return [
    ...remarkGaps(gaps, timeZone),
    ...[...shared].map((pair) => `${describeShared(pair)}: conviene revisar si son el mismo medio.`),
    ...remarkWeakRungs(reports),
    ...remarkNames('No dejan leer sus notas', named(['rechazo', 'notas-rechazadas'])),
    ...remarkNames('Contestan, pero su lista está detenida', named(['detenida'])),
    ...remarkNames('Publicaron menos de lo que suelen', named(['menos-de-lo-usual'])),
    ...remarkNames(
      'Publicaron más de lo que suelen',
      reports.filter(({ verdict }) => verdict.isBurst).map(({ health }) => health.name),
    ),
  ]
}

function remarkGaps(gaps: readonly ListingGap[], timeZone: string): string[] {
  if (gaps.length <= MOST_REMARKS) return gaps.map((gap) => `${gap.name}: ${describeGap(gap, timeZone)}.`)
  const names = [...new Set(gaps.map(({ name }) => name))].join(', ')
  return [
    `${gaps.length} veces la lista de un medio se renovó entera entre dos visitas y pudo perderse algo: ${names}.`,
  ]
}

/** Why some of the channels of a source that was read did not serve, or null; of one that stands still that is said already. */
function weakRungOf({ health, verdict }: SourceReport): string | null {
  const isRead = health.failedSince === null && health.lastTriedAt !== null
  return isRead && verdict.cause.kind !== 'detenida' ? health.reason : null
}

function remarkWeakRungs(reports: readonly SourceReport[]): string[] {
  const weak = reports.filter((report) => weakRungOf(report) !== null)
  const words = 'pero no todo lo que declara'
  if (weak.length > MOST_REMARKS) {
    return remarkNames(
      `Se leyeron, ${words}n sirvió`,
      weak.map(({ health }) => health.name),
    )
  }
  return weak.map((report) => `${report.health.name} se leyó, ${words} sirvió: ${weakRungOf(report)}.`)
}

function remarkNames(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${names.join(', ')}.`]
}

/** Why a source is in its state, then what else should be known of it. */
export function explainReport(report: SourceReport, timeZone: string): string[] {
  const { verdict, gaps, shared } = report
  const weakRung = weakRungOf(report)
  const last = gaps.at(-1)
  return [
    explainCause(verdict.cause, timeZone),
    ...(weakRung === null ? [] : [`no todo lo declarado sirve: ${weakRung}`]),
    ...(verdict.isBurst ? ['hoy publica más de lo usual'] : []),
    ...(last === undefined
      ? []
      : [
          `${gaps.length === 1 ? 'una visita' : `${gaps.length} visitas`} en 28 días sin nada conocido en la lista; ${describeGap(last, timeZone)}`,
        ]),
    ...shared.map(describeShared),
  ]
}

/** How its last day compares with its own pattern, or that there is none yet. */
export function describeVerdictToday(verdict: HealthVerdict): string {
  return describeToday(verdict)
}
