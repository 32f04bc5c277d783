// Front pages of outlets ↔ rows, one per outlet and day; their bytes are files (capture-files.ts).
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

export type FrontPageRecord = {
  readonly sourceId: string
  /** Local to the outlet, `YYYY-MM-DD`. */
  readonly day: string
  readonly url: string
  /** `sha256` of the bytes as they came, `printedSha256` of the picture of them; or why there is none, in Spanish. */
  readonly taken: { readonly sha256: string; readonly printedSha256: string } | { readonly reason: string }
  readonly at: Date
}

/** Keeps what became of a front page. One that was taken stays as it is; else the last try counts. */
export async function keepFrontPage(db: Kysely<Database>, record: FrontPageRecord): Promise<void> {
  const { sourceId, day, url, taken, at } = record
  const found = {
    url: storable(url),
    sha256: 'sha256' in taken ? taken.sha256 : null,
    printed_sha256: 'sha256' in taken ? taken.printedSha256 : null,
    reason: 'reason' in taken ? storable(taken.reason) : null,
    tried_at: at,
  }
  await db
    .insertInto('front_page')
    .values({ source_id: sourceId, day, ...found })
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'day']).doUpdateSet(found).where('front_page.sha256', 'is', null),
    )
    .execute()
}

/** The last front pages of a source up to a day that were taken, or that day's failure: the newest day first. */
export async function findFrontPagesOf(
  db: Kysely<Database>,
  sourceId: string,
  day: string,
): Promise<FrontPageRecord[]> {
  const rows = await db
    .selectFrom('front_page')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('day', '<=', day)
    .where((where) => where.or([where('day', '=', day), where('sha256', 'is not', null)]))
    .orderBy('day', 'desc')
    .limit(2)
    .execute()
  return rows.map(toRecord)
}

/** What became of the front pages of a day by an instant. */
export async function findFrontPages(
  db: Kysely<Database>,
  day: string,
  by: Date,
): Promise<FrontPageRecord[]> {
  const rows = await db
    .selectFrom('front_page')
    .selectAll()
    .where('day', '=', day)
    .where('tried_at', '<=', by)
    .orderBy('source_id')
    .execute()
  return rows.map(toRecord)
}

function toRecord(row: Database['front_page']): FrontPageRecord {
  const { source_id: sourceId, day, url, sha256, printed_sha256: printedSha256, reason, tried_at: at } = row
  const taken =
    sha256 === null || printedSha256 === null ? { reason: reason ?? '' } : { sha256, printedSha256 }
  return { sourceId, day, url, taken, at }
}
