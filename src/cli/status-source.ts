// One source's report → what `sintesis status <fuente>` prints: its state, its volume, its interval and its last visits.
import type { Source } from '../model.ts'
import { describeGap, describeVerdictToday, explainReport, type SourceReport } from '../pipeline/health.ts'
import type { House } from '../pipeline/house.ts'
import { findLastVisits, type SourceVisit } from '../store/source-facts.ts'
import { CHANNEL_NAMES } from '../text/channel-names.ts'
import { formatInstant } from './boletin.ts'
import type { CommandContext } from './command.ts'
import { layFacts, wrapLine } from './wrap.ts'

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
  for (const line of layFacts(listFacts(report, timeZone))) terminal.print(line)
  for (const reason of report.facts.unreadable.slice(0, SHOWN_REASONS)) {
    const line = `  ilegibles en siete días: ${reason.count} × ${reason.reason}`
    for (const part of wrapLine(line, 4)) terminal.print(part)
  }
  const visits = await findLastVisits(house.store.db, health.sourceId, clock(), SHOWN_VISITS)
  terminal.print(visits.length === 0 ? '\nTodavía no se visita.' : '\nÚltimas visitas:')
  const ladder = sourceOf(house, health.sourceId)?.channels.length ?? 0
  for (const visit of visits) {
    for (const line of describeVisit(visit, timeZone, ladder > 1)) terminal.print(line)
  }
}

function sourceOf({ workspace }: House, id: string): Source | undefined {
  return workspace.sources.find((source) => source.id === id)
}

function listFacts(report: SourceReport, timeZone: string): [string, string][] {
  const { health, facts, verdict, monthNotes, gaps } = report
  const instant = (at: Date | null) => (at === null ? 'nunca' : formatInstant(at, timeZone))
  const [why = '', ...remarks] = explainReport(report, timeZone)
  const since = verdict.since === null ? '' : ` desde ${instant(verdict.since)}`
  const minutes = facts.interval?.minutes ?? health.everyMinutes
  return [
    ['  estado', health.isEnabled ? `${verdict.state}${since}: ${why}` : 'desactivada'],
    ...remarks.map((remark): [string, string] => ['  además', remark]),
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
    ...gaps.map((gap): [string, string] => ['  posible pérdida', describeGap(gap, timeZone)]),
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

/** When, how it went, through which channel, and what came; of a ladder also the address that served. */
function describeVisit(visit: SourceVisit, timeZone: string, namesAddress: boolean): string[] {
  const counts = [
    visit.listed === null ? '' : `${visit.listed} listadas`,
    visit.kept === 0 ? '' : `${visit.kept} nuevas`,
    visit.unreadable === 0 ? '' : `${visit.unreadable} ilegibles`,
    visit.later === 0 ? '' : `${visit.later} para después`,
    visit.hasGap ? 'nada conocido en la lista' : '',
    visit.reason ?? '',
    namesAddress && visit.served !== null ? `sirvió ${visit.served.join(' y ')}` : '',
  ]
  const channel = visit.channel === null ? '—' : CHANNEL_NAMES[visit.channel]
  const said = counts.filter(Boolean).join('; ')
  const head = `  ${formatInstant(visit.startedAt, timeZone)} · ${STATE_WORDS[visit.state]} · ${channel}`
  return wrapLine(said === '' ? head : `${head} · ${said}`, 6)
}
