// Declared sources ↔ their mirror in the archive, so that history keeps its names when a declaration changes or goes.
import { type Kysely, sql } from 'kysely'
import type { Medium, Source } from '../model.ts'
import type { Database } from './schema.ts'
import { storable, toJson } from './stored-text.ts'

/** A source as the archive remembers it; `withdrawnAt` is set while no file declares it. */
export type SourceRecord = {
  readonly id: string
  readonly name: string
  readonly medium: Medium
  readonly state: string | null
  readonly isOwn: boolean
  readonly isEnabled: boolean
  readonly withdrawnAt: Date | null
}

/** Keeps one declaration as it stands. */
export async function keepSource(db: Kysely<Database>, source: Source, at: Date): Promise<void> {
  const row = {
    id: source.id,
    name: storable(source.name),
    medium: source.medium,
    state: source.state,
    is_own: source.isOwn,
    is_enabled: source.isEnabled,
    every_minutes: source.everyMinutes,
    declaration: toJson(source),
    declared_at: at,
    withdrawn_at: null,
  }
  const { declared_at, ...changed } = row
  await db
    .insertInto('source')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute()
}

/** Keeps all declarations and marks those that are no longer declared. */
export async function keepSources(db: Kysely<Database>, sources: readonly Source[], at: Date): Promise<void> {
  for (const source of sources) await keepSource(db, source, at)
  await db
    .updateTable('source')
    .set({ withdrawn_at: at })
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`id <> all(${sources.map((source) => source.id)}::text[])`)
    .execute()
}

/** Sources that no file declares any more, each as it was declared last. Nothing is agreed with them or read from them. */
export async function findWithdrawnSources(db: Kysely<Database>): Promise<Source[]> {
  const rows = await db
    .selectFrom('source')
    .select('declaration')
    .where('withdrawn_at', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ declaration }) => ({
    ...declaration,
    convenio: null,
    isEnabled: false,
    isWithdrawn: true,
  }))
}

/** Every source ever declared, by id. */
export async function findSources(db: Kysely<Database>): Promise<SourceRecord[]> {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'name', 'medium', 'state', 'is_own', 'is_enabled', 'withdrawn_at'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    medium: row.medium,
    state: row.state,
    isOwn: row.is_own,
    isEnabled: row.is_enabled,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** Sets when a source is next to be visited. Survives restarts; declarations do not touch it. */
export async function markSourceNext(db: Kysely<Database>, sourceId: string, nextAt: Date): Promise<void> {
  await db.updateTable('source').set({ next_at: nextAt }).where('id', '=', sourceId).execute()
}

/** How often a source is visited now, and in Spanish why. */
export type SourceInterval = { readonly minutes: number; readonly reason: string }

/** Sets how often a source is visited for now; the declared interval stays what it is. */
export async function markSourceInterval(
  db: Kysely<Database>,
  sourceId: string,
  { minutes, reason }: SourceInterval,
): Promise<void> {
  await db
    .updateTable('source')
    .set({ interval_minutes: minutes, interval_reason: reason })
    .where('id', '=', sourceId)
    .execute()
}

/** Ids of the declared, enabled sources whose visit is due, the longest due first; never visited ones before all. */
export async function findDueSources(db: Kysely<Database>, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('source')
    .select('id')
    .where('is_enabled', '=', true)
    .where('withdrawn_at', 'is', null)
    .where((where) => where.or([where('next_at', 'is', null), where('next_at', '<=', now)]))
    .orderBy('next_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
