// Fingerprints of boletines ↔ rows: which boletines of all ever kept share text with a note.
import { type Kysely, sql } from 'kysely'
import type { Boletin } from '../model.ts'
import { toBoletin } from './boletines.ts'
import type { Database } from './schema.ts'

/** A hash held by more boletines is boilerplate and is not followed: as in memory, one in 500 of an archive of 10⁵. */
const MOST_HOLDERS = 200

/** Hashes are unsigned in memory and signed in the database. */
const toSigned = (hash: number): number => hash | 0

/** Boletines without fingerprints of this version, the oldest first, at most `limit`. */
export async function findUnprinted(
  db: Kysely<Database>,
  version: number,
  limit: number,
): Promise<Boletin[]> {
  const rows = await db
    .selectFrom('boletin')
    .selectAll()
    .where((where) => where.or([where('printed', 'is', null), where('printed', '<>', version)]))
    .orderBy('sent_at')
    .orderBy('folio')
    .limit(limit)
    .execute()
  return rows.map(toBoletin)
}

/** Keeps the fingerprints of a boletín in place of those it had. Of a folio that is not kept, nothing happens. */
export async function keepPrints(
  db: Kysely<Database>,
  folio: string,
  hashes: Iterable<number>,
  version: number,
): Promise<void> {
  const row = await db
    .selectFrom('boletin')
    .select(['id', 'printed'])
    .where('folio', '=', folio)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || row.printed === version) return
  if (row.printed !== null) await db.deleteFrom('boletin_print').where('boletin_id', '=', row.id).execute()
  const distinct = [...new Set(hashes)].map(toSigned)
  await sql`insert into boletin_print (h, boletin_id) select h, ${row.id} from unnest(${distinct}::int4[]) as h`.execute(
    db,
  )
  await db.updateTable('boletin').set({ printed: version }).where('id', '=', row.id).execute()
}

/**
 * Boletines that share fingerprints with a text, those sent in `from < sent ≤ to` first, then those that share most.
 * Each hash costs one look-up, however many boletines hold it.
 */
export async function findBoletinesSharing(
  db: Kysely<Database>,
  hashes: Iterable<number>,
  { from, to, limit }: { readonly from: Date; readonly to: Date; readonly limit: number },
): Promise<Boletin[]> {
  const distinct = [...new Set(hashes)].map(toSigned)
  if (distinct.length === 0) return []
  const { rows } = await sql<Parameters<typeof toBoletin>[0]>`
    with held as (
      select probe.h, holder.boletin_id, count(*) over (partition by probe.h) as holders
      from unnest(${distinct}::int4[]) as probe (h)
      cross join lateral (
        select boletin_id from boletin_print where boletin_print.h = probe.h limit ${MOST_HOLDERS + 1}
      ) as holder
    ), shared as (
      select boletin_id, count(*) as hashes from held where holders <= ${MOST_HOLDERS} group by boletin_id
    )
    select boletin.* from shared join boletin on boletin.id = shared.boletin_id
    order by (sent_at > ${from} and sent_at <= ${to}) desc, shared.hashes desc, boletin.id
    limit ${limit}
  `.execute(db)
  return rows.map(toBoletin)
}
