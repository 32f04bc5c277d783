// Listings of all sources → the pairs that give the same one: identical bytes, or mostly the same addresses.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

/** Two sources with one listing; `otherId` is the one that was there first, or comes first by id. */
export type SharedListing = {
  readonly sourceId: string
  readonly name: string
  readonly otherId: string
  readonly otherName: string
  /** Notes that both list, of so many; null when the listings are the same to the byte. */
  readonly notes: { readonly shared: number; readonly listed: number } | null
}

/** Addresses in common, of a listing's, from which two listings are taken for one; and the least that can tell. */
const SHARED_PART = 0.5
const LEAST_SHARED = 5

/** Pairs among the declared, enabled sources, as their last listings until `at` show them, by id. */
export async function findSharedListings(db: Kysely<Database>, at: Date): Promise<SharedListing[]> {
  const identical = await findIdentical(db)
  const overlapping = await findOverlapping(db, at)
  const keyOf = ({ sourceId, otherId }: SharedListing) => [sourceId, otherId].sort().join(' ')
  const pairs = new Map([...overlapping, ...identical].map((pair) => [keyOf(pair), pair]))
  return [...pairs.values()].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

async function findIdentical(db: Kysely<Database>): Promise<SharedListing[]> {
  const { rows } = await sql<SharedListing>`
    with living as (
      select source_id, body_sha256, name from channel_memory
      join source on id = source_id
      where body_sha256 is not null and is_enabled and withdrawn_at is null
        and declaration -> 'channels' @> jsonb_build_array(jsonb_build_object('url', url))
    )
    -- Lists that are empty are alike without being one: one of the two must have given notes.
    select distinct two.source_id as "sourceId", two.name, one.source_id as "otherId", one.name as "otherName",
      null as notes
    from living one join living two on one.body_sha256 = two.body_sha256 and one.source_id < two.source_id
    where exists (select from round where round.source_id in (one.source_id, two.source_id) and listed > 0)
  `.execute(db)
  return rows
}

async function findOverlapping(db: Kysely<Database>, at: Date): Promise<SharedListing[]> {
  const { rows } = await sql<SharedListing>`
    select source.id as "sourceId", source.name, other.id as "otherId", other.name as "otherName",
      jsonb_build_object('shared', shared, 'listed', listed) as notes
    from source
    cross join lateral (
      select listed, shared, shared_with from round
      where source_id = source.id and ledger_at <= ${at} and listed > 0
      order by ledger_at desc, id desc limit 1
    ) last
    join source other on other.id = shared_with
    where source.is_enabled and source.withdrawn_at is null and other.is_enabled and other.withdrawn_at is null
      and shared >= ${LEAST_SHARED} and shared >= ${SHARED_PART}::double precision * listed
  `.execute(db)
  return rows
}
