// Deliveries of editions ↔ rows: one per edition and reader, every attempt with its answer, nothing sent twice.
import { type Kysely, type Selectable, sql } from 'kysely'
import type { AttemptEnd, DeliveryChannel, DeliveryState } from './delivery-tables.ts'
import { columnsOf, type EditionKey, keyOfRow, nameEdition } from './edition-key.ts'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

export type Delivery = EditionKey & {
  readonly id: number
  readonly channel: DeliveryChannel
  readonly recipient: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly plannedAt: Date
  readonly nextAt: Date | null
  readonly endedAt: Date | null
  readonly answer: string | null
}

export type Recipient = Pick<Delivery, 'channel' | 'recipient'>

/** Name of the lock under which an edition is delivered: who holds it is the only one who sends. */
export const deliveryLock = (key: EditionKey): string => `delivery ${nameEdition(key)}`

/** Adds a delivery, due at once, for each reader who has none of this edition. */
export async function planDeliveries(
  db: Kysely<Database>,
  key: EditionKey,
  recipients: readonly Recipient[],
  at: Date,
): Promise<void> {
  if (recipients.length === 0) return
  await db
    .insertInto('delivery')
    .values(recipients.map((reader) => ({ ...reader, ...columnsOf(key), planned_at: at, next_at: at })))
    .onConflict((conflict) => conflict.constraint('delivery_once').doNothing())
    .execute()
}

/** Deliveries of an edition in the order in which they were planned. */
export async function findDeliveries(db: Kysely<Database>, key: EditionKey): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where((where) => where.and(columnsOf(key)))
    .orderBy('id')
    .execute()
  return rows.map(toDelivery)
}

/** The last deliveries, newest first; of one brief, or only those that did not arrive, when asked. */
export async function findLastDeliveries(
  db: Kysely<Database>,
  wanted: { readonly briefId: string | null; readonly onlyFailing: boolean; readonly limit: number },
): Promise<Delivery[]> {
  let query = db.selectFrom('delivery').selectAll()
  if (wanted.briefId !== null) query = query.where('brief_id', '=', wanted.briefId)
  if (wanted.onlyFailing) query = query.where('state', 'not in', ['entregada', 'retirada'])
  const rows = await query.orderBy('date', 'desc').orderBy('id', 'desc').limit(wanted.limit).execute()
  return rows.map(toDelivery)
}

/** Editions with a delivery that is due by `now`, or that was left under way. */
export async function findEditionsToDeliver(db: Kysely<Database>, now: Date): Promise<EditionKey[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(['brief_id', 'date', 'kind', 'number'])
    .distinct()
    .where((where) =>
      where.or([
        where('state', '=', 'enviando'),
        where.and([where('state', '=', 'pendiente'), where('next_at', '<=', now)]),
      ]),
    )
    .orderBy('date')
    .orderBy('brief_id')
    .orderBy('kind')
    .orderBy('number')
    .execute()
  return rows.map(keyOfRow)
}

/**
 * Keeps that an attempt begins. Commit before anything leaves the house: whoever finds the row without an end knows that
 * the message may have left. Null when the delivery is not waiting any more.
 */
export async function beginAttempt(
  db: Kysely<Database>,
  deliveryId: number,
  messageId: string | null,
  at: Date,
): Promise<number | null> {
  return db.transaction().execute(async (trx) => {
    const taken = await trx
      .updateTable('delivery')
      .set({ state: 'enviando', attempts: sql<number>`attempts + 1`, next_at: null })
      .where('id', '=', deliveryId)
      .where('state', '=', 'pendiente')
      .returning('id')
      .executeTakeFirst()
    if (taken === undefined) return null
    const { id } = await trx
      .insertInto('delivery_attempt')
      .values({ delivery_id: deliveryId, begun_at: at, message_id: messageId })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

export type AttemptResult = {
  readonly end: AttemptEnd
  readonly answer: string
  readonly at: Date
  /** When to try again; null ends the delivery. */
  readonly nextAt: Date | null
}

/** Keeps how an attempt ended and with it, unless it is tried again, the delivery. */
export async function endAttempt(
  db: Kysely<Database>,
  { deliveryId, attemptId }: { readonly deliveryId: number; readonly attemptId: number },
  { end, answer, at, nextAt }: AttemptResult,
): Promise<void> {
  const said = storable(answer)
  const final = end === 'otra-vez' ? 'rechazada' : end
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('delivery_attempt')
      .set({ ended_at: at, ending: end, answer: said })
      .where('id', '=', attemptId)
      .execute()
    await trx
      .updateTable('delivery')
      .set(
        nextAt === null
          ? { state: final, ended_at: at, answer: said, next_at: null }
          : { state: 'pendiente', answer: said, next_at: nextAt },
      )
      .where('id', '=', deliveryId)
      .where('state', '=', 'enviando')
      .execute()
  })
}

/**
 * Under the edition's lock: what is still under way was left by a process that died. A mail may have arrived or not; a
 * folder is copied again, which changes nothing that is there.
 */
export async function markInterrupted(
  db: Kysely<Database>,
  key: EditionKey,
  at: Date,
  answer: string,
): Promise<void> {
  const left = db
    .updateTable('delivery')
    .where((where) => where.and(columnsOf(key)))
    .where('state', '=', 'enviando')
  await left
    .set({ state: 'dudosa', ended_at: at, answer, next_at: null })
    .where('channel', '=', 'correo')
    .execute()
  await left.set({ state: 'pendiente', next_at: at }).where('channel', '=', 'carpeta').execute()
}

/** Makes deliveries wait again from `at`, as if they had just been planned. */
export async function reopenDeliveries(
  db: Kysely<Database>,
  ids: readonly number[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('delivery')
    .set({ state: 'pendiente', planned_at: at, next_at: at, ended_at: null, attempts: 0 })
    .where('id', 'in', [...ids])
    .where('state', 'not in', ['entregada', 'enviando'])
    .execute()
}

/** Lets waiting deliveries wait until `until`, and keeps why; what they were answered before stays when `why` is null. */
export async function postponeDeliveries(
  db: Kysely<Database>,
  ids: readonly number[],
  until: Date,
  why: string | null,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('delivery')
    .set({ next_at: until, ...(why === null ? {} : { answer: storable(why) }) })
    .where('id', 'in', [...ids])
    .where('state', '=', 'pendiente')
    .execute()
}

/** Gives up waiting deliveries that were planned before `since`: old news is not sent by itself. */
export async function expireDeliveries(db: Kysely<Database>, since: Date, at: Date): Promise<void> {
  await db
    .updateTable('delivery')
    .set({
      state: 'rechazada',
      ended_at: at,
      next_at: null,
      answer: sql<string>`'no se pudo en un día: ' || coalesce(answer, 'nadie lo intentó')`,
    })
    .where('planned_at', '<', since)
    .where('state', '=', 'pendiente')
    .execute()
}

/** Ends waiting deliveries to whom the list no longer names. */
export async function withdrawDeliveries(
  db: Kysely<Database>,
  ids: readonly number[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('delivery')
    .set({ state: 'retirada', ended_at: at, next_at: null, answer: 'ya no está en la lista' })
    .where('id', 'in', [...ids])
    .where('state', '=', 'pendiente')
    .execute()
}

function toDelivery(row: Selectable<Database['delivery']>): Delivery {
  return {
    ...keyOfRow(row),
    id: row.id,
    channel: row.channel,
    recipient: row.recipient,
    state: row.state,
    attempts: row.attempts,
    plannedAt: row.planned_at,
    nextAt: row.next_at,
    endedAt: row.ended_at,
    answer: row.answer,
  }
}
