// A span of the ledger → notes per local day and source, for trends and for a source's own pattern.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

export type DailyCount = {
  /** Local date of the capture, `YYYY-MM-DD`. */
  readonly date: string
  readonly sourceId: string
  readonly notes: number
  /** Of those, the notes that surely speak of one of our subjects. */
  readonly ours: number
}

/** Counts of `from < captured ≤ to` by local day and source, in that order; days without notes are absent. */
export async function findDailyCounts(
  db: Kysely<Database>,
  span: {
    readonly from: Date
    readonly to: Date
    readonly timeZone: string
    readonly ourSubjects: readonly string[]
  },
): Promise<DailyCount[]> {
  const { rows } = await sql<DailyCount>`
    select
      (captured_at at time zone ${span.timeZone})::date as date,
      source_id as "sourceId",
      count(*) as notes,
      count(*) filter (where exists (
        select from mention_now
        where note_id = note.id and belonging = 'nuestra' and subject_id = any(${span.ourSubjects}::text[])
      )) as ours
    from note
    where captured_at > ${span.from} and captured_at <= ${span.to}
    group by 1, 2
    order by 1, 2
  `.execute(db)
  return rows
}
