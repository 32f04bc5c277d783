// Stories, their notes and their merges ↔ rows.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

/** A kept note as the matching of stories needs it. */
export type StoryMember = {
  readonly noteId: number
  readonly storyId: number
  readonly sourceId: string
  readonly title: string
  readonly standfirst: string | null
  readonly paragraphs: readonly string[]
  /** When it was published or, undated, captured. */
  readonly at: Date
}

/** Where a note stands on the ledger. */
export type StoryPlace = { readonly noteId: number; readonly capturedAt: Date }

/** Opens a story and returns its id. */
export async function keepStory(db: Kysely<Database>, at: Date): Promise<number> {
  const { id } = await db
    .insertInto('story')
    .values({ opened_at: at, merged_into: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An id that no story has or will be given: the story exists once a note is kept in it. Ids that go unused leave gaps. */
export async function reserveStoryId(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('story', 'id')) as id
  `.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('no sequence for stories')
  return row.id
}

/** Why a note was placed in its story: Spanish, and how alike they are, 0–1. */
export type StoryBasis = { readonly basis: string; readonly similarity: number }

export type NewMember = {
  readonly noteId: number
  readonly storyId: number
  readonly placement: StoryBasis | null
  readonly at: Date
}

/**
 * Puts a new note into a story, and opens the story if its id was only reserved. Of several transactions that put the
 * first notes into one story at the same time, whichever commits opens it: none depends on another's success.
 */
export async function keepStoryMember(db: Kysely<Database>, member: NewMember): Promise<void> {
  const { noteId, storyId, placement, at } = member
  const basis = placement === null ? null : storable(placement.basis)
  await sql`
    with opened as (
      insert into story (id, opened_at) overriding system value values (${storyId}, ${at}) on conflict (id) do nothing
    )
    insert into story_member (note_id, story_id, basis, similarity)
    values (${noteId}, ${storyId}, ${basis}, ${placement?.similarity ?? null})
  `.execute(db)
}

/** Notes captured after `since` with their story, in the order of the ledger; at most `limit` of those after the note `after`. */
export async function findStoryMembers(
  db: Kysely<Database>,
  since: Date,
  page: { readonly after: StoryPlace | null; readonly limit: number } | null = null,
): Promise<(StoryMember & StoryPlace)[]> {
  let query = db
    .selectFrom('note')
    .innerJoin('note_story', 'note_story.note_id', 'note.id')
    .select([
      'id',
      'story_id',
      'source_id',
      'title',
      'standfirst',
      'paragraphs',
      'published_at',
      'captured_at',
    ])
    .where('captured_at', '>', since)
    .orderBy('captured_at')
    .orderBy('id')
  if (page !== null) query = query.limit(page.limit)
  const after = page?.after ?? null
  if (after !== null)
    query = query.where(sql<boolean>`(captured_at, id) > (${after.capturedAt}, ${after.noteId})`)
  const rows = await query.execute()
  return rows.map((row) => ({
    noteId: row.id,
    storyId: row.story_id,
    sourceId: row.source_id,
    title: row.title,
    standfirst: row.standfirst,
    paragraphs: row.paragraphs,
    at: row.published_at ?? row.captured_at,
    capturedAt: row.captured_at,
  }))
}

export type StoryMerge = {
  readonly from: number
  readonly into: number
  readonly at: Date
  /** Spanish: why the two are one. */
  readonly reason: string
}

/**
 * Merges a story into another: its notes now tell the other one, and the merge stays on record. Merging what is one
 * already changes nothing; no circle can form.
 */
export async function markStoryMerged(db: Kysely<Database>, merge: StoryMerge): Promise<void> {
  const from = await findStanding(db, merge.from)
  const into = await findStanding(db, merge.into)
  if (from === into) return
  await db
    .updateTable('story')
    .set({ merged_into: into })
    .where((where) => where.or([where('id', '=', from), where('merged_into', '=', from)]))
    .execute()
  await db
    .insertInto('story_merge')
    .values({ from_id: from, into_id: into, merged_at: merge.at, reason: storable(merge.reason) })
    .execute()
}

/** Merges on record, oldest first. */
export async function findStoryMerges(db: Kysely<Database>): Promise<StoryMerge[]> {
  const rows = await db.selectFrom('story_merge').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    from: row.from_id,
    into: row.into_id,
    at: row.merged_at,
    reason: row.reason,
  }))
}

/** The story that a story is now part of: itself, or what it was merged into. Locked until commit. */
async function findStanding(db: Kysely<Database>, storyId: number): Promise<number> {
  const row = await db
    .selectFrom('story')
    .select(['id', 'merged_into'])
    .where('id', '=', storyId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Error(`no story ${storyId}`)
  return row.merged_into === null ? row.id : findStanding(db, row.merged_into)
}

/** The story that a kept note tells now. */
export async function findStoryOfNote(db: Kysely<Database>, noteId: number): Promise<number> {
  const { story_id } = await db
    .selectFrom('note_story')
    .select('story_id')
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow()
  return story_id
}
