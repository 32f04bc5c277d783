// Requests to many hosts → each host gets one at a time, with its pause between them; hosts never wait for each other.
import { setTimeout as sleep } from 'node:timers/promises'
import { Later } from '../failure.ts'

type HostState = {
  /** Settles when the request now at the host, and all before it, are done. */
  queue: Promise<unknown>
  /** Earliest start of the next request, in milliseconds of `performance.now()`. */
  nextAt: number
  pausedUntil: number
  pauseReason: string
  failures: number
}

export type HostGate = {
  /**
   * Runs one request when the host is free and `delayMs` have passed since the start of the last one (more after a
   * slow answer, up to the delay again). Throws `Later` while the host is paused.
   */
  readonly run: <Result>(host: string, delayMs: number, request: () => Promise<Result>) => Promise<Result>
  /** The host asked for patience (429, `Retry-After`): no request for `ms`, or when it did not say, 1 minute doubling. */
  readonly pushBack: (host: string, ms: number | null, reason: string) => void
  /** The host did not answer. After three times in a row it is left alone: 1 minute, doubling up to 1 hour. */
  readonly reportFailure: (host: string, reason: string) => void
  readonly reportAnswer: (host: string) => void
}

/** A pause this short is waited for instead of giving the note back. */
export const SHORT_PAUSE_MS = 3_000
const FAILURES_BEFORE_PAUSE = 3
const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 3_600_000

/** Milliseconds of the n-th pause in a row: 1 minute, 2, 4… up to 1 hour. */
export function backOffMs(times: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, times - 1))
}

/** Milliseconds for which a host is left alone after so many failures in a row; 0 while it may still be asked. */
export function failurePauseMs(failures: number): number {
  return failures < FAILURES_BEFORE_PAUSE ? 0 : backOffMs(failures - FAILURES_BEFORE_PAUSE + 1)
}

/** Milliseconds of rest between the end of a request that took `tookMs` and the start of the next one. */
export function restAfterMs(delayMs: number, tookMs: number): number {
  return Math.max(delayMs - tookMs, Math.min(delayMs, tookMs))
}

/** Makes the gate; `clock` only dates the `Later` that people read, waiting is measured on the monotonic clock. */
export function createHostGate(clock: () => Date): HostGate {
  const hosts = new Map<string, HostState>()

  const stateOf = (host: string): HostState => {
    const known = hosts.get(host)
    if (known !== undefined) return known
    const made = { queue: Promise.resolve(), nextAt: 0, pausedUntil: 0, pauseReason: '', failures: 0 }
    hosts.set(host, made)
    return made
  }

  const waitFor = async (state: HostState) => {
    const pause = state.pausedUntil - performance.now()
    if (pause > SHORT_PAUSE_MS) throw new Later(state.pauseReason, new Date(clock().getTime() + pause))
    const startAt = Math.max(state.pausedUntil, state.nextAt)
    // A timer may fire up to a millisecond early: a pause is never cut short.
    while (performance.now() < startAt) await sleep(Math.ceil(startAt - performance.now()))
  }

  const runNow = async <Result>(state: HostState, delayMs: number, request: () => Promise<Result>) => {
    await waitFor(state)
    const startedAt = performance.now()
    try {
      return await request()
    } finally {
      const tookMs = performance.now() - startedAt
      state.nextAt = startedAt + tookMs + restAfterMs(delayMs, tookMs)
    }
  }

  const pause = (state: HostState, ms: number, reason: string) => {
    state.pausedUntil = Math.max(state.pausedUntil, performance.now() + ms)
    state.pauseReason = reason
  }

  return {
    run: (host, delayMs, request) => {
      const state = stateOf(host)
      const result = state.queue.then(() => runNow(state, delayMs, request))
      state.queue = result.catch(() => null) // the caller receives the failure; the queue only waits for its end
      return result
    },
    pushBack: (host, ms, reason) => {
      const state = stateOf(host)
      state.failures++
      pause(state, ms ?? backOffMs(state.failures), reason)
    },
    reportFailure: (host, reason) => {
      const state = stateOf(host)
      state.failures++
      const ms = failurePauseMs(state.failures)
      if (ms > 0) pause(state, ms, reason)
    },
    reportAnswer: (host) => {
      stateOf(host).failures = 0
    },
  }
}
