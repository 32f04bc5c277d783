// Deliveries of alerts ↔ rows: one per alert and reader, each attempt with its answer.
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

export type AlertDelivery = {
  readonly id: number
  readonly alertId: number
  readonly channel: Selectable<Database['alert_delivery']>['channel']
  readonly recipient: string
  readonly state: Selectable<Database['alert_delivery']>['state']
  readonly attempts: number
  readonly answer: string | null
}

/** Deliveries that wait and are due by `now`, of the oldest alert first. */
export async function findDueAlertDeliveries(db: Kysely<Database>, now: Date): Promise<AlertDelivery[]> {
  const rows = await db
    .selectFrom('alert_delivery')
    .selectAll()
    .where('state', '=', 'pendiente')
    .where('next_at', '<=', now)
    .orderBy('alert_id')
    .orderBy('id')
    .execute()
  return rows.map(toDelivery)
}

/** Deliveries of some alerts. */
export async function findAlertDeliveries(
  db: Kysely<Database>,
  alertIds: readonly number[],
): Promise<AlertDelivery[]> {
  if (alertIds.length === 0) return []
  const query = db
    .selectFrom('alert_delivery')
    .selectAll()
    .where('alert_id', 'in', [...alertIds])
  return (await query.orderBy('id').execute()).map(toDelivery)
}

/** Under the lock of alerts: what a process that died left under way may have arrived or not. */
export async function markInterruptedAlerts(db: Kysely<Database>, at: Date): Promise<void> {
  await db
    .updateTable('alert_delivery')
    .set({
      state: 'dudosa',
      ended_at: at,
      answer: 'el programa se detuvo antes de anotar la respuesta: pudo haber llegado o no',
    })
    .where('state', '=', 'enviando')
    .execute()
}

/** Keeps that an attempt begins; commit before anything leaves the house. */
export async function beginAlertAttempt(db: Kysely<Database>, id: number): Promise<void> {
  await db
    .updateTable('alert_delivery')
    .set({ state: 'enviando', attempts: sql<number>`attempts + 1`, next_at: null })
    .where('id', '=', id)
    .execute()
}

/** Keeps how an attempt ended; `nextAt` null ends the delivery. */
export async function endAlertAttempt(
  db: Kysely<Database>,
  id: number,
  result: {
    readonly state: 'entregada' | 'rechazada' | 'dudosa'
    readonly answer: string
    readonly at: Date
    readonly nextAt: Date | null
  },
): Promise<void> {
  const { state, answer, at, nextAt } = result
  await db
    .updateTable('alert_delivery')
    .set(
      nextAt === null
        ? { state, ended_at: at, next_at: null, answer: storable(answer) }
        : { state: 'pendiente', next_at: nextAt, answer: storable(answer) },
    )
    .where('id', '=', id)
    .execute()
}

function toDelivery(row: Selectable<Database['alert_delivery']>): AlertDelivery {
  const { id, alert_id: alertId, channel, recipient, state, attempts, answer } = row
  return { id, alertId, channel, recipient, state, attempts, answer }
}
