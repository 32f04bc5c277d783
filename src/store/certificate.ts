// A window of the ledger → its completeness certificate: which sources were read, and how each listed item ended.
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Certificate, ItemEnd, Source, SourceReading } from '../model.ts'
import { findSourceHealth, type SourceHealth } from './health.ts'
import type { Database } from './schema.ts'

export type CertificateRequest = {
  readonly from: Date
  readonly to: Date
  /** All that are declared; those not enabled are not due and not listed. */
  readonly declaredSources: readonly Source[]
  /** Sources that were declared once: not read, but their notes are what they were. */
  readonly withdrawnSources?: readonly Source[]
  /** Spanish: files that could not be read. */
  readonly misdeclared: readonly string[]
  /** Subjects that are the municipality: all but its neighbours. */
  readonly ourSubjects: readonly string[]
}

/**
 * Certificate of `from < at ≤ to`. Each item counts once, by its last end in the window: postponed and then kept is
 * kept. `known` counts listings of what had its end before. So `listed` is the sum of the five by construction, and
 * `kept` is the number of notes that `findNotes` gives for the same window.
 */
export async function findCertificate(
  db: Kysely<Database>,
  request: CertificateRequest,
): Promise<Certificate> {
  const { from, to, misdeclared } = request
  const reasons = await findEndings(db, request)
  const known = await countRepeated(db, request)
  const countOf = (end: ItemEnd) =>
    reasons.filter((row) => row.end === end).reduce((sum, row) => sum + row.count, 0)
  const counts = {
    kept: countOf('kept'),
    known,
    excluded: countOf('excluded'),
    unreadable: countOf('unreadable'),
    later: countOf('later'),
  }
  return {
    from,
    to,
    readings: await findReadings(db, request),
    misdeclared,
    counts: { ...counts, listed: Object.values(counts).reduce((sum, count) => sum + count, 0) },
    reasons: reasons.filter((row) => row.end !== 'kept'),
    kept: await countKept(db, request),
    ledgerSha256: await digestLedger(db, request),
  }
}

type Window = { readonly from: Date; readonly to: Date }
type ReasonCount = Certificate['reasons'][number]

/** Items by their last end in the window and its reason, most frequent first. */
async function findEndings(db: Kysely<Database>, { from, to }: Window): Promise<ReasonCount[]> {
  const { rows } = await sql<ReasonCount>`
    select kind as end, coalesce(reason, 'sin razón anotada') as reason, count(*) as count
    from (
      select distinct on (item_id) kind, reason from ending
      where ledger_at > ${from} and ledger_at <= ${to}
      order by item_id, id desc
    ) last
    group by 1, 2
    order by 3 desc, 1, 2
  `.execute(db)
  return rows
}

async function countRepeated(db: Kysely<Database>, { from, to }: Window): Promise<number> {
  const { total } = await db
    .selectFrom('round')
    .select((select) => select.fn.coalesce(select.fn.sum<number>('repeated'), sql<number>`0`).as('total'))
    .where('ledger_at', '>', from)
    .where('ledger_at', '<=', to)
    .executeTakeFirstOrThrow()
  return total
}

/** Of the notes of the window: ours when any of our subjects surely is; doubtful when none surely is and one may be. */
async function countKept(db: Kysely<Database>, request: CertificateRequest): Promise<Certificate['kept']> {
  const known = [...request.declaredSources, ...(request.withdrawnSources ?? [])]
  const social = known.filter(({ isSocial }) => isSocial === true).map(({ id }) => id)
  const { rows } = await sql<Certificate['kept']>`
    select
      count(*) filter (where is_ours) as ours,
      count(*) filter (where not is_ours and is_doubtful) as doubtful,
      count(*) filter (where not is_ours and not is_doubtful) as other,
      count(*) filter (where is_ours and source_id = any(${social}::text[])) as posts
    from (
      select
        note.source_id,
        coalesce(bool_or(belonging = 'nuestra'), false) as is_ours,
        coalesce(bool_or(belonging = 'dudosa'), false) as is_doubtful
      from note
      left join mention_now on note_id = note.id and subject_id = any(${request.ourSubjects}::text[])
      where captured_at > ${request.from} and captured_at <= ${request.to}
      group by note.id
    ) judged
  `.execute(db)
  return rows[0] ?? { ours: 0, doubtful: 0, other: 0 }
}

/** SHA-256 over the notes in the order of the ledger: instant, address and digest of the evidence, a line each. */
async function digestLedger(db: Kysely<Database>, { from, to }: Window): Promise<string> {
  const rows = await db
    .selectFrom('note')
    .innerJoin('capture', 'capture.id', 'note.capture_id')
    .select(['captured_at', 'note.url', 'sha256'])
    .where('captured_at', '>', from)
    .where('captured_at', '<=', to)
    .orderBy('captured_at')
    .orderBy('note.id')
    .execute()
  const hash = createHash('sha256')
  for (const row of rows) hash.update(`${row.captured_at.toISOString()} ${row.url} ${row.sha256}\n`)
  return hash.digest('hex')
}

async function findReadings(db: Kysely<Database>, request: CertificateRequest): Promise<SourceReading[]> {
  const health = new Map((await findSourceHealth(db, request.to)).map((found) => [found.sourceId, found]))
  const withNews = await findSourcesWithNews(db, request)
  return request.declaredSources
    .filter((source) => source.isEnabled)
    .map((source) => {
      const found = health.get(source.id)
      return {
        sourceId: source.id,
        name: source.name,
        state: stateOf(source, found, withNews.has(source.id), request),
        lastSuccessAt: found?.lastSuccessAt ?? null,
        failedSince: found?.failedSince ?? null,
        reason: found?.reason ?? null,
      }
    })
}

/** A slow source whose visit did not fall into the window is not unread: it was not due. */
function stateOf(
  source: Source,
  health: SourceHealth | undefined,
  hasNews: boolean,
  { from, to }: Window,
): SourceReading['state'] {
  const tried = health?.lastTriedAt ?? null
  if (health === undefined || tried === null) return 'no-leida'
  const isDue = tried.getTime() + source.everyMinutes * 60_000 <= to.getTime()
  if (tried <= from && isDue) return 'no-leida'
  if (health.failedSince !== null) return 'con-falla'
  return hasNews ? 'leida' : 'callada'
}

async function findSourcesWithNews(db: Kysely<Database>, { from, to }: Window): Promise<Set<string>> {
  const rows = await db
    .selectFrom('ending')
    .select('source_id')
    .distinct()
    .where('ledger_at', '>', from)
    .where('ledger_at', '<=', to)
    .where('kind', 'in', ['kept', 'unreadable'])
    .execute()
  return new Set(rows.map((row) => row.source_id))
}
