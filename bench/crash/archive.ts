// An archive → everything in it that must not depend on when a process died, as plain values in one order.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { findCaptureBody } from '../../src/store/capture-files.ts'
import { findCertificate } from '../../src/store/certificate.ts'
import { findNotes } from '../../src/store/notes.ts'
import { openStore } from '../../src/store/open.ts'
import type { Database } from '../../src/store/schema.ts'

const ALWAYS = { from: new Date(0), to: new Date('2027-01-01T00:00:00Z') }

export type Archive = Readonly<Record<string, readonly unknown[]>>

/**
 * Items with their ends, every end on the ledger, notes with all that was read in them, pictures, counts, rounds,
 * editions with their windows and the addresses in them, and the sums of the certificate. Fails when the bytes of a
 * capture are not there. Left out: ids, bytes that outlets vary from visit to visit, and how often an item was listed
 * again, which is how often it was listed again.
 */
export async function readArchive(db: Kysely<Database>, dataFolder: string): Promise<Archive> {
  const notes = await findNotes(db, ALWAYS)
  for (const { captureSha256 } of notes) await findCaptureBody(dataFolder, captureSha256)
  return {
    ...(await readRows(db)),
    notes: notes
      .map(({ id: _id, storyId: _story, captureSha256: _sha256, ...note }) => note)
      .toSorted((one, other) => compare(one.article.url, other.article.url)),
    certificate: await readCertificate(db),
  }
}

/** The same of an archive in its own folder. */
export async function readArchiveIn(dataFolder: string): Promise<Archive> {
  const store = await openStore({ dataFolder, databaseUrl: null })
  try {
    return await readArchive(store.db, dataFolder)
  } finally {
    await store.close()
  }
}

async function readRows(db: Kysely<Database>) {
  const items = await sql`
    select source_id, url, end_kind, end_reason, attempts, next_attempt_at from item order by url`.execute(db)
  const endings = await sql`
    select ending.source_id, url, kind, reason, ledger_at from ending join item on item.id = item_id
    order by url, ledger_at, kind, reason`.execute(db)
  const captures = await sql`
    select item.url, capture.kind, status, taken_at from capture join item on item.id = item_id
    order by 1, 4`.execute(db)
  const pictures = await sql`
    select note.url, picture.url as picture, sha256, reason from picture join note on note.id = note_id
    order by note.url`.execute(db)
  const rounds = await sql`
    select source_id, started_at, state, channel, gap_from, gap_to,
      case when reason like 'error del programa%' then reason end as bug from round order by 1, 2`.execute(db)
  const editions = await sql`
    select brief_id, date, number, from_at, to_at, published_at is not null as published,
      (select coalesce(array_agg(url order by url), '{}') from note where captured_at > from_at and captured_at <= to_at) as notes
    from edition order by 1, 2`.execute(db)
  return {
    items: items.rows,
    endings: endings.rows,
    captures: captures.rows,
    pictures: pictures.rows,
    rounds: rounds.rows,
    editions: editions.rows,
  }
}

/** Rounds that failed, in words, for whoever looks for the cause of a difference. */
export async function listFailures(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select source_id || ' ' || started_at::date || ': ' || coalesce(reason, 'sin razón') as line
    from round where state = 'con-falla' order by started_at, source_id`.execute(db)
  return rows.map(({ line }) => line)
}

async function readCertificate(db: Kysely<Database>): Promise<unknown[]> {
  const request = { ...ALWAYS, declaredSources: [], misdeclared: [], ourSubjects: ['ayuntamiento'] }
  const { counts, reasons, kept } = await findCertificate(db, request)
  const { known, listed, ...ends } = counts
  const sum = Object.values(ends).reduce((total, count) => total + count, known)
  return [ends, { addsUp: sum === listed }, kept, ...reasons]
}

export type Difference = { readonly part: string; readonly only: 'calm' | 'shaken'; readonly value: string }

/** What one archive has and the other lacks, each value as often as it is lacking. */
export function compareArchives(calm: Archive, shaken: Archive): Difference[] {
  return Object.keys({ ...calm, ...shaken }).flatMap((part) => {
    const lack = (from: Archive, of: Archive, only: Difference['only']) =>
      subtract(writeAll(from[part]), writeAll(of[part])).map((value) => ({ part, only, value }))
    return [...lack(calm, shaken, 'calm'), ...lack(shaken, calm, 'shaken')]
  })
}

function writeAll(values: readonly unknown[] = []): string[] {
  return values.map((value) => JSON.stringify(value))
}

function subtract(from: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const value of other) left.set(value, (left.get(value) ?? 0) + 1)
  return from.filter((value) => {
    const count = left.get(value) ?? 0
    left.set(value, count - 1)
    return count <= 0
  })
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
