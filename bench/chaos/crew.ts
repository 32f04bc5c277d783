// How a worker is started → a crew of them of which one after the other is killed and replaced, and what they said.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { Post } from './worker.ts'

export type Crew = {
  readonly kills: number
  /** What workers could not do, as they said it, and what they wrote as errors. */
  readonly faults: readonly string[]
  readonly editions: readonly string[]
  /** Kills one at random after a random time and starts another in its place, again and again until the signal. */
  disturb(signal: AbortSignal, beforeKill: () => Promise<void>): Promise<void>
  /** Asks all to stop and waits for their end. */
  dismiss(): Promise<void>
}

type Worker = {
  readonly process: ChildProcess
  isAtWork: boolean
}

/** Share of the kills that may find a worker before it is at work; on a busy machine that alone takes seconds. */
const WHILE_IT_STARTS = 0.2
/** Pauses between kills are as long at most as a worker takes to start here and now: of four, about two are at work. */
const FIRST_START_MS = 2_000

export function startCrew(size: number, post: Post): Crew {
  const faults: string[] = []
  const editions: string[] = []
  let kills = 0
  let startMs = FIRST_START_MS
  const start = () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), JSON.stringify(post)], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const startedAt = performance.now()
    const worker: Worker = { process: child, isAtWork: false }
    child.stdout.once('data', () => {
      worker.isAtWork = true
      startMs = performance.now() - startedAt
    })
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('edition ')) editions.push(line.slice('edition '.length))
      if (line.startsWith('fault ') || line.endsWith(' broken')) faults.push(line)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => faults.push(text))
    return worker
  }
  const workers: Worker[] = Array.from({ length: size }, start)
  return {
    get kills() {
      return kills
    },
    faults,
    editions,
    async disturb(signal, beforeKill) {
      while (!signal.aborted) {
        await wait(randomInt(Math.ceil(startMs)), undefined, { signal }).catch(() => {})
        const ready = workers.filter(({ isAtWork }) => isAtWork)
        const among = Math.random() < WHILE_IT_STARTS ? workers : ready
        const chosen = among[randomInt(Math.max(1, among.length))]
        if (chosen === undefined) continue
        if (signal.aborted) return
        await beforeKill()
        chosen.process.kill('SIGKILL')
        workers[workers.indexOf(chosen)] = start()
        kills += 1
      }
    },
    async dismiss() {
      await Promise.all(
        workers.map(async ({ process: worker }) => {
          const ended = new Promise((resolve) => worker.once('close', resolve))
          if (worker.exitCode !== null || worker.signalCode !== null) return
          worker.kill('SIGTERM')
          await ended
        }),
      )
    },
  }
}
