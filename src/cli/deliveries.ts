// `sintesis deliveries`: who received which edition, when, and what the other side answered.
import type { Command } from 'commander'
import type { House } from '../pipeline/house.ts'
import { findLastDeliveries } from '../store/deliveries.ts'
import { formatInstant } from './boletin.ts'
import { addExamples, type CommandContext } from './command.ts'
import { nameForPeople, STATE_NAMES } from './deliver-words.ts'
import { inHouse } from './open.ts'
import { layColumns } from './terminal.ts'

const SHOWN = 100

type Options = { readonly failing?: boolean }

export function addDeliveries(program: Command, context: CommandContext): void {
  const command = program
    .command('deliveries')
    .description('dice a quién llegó cada edición, cuándo, y qué contestaron')
    .argument('[reporte]', 'solo las de un reporte')
    .option('--failing', 'solo las que no llegaron, y por qué')
    .action((id: string | undefined, { failing }: Options) =>
      inHouse(context, (house) => show(house, context, id ?? null, failing === true)),
    )
  addExamples(command, ['sintesis deliveries', 'sintesis deliveries sintesis --failing'])
}

async function show(
  house: House,
  { terminal }: CommandContext,
  briefId: string | null,
  onlyFailing: boolean,
): Promise<void> {
  const found = await findLastDeliveries(house.store.db, { briefId, onlyFailing, limit: SHOWN })
  if (found.length === 0) {
    terminal.print(onlyFailing ? 'Todo lo enviado llegó.' : 'Todavía no se entrega nada.')
    return
  }
  const { timeZone } = house.workspace.municipality
  const instant = (at: Date | null) => (at === null ? '—' : formatInstant(at, timeZone))
  const rows = found.map((delivery) => [
    nameForPeople(delivery),
    `${delivery.channel} ${delivery.recipient}`,
    STATE_NAMES[delivery.state],
    String(delivery.attempts),
    instant(delivery.endedAt),
    instant(delivery.nextAt),
    delivery.answer ?? '',
  ])
  const head = ['EDICIÓN', 'A QUIÉN', 'ESTADO', 'INTENTOS', 'CUÁNDO', 'PRÓXIMO', 'RESPUESTA']
  for (const line of layColumns([head, ...rows])) terminal.print(line)
}
