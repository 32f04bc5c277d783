// `sintesis status`: how each source is, and the last editions.
import type { Command } from 'commander'
import type { House } from '../pipeline/house.ts'
import { findEditions } from '../store/editions.ts'
import { findSourceHealth, type SourceHealth } from '../store/health.ts'
import { formatInstant } from './boletin.ts'
import { addExamples, type CommandContext } from './command.ts'
import { inHouse } from './open.ts'
import { layColumns } from './terminal.ts'

const SHOWN_EDITIONS = 5

export function addStatus(program: Command, context: CommandContext): void {
  const command = program
    .command('status')
    .description('dice cómo está cada fuente y cuáles fueron las últimas ediciones')
    .option('--failing', 'solo las fuentes con falla')
    .action((options: { failing?: boolean }) =>
      inHouse(context, (house) => showStatus(house, context, options.failing === true)),
    )
  addExamples(command, ['sintesis status', 'sintesis status --failing'])
}

async function showStatus(
  house: House,
  { terminal, clock }: CommandContext,
  onlyFailing: boolean,
): Promise<void> {
  const { timeZone } = house.workspace.municipality
  const all = await findSourceHealth(house.store.db, clock())
  const enabled = all.filter(({ isEnabled }) => isEnabled)
  const failing = enabled.filter(({ failedSince }) => failedSince !== null)
  const instant = (at: Date | null) => (at === null ? 'nunca' : formatInstant(at, timeZone))
  const rows = (onlyFailing ? failing : enabled).map((health) => [
    health.sourceId,
    stateOf(health),
    instant(health.lastSuccessAt),
    health.failedSince === null
      ? ''
      : `desde ${instant(health.failedSince)}: ${health.reason ?? 'sin razón'}`,
  ])
  for (const line of layColumns([['FUENTE', 'ESTADO', 'ÚLTIMA LECTURA', ''], ...rows])) terminal.print(line)
  terminal.print(
    `\n${enabled.length} fuentes activas: ${enabled.length - failing.length} sin falla, ${failing.length} con falla.`,
  )
  const editions = await findEditions(house.store.db, SHOWN_EDITIONS)
  if (editions.length === 0) terminal.print('Todavía no se publica ninguna edición.')
  for (const { briefId, date, number, publishedAt } of editions) {
    terminal.print(`${briefId} ${date} · núm. ${number} · publicada ${formatInstant(publishedAt, timeZone)}`)
  }
}

function stateOf({ lastTriedAt, failedSince }: SourceHealth): string {
  if (lastTriedAt === null) return 'no leída'
  return failedSince === null ? 'sana' : 'con falla'
}
