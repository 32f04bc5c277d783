// Notes and rounds of some weeks → notes per local day of each source, and on which days it could be read at all.
import { type Kysely, sql } from 'kysely'
import { isVisit } from './rounds.ts'
import type { Database } from './schema.ts'

export type PatternDay = {
  readonly sourceId: string
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string
  /** Notes published that day; undated ones count on the day they were captured. */
  readonly notes: number
  /** Of those, published before the time of day of the source's last reading. */
  readonly notesByNow: number
  /** Whether the source answered that day, and had done so on some day before: the backlog of a first visit is no pattern. */
  readonly isObserved: boolean
}

/**
 * Days with notes or with answers (what a person brought left out) of each source that has ever answered, up to its last answer until `at` and `days`
 * days back from there, in order; a day that is absent is one on which it was not read and published nothing.
 */
export async function findPatternDays(
  db: Kysely<Database>,
  { at, days, timeZone }: { readonly at: Date; readonly days: number; readonly timeZone: string },
): Promise<PatternDay[]> {
  const since = new Date(at.getTime() - (days + 2) * 86_400_000)
  const { rows } = await sql<PatternDay>`
    with answered as (
      select source_id, (ended_at at time zone ${timeZone})::date as date, max(ended_at) as last
      from round
      where ledger_at > ${since} and ledger_at <= ${at} and state <> 'con-falla' and ${isVisit}
      group by 1, 2
    ),
    span as (
      select source_id, max(last at time zone ${timeZone}) as cut,
        (select (ended_at at time zone ${timeZone})::date from round
          where round.source_id = answered.source_id and state <> 'con-falla' and ${isVisit}
          order by ledger_at, id limit 1) as first_date
      from answered group by source_id
    ),
    published as (
      select source_id, least(coalesce(published_at, captured_at), captured_at) at time zone ${timeZone} as local
      from note join capture on capture.id = capture_id
      where captured_at > ${since} and captured_at <= ${at}
        and listed ->> 'channel' not in ('csv', 'manual')
    ),
    counted as (
      select source_id, local::date as date, count(*) as notes,
        count(*) filter (where local::time <= cut::time) as by_now
      from published join span using (source_id)
      group by 1, 2
    )
    select source_id as "sourceId", date, coalesce(notes, 0) as notes, coalesce(by_now, 0) as "notesByNow",
      answered.date is not null and date > first_date as "isObserved"
    from answered full join counted using (source_id, date) join span using (source_id)
    where date <= cut::date and date > cut::date - ${days}::integer
    order by 1, 2
  `.execute(db)
  return rows
}
