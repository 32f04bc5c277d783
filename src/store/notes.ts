// Notes ↔ rows: one transaction keeps a note with all that is known of it; a window of the ledger gives notes back.
import type { Kysely, Selectable } from 'kysely'
import type { Article, Capture, Mention, Note, Pickup, Reach, Slot, Tone } from '../model.ts'
import { keepCapture } from './captures.ts'
import { keepLesson, type Lesson } from './furniture.ts'
import { digestUrl, markItemEnded } from './items.ts'
import { findMentions, keepMentions } from './mentions.ts'
import { findPickups, keepPickups } from './pickups.ts'
import { findReaches, keepReach } from './reaches.ts'
import { keepReviews } from './reviews.ts'
import type { Database } from './schema.ts'
import { findSlots, keepSlot } from './slots.ts'
import { storable, storableList, storableOrNull } from './stored-text.ts'
import { keepStory, keepStoryMember, type StoryBasis } from './stories.ts'
import { findTones, keepTone, PROGRAM } from './tones.ts'

/** All that is known of a note when it is first read. */
export type NewNote = {
  readonly sourceId: string
  readonly capture: Capture
  readonly article: Article
  readonly mentions: readonly Mention[]
  readonly pickups: readonly Pickup[]
  readonly tone: Tone | null
  readonly reach: Reach | null
  /** Null opens a story; so does an id that was reserved and is not a story yet. */
  readonly storyId: number | null
  /** Why it belongs there. Default: not known. */
  readonly placement?: StoryBasis
  readonly sectionId: string | null
  /** What the outlet's memory learns from it; null of what is no page. */
  readonly lesson?: Lesson | null
  /** Captures of the further pages of a note that its outlet parts. */
  readonly furtherCaptures?: readonly Capture[]
}

/**
 * Keeps a note and ends its item as `kept`; returns the note's id. Run it in a transaction of its own, after the bytes
 * of the capture are on disk. Of an item that was kept before, nothing changes and the id of its note is returned: a
 * second try after a crash, or a second process, writes nothing twice.
 */
export async function keepNote(db: Kysely<Database>, note: NewNote): Promise<number> {
  const { sourceId, capture, article } = note
  const ended = await markItemEnded(db, {
    sourceId,
    url: capture.item.url,
    seenAt: capture.item.seenAt,
    at: capture.takenAt,
    end: 'kept',
    reason: null,
  })
  if (ended === null) return findNoteIdOfItem(db, capture.item.url)
  const captureId = await keepCapture(db, ended.itemId, capture)
  for (const further of note.furtherCaptures ?? []) await keepCapture(db, ended.itemId, further)
  const noteId = await insertNote(db, note, { ...ended, captureId })
  if (article.slot !== undefined) await keepSlot(db, noteId, article.slot)
  const toldAt = article.publishedAt ?? capture.takenAt
  const storyId = note.storyId ?? (await keepStory(db, toldAt))
  await keepStoryMember(db, { noteId, storyId, placement: note.placement ?? null, at: toldAt })
  await keepMentions(db, noteId, note.mentions)
  await keepPickups(db, noteId, note.pickups)
  const at = capture.takenAt
  if (note.tone !== null) await keepTone(db, noteId, { tone: note.tone, by: PROGRAM, at, comment: null })
  if (note.reach !== null) await keepReach(db, noteId, note.reach)
  await keepReviews(db, noteId, { mentions: note.mentions, tone: note.tone, at })
  if (note.lesson != null) await keepLesson(db, sourceId, noteId, note.lesson)
  return noteId
}

