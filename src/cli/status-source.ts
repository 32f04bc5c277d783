// One source's report → what `sintesis status <fuente>` prints: its state, its volume, its interval and its last visits.
import { describeGap, describeVerdictToday, explainReport, type SourceReport } from '../pipeline/health.ts'
import type { House } from '../pipeline/house.ts'
import { findLastVisits, type SourceVisit } from '../store/source-facts.ts'
import { formatInstant } from './boletin.ts'
import type { CommandContext } from './command.ts'
import { layColumns } from './terminal.ts'

const SHOWN_VISITS = 10
const SHOWN_REASONS = 5
const STATE_WORDS = { leida: 'leída', 'sin-cambios': 'sin cambios', 'con-falla': 'con falla' } as const

/** Prints one source in detail. */
export async function showSource(
  house: House,
  { terminal, clock }: CommandContext,
  report: SourceReport,
): Promise<void> {
  const { timeZone } = house.workspace.municipality
  const { health } = report
  terminal.print(`${health.name} (${health.sourceId})`)
  for (const line of layColumns(listFacts(report, timeZone))) terminal.print(line)
  for (const reason of report.facts.unreadable.slice(0, SHOWN_REASONS)) {
    terminal.print(`  ilegibles en siete días: ${reason.count} × ${reason.reason}`)
  }
  const visits = await findLastVisits(house.store.db, health.sourceId, clock(), SHOWN_VISITS)
  terminal.print(visits.length === 0 ? '\nTodavía no se visita.' : '\nÚltimas visitas:')
  for (const line of layColumns(visits.map((visit) => describeVisit(visit, timeZone)))) terminal.print(line)
}

function listFacts(report: SourceReport, timeZone: string): string[][] {
  const { health, facts, verdict, monthNotes, gaps } = report
  const instant = (at: Date | null) => (at === null ? 'nunca' : formatInstant(at, timeZone))
  const [why = '', ...remarks] = explainReport(report, timeZone)
  const since = verdict.since === null ? '' : ` desde ${instant(verdict.since)}`
  const minutes = facts.interval?.minutes ?? health.everyMinutes
  return [
    ['  estado', health.isEnabled ? `${verdict.state}${since}: ${why}` : 'desactivada'],
    ...remarks.map((remark) => ['  además', remark]),
    ['  última lectura', instant(health.lastSuccessAt)],
    ['  último intento', instant(health.lastTriedAt)],
    ['  hoy', describeVerdictToday(verdict)],
    ['  28 días', `${monthNotes} notas`],
    ['  lista', describeListing(facts.listing, timeZone)],
    ['  próxima visita', instant(health.nextAt)],
    [
      '  cada',
      `${minutes} min: ${facts.interval?.reason ?? 'el declarado'} (declarado: ${health.everyMinutes} min)`,
    ],
    ...gaps.map((gap) => ['  posible pérdida', describeGap(gap, timeZone)]),
  ]
}

function describeListing(listing: SourceReport['facts']['listing'], timeZone: string): string {
  if (listing === null) return 'no se ha leído ninguna'
  const { size, newestAt, oldestAt } = listing
  const span =
    newestAt === null || oldestAt === null
      ? 'sin fechas'
      : `del ${formatInstant(oldestAt, timeZone)} al ${formatInstant(newestAt, timeZone)}`
  return `${size} notas, ${span}`
}

function describeVisit(visit: SourceVisit, timeZone: string): string[] {
  const counts = [
    visit.listed === null ? '' : `${visit.listed} listadas`,
    visit.kept === 0 ? '' : `${visit.kept} nuevas`,
    visit.unreadable === 0 ? '' : `${visit.unreadable} ilegibles`,
    visit.later === 0 ? '' : `${visit.later} para después`,
    visit.hasGap ? 'nada conocido en la lista' : '',
    visit.reason ?? '',
  ]
  return [
    `  ${formatInstant(visit.startedAt, timeZone)}`,
    STATE_WORDS[visit.state],
    visit.channel ?? '—',
    counts.filter(Boolean).join('; '),
  ]
}
