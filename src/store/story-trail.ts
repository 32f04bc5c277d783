// A note's id → why it is in its story, every move it made since, and the other notes of the story.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

export type StoryTrail = {
  readonly storyId: number
  /** Where it first fell and why, Spanish; null of a note kept before reasons were. */
  readonly basis: string | null
  /** 0–1; null as the reason is. */
  readonly similarity: number | null
  /** Oldest first: the note went from a story to another, alone or because the whole story was merged. */
  readonly moves: readonly StoryStep[]
  /** How many notes the story has, this one included, and the first of the others as they were published. */
  readonly size: number
  readonly others: readonly { readonly noteId: number; readonly source: string; readonly title: string }[]
}

export type StoryStep = {
  readonly at: Date
  readonly from: number
  readonly into: number
  readonly reason: string
}

const SHOWN = 5

/** Null when there is no such note. */
export async function findStoryTrail(db: Kysely<Database>, noteId: number): Promise<StoryTrail | null> {
  const { rows } = await sql<Pick<StoryTrail, 'storyId' | 'basis' | 'similarity'> & { first: number }>`
    select now.story_id as "storyId", basis, similarity, member.story_id as first
    from story_member member join note_story now on now.note_id = member.note_id where member.note_id = ${noteId}
  `.execute(db)
  const [row] = rows
  if (row === undefined) return null
  const { storyId, basis, similarity, first } = row
  return {
    storyId,
    basis,
    similarity,
    moves: await findSteps(db, noteId, first),
    ...(await findCompanions(db, noteId, storyId)),
  }
}

/** Its own moves, and the merges of the story in which its row stands. */
async function findSteps(db: Kysely<Database>, noteId: number, storyId: number): Promise<StoryStep[]> {
  const { rows } = await sql<StoryStep>`
    with recursive merged as (
      select from_id, into_id, merged_at, reason from story_merge where from_id = ${storyId}
      union select next.from_id, next.into_id, next.merged_at, next.reason
      from story_merge next join merged on next.from_id = merged.into_id
    )
    select moved_at as at, from_id as "from", into_id as "into", reason from story_move where note_id = ${noteId}
    union all select merged_at, from_id, into_id, reason from merged
    order by at
  `.execute(db)
  return rows
}

async function findCompanions(
  db: Kysely<Database>,
  noteId: number,
  storyId: number,
): Promise<Pick<StoryTrail, 'size' | 'others'>> {
  const notes = await db
    .selectFrom('note_story')
    .innerJoin('note', 'note.id', 'note_story.note_id')
    .innerJoin('source', 'source.id', 'note.source_id')
    .select(['note.id as noteId', 'source.name as source', 'note.title'])
    .where('note_story.story_id', '=', storyId)
    .orderBy(sql`coalesce(published_at, captured_at)`)
    .orderBy('note.id')
    .execute()
  return { size: notes.length, others: notes.filter((note) => note.noteId !== noteId).slice(0, SHOWN) }
}
