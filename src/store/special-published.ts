// Published editions outside the schedule ↔ rows: found again, which notes they printed, and when addenda were looked for.
import type { Kysely, Selectable } from 'kysely'
import type { SpecialKey } from './edition-key.ts'
import type { Database } from './schema.ts'
import { type SpecialEdition, toClaim } from './special-editions.ts'
import type { SpecialKind } from './special-tables.ts'

/** The last published one of a kind; of a date or a number when they are given. Null when there is none. */
export async function findLastSpecial(
  db: Kysely<Database>,
  wanted: {
    readonly briefId: string
    readonly kind: SpecialKind
    readonly date?: string
    readonly number?: number
  },
): Promise<SpecialEdition | null> {
  let query = publishedSpecials(db).where('brief_id', '=', wanted.briefId).where('kind', '=', wanted.kind)
  if (wanted.date !== undefined) query = query.where('date', '=', wanted.date)
  if (wanted.number !== undefined) query = query.where('number', '=', wanted.number)
  const row = await query.orderBy('to_at', 'desc').orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : toSpecial(row)
}

/** Those that were cut after an instant, the oldest first. */
export async function findSpecialsSince(db: Kysely<Database>, since: Date): Promise<SpecialEdition[]> {
  const rows = await publishedSpecials(db)
    .where('to_at', '>', since)
    .orderBy('to_at')
    .orderBy('kind')
    .orderBy('number')
    .execute()
  return rows.map(toSpecial)
}

const publishedSpecials = (db: Kysely<Database>) =>
  db.selectFrom('special_edition').selectAll().where('published_at', 'is not', null)

function toSpecial(row: Selectable<Database['special_edition']>): SpecialEdition {
  return {
    ...toClaim(row),
    publishedAt: row.published_at ?? row.claimed_at,
    files: row.files,
    ledgerSha256: row.ledger_sha256 ?? '',
  }
}

/** Keeps which notes an extraordinary edition prints. */
export async function keepExtraordinaryNotes(
  db: Kysely<Database>,
  { briefId, date, number }: Pick<SpecialEdition, 'briefId' | 'date' | 'number'>,
  noteIds: readonly number[],
): Promise<void> {
  if (noteIds.length === 0) return
  await db
    .insertInto('extraordinary_note')
    .values(noteIds.map((id) => ({ brief_id: briefId, date, number, note_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Where a note was printed before: an addendum by its place within its edition, an extraordinary one by its number. */
export type PrintedIn = SpecialKey & { readonly date: string }

/** Of some notes, those that an edition of the brief, or of any, outside the schedule printed, with the first that did. */
export async function findNotesTold(
  db: Kysely<Database>,
  briefId: string | null,
  noteIds: readonly number[],
): Promise<Map<number, PrintedIn>> {
  const told = await db
    .selectFrom('addendum_told')
    .select(['note_id', 'date', 'number'])
    .where('brief_id', '=', (where) => (briefId === null ? where.ref('brief_id') : where.val(briefId)))
    .where('what', '=', 'nota')
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .execute()
  const printed = await db
    .selectFrom('extraordinary_note')
    .innerJoin('special_edition as special', (join) =>
      join
        .onRef('special.brief_id', '=', 'extraordinary_note.brief_id')
        .onRef('special.date', '=', 'extraordinary_note.date')
        .onRef('special.number', '=', 'extraordinary_note.number')
        .on('special.kind', '=', 'extraordinaria'),
    )
    .select(['note_id', 'extraordinary_note.date', 'extraordinary_note.number'])
    .where('extraordinary_note.brief_id', '=', (where) =>
      briefId === null ? where.ref('extraordinary_note.brief_id') : where.val(briefId),
    )
    .where('published_at', 'is not', null)
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('extraordinary_note.number', 'desc')
    .execute()
  return new Map<number, PrintedIn>([
    ...printed.map(
      ({ note_id: id, date, number }) => [id, { kind: 'extraordinaria', date, number }] as const,
    ),
    // An addendum completes an edition: where both printed a note, readers of the edition know it from there.
    ...told.map(({ note_id: id, date, number }) => [id, { kind: 'alcance', date, number }] as const),
  ])
}

/** When something to add to a brief's editions was last looked for by itself; null when it never was. */
export async function findAddendumLook(db: Kysely<Database>, briefId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('addendum_look')
    .select('looked_at')
    .where('brief_id', '=', briefId)
    .executeTakeFirst()
  return row?.looked_at ?? null
}

/** Keeps that something to add was looked for. Commit it with what was found, so that a death between asks again. */
export async function keepAddendumLook(db: Kysely<Database>, briefId: string, at: Date): Promise<void> {
  await db
    .insertInto('addendum_look')
    .values({ brief_id: briefId, looked_at: at })
    .onConflict((conflict) => conflict.column('brief_id').doUpdateSet({ looked_at: at }))
    .execute()
}
