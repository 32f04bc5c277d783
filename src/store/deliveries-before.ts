// An edition → the published one of the same brief before it and what came outside the schedule since, with their deliveries.
import type { Kysely } from 'kysely'
import { type Delivery, findDeliveries } from './deliveries.ts'
import type { EditionKey, SpecialKey } from './edition-key.ts'
import type { Database } from './schema.ts'
import { findSpecialsSince } from './special-published.ts'

export type DeliveredBefore = {
  readonly number: number
  readonly date: string
  /** Of an edition outside the schedule. */
  readonly special?: SpecialKey
  readonly deliveries: readonly Delivery[]
}

/** The last published edition of a brief before a date, and after it those outside the schedule, with their deliveries. */
export async function findDeliveredBefore(
  db: Kysely<Database>,
  { briefId, date }: EditionKey,
): Promise<DeliveredBefore[]> {
  const before = await db
    .selectFrom('edition')
    .select(['number', 'date', 'to_at'])
    .where('brief_id', '=', briefId)
    .where('date', '<', date)
    .where('published_at', 'is not', null)
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (before === undefined) return []
  const specials = (await findSpecialsSince(db, before.to_at)).filter(
    (special) => special.briefId === briefId,
  )
  return [
    {
      number: before.number,
      date: before.date,
      deliveries: await findDeliveries(db, { briefId, date: before.date }),
    },
    ...(await Promise.all(
      specials.map(async ({ date: day, kind, number }) => {
        const special = { kind, number }
        return {
          number,
          date: day,
          special,
          deliveries: await findDeliveries(db, { briefId, date: day, special }),
        }
      }),
    )),
  ]
}
