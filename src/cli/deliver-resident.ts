// A resident command → beside its work, addenda by the hour, the deliveries of what is published and the alerts, told on its terminal.
import type { MailServer } from '../config/delivery-server.ts'
import { startAddenda } from '../pipeline/addendum-resident.ts'
import { startAlerts } from '../pipeline/alerts-resident.ts'
import type { AlertTold } from '../pipeline/alerts-send.ts'
import type { Loop } from '../pipeline/deliver-loop.ts'
import { startDeliveries } from '../pipeline/deliver-resident.ts'
import type { House } from '../pipeline/house.ts'
import { formatInstant } from './boletin.ts'
import type { CommandContext } from './command.ts'
import { describeDelivered } from './deliver-words.ts'
import { describeSpecial } from './report-special.ts'

/** Starts what leaves a resident process. */
export function residentDeliveries(
  house: House,
  { terminal, clock, environment }: CommandContext,
  server: MailServer | null,
): Loop {
  const { timeZone } = house.workspace.municipality
  const at = () => formatInstant(clock(), timeZone)
  const { credentials } = environment()
  const onFault = (task: string, error: Error) => terminal.warn(`${at()}  ${task}: ${error.message}`)
  const deliveries = startDeliveries(house, server, {
    onFault,
    onDelivered: (delivered) => {
      for (const line of describeDelivered(delivered, timeZone)) terminal.print(`${at()}  ${line}`)
    },
  })
  const addenda = startAddenda(house, {
    onFault,
    onSpecial: (special) => {
      for (const line of describeSpecial(special, timeZone)) terminal.print(`${at()}  ${line}`)
    },
  })
  const alerts = startAlerts(
    house,
    { server, credentials },
    {
      onFault,
      onAlert: (told) => terminal.print(`${at()}  ${describeAlert(told)}`),
    },
  )
  return {
    async stop() {
      await Promise.all([deliveries.stop(), addenda.stop(), alerts.stop()])
    },
  }
}

function describeAlert({ alert, recipient, end }: AlertTold): string {
  // An address of a webhook may hold a secret.
  const whom = recipient.startsWith('http') ? new URL(recipient).host : recipient
  return `Aviso ${alert.id} (${alert.ruleId}) a ${whom}: ${end.end}: ${end.answer}`
}
