// `sintesis status`: how each source is and why, or one of them in detail; and the last editions.
import type { Command } from 'commander'
import { assessSources, explainReport, type SourceReport } from '../pipeline/health.ts'
import type { House } from '../pipeline/house.ts'
import { findLastDeliveries } from '../store/deliveries.ts'
import { findEditions } from '../store/editions.ts'
import { formatInstant } from './boletin.ts'
import { addExamples, type CommandContext } from './command.ts'
import { inHouse } from './open.ts'
import { showSource } from './status-source.ts'
import { layColumns } from './terminal.ts'
import { explainUnknownSource } from './unknown-source.ts'
import { wrapLine } from './wrap.ts'

const SHOWN_EDITIONS = 5
const STATES = ['bloqueada', 'con falla', 'atrasada', 'callada', 'sana'] as const

type Options = { readonly failing?: boolean }

export function addStatus(program: Command, context: CommandContext): void {
  const command = program
    .command('status')
    .description('dice cómo está cada fuente, por qué, y cuáles fueron las últimas ediciones')
    .argument('[fuente]', 'una sola fuente, en detalle: mx-jal/el-informador')
    .option('--failing', 'solo las fuentes bloqueadas o con falla')
    .action((sourceId: string | undefined, { failing }: Options) =>
      inHouse(context, (house) =>
        sourceId === undefined
          ? showStatus(house, context, failing === true)
          : showOne(house, context, sourceId),
      ),
    )
  addExamples(command, [
    'sintesis status',
    'sintesis status --failing',
    'sintesis status mx-jal/el-informador',
  ])
}

async function showOne(house: House, context: CommandContext, sourceId: string): Promise<void> {
  const report = (await assessSources(house, context.clock())).find(
    ({ health }) => health.sourceId === sourceId,
  )
  if (report === undefined) {
    throw new Error(explainUnknownSource(house.workspace, sourceId))
  }
  await showSource(house, context, report)
}

async function showStatus(
  house: House,
  { terminal, clock }: CommandContext,
  onlyFailing: boolean,
): Promise<void> {
  const { timeZone } = house.workspace.municipality
  const all = await assessSources(house, clock())
  const enabled = all.filter(({ health }) => health.isEnabled)
  const shown = sortGravestFirst(onlyFailing ? enabled.filter(isFailing) : enabled)
  const head = ['FUENTE', 'ESTADO', 'ÚLTIMA LECTURA', 'HOY', '28 DÍAS']
  const [headLine = '', ...rows] = layColumns([head, ...shown.map((report) => rowOf(report, timeZone))])
  if (rows.length > 0) terminal.print(headLine)
  for (const [index, report] of shown.entries()) {
    terminal.print(rows[index] ?? '')
    for (const line of remarksOf(report, timeZone)) terminal.print(line)
  }
  terminal.print(`\n${countStates(enabled)}`)
  for (const { health } of all.filter((report) => !report.health.isEnabled)) {
    const off = `${health.sourceId}: desactivada${explainDisabled(house, health.sourceId)}`
    for (const line of wrapLine(off, 4)) terminal.print(line)
  }
  await showEditions(house, terminal, timeZone)
}

function isFailing({ verdict }: SourceReport): boolean {
  return verdict.state === 'con falla' || verdict.state === 'bloqueada'
}

function sortGravestFirst(reports: readonly SourceReport[]): SourceReport[] {
  return reports.toSorted(
    (one, other) => STATES.indexOf(one.verdict.state) - STATES.indexOf(other.verdict.state),
  )
}

function rowOf(report: SourceReport, timeZone: string): string[] {
  const { health, verdict, monthNotes } = report
  const instant = (at: Date | null) => (at === null ? '—' : formatInstant(at, timeZone))
  return [
    health.sourceId,
    verdict.state,
    health.lastSuccessAt === null ? 'nunca' : instant(health.lastSuccessAt),
    verdict.today === null ? 'sin patrón' : `${verdict.today.notes} (${rangeOf(verdict.today)})`,
    String(monthNotes),
  ]
}

/** What is to be said of a source below its row: nothing of one that is well and visited as declared. */
function remarksOf(report: SourceReport, timeZone: string): string[] {
  const { health, facts, verdict } = report
  const instant = (at: Date | null) => (at === null ? 'sin fijar' : formatInstant(at, timeZone))
  const [why = '', ...others] = explainReport(report, timeZone)
  const next = `próxima visita ${instant(health.nextAt)}, cada ${facts.interval?.minutes ?? health.everyMinutes} min`
  const shortened = shortenedBecause(facts.interval, health.everyMinutes)
  const said =
    verdict.state === 'sana'
      ? [...others, ...shortened]
      : [
          ...(verdict.since === null ? [] : [`desde ${instant(verdict.since)}`]),
          why,
          ...others,
          next,
          ...shortened,
        ]
  return said.length === 0 ? [] : wrapLine(`    ${said.join('; ')}`, 4)
}

function rangeOf({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return `${lower} a ${upper}`
}

function shortenedBecause(interval: SourceReport['facts']['interval'], everyMinutes: number): string[] {
  return interval === null || interval.minutes === everyMinutes
    ? []
    : [`se visita cada ${interval.minutes} min y no cada ${everyMinutes}: ${interval.reason}`]
}

function countStates(enabled: readonly SourceReport[]): string {
  const counts = STATES.map((state) => ({
    state,
    count: enabled.filter(({ verdict }) => verdict.state === state).length,
  }))
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${count === 1 || state === 'con falla' ? state : `${state}s`}`)
  return `${enabled.length} fuentes activas${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`
}

function explainDisabled({ workspace }: House, sourceId: string): string {
  const because = workspace.sources.find(({ id }) => id === sourceId)?.disabledBecause ?? null
  return because === null ? '' : `: ${because}`
}

async function showEditions(
  house: House,
  terminal: CommandContext['terminal'],
  timeZone: string,
): Promise<void> {
  const editions = await findEditions(house.store.db, SHOWN_EDITIONS)
  if (editions.length === 0) terminal.print('Todavía no se publica ninguna edición.')
  for (const { briefId, date, number, publishedAt } of editions) {
    terminal.print(`${briefId} ${date} · núm. ${number} · publicada ${formatInstant(publishedAt, timeZone)}`)
  }
  const missing = await findLastDeliveries(house.store.db, { briefId: null, onlyFailing: true, limit: 1_000 })
  const recent = missing.filter(({ date }) => editions.some((edition) => edition.date === date))
  if (recent.length > 0)
    terminal.print(`No entregadas: ${recent.length}. «sintesis deliveries --failing» dice a quién y por qué.`)
}
