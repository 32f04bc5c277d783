// An archive that many processes share → a gate of hosts that they share too: one request per host among all of them.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import {
  backOffMs,
  failurePauseMs,
  type HostGate,
  restAfterMs,
  SHORT_PAUSE_MS,
} from '../collect/host-gate.ts'
import { Later } from '../failure.ts'
import { releaseHostLease, renewHostLeases, takeHostLease } from '../store/host-lease.ts'
import type { Database } from '../store/schema.ts'
import { takeTurn } from './turn.ts'

/** Longer than the deadline of a page with its browser (40 s), so that a lease outlives any request of a dead worker. */
const TERM_MS = 60_000
/** Between two looks at a host that another process is at. */
const LOOK_AGAIN_MS = 50

export type SharedGate = HostGate & {
  /** Ends the renewing of leases. */
  close(): void
}

/** A request in the turn of a host, and what the answers within it said. */
type Turn = { readonly holder: string; failures: number; pause: { ms: number; reason: string } | null }

/**
 * Makes the gate. It keeps to the delays and pauses of the gate of one process, with the state in the archive: a host
 * that asked one worker for patience is left alone by all. What is reported about a host is written when its turn ends.
 * Requests fail while the archive cannot be reached: without it nobody knows who else is asking.
 */
export function createSharedGate(db: Kysely<Database>, clock: () => Date, termMs = TERM_MS): SharedGate {
  const turns = new Map<string, Turn>()
  const queues = new Map<string, { waiting: number }>()
  const renewing = setInterval(() => {
    const holders = [...turns.values()].map(({ holder }) => holder)
    // A renewal that fails leaves the rest of the term, which outlives the request.
    if (holders.length > 0) renewHostLeases(db, holders, termMs).catch(() => {})
  }, termMs / 3)
  renewing.unref()

  const runNow = async <Result>(host: string, delayMs: number, request: () => Promise<Result>) => {
    const holder = randomUUID()
    const failures = await waitForHost(db, clock, { host, holder, termMs: termMs + delayMs })
    const turn: Turn = { holder, failures, pause: null }
    turns.set(host, turn)
    const startedAt = performance.now()
    try {
      return await request()
    } finally {
      const restMs = restAfterMs(delayMs, performance.now() - startedAt)
      turns.delete(host)
      // When the archive is gone the lease ends by itself, and keeping the answer will say what is wrong.
      await releaseHostLease(db, { host, restMs, ...turn }).catch(() => {})
    }
  }

  return {
    async run(host, delayMs, request) {
      // Requests of this process wait here for each other: only one of them at a time asks the archive for the host.
      const queue = queues.get(host) ?? { waiting: 0 }
      queues.set(host, queue)
      queue.waiting += 1
      try {
        return await takeTurn(queue, () => runNow(host, delayMs, request))
      } finally {
        queue.waiting -= 1
        if (queue.waiting === 0) queues.delete(host)
      }
    },
    pushBack(host, ms, reason) {
      const turn = turns.get(host)
      if (turn === undefined) return
      turn.failures += 1
      turn.pause = { ms: ms ?? backOffMs(turn.failures), reason }
    },
    reportFailure(host, reason) {
      const turn = turns.get(host)
      if (turn === undefined) return
      turn.failures += 1
      const ms = failurePauseMs(turn.failures)
      if (ms > 0) turn.pause = { ms, reason }
    },
    reportAnswer(host) {
      const turn = turns.get(host)
      if (turn !== undefined) turn.failures = 0
    },
    close: () => clearInterval(renewing),
  }
}

type Wanted = { readonly host: string; readonly holder: string; readonly termMs: number }

/** Waits until the host is ours and rested; returns its failures in a row. Throws `Later` while it is paused for longer. */
async function waitForHost(db: Kysely<Database>, clock: () => Date, wanted: Wanted): Promise<number> {
  for (;;) {
    const turn = await takeHostLease(db, { ...wanted, shortPauseMs: SHORT_PAUSE_MS })
    if (turn.kind === 'paused' && turn.waitMs > SHORT_PAUSE_MS)
      throw new Later(turn.reason, new Date(clock().getTime() + turn.waitMs))
    if (turn.kind === 'taken') {
      await waitAtLeast(turn.waitMs)
      return turn.failures
    }
    await waitAtLeast(turn.waitMs + LOOK_AGAIN_MS * (1 + Math.random()))
  }
}

/** A timer may fire up to a millisecond early: a rest is never cut short. */
async function waitAtLeast(ms: number): Promise<void> {
  const until = performance.now() + ms
  while (performance.now() < until) await sleep(Math.ceil(until - performance.now()))
}
