// Boletines ↔ their rows.
import type { Kysely, Selectable } from 'kysely'
import type { Boletin } from '../model.ts'
import type { Database } from './schema.ts'
import { storable, storableList, storableOrNull } from './stored-text.ts'

/** Version of fingerprints that are there and no longer of the text. */
const STALE = 0

/** Keeps a boletín; one that was corrected replaces its text, and its fingerprints are due again. */
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
    .values({ folio: boletin.folio, ...written, printed: null })
    .onConflict((conflict) => conflict.column('folio').doUpdateSet({ ...written, printed: STALE }))
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

/** Boletines by folio; unknown folios are left out. */
export async function findBoletinesByFolio(
  db: Kysely<Database>,
  folios: readonly string[],
): Promise<Map<string, Boletin>> {
  const rows = await db
    .selectFrom('boletin')
    .selectAll()
    .where((where) => where('folio', '=', where.fn.any(where.val(folios))))
    .execute()
  return new Map(rows.map((row) => [row.folio, toBoletin(row)]))
}

/** A row as the noun it keeps. */
export function toBoletin(row: Omit<Selectable<Database['boletin']>, 'id' | 'printed'>): Boletin {
  return {
    folio: row.folio,
    title: row.title,
    paragraphs: row.paragraphs,
    dependencia: row.dependencia,
    sentAt: row.sent_at,
    file: row.file,
  }
}
