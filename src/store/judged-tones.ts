// Notes whose tone a person has judged → what the program had said of each and what each person said after.
import { type Kysely, sql } from 'kysely'
import type { Tone } from '../model.ts'
import type { Database } from './schema.ts'
import { findToneTrails, type GivenTone, PROGRAM } from './tones.ts'

export type JudgedTone = {
  readonly noteId: number
  /** What the program first said; null when it had not evaluated the note. */
  readonly program: Tone | null
  /** What people said, oldest first: never empty. The last one counts. */
  readonly people: readonly GivenTone[]
}

/** Every note that a person has judged, by id. */
export async function findJudgedTones(db: Kysely<Database>): Promise<JudgedTone[]> {
  const rows = await db
    .selectFrom('tone')
    .select('note_id')
    .distinct()
    .where('given_by', '<>', PROGRAM)
    .orderBy('note_id')
    .execute()
  const ids = rows.map((row) => row.note_id)
  const trails = await findToneTrails(db, ids)
  return ids.map((noteId) => {
    const trail = trails.get(noteId) ?? []
    return {
      noteId,
      program: trail.find(({ by }) => by === PROGRAM)?.tone ?? null,
      people: trail.filter(({ by }) => by !== PROGRAM),
    }
  })
}

/** Ids of notes that the program has rated and no person yet, in an order that `seed` shuffles. */
export async function findUnjudgedNotes(
  db: Kysely<Database>,
  since: Date,
  seed: string,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('note')
    .select('note.id')
    .where('captured_at', '>', since)
    .where(({ exists, not, selectFrom }) => {
      const opinions = selectFrom('tone').select('tone.id').whereRef('tone.note_id', '=', 'note.id')
      return exists(opinions).and(not(exists(opinions.where('given_by', '<>', PROGRAM))))
    })
    .orderBy(sql`hashtextextended(note.id || ${seed}::text, 0)`)
    .orderBy('note.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
