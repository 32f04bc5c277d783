// Mentions and their hits ↔ rows.
import type { Kysely } from 'kysely'
import type { Hit, Mention } from '../model.ts'
import { groupRows, lotsOf } from './rows.ts'
import type { Database } from './schema.ts'
import { storable, storableList } from './stored-text.ts'

/** Keeps the mentions of a new note. */
export async function keepMentions(
  db: Kysely<Database>,
  noteId: number,
  mentions: readonly Mention[],
): Promise<void> {
  const rows = mentions.map((mention) => ({
    note_id: noteId,
    subject_id: mention.subjectId,
    belonging: mention.belonging,
    prominence: mention.prominence,
    evidence: storableList(mention.evidence),
  }))
  const hits = mentions.flatMap((mention) =>
    mention.hits.map((hit, position) => ({
      note_id: noteId,
      subject_id: mention.subjectId,
      position,
      field: hit.field,
      paragraph: hit.paragraph,
      start_at: hit.start,
      end_at: hit.end,
      text: storable(hit.text),
      rule: storable(hit.rule),
    })),
  )
  for (const lot of lotsOf(rows)) await db.insertInto('mention').values(lot).execute()
  for (const lot of lotsOf(hits)) await db.insertInto('hit').values(lot).execute()
}

/** Mentions of these notes as they stand after review, by note, in alphabetical order of subject. */
export async function findMentions(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, Mention[]>> {
  const hits = await findHits(db, noteIds)
  const rows = await db
    .selectFrom('mention_now')
    .selectAll()
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('note_id')
    .orderBy('subject_id')
    .execute()
  return groupRows(
    rows,
    (row) => row.note_id,
    (row): Mention => ({
      subjectId: row.subject_id,
      belonging: row.belonging,
      prominence: row.prominence,
      hits: hits.get(keyOf(row)) ?? [],
      evidence: row.evidence,
    }),
  )
}

async function findHits(db: Kysely<Database>, noteIds: readonly number[]): Promise<Map<string, Hit[]>> {
  const rows = await db
    .selectFrom('hit')
    .selectAll()
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('position')
    .execute()
  return groupRows(
    rows,
    keyOf,
    (row): Hit => ({
      field: row.field,
      paragraph: row.paragraph,
      start: row.start_at,
      end: row.end_at,
      text: row.text,
      rule: row.rule,
    }),
  )
}

function keyOf(row: { readonly note_id: number; readonly subject_id: string }): string {
  return `${row.note_id} ${row.subject_id}`
}
