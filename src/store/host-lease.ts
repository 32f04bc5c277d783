// A host → the right to be the only one, on any process or machine, that asks it now; it ends by itself when its holder dies.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

/** What became of asking for a host. Milliseconds are from now on the clock of the database. */
export type HostTurn =
  /** The host is ours. No request before `waitMs`. `failures` in a row so far. */
  | { readonly kind: 'taken'; readonly waitMs: number; readonly failures: number }
  /** Another is at it, and surely for `waitMs` more. */
  | { readonly kind: 'held'; readonly waitMs: number }
  /** The host is left alone for `waitMs`; `reason` is Spanish. */
  | { readonly kind: 'paused'; readonly waitMs: number; readonly reason: string }

export type HostRequest = {
  readonly host: string
  /** Unique to this request, so that whoever lost a lease gives back nobody else's. */
  readonly holder: string
  /** The lease ends this long after the request may start unless it is renewed; longer than any delay between requests. */
  readonly termMs: number
  /** A pause with no more than this left is waited for with the lease in hand. */
  readonly shortPauseMs: number
}

/**
 * Takes the lease of a host, now or from when its rest is over; nobody else can meanwhile. A lease that its holder did
 * not give back ends `termMs` after its start, when the rest after a request, if there was one, is over too.
 */
export async function takeHostLease(db: Kysely<Database>, request: HostRequest): Promise<HostTurn> {
  const { host, holder, termMs, shortPauseMs } = request
  const start = sql`greatest(lease.next_at, lease.paused_until, clock_timestamp())`
  const taken = await sql<{ waitMs: number; failures: number }>`
    insert into host_lease as lease (host, holder, starts_at, lease_until)
    values (${host}, ${holder}, clock_timestamp(), clock_timestamp() + ${span(termMs)})
    on conflict (host) do update
      set holder = excluded.holder, starts_at = ${start}, lease_until = ${start} + ${span(termMs)}
      where (lease.holder is null or lease.lease_until <= clock_timestamp())
        and lease.paused_until <= clock_timestamp() + ${span(shortPauseMs)}
    returning ${msUntil(sql`starts_at`)} as "waitMs", failures
  `.execute(db)
  const [row] = taken.rows
  if (row !== undefined) return { kind: 'taken', ...row }
  return explainRefusal(db, host)
}

async function explainRefusal(db: Kysely<Database>, host: string): Promise<HostTurn> {
  const { rows } = await sql<{ pauseMs: number; startMs: number; reason: string | null }>`
    select ${msUntil(sql`paused_until`)} as "pauseMs", ${msUntil(sql`starts_at`)} as "startMs", pause_reason as reason
    from host_lease where host = ${host}
  `.execute(db)
  const [row] = rows
  if (row === undefined) return { kind: 'held', waitMs: 0 }
  if (row.pauseMs > 0) return { kind: 'paused', waitMs: row.pauseMs, reason: row.reason ?? host }
  return { kind: 'held', waitMs: row.startMs }
}

/** Lengthens leases that are still these holders' to at least `termMs` from now. */
export async function renewHostLeases(
  db: Kysely<Database>,
  holders: readonly string[],
  termMs: number,
): Promise<void> {
  await sql`
    update host_lease set lease_until = greatest(lease_until, clock_timestamp() + ${span(termMs)})
    where holder = any(${holders}::text[])
  `.execute(db)
}

export type HostRelease = {
  readonly host: string
  readonly holder: string
  /** From now to the earliest start of the next request. */
  readonly restMs: number
  /** In a row, this request included. */
  readonly failures: number
  /** Null when the host may go on being asked. `reason` is Spanish. */
  readonly pause: { readonly ms: number; readonly reason: string } | null
}

/** Gives a host back with the rest it needs. A pause holds also when the lease was lost meanwhile: the host asked for it. */
export async function releaseHostLease(db: Kysely<Database>, release: HostRelease): Promise<void> {
  const { host, holder, restMs, failures, pause } = release
  const pausedUntil =
    pause === null
      ? sql`paused_until`
      : sql`greatest(paused_until, clock_timestamp() + ${span(pause.ms)}::interval)`
  await sql`
    update host_lease set
      holder = case when holder = ${holder} then null else holder end,
      failures = ${failures},
      next_at = greatest(next_at, clock_timestamp() + ${span(restMs)}),
      paused_until = ${pausedUntil},
      pause_reason = coalesce(${pause?.reason ?? null}, pause_reason)
    where host = ${host}
  `.execute(db)
}

function span(ms: number) {
  return sql`make_interval(secs => ${ms / 1000}::float8)`
}

function msUntil(instant: ReturnType<typeof sql>) {
  return sql`greatest(0, ceil(extract(epoch from ${instant} - clock_timestamp()) * 1000))::float8`
}
