// Notes that belong in another story than where they first fell ↔ rows: moved, and the move on record.
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'
import { findStoryOfNote, keepStory } from './stories.ts'

export type StoryMove = {
  readonly noteIds: readonly number[]
  /** Null opens a story for them. */
  readonly into: number | null
  readonly at: Date
  /** Spanish: why. */
  readonly reason: string
}

/** Moves notes to a story, each with its record, and returns that story's id. A note that is there already stays as it is. */
export async function markNotesMoved(db: Kysely<Database>, move: StoryMove): Promise<number> {
  const into = move.into ?? (await keepStory(db, move.at))
  for (const noteId of move.noteIds) {
    const from = await findStoryOfNote(db, noteId)
    if (from === into) continue
    await db.updateTable('story_member').set({ story_id: into }).where('note_id', '=', noteId).execute()
    await db
      .insertInto('story_move')
      .values({
        note_id: noteId,
        from_id: from,
        into_id: into,
        moved_at: move.at,
        reason: storable(move.reason),
      })
      .execute()
  }
  return into
}
