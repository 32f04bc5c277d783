// A note's id or address → everything the archive knows of it: what was captured, how it ended, who judged it and how.
import type { Kysely } from 'kysely'
import type { Capture, Item, ItemEnd, Note, ProbablePickup } from '../model.ts'
import { findMentionDecisions, type MentionDecision } from './decisions.ts'
import { findCutTexts } from './furniture.ts'
import { digestUrl, toItem } from './items.ts'
import { findNotesById } from './notes.ts'
import { type BoletinDecision, findBoletinDecisions, findProbable } from './probable.ts'
import { findRereadings } from './rereading.ts'
import type { Database } from './schema.ts'
import { findToneTrail, type GivenTone } from './tones.ts'

export type Dossier = {
  readonly note: Note
  readonly sourceName: string
  readonly item: Item
  /** The capture without its bytes. */
  readonly capture: Omit<Capture, 'item' | 'body'> & { readonly id: number; readonly bytes: number }
  /** How its item ended each time, oldest first. */
  readonly ends: readonly { readonly at: Date; readonly end: ItemEnd; readonly reason: string | null }[]
  readonly tones: readonly GivenTone[]
  /** What people decided of its mentions, oldest first. */
  readonly decisions: readonly MentionDecision[]
  /** Boletines that it may tell in other words, decided or not. */
  readonly probable: readonly ProbablePickup[]
  /** What people decided of its boletines, oldest first. */
  readonly boletinDecisions: readonly BoletinDecision[]
  /** What was left out of its text because its outlet repeats it; null when nobody looked. */
  readonly cutTexts: readonly string[] | null
  /** When and why it was read again, oldest first. */
  readonly rereadings: readonly { readonly at: Date; readonly reason: string }[]
}

/** Everything about one note, or null when there is none of that id. */
export async function findNoteById(db: Kysely<Database>, noteId: number): Promise<Dossier | null> {
  const [note] = await findNotesById(db, [noteId])
  if (note === undefined) return null
  const row = await db
    .selectFrom('note')
    .innerJoin('capture', 'capture.id', 'note.capture_id')
    .innerJoin('source', 'source.id', 'note.source_id')
    .selectAll('capture')
    .select('source.name')
    .where('note.id', '=', noteId)
    .executeTakeFirstOrThrow()
  return {
    note,
    sourceName: row.name,
    item: toItem(row.listed),
    capture: {
      id: row.id,
      url: row.url,
      finalUrl: row.final_url,
      takenAt: row.taken_at,
      status: row.status,
      headers: row.headers,
      sha256: row.sha256,
      kind: row.kind,
      redirects: row.redirects,
      bytes: row.bytes,
    },
    ends: await findEnds(db, row.item_id),
    tones: await findToneTrail(db, noteId),
    decisions: await findMentionDecisions(db, noteId),
    probable: (await findProbable(db, [noteId])).get(noteId) ?? [],
    boletinDecisions: await findBoletinDecisions(db, noteId),
    cutTexts: await findCutTexts(db, noteId),
    rereadings: await findRereadings(db, noteId),
  }
}

/** Id of the note that was kept of a listed URL, or null. */
export async function findNoteIdByUrl(db: Kysely<Database>, url: string): Promise<number | null> {
  const row = await db
    .selectFrom('note')
    .innerJoin('item', 'item.id', 'note.item_id')
    .select('note.id')
    .where('item.url_sha256', '=', digestUrl(url))
    .executeTakeFirst()
  return row?.id ?? null
}

async function findEnds(db: Kysely<Database>, itemId: number): Promise<Dossier['ends']> {
  const rows = await db
    .selectFrom('ending')
    .select(['ledger_at', 'kind', 'reason'])
    .where('item_id', '=', itemId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ at: row.ledger_at, end: row.kind, reason: row.reason }))
}
