// An edition → the published one of the same brief before it, with its deliveries.
import type { Kysely } from 'kysely'
import { type Delivery, type EditionKey, findDeliveries } from './deliveries.ts'
import type { Database } from './schema.ts'

export type DeliveredBefore = {
  readonly number: number
  readonly date: string
  readonly deliveries: readonly Delivery[]
}

/** The last published edition of a brief before a date and how its deliveries stand; null when there is none. */
export async function findDeliveredBefore(
  db: Kysely<Database>,
  { briefId, date }: EditionKey,
): Promise<DeliveredBefore | null> {
  const before = await db
    .selectFrom('edition')
    .select(['number', 'date'])
    .where('brief_id', '=', briefId)
    .where('date', '<', date)
    .where('published_at', 'is not', null)
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (before === undefined) return null
  return { ...before, deliveries: await findDeliveries(db, { briefId, date: before.date }) }
}
