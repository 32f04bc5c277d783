// `sintesis alerts`: the last alerts and why each left, waits or was kept silent; or what the rules would have raised.
import type { Command } from 'commander'
import { Misdeclared } from '../failure.ts'
import { readRules, remarkOnKeySources } from '../pipeline/alerts.ts'
import { listHeldAlerts } from '../pipeline/alerts-remark.ts'
import { tryRules } from '../pipeline/alerts-trial.ts'
import type { House } from '../pipeline/house.ts'
import { type Alert, findLastAlerts } from '../store/alerts.ts'
import { findAlertDeliveries } from '../store/alerts-deliveries.ts'
import { formatInstant } from './boletin.ts'
import { addExamples, type CommandContext } from './command.ts'
import { inHouse } from './open.ts'

const SHOWN = 30
const DAY_MS = 86_400_000

const STATES: Readonly<Record<Alert['state'], string>> = {
  espera: 'espera',
  enviada: 'salió',
  callada: 'no salió',
}

export function addAlerts(program: Command, context: CommandContext): void {
  const command = program
    .command('alerts')
    .description(
      'dice qué avisos salieron, cuáles no y por qué; o cuántos habrían salido con las reglas de hoy',
    )
    .option('--try <días>', 'prueba alerts.yml con lo captado en esos días; no sale nada')
    .option('--held <días>', 'solo los que nadie recibió en esos días: por el tope, por tardíos o por falla')
    .action(({ try: days, held }: { try?: string; held?: string }) =>
      inHouse(context, (house) => {
        if (held !== undefined) return showHeld(house, context, readDays(held, '--held'))
        return days === undefined ? show(house, context) : tryOut(house, context, readDays(days, '--try'))
      }),
    )
  addExamples(command, ['sintesis alerts', 'sintesis alerts --held 1', 'sintesis alerts --try 7'])
}

function readDays(text: string, option: string): number {
  const days = Number(text)
  if (!Number.isInteger(days) || days < 1 || days > 90)
    throw new Error(`«${text}» no sirve como días (${option}): escribe un número de 1 a 90.`)
  return days
}

async function showHeld(house: House, { terminal, clock }: CommandContext, days: number): Promise<void> {
  const { timeZone } = house.workspace.municipality
  const to = clock()
  const held = await listHeldAlerts(house, { from: new Date(to.getTime() - days * DAY_MS), to })
  if (held.length === 0) terminal.print('Ningún aviso se quedó sin salir en esos días.')
  for (const { id, at, ruleId, title, medium, url, why } of held)
    terminal.print(
      `${id}  ${formatInstant(at, timeZone)}  ${why}\n    ${ruleId} · ${title} · ${medium}\n    ${url}`,
    )
}

async function show(house: House, { terminal }: CommandContext): Promise<void> {
  const { timeZone } = house.workspace.municipality
  const alerts = await findLastAlerts(house.store.db, SHOWN)
  const deliveries = await findAlertDeliveries(
    house.store.db,
    alerts.map(({ id }) => id),
  )
  if (alerts.length === 0) terminal.print('Todavía no hay avisos.')
  for (const { id, ruleId, noteId, state, why, reason, raisedAt, dueAt, sentAt } of alerts) {
    const when = state === 'espera' ? `sale ${formatInstant(dueAt, timeZone)}` : STATES[state]
    const instant = formatInstant(sentAt ?? raisedAt, timeZone)
    terminal.print(
      `${id}  ${instant}  ${when}${why === null ? '' : ` (${why})`}  nota ${noteId}, regla ${ruleId}: ${reason}`,
    )
    for (const { channel, recipient, state: how, answer } of deliveries.filter(
      ({ alertId }) => alertId === id,
    )) {
      const whom = channel === 'webhook' ? new URL(recipient).host : recipient
      terminal.print(`    ${channel} ${whom}: ${how}${answer === null ? '' : `: ${answer}`}`)
    }
  }
}

async function tryOut(house: House, { terminal, clock }: CommandContext, days: number): Promise<void> {
  const rules = await readRules(house)
  if (rules === null)
    throw new Misdeclared(
      'alerts.yml',
      null,
      null,
      'no hay reglas: no existe o todo lleva #; docs/GUIA-ANALISTA.md, 8, dice cómo se escriben',
    )
  const { timeZone } = house.workspace.municipality
  const to = clock()
  const tried = await tryRules(house, rules, { from: new Date(to.getTime() - days * DAY_MS), to })
  for (const { at, ruleId, title, medium, reason, why } of tried.alerts) {
    const left = why === null ? '' : `[no saldría: ${why}] `
    terminal.print(`${formatInstant(at, timeZone)}  ${left}${ruleId} · ${title} · ${medium}\n    ${reason}`)
  }
  const leaving = tried.alerts.filter(({ why }) => why === null).length
  terminal.print(
    `\nEn ${days} días: ${tried.notes} notas, ${tried.fresh} con fecha reciente comprobada, ${tried.alerts.length} ${tried.alerts.length === 1 ? 'historia que cumple' : 'historias que cumplen'} una regla, ${leaving} ${leaving === 1 ? 'aviso' : 'avisos'} (${(leaving / days).toFixed(1)} por día).`,
  )
  for (const remark of remarkOnKeySources(house, rules)) terminal.warn(remark)
}
