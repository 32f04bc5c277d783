// What an outlet repeats from note to note ↔ rows: learnt from each note as it is kept, bounded, recalled before the next is read.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'
import { storableList } from './stored-text.ts'

/** What one note teaches the memory of its outlet. */
export type Lesson = {
  /** Digests of its blocks of text: sixteen hexadecimal digits each. */
  readonly digests: readonly string[]
  /** Texts left out of it because the outlet repeats them. */
  readonly cut: readonly string[]
}

/** Blocks of one outlet that are remembered: some sixty notes of text. */
const MOST_BLOCKS = 1_000
/** A block that has not been met in so many notes is forgotten. */
const LONGEST_ABSENCE = 400
/** The first notes with a block are remembered by id. */
const MOST_NOTE_IDS = 8
/** How many notes pass from one clearing out to the next. */
const CLEARING = 25
const REPEATED = 3

const toBytes = (digest: string): Buffer => Buffer.from(digest, 'hex')

/**
 * Learns from a note that was just kept, inside its transaction and as the last thing in it: until that ends nobody else
 * teaches the same outlet's memory. Call it once per note.
 */
export async function keepLesson(
  db: Kysely<Database>,
  sourceId: string,
  noteId: number,
  { digests, cut }: Lesson,
): Promise<void> {
  const { notes: lesson } = await db
    .insertInto('source_lesson')
    .values({ source_id: sourceId, notes: 1 })
    .onConflict((conflict) =>
      conflict.column('source_id').doUpdateSet((set) => ({ notes: set('source_lesson.notes', '+', 1) })),
    )
    .returning('notes')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('note_lesson')
    .values({ note_id: noteId, cut: storableList(cut), read_at_lesson: lesson })
    .execute()
  const unique = [...new Set(digests)]
  if (unique.length > 0) await keepBlocks(db, sourceId, noteId, lesson, unique)
  if (lesson % CLEARING === 0) await forgetBlocks(db, sourceId, lesson)
}

async function keepBlocks(
  db: Kysely<Database>,
  sourceId: string,
  noteId: number,
  lesson: number,
  digests: readonly string[],
): Promise<void> {
  await sql`
    insert into block_memory (source_id, digest, notes, first_lesson, last_lesson, note_ids)
    select ${sourceId}, digest, 1, ${lesson}, ${lesson}, array[${noteId}::bigint]
    from unnest(${digests.map(toBytes)}::bytea[]) as digest
    on conflict (source_id, digest) do update set
      notes = block_memory.notes + 1,
      last_lesson = excluded.last_lesson,
      note_ids = case
        when cardinality(block_memory.note_ids) < ${MOST_NOTE_IDS} then block_memory.note_ids || excluded.note_ids
        else block_memory.note_ids
      end
  `.execute(db)
}

/** Forgets what was long absent, then what stood in fewest notes longest ago, down to the bound. */
async function forgetBlocks(db: Kysely<Database>, sourceId: string, lesson: number): Promise<void> {
  await sql`
    delete from block_memory
    where source_id = ${sourceId} and (last_lesson < ${lesson - LONGEST_ABSENCE} or digest in (
      select digest from block_memory where source_id = ${sourceId}
      order by (notes >= ${REPEATED}) desc, last_lesson desc, digest offset ${MOST_BLOCKS}
    ))
  `.execute(db)
}

/**
 * Blocks that stood in three or more notes of an outlet, by digest: in how many, and in what share (0–1) of those read
 * since it was first met. `without` leaves one note out of the count: the one that is to be read again.
 */
export async function findRepeatedBlocks(
  db: Kysely<Database>,
  sourceId: string,
  without: number | null = null,
): Promise<Map<string, { readonly notes: number; readonly share: number }>> {
  const { rows } = await sql<{ digest: Buffer; notes: number; since: number; is_own: boolean }>`
    select digest, b.notes, l.notes - b.first_lesson + 1 as since,
      coalesce(${without}::bigint = any (b.note_ids), false) as is_own
    from block_memory b join source_lesson l using (source_id)
    where b.source_id = ${sourceId} and b.notes >= ${sql.lit(REPEATED)}
  `.execute(db)
  return new Map(
    rows.map(({ digest, notes, since, is_own: isOwn }) => [
      digest.toString('hex'),
      { notes: isOwn ? notes - 1 : notes, share: notes / since },
    ]),
  )
}

/** Texts that were left out of a note because its outlet repeats them; null when nobody looked. */
export async function findCutTexts(db: Kysely<Database>, noteId: number): Promise<readonly string[] | null> {
  const row = await db
    .selectFrom('note_lesson')
    .select('cut')
    .where('note_id', '=', noteId)
    .executeTakeFirst()
  return row?.cut ?? null
}
