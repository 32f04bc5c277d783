// Editions outside the schedule ↔ rows: claimed once, published once, and what an addendum told.
import type { Kysely, Selectable, Transaction } from 'kysely'
import { findCorrections, type StoredCorrection } from './corrections.ts'
import { closeLedger } from './ledger.ts'
import type { Database } from './schema.ts'
import type { SpecialKind } from './special-tables.ts'

/** One that is ours to make. Its window moves none of the brief's regular editions. */
export type SpecialClaim = {
  readonly briefId: string
  readonly kind: SpecialKind
  readonly date: string
  /** An addendum's within its edition, from 1; an extraordinary one's in the series of its brief. */
  readonly number: number
  /** Null of an addendum. */
  readonly title: string | null
  readonly from: Date
  readonly to: Date
}

export type SpecialEdition = SpecialClaim & {
  readonly publishedAt: Date
  readonly files: readonly string[]
  readonly ledgerSha256: string
}

/** Name of the lock under which the special editions of a brief are made, one after the other. */
export const specialLock = (briefId: string): string => `special editions ${briefId}`

export type AddendumRequest = {
  readonly briefId: string
  readonly date: string
  /** Now: the addendum is cut here. */
  readonly at: Date
  readonly subjectIds: readonly string[]
  /** Ids of the notes of a window that the addendum tells. */
  readonly pick: (
    db: Kysely<Database>,
    window: { readonly from: Date; readonly to: Date },
  ) => Promise<number[]>
  /** Those of the corrections that are of the brief. */
  readonly pickCorrections: (
    db: Kysely<Database>,
    corrections: readonly StoredCorrection[],
  ) => Promise<readonly StoredCorrection[]>
}

/**
 * Claims an addendum to a published edition: closes the ledger at `at` and keeps what it tells, in the same transaction,
 * so that it is never told twice and the next edition knows of it. Why there is none otherwise: the edition is not out,
 * a later one is begun and holds what came after, or nothing came.
 */
export async function claimAddendum(
  db: Transaction<Database>,
  request: AddendumRequest,
): Promise<SpecialClaim | 'sin-edicion' | 'hay-otra' | 'nada'> {
  const { briefId, date, at } = request
  await closeLedger(db, at)
  const rows = await db
    .selectFrom('edition')
    .selectAll()
    .where('brief_id', '=', briefId)
    .where('date', '>=', date)
    .orderBy('date')
    .execute()
  const [edition, later] = rows
  if (edition === undefined || edition.date !== date || edition.published_at === null) return 'sin-edicion'
  if (later !== undefined) return 'hay-otra'
  const last = await findLastAddendum(db, briefId, date)
  const window = { from: last?.to_at ?? edition.to_at, to: at }
  const noteIds = await request.pick(db, window)
  const found = await findCorrections(db, {
    briefId,
    from: edition.from_at,
    to: edition.to_at,
    since: edition.claimed_at,
    subjectIds: request.subjectIds,
  })
  const corrections = await request.pickCorrections(db, found)
  if (noteIds.length === 0 && corrections.length === 0) return 'nada'
  const claim = {
    briefId,
    kind: 'alcance' as const,
    date,
    number: (last?.number ?? 0) + 1,
    title: null,
    ...window,
  }
  await insertClaim(db, claim, at)
  const place = { brief_id: briefId, date, number: claim.number }
  const notes = noteIds.map((id) => ({ ...place, what: 'nota' as const, note_id: id, row_id: id }))
  const changes = corrections.map((one) => ({
    ...place,
    what: one.kind,
    note_id: one.noteId,
    row_id: one.rowId,
    subject_id: one.kind === 'mencion' ? one.subjectId : null,
    before: one.before,
    after: one.after,
  }))
  for (const told of [...notes, ...changes]) await db.insertInto('addendum_told').values(told).execute()
  return claim
}

