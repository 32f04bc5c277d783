// Words a person typed → the notes that hold them, the best first.
import { type Kysely, sql } from 'kysely'
import type { Note } from '../model.ts'
import { findNotesById } from './notes.ts'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

/**
 * Notes with these words in title, standfirst or text, whatever their accents, case and most endings (the Spanish
 * stemmer keeps short plurals such as obra and obras apart). Quotes make a phrase, `or` and a
 * leading minus mean what they do in a search engine.
 */
export async function findNotesByWords(db: Kysely<Database>, words: string, limit: number): Promise<Note[]> {
  const asked = storable(words).replace(/[“”«»]/g, '"')
  const { rows } = await sql<{ id: number }>`
    select id from note, websearch_to_tsquery('sintesis', ${asked}) as query
    where search @@ query
    order by ts_rank(search, query) desc, captured_at desc, id desc
    limit ${limit}
  `.execute(db)
  const ids = rows.map((row) => row.id)
  const notes = new Map((await findNotesById(db, ids)).map((note) => [note.id, note]))
  return ids.flatMap((id) => notes.get(id) ?? [])
}
