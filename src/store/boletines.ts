// Boletines ↔ their rows.
import type { Kysely, Selectable } from 'kysely'
import type { Boletin } from '../model.ts'
import type { Database } from './schema.ts'
import { storable, storableList, storableOrNull } from './stored-text.ts'

/** Keeps a boletín; one that was corrected replaces its text. */
export async function keepBoletin(db: Kysely<Database>, boletin: Boletin): Promise<void> {
  const written = {
    title: storable(boletin.title),
    paragraphs: storableList(boletin.paragraphs),
    dependencia: storableOrNull(boletin.dependencia),
    sent_at: boletin.sentAt,
    file: storable(boletin.file),
  }
  await db
    .insertInto('boletin')
    .values({ folio: boletin.folio, ...written })
    .onConflict((conflict) => conflict.column('folio').doUpdateSet(written))
    .execute()
}

/** Boletines sent in the window `from < sent ≤ to`, in order of dispatch. */
export async function findBoletines(
  db: Kysely<Database>,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Boletin[]> {
  const rows = await db
    .selectFrom('boletin')
    .selectAll()
    .where('sent_at', '>', from)
    .where('sent_at', '<=', to)
    .orderBy('sent_at')
    .orderBy('folio')
    .execute()
  return rows.map(toBoletin)
}

function toBoletin(row: Selectable<Database['boletin']>): Boletin {
  return {
    folio: row.folio,
    title: row.title,
    paragraphs: row.paragraphs,
    dependencia: row.dependencia,
    sentAt: row.sent_at,
    file: row.file,
  }
}
