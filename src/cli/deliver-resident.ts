// A resident command → beside its work, the deliveries of what it publishes, told on its terminal.
import { readMailServer } from '../config/delivery-server.ts'
import { type Deliveries, startDeliveries } from '../pipeline/deliver-resident.ts'
import type { House } from '../pipeline/house.ts'
import { formatInstant } from './boletin.ts'
import type { CommandContext } from './command.ts'
import { describeDelivered } from './deliver-words.ts'

/** Starts the deliveries of a resident process. @throws Misdeclared when SINTESIS_SMTP_URL cannot be read. */
export function residentDeliveries(
  house: House,
  { terminal, clock }: Pick<CommandContext, 'terminal' | 'clock'>,
): Deliveries {
  const { timeZone } = house.workspace.municipality
  const at = () => formatInstant(clock(), timeZone)
  return startDeliveries(house, readMailServer(process.env), {
    onDelivered: (delivered) => {
      for (const line of describeDelivered(delivered, timeZone)) terminal.print(`${at()}  ${line}`)
    },
    onFault: (task, error) => terminal.warn(`${at()}  ${task}: ${error.message}`),
  })
}
