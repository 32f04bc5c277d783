// Pickups and their passages ↔ rows.
import type { Kysely } from 'kysely'
import type { Passage, Pickup } from '../model.ts'
import { groupRows, lotsOf } from './rows.ts'
import type { Database } from './schema.ts'

/** Keeps pickups of a note; their boletines must be kept already. One that is there already stays as it is. */
export async function keepPickups(
  db: Kysely<Database>,
  noteId: number,
  pickups: readonly Pickup[],
): Promise<void> {
  const rows = pickups.map((pickup) => ({
    note_id: noteId,
    folio: pickup.folio,
    kind: pickup.kind,
    share_of_boletin: pickup.shareOfBoletin,
    share_of_article: pickup.shareOfArticle,
    is_title_kept: pickup.isTitleKept,
    is_credited: pickup.isCredited,
    lag_hours: pickup.lagHours,
    confirmed_by: pickup.confirmedBy ?? null,
  }))
  const passages = pickups.flatMap((pickup) =>
    pickup.passages.map((passage, position) => ({
      note_id: noteId,
      folio: pickup.folio,
      position,
      boletin_paragraph: passage.boletinParagraph,
      boletin_start: passage.boletinStart,
      boletin_end: passage.boletinEnd,
      article_paragraph: passage.articleParagraph,
      article_start: passage.articleStart,
      article_end: passage.articleEnd,
      words: passage.words,
    })),
  )
  for (const lot of lotsOf(rows)) {
    await db
      .insertInto('pickup')
      .values(lot)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  for (const lot of lotsOf(passages)) {
    await db
      .insertInto('passage')
      .values(lot)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Pickups of these notes, by note, the one that fills most of its article first. */
export async function findPickups(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, Pickup[]>> {
  const passages = await findPassages(db, noteIds)
  const rows = await db
    .selectFrom('pickup')
    .selectAll()
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('note_id')
    .orderBy('share_of_article', 'desc')
    .orderBy('folio')
    .execute()
  return groupRows(
    rows,
    (row) => row.note_id,
    (row): Pickup => ({
      folio: row.folio,
      kind: row.kind,
      shareOfBoletin: row.share_of_boletin,
      shareOfArticle: row.share_of_article,
      passages: passages.get(keyOf(row)) ?? [],
      isTitleKept: row.is_title_kept,
      isCredited: row.is_credited,
      lagHours: row.lag_hours,
      ...(row.confirmed_by === null ? {} : { confirmedBy: row.confirmed_by }),
    }),
  )
}

async function findPassages(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<string, Passage[]>> {
  const rows = await db
    .selectFrom('passage')
    .selectAll()
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('position')
    .execute()
  return groupRows(
    rows,
    keyOf,
    (row): Passage => ({
      boletinParagraph: row.boletin_paragraph,
      boletinStart: row.boletin_start,
      boletinEnd: row.boletin_end,
      articleParagraph: row.article_paragraph,
      articleStart: row.article_start,
      articleEnd: row.article_end,
      words: row.words,
    }),
  )
}

function keyOf(row: { readonly note_id: number; readonly folio: string }): string {
  return `${row.note_id} ${row.folio}`
}
