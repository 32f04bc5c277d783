// The reach of notes ↔ rows; a note without a row has unknown reach.
import type { Kysely } from 'kysely'
import type { Reach } from '../model.ts'
import type { ReachTable } from './note-tables.ts'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

/** Keeps the reach of a new note. */
export async function keepReach(db: Kysely<Database>, noteId: number, reach: Reach): Promise<void> {
  await db
    .insertInto('reach')
    .values({
      note_id: noteId,
      value: reach.value,
      low: reach.range?.[0] ?? null,
      high: reach.range?.[1] ?? null,
      unit: reach.unit,
      basis: storable(reach.basis),
      source: storable(reach.source),
      as_of: reach.asOf,
    })
    .execute()
}

/** Known reach of these notes. */
export async function findReaches(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, Reach>> {
  const rows = await db
    .selectFrom('reach')
    .selectAll()
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .execute()
  return new Map(rows.map((row) => [row.note_id, toReach(row)]))
}

/** Of notes kept when each visit still counted as one person: their own basis says so. */
const isOfVisits = (basis: string): boolean => basis.includes('cada una contada como una persona')

function toReach({ value, low, high, unit, basis, source, as_of: asOf }: ReachTable): Reach {
  const range = low === null || high === null ? {} : { range: [low, high] as const }
  return { value, ...range, unit: isOfVisits(basis) ? 'visitas' : unit, basis, source, asOf }
}
