// Editions of briefs ↔ rows: claimed once, published once.
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Edition } from '../model.ts'
import { closeLedger } from './ledger.ts'
import type { Lock } from './lock.ts'
import type { Database } from './schema.ts'

/** Name of the lock under which an edition is made: `store.tryLock(editionLock(…))`. */
export function editionLock(briefId: string, date: string): string {
  return `edition ${briefId} ${date}`
}

export type EditionRequest = {
  readonly briefId: string
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string
  /** Where it begins, by where the brief's edition before it ends; asked while nobody else can claim one. */
  readonly from: (lastEnd: Date | null) => Date
  /** Where the edition is cut; what lies after `at` is left to the next one. */
  readonly to: Date
  /** Now. */
  readonly at: Date
}

/** An edition that is ours to make. */
export type EditionClaim = Pick<Edition, 'briefId' | 'date' | 'number' | 'from' | 'to'>

/**
 * Claims an edition: gives it its number, fixes its window and closes the ledger there, so that nothing can enter the
 * window any more. Commit before reading the notes. Null when it was published already. A claim whose process died
 * before `keepEdition` is taken up as it was, with the same number and window. The lock is what tells a dead process
 * from one that is still drawing.
 * @throws Error without the edition's lock.
 */
export async function claimEdition(
  db: Kysely<Database>,
  lock: Lock,
  request: EditionRequest,
): Promise<EditionClaim | null> {
  const { briefId, date, at } = request
  if (lock.name !== editionLock(briefId, date))
    throw new Error(`${lock.name} is not the lock of ${briefId} ${date}`)
  const to = new Date(Math.min(request.to.getTime(), at.getTime()))
  await closeLedger(db, to)
  const from = request.from(await findEndBefore(db, briefId, date))
  await db
    .insertInto('edition')
    .values((values) => ({
      brief_id: briefId,
      date,
      number: values
        .selectFrom('edition')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('brief_id', '=', briefId),
      from_at: from,
      to_at: to,
      claimed_at: at,
      published_at: null,
      ledger_sha256: null,
    }))
    .onConflict((conflict) => conflict.columns(['brief_id', 'date']).doNothing())
    .execute()
  const row = await db
    .selectFrom('edition')
    .selectAll()
    .where('brief_id', '=', briefId)
    .where('date', '=', date)
    .executeTakeFirstOrThrow()
  if (row.published_at !== null) return null
  return { briefId, date, number: row.number, from: row.from_at, to: row.to_at }
}

/**
 * Keeps that a claimed edition is published, once its files are in their place. False, and nothing changes, when it was
 * published before: an edition is never published twice.
 */
export async function keepEdition(db: Kysely<Database>, edition: Edition): Promise<boolean> {
  const row = await db
    .updateTable('edition')
    .set({
      published_at: edition.publishedAt,
      files: edition.files,
      ledger_sha256: edition.ledgerSha256,
    })
    .where('brief_id', '=', edition.briefId)
    .where('date', '=', edition.date)
    .where('number', '=', edition.number)
    .where('published_at', 'is', null)
    .returning('number')
    .executeTakeFirst()
  return row !== undefined
}

/** The published edition of a brief on a date, or null. */
export async function findEdition(
  db: Kysely<Database>,
  briefId: string,
  date: string,
): Promise<Edition | null> {
  const row = await db
    .selectFrom('edition')
    .selectAll()
    .where('brief_id', '=', briefId)
    .where('date', '=', date)
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  return row === undefined ? null : toEdition(row)
}

/**
 * Where the last edition of a brief before a date ends, or null when there is none. One that is claimed and not yet
 * published counts: its window is its own, whoever finishes it and when.
 */
export async function findEndBefore(
  db: Kysely<Database>,
  briefId: string,
  date: string,
): Promise<Date | null> {
  const row = await db
    .selectFrom('edition')
    .select('to_at')
    .where('brief_id', '=', briefId)
    .where('date', '<', date)
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.to_at ?? null
}

/** Editions that are claimed and not published, oldest first: somebody is making them, or died while making them. */
export async function findOpenClaims(
  db: Kysely<Database>,
): Promise<{ readonly briefId: string; readonly date: string }[]> {
  const rows = await db
    .selectFrom('edition')
    .select(['brief_id', 'date'])
    .where('published_at', 'is', null)
    .orderBy('date')
    .orderBy('brief_id')
    .execute()
  return rows.map((row) => ({ briefId: row.brief_id, date: row.date }))
}

/** The last published edition of each brief, by brief. */
export async function findLastEditions(db: Kysely<Database>): Promise<Map<string, Edition>> {
  const rows = await db
    .selectFrom('edition')
    .selectAll()
    .distinctOn('brief_id')
    .where('published_at', 'is not', null)
    .orderBy('brief_id')
    .orderBy('date', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.brief_id, toEdition(row)]))
}

/** Published editions, newest first. */
export async function findEditions(db: Kysely<Database>, limit: number): Promise<Edition[]> {
  const rows = await db
    .selectFrom('edition')
    .selectAll()
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .orderBy('brief_id')
    .limit(limit)
    .execute()
  return rows.map(toEdition)
}

function toEdition(row: Selectable<Database['edition']>): Edition {
  if (row.published_at === null || row.ledger_sha256 === null) {
    throw new Error(`edition ${row.brief_id} ${row.date} is claimed and not published`)
  }
  return {
    briefId: row.brief_id,
    date: row.date,
    number: row.number,
    from: row.from_at,
    to: row.to_at,
    publishedAt: row.published_at,
    files: row.files,
    ledgerSha256: row.ledger_sha256,
  }
}
