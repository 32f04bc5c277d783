// The notes that one process remembers, each with its story → those that other processes kept or moved meanwhile.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'
import type { StoryMember } from './stories.ts'

/** Notes captured and published after `since` that are not in `known` (note → story), or whose story is another now, in the order of the ledger. */
export async function findStoryNews(
  db: Kysely<Database>,
  since: Date,
  known: ReadonlyMap<number, number>,
): Promise<StoryMember[]> {
  const { rows } = await sql<StoryMember>`
    select note.id as "noteId", now.story_id as "storyId", source_id as "sourceId", title, standfirst, paragraphs,
      coalesce(published_at, captured_at) as at
    from note
    join note_story now on now.note_id = note.id
    left join unnest(${[...known.keys()]}::bigint[], ${[...known.values()]}::bigint[]) as known (note_id, story_id)
      on known.note_id = note.id
    where captured_at > ${since} and coalesce(published_at, captured_at) > ${since}
      and known.story_id is distinct from now.story_id
    order by captured_at, note.id
  `.execute(db)
  return rows
}
