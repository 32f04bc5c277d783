// A span of time → the alerts that nobody received in it: kept silent, or refused by every reader.
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

export type HeldAlert = {
  readonly id: number
  readonly noteId: number
  readonly ruleId: string
  /** When it was given up. */
  readonly at: Date
  /** Spanish. */
  readonly why: string
}

const NOBODY = 'no se pudo entregar a nadie'

/** Alerts given up in `from < at ≤ to`, the oldest first. */
export async function findHeldAlerts(
  db: Kysely<Database>,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<HeldAlert[]> {
  const silent = await db
    .selectFrom('alert')
    .select(['id', 'note_id', 'rule_id', 'silenced_at', 'why'])
    .where('state', '=', 'callada')
    .where('silenced_at', '>', from)
    .where('silenced_at', '<=', to)
    .execute()
  const refused = await db
    .selectFrom('alert')
    .innerJoin('alert_delivery', 'alert_delivery.alert_id', 'alert.id')
    .select(['alert.id', 'note_id', 'rule_id'])
    .select((select) => select.fn.max('ended_at').as('at'))
    .groupBy(['alert.id', 'note_id', 'rule_id'])
    .having((having) => having.fn.max('ended_at'), '>', from)
    .having((having) => having.fn.max('ended_at'), '<=', to)
    .having((having) => having.fn.min('alert_delivery.state'), '=', 'rechazada')
    .having((having) => having.fn.max('alert_delivery.state'), '=', 'rechazada')
    .execute()
  const held = [
    ...silent.map(({ id, note_id: noteId, rule_id: ruleId, silenced_at: at, why }) => ({
      id,
      noteId,
      ruleId,
      at: at ?? to,
      why: why ?? '',
    })),
    ...refused.map(({ id, note_id: noteId, rule_id: ruleId, at }) => ({
      id,
      noteId,
      ruleId,
      at: at ?? to,
      why: NOBODY,
    })),
  ]
  return held.toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.id - other.id)
}