/** Claims an extraordinary edition of what was captured since `from`; its number is the next of its series. */
export async function claimExtraordinary(
  db: Transaction<Database>,
  request: Pick<SpecialClaim, 'briefId' | 'date' | 'title' | 'from'> & { readonly at: Date },
): Promise<SpecialClaim> {
  const { at, ...rest } = request
  await closeLedger(db, at)
  const { last } = await db
    .selectFrom('special_edition')
    .select((select) => select.fn.max<number | null>('number').as('last'))
    .where('brief_id', '=', request.briefId)
    .where('kind', '=', 'extraordinaria')
    .executeTakeFirstOrThrow()
  const claim = { ...rest, kind: 'extraordinaria' as const, number: (last ?? 0) + 1, to: at }
  await insertClaim(db, claim, at)
  return claim
}

async function insertClaim(db: Kysely<Database>, claim: SpecialClaim, at: Date): Promise<void> {
  const { briefId, kind, date, number, title, from, to } = claim
  await db
    .insertInto('special_edition')
    .values({
      brief_id: briefId,
      kind,
      date,
      number,
      title,
      from_at: from,
      to_at: to,
      claimed_at: at,
      published_at: null,
      ledger_sha256: null,
    })
    .execute()
}

async function findLastAddendum(db: Kysely<Database>, briefId: string, date: string) {
  return db
    .selectFrom('special_edition')
    .select(['to_at', 'number'])
    .where('brief_id', '=', briefId)
    .where('kind', '=', 'alcance')
    .where('date', '=', date)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Claims of a brief whose process died before they were published, oldest first. */
export async function findOpenSpecials(db: Kysely<Database>, briefId: string): Promise<SpecialClaim[]> {
  const rows = await db
    .selectFrom('special_edition')
    .selectAll()
    .where('brief_id', '=', briefId)
    .where('published_at', 'is', null)
    .orderBy('claimed_at')
    .execute()
  return rows.map(toClaim)
}

/** Keeps that a special edition is published, once its files are in their place. */
export async function keepSpecial(db: Kysely<Database>, special: SpecialEdition): Promise<void> {
  await db
    .updateTable('special_edition')
    .set({ published_at: special.publishedAt, files: special.files, ledger_sha256: special.ledgerSha256 })
    .where('brief_id', '=', special.briefId)
    .where('kind', '=', special.kind)
    .where('date', '=', special.date)
    .where('number', '=', special.number)
    .where('published_at', 'is', null)
    .execute()
}

/** What an addendum told: ids of notes, and rows of corrections. */
export async function findTold(
  db: Kysely<Database>,
  { briefId, date, number }: Pick<SpecialClaim, 'briefId' | 'date' | 'number'>,
): Promise<{ readonly noteIds: readonly number[]; readonly corrections: readonly StoredCorrection[] }> {
  const rows = await db
    .selectFrom('addendum_told')
    .selectAll()
    .where('brief_id', '=', briefId)
    .where('date', '=', date)
    .where('number', '=', number)
    .orderBy('note_id')
    .orderBy('row_id')
    .execute()
  const notes = rows.filter(({ what }) => what === 'nota')
  return {
    noteIds: notes.map((row) => row.note_id),
    corrections: rows.filter(({ what }) => what !== 'nota').map(toCorrection),
  }
}

/** As it was written: both words were read from the same columns. */
const toCorrection = (row: Selectable<Database['addendum_told']>): StoredCorrection => {
  const { note_id: noteId, row_id: rowId, before, after } = row
  const { subject_id: subjectId } = row
  return (
    subjectId === null
      ? { kind: 'tono', noteId, rowId, before, after }
      : { kind: 'mencion', noteId, rowId, subjectId, before, after }
  ) as StoredCorrection
}

/** What was claimed of an edition outside the schedule, from its row. */
export function toClaim(row: Selectable<Database['special_edition']>): SpecialClaim {
  return {
    briefId: row.brief_id,
    kind: row.kind,
    date: row.date,
    number: row.number,
    title: row.title,
    from: row.from_at,
    to: row.to_at,
  }
}
