// What several workers of one test share: a moving clock, a database that remembers their turns, and how a worker is started.
import { type Child, startChild } from '../store/child.ts'
import { runOn } from '../store/harness.ts'

/** From `from` to `to` (instants as text) during `seconds` after `startedAt` (milliseconds since 1970), then ten minutes a second. */
export type RunClock = {
  readonly startedAt: number
  readonly seconds: number
  readonly from: string
  readonly to: string
}

export type Run = {
  readonly workspace: string
  readonly databaseUrl: string
  readonly data: string
  readonly hosts: readonly (readonly [string, number])[]
  readonly clock: RunClock
  readonly delayMs: number
  readonly leaseMs: number
  readonly atOnce: number
}

const AFTERWARDS = 600

export function readRun(json: string): Run {
  return JSON.parse(json) as Run
}

/** The clock that all processes of a run share. */
export function runClock({ startedAt, seconds, from, to }: RunClock): () => Date {
  const first = Date.parse(from)
  const last = Date.parse(to)
  return () => {
    const passed = (Date.now() - startedAt) / 1000
    if (passed >= seconds) return new Date(last + (passed - seconds) * AFTERWARDS * 1000)
    return new Date(first + ((last - first) * passed) / seconds)
  }
}

/** Starts a worker of a run in a process of its own. */
export function startWorkerProcess(run: Run): Child {
  return startChild('../pipeline/children/work.ts', [JSON.stringify(run)])
}

/** From now on the database remembers when each turn at a host began. */
export async function recordTurns(databaseUrl: string): Promise<void> {
  await runOn(
    databaseUrl,
    `create table turn_log (id bigint generated always as identity, host text, starts_at timestamptz);
     create function log_turn() returns trigger language plpgsql as $$
     begin
       insert into turn_log (host, starts_at) values (new.host, new.starts_at);
       return new;
     end $$;
     create trigger log_turn after insert or update of starts_at on host_lease
       for each row when (new.holder is not null) execute function log_turn()`,
  )
}

/** Milliseconds of the shortest time between the starts of two turns at one host, and how many there were. */
export async function findShortestGap(
  databaseUrl: string,
): Promise<{ readonly gapMs: number; readonly turns: number }> {
  const [row] = await runOn(
    databaseUrl,
    `select min(gap)::float8 as gap, count(*)::int as turns from (
       select extract(epoch from starts_at - lag(starts_at) over (partition by host order by id)) * 1000 as gap
       from turn_log) gaps`,
  )
  return { gapMs: Number(row?.gap), turns: Number(row?.turns) }
}
