// What several workers of one test share: a moving clock, hosts that count who asks them, and how a worker is started.
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
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

export type Door = {
  readonly hosts: readonly (readonly [string, number])[]
  /** Requests that began while another to the same host was at work. */
  readonly overlaps: readonly string[]
  readonly requests: number
  close(): Promise<void>
}

/** Stands before servers on loopback, takes `latencyMs` for each request, and notes when a host is asked two things at once. */
export async function openDoor(hosts: ReadonlyMap<string, number>, latencyMs: number): Promise<Door> {
  const asked = new Map<string, number>()
  const overlaps: string[] = []
  let requests = 0
  const doors = await Promise.all(
    [...new Set(hosts.values())].map(async (port) => {
      const server = createServer(async (request, response) => {
        const host = request.headers.host ?? ''
        requests += 1
        const others = asked.get(host) ?? 0
        if (others > 0) overlaps.push(`${host}${request.url}`)
        asked.set(host, others + 1)
        response.once('close', () => asked.set(host, (asked.get(host) ?? 1) - 1))
        await sleep(latencyMs)
        const { method, headers, url: path } = request
        const inner = ask({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers)
          answer.pipe(response)
        })
        inner.once('error', () => response.destroy())
        response.once('close', () => inner.destroy())
        request.pipe(inner)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return { server, behind: port, port: (server.address() as AddressInfo).port }
    }),
  )
  const portOf = new Map(doors.map(({ behind, port }) => [behind, port]))
  return {
    hosts: [...hosts].map(([host, port]) => [host, portOf.get(port) ?? port] as const),
    overlaps,
    get requests() {
      return requests
    },
    async close() {
      for (const { server } of doors) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
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
