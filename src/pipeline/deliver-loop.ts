// A house and a task → the task done again and again on the house as its workspace stands, until it is told to stop.
import { setTimeout as sleep } from 'node:timers/promises'
import { Misdeclared } from '../failure.ts'
import type { House } from './house.ts'
import { type FreshHouse, refreshHouse } from './refresh.ts'

export type Loop = {
  /** Waits for the round at hand. */
  stop(): Promise<void>
}

export type LoopTask = {
  readonly work: (house: House, signal: AbortSignal) => Promise<void>
  /** Told once for as long as it stays the same. */
  readonly onFault: (error: Error) => void
  readonly lookMs: number
}

/** Starts at once and rests `lookMs` between two rounds. What goes wrong in one is told, and the next is tried. */
export function startLoop(first: House, { work, onFault, lookMs }: LoopTask): Loop {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = async () => {
    let fresh: FreshHouse = { house: first, stamp: '' }
    let told = ''
    while (!signal.aborted) {
      try {
        fresh = await refresh(fresh)
        await work(fresh.house, signal)
        told = ''
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown))
        if (error.message !== told) onFault(error)
        told = error.message
      }
      await sleep(lookMs, undefined, { signal }).catch(() => {}) // told to stop: the loop sees it
    }
  }
  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** A mistake in municipality.yml is told by who collects; the task goes on with what was right. */
async function refresh(fresh: FreshHouse): Promise<FreshHouse> {
  try {
    return await refreshHouse(fresh)
  } catch (error) {
    if (error instanceof Misdeclared) return fresh
    throw error
  }
}
