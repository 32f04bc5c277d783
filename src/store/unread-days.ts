// The visits of a window → for how many days each source could not be read in it.
import { type Kysely, sql } from 'kysely'
import { isVisit } from './rounds.ts'
import type { Database } from './schema.ts'

/** What a source listed is still there after so many hours without a reading, or after twice what it is visited at. */
const LEAST_HOURS = 12

/**
 * Days, begun ones too, of `from < at ≤ to` that lie in spans without a good reading longer than twelve hours and than
 * two visits apart. Both ends count as readings. Sources without any such span are absent.
 */
export async function findUnreadDays(
  db: Kysely<Database>,
  { from, to }: { readonly from: Date; readonly to: Date },
  sources: readonly { readonly id: string; readonly everyMinutes: number }[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ sourceId: string; days: number }>`
    with asked as (
      select * from unnest(${sources.map(({ id }) => id)}::text[], ${sources.map(({ everyMinutes }) => everyMinutes)}::int[])
        as asked (source_id, every_minutes)
    ), readings as (
      select source_id, ledger_at as at from round
      where source_id = any(${sources.map(({ id }) => id)}::text[])
        and ledger_at > ${from} and ledger_at <= ${to} and state <> 'con-falla' and ${isVisit}
      union all select source_id, ${from}::timestamptz from asked
      union all select source_id, ${to}::timestamptz from asked
    ), spans as (
      select source_id, lead(at) over (partition by source_id order by at) - at as span from readings
    )
    select source_id as "sourceId", ceil(sum(extract(epoch from span)) / 86400)::int as days
    from spans join asked using (source_id)
    where span > greatest(make_interval(hours => ${LEAST_HOURS}), make_interval(mins => 2 * every_minutes))
    group by 1
  `.execute(db)
  return new Map(rows.map(({ sourceId, days }) => [sourceId, days]))
}