async function insertNote(
  db: Kysely<Database>,
  { sourceId, article, sectionId }: NewNote,
  place: { readonly itemId: number; readonly ledgerAt: Date; readonly captureId: number },
): Promise<number> {
  const { id } = await db
    .insertInto('note')
    .values({
      item_id: place.itemId,
      capture_id: place.captureId,
      source_id: sourceId,
      captured_at: place.ledgerAt,
      url: storable(article.url),
      canonical_url: storable(article.canonicalUrl),
      title: storable(article.title),
      byline: storableOrNull(article.byline),
      section: storableOrNull(article.section),
      published_at: article.publishedAt,
      published_from: article.publishedFrom,
      has_hour: article.hasHour,
      image: storableOrNull(article.image),
      standfirst: storableOrNull(article.standfirst),
      paragraphs: storableList(article.paragraphs),
      completeness: article.completeness,
      flags: article.flags,
      kicker: storableOrNull(article.kicker ?? null),
      updated_at: article.updatedAt ?? null,
      caption: storableOrNull(article.caption ?? null),
      section_id: sectionId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function findNoteIdOfItem(db: Kysely<Database>, url: string): Promise<number> {
  const { id } = await db
    .selectFrom('note')
    .innerJoin('item', 'item.id', 'note.item_id')
    .select('note.id')
    .where('item.url_sha256', '=', digestUrl(url))
    .executeTakeFirstOrThrow()
  return id
}

/** Which notes are wanted: captured in `from < captured ≤ to`, and, where given, of one source or one story. */
export type NoteWindow = {
  readonly from: Date
  readonly to: Date
  readonly sourceId?: string
}

/** Notes of a window of the ledger, whole, in its order: `captured_at`, then id. */
export async function findNotes(db: Kysely<Database>, window: NoteWindow): Promise<Note[]> {
  let query = selectNotes(db).where('captured_at', '>', window.from).where('captured_at', '<=', window.to)
  if (window.sourceId !== undefined) query = query.where('note.source_id', '=', window.sourceId)
  return completeNotes(db, await query.orderBy('captured_at').orderBy('note.id').execute())
}

/** Notes by id, whole, in the order of the ledger; unknown ids are left out. */
export async function findNotesById(db: Kysely<Database>, ids: readonly number[]): Promise<Note[]> {
  const query = selectNotes(db).where((where) => where('note.id', '=', where.fn.any(where.val(ids))))
  return completeNotes(db, await query.orderBy('captured_at').orderBy('note.id').execute())
}

function selectNotes(db: Kysely<Database>) {
  return db
    .selectFrom('note')
    .innerJoin('capture', 'capture.id', 'note.capture_id')
    .innerJoin('note_story', 'note_story.note_id', 'note.id')
    .select([
      'note.id',
      'note.source_id',
      'note.captured_at',
      'capture.sha256',
      'note_story.story_id',
      'note.section_id',
      'note.url',
      'note.canonical_url',
      'note.title',
      'note.byline',
      'note.section',
      'note.published_at',
      'note.published_from',
      'note.has_hour',
      'note.image',
      'note.standfirst',
      'note.paragraphs',
      'note.completeness',
      'note.flags',
      'note.kicker',
      'note.updated_at',
      'note.caption',
    ])
}

type ArticleRow = Omit<
  Selectable<Database['note']>,
  'id' | 'item_id' | 'capture_id' | 'source_id' | 'captured_at' | 'section_id' | 'search'
>

type NoteRow = ArticleRow & {
  readonly id: number
  readonly source_id: string
  readonly captured_at: Date
  readonly sha256: string
  readonly story_id: number
  readonly section_id: string | null
}

async function completeNotes(db: Kysely<Database>, rows: readonly NoteRow[]): Promise<Note[]> {
  const ids = rows.map((row) => row.id)
  const mentions = await findMentions(db, ids)
  const pickups = await findPickups(db, ids)
  const tones = await findTones(db, ids)
  const reaches = await findReaches(db, ids)
  const slots = await findSlots(db, ids)
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    capturedAt: row.captured_at,
    captureSha256: row.sha256,
    article: toArticle(row, slots.get(row.id)),
    mentions: mentions.get(row.id) ?? [],
    pickups: pickups.get(row.id) ?? [],
    tone: tones.get(row.id) ?? null,
    reach: reaches.get(row.id) ?? null,
    storyId: row.story_id,
    sectionId: row.section_id,
  }))
}

function toArticle(row: ArticleRow, slot: Slot | undefined): Article {
  return {
    url: row.url,
    canonicalUrl: row.canonical_url,
    title: row.title,
    byline: row.byline,
    section: row.section,
    publishedAt: row.published_at,
    publishedFrom: row.published_from,
    hasHour: row.has_hour,
    image: row.image,
    standfirst: row.standfirst,
    paragraphs: row.paragraphs,
    completeness: row.completeness,
    flags: row.flags,
    ...(row.kicker === null ? {} : { kicker: row.kicker }),
    ...(row.caption === null ? {} : { caption: row.caption }),
    ...(row.updated_at === null ? {} : { updatedAt: row.updated_at }),
    ...(slot === undefined ? {} : { slot }),
  }
}
