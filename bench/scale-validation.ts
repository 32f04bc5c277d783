// A small press on loopback read by real workers, and the same press simulated → the freshness of both, side by side.
import { setTimeout as sleep } from 'node:timers/promises'
import { makeRandom } from './random.ts'
import { readLoad } from './scale-archive.ts'
import { findPercentile } from './scale-figures.ts'
import { type Crew, simulate } from './scale-simulation.ts'
import { drawLogNormal, LATENCY, type World } from './scale-world.ts'
import type { WorkerCost } from './workers-child.ts'
import { withCrew } from './workers-crew.ts'

export type Trial = {
  readonly hosts: number
  readonly seconds: number
  readonly notesPerMinute: number
  readonly workers: number
  readonly atOnce: number
}

/** Every source once a minute, a second between two requests to a host. */
const EVERY_MINUTES = 1
const HOST_DELAY_MS = 1_000
const WINDOW = 20
/** Notes counted are those published after the first rounds and early enough to be seen again before the end. */
const WARMING_MS = 70_000
const CLOSING_MS = 80_000
/** What a visit costs beside a note, by `bench:workers`. */
const VISIT_PER_NOTE = 0.4

type Outlet = { readonly latencyMs: number; readonly published: readonly number[] }

/** Runs the trial in earnest and simulated, and prints both. */
export async function validate(trial: Trial): Promise<void> {
  const outlets = drawOutlets(trial)
  const setting = {
    press: { outlets: outlets.map((outlet) => ({ ...outlet, window: WINDOW })), isVaried: true },
    workers: trial.workers,
    atOnce: trial.atOnce,
    hostDelayMs: HOST_DELAY_MS,
    everyMinutes: EVERY_MINUTES,
    heapMegabytes: null,
  }
  await withCrew(setting, async ({ pool, pressAt, measureUntil }) => {
    const before = (await measureUntil('select 0 as count', 0)).costs
    await sleep(pressAt + trial.seconds * 1e3 - Date.now())
    const after = (await measureUntil('select 0 as count', 0)).costs
    const { rows } = await pool.query<{ published: number; age: number }>(
      `select extract(epoch from published_at) * 1e3 as published, extract(epoch from captured_at - published_at) * 1e3 as age from note`,
    )
    const first = await pool.query(
      'select extract(epoch from min(started_at)) * 1e3 as at, count(*) as rounds from round',
    )
    const began = Number(first.rows[0]?.at) - pressAt
    const until = trial.seconds * 1e3 - CLOSING_MS
    const real = rows
      .map(({ published, age }) => ({ at: Number(published) - pressAt, age: Number(age) }))
      .filter(({ at }) => at >= WARMING_MS && at < until)
    const activeMs = sum(after) - sum(before)
    const rounds = Number(first.rows[0]?.rounds)
    const noteMs = activeMs / (rows.length + rounds * VISIT_PER_NOTE)
    const crew = {
      workers: trial.workers,
      atOnce: trial.atOnce,
      visitMs: noteMs * VISIT_PER_NOTE,
      noteMs,
      isFirstDay: true,
    }
    const simulated = simulateTrial(outlets, trial, crew, began)
    console.log(
      `${trial.workers} worker(s) of ${trial.atOnce} places, ${trial.hosts} hosts once a minute, ${trial.notesPerMinute} notes a minute each, ${trial.seconds} s (load ${readLoad()}), its thread was ${noteMs.toFixed(0)} ms at a note:`,
    )
    tell(
      `real, ${Number(first.rows[0]?.rounds)} rounds`,
      real.map(({ age }) => age),
    )
    tell(`simulated, ${simulated.visits} rounds`, simulated.ages(WARMING_MS - began, until - began))
  })
}

function sum(costs: readonly WorkerCost[]): number {
  return costs.reduce((total, { activeMs }) => total + activeMs, 0)
}

function drawOutlets({ hosts, seconds, notesPerMinute }: Trial): Outlet[] {
  const random = makeRandom(11)
  return Array.from({ length: hosts }, () => {
    const wait = () => (-Math.log(1 - random()) * 60_000) / notesPerMinute
    const published: number[] = []
    for (let at = wait(); at < seconds * 1e3; at += wait()) published.push(Math.floor(at))
    return { latencyMs: drawLogNormal(LATENCY.medianMs, LATENCY.sigma, random), published }
  })
}

/** The same press from the moment that the first real visit began. */
function simulateTrial(outlets: readonly Outlet[], trial: Trial, crew: Crew, began: number) {
  const world: World = {
    hosts: outlets.map(({ latencyMs }) => ({ latencyMs, delayMs: HOST_DELAY_MS, outages: [] })),
    sources: outlets.map(({ published }, host) => ({
      host,
      everyMinutes: EVERY_MINUTES,
      isKey: false,
      window: WINDOW,
      published: Float64Array.from(published, (at) => at - began),
    })),
  }
  const course = simulate(world, crew, (trial.seconds * 1e3 - began) / 86_400_000)
  return {
    visits: course.visits,
    ages: (from: number, to: number) =>
      course.fates
        .filter(({ publishedAt }) => publishedAt >= from && publishedAt < to)
        .flatMap(({ takenAt, publishedAt }) => (takenAt === null ? [] : [takenAt - publishedAt])),
  }
}

function tell(who: string, ages: readonly number[]): void {
  const sorted = Float64Array.from(ages).sort()
  const [median, p95, p99] = [0.5, 0.95, 0.99].map((share) =>
    (findPercentile(sorted, share) / 1e3).toFixed(1),
  )
  console.log(
    `  ${who}: ${ages.length} notes, published → fetched median ${median} s, p95 ${p95} s, p99 ${p99} s`,
  )
}
