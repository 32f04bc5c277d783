// The simulation of workers over a press: what it keeps, loses and waits for, on worlds small enough to reckon by hand.
import { describe, expect, it } from 'vitest'
import { measureFreshness } from '../../bench/scale-figures.ts'
import { type Crew, simulate } from '../../bench/scale-simulation.ts'
import type { SimulatedHost, SimulatedSource, World } from '../../bench/scale-world.ts'

const MINUTE = 60_000
const CREW: Crew = { workers: 1, atOnce: 4, visitMs: 5, noteMs: 20 }
const HOST: SimulatedHost = { latencyMs: 300, delayMs: 1_000, outages: [] }

function outlet(published: readonly number[], changes: Partial<SimulatedSource> = {}): SimulatedSource {
  return {
    host: 0,
    everyMinutes: 10,
    isKey: false,
    window: 20,
    published: Float64Array.from(published),
    ...changes,
  }
}

/** One note every so many minutes for a day. */
function steady(everyMinutes: number): number[] {
  return Array.from({ length: 1_440 / everyMinutes }, (_, n) => n * everyMinutes * MINUTE)
}

function worldOf(sources: readonly SimulatedSource[], host: Partial<SimulatedHost> = {}): World {
  return { hosts: [{ ...HOST, ...host }], sources }
}

describe('the simulation', () => {
  it('keeps every note of a quiet outlet, after it was published, listed and fetched', () => {
    const { fates } = simulate(worldOf([outlet(steady(30))]), CREW, 2)
    expect(fates).toHaveLength(48)
    for (const { publishedAt, seenAt, takenAt, keptAt } of fates) {
      const times = [publishedAt, seenAt ?? Number.NaN, takenAt ?? Number.NaN, keptAt ?? Number.NaN]
      expect(times).toEqual(times.toSorted((one, other) => one - other))
    }
  })

  it('gives the same course for the same seed', () => {
    const world = worldOf([outlet(steady(7)), outlet(steady(11))])
    expect(simulate(world, CREW, 1, 5)).toEqual(simulate(world, CREW, 1, 5))
  })

  it('loses what leaves a listing between two visits, and the house would notice the gap', () => {
    const burst = Array.from({ length: 30 }, (_, n) => 12 * 60 * MINUTE + n)
    const { fates, gaps } = simulate(
      worldOf([outlet([...steady(60).slice(0, 12), ...burst], { window: 10 })]),
      CREW,
      1,
    )
    expect(fates.filter(({ seenAt }) => seenAt === null)).toHaveLength(20)
    expect(gaps).toBe(1)
  })

  it('visits an outlet that fills its listing sooner than declared, as the house does', () => {
    const visitsOf = (everyMinutes: number) =>
      simulate(worldOf([outlet(steady(everyMinutes), { everyMinutes: 60, window: 10 })]), CREW, 1).visits
    expect(visitsOf(60)).toBe(24)
    expect(visitsOf(2)).toBeGreaterThan(100)
  })

  it('asks a host again only when it has rested, whoever asks', () => {
    const world = worldOf(
      [0, 1, 2].map((n) =>
        outlet(
          Array.from({ length: 15 }, (_, note) => (n + note) * MINUTE),
          { everyMinutes: 60 },
        ),
      ),
      { delayMs: 10_000 },
    )
    const taken = simulate(world, { ...CREW, workers: 3 }, 1)
      .fates.map(({ takenAt }) => takenAt ?? 0)
      .toSorted((one, other) => one - other)
    for (const [index, at] of taken.slice(1).entries())
      expect(at - (taken[index] ?? 0)).toBeGreaterThan(5_000)
  })

  it('waits out an outage and then has what was published meanwhile, if it is still listed', () => {
    const outages = [[6 * 60 * MINUTE, 9 * 60 * MINUTE]] as const
    const { fates, failedVisits } = simulate(worldOf([outlet(steady(30))], { outages }), CREW, 2)
    expect(failedVisits).toBeGreaterThan(2)
    expect(failedVisits).toBeLessThan(15)
    expect(fates.filter(({ keptAt }) => keptAt === null)).toEqual([])
  })

  it('falls behind when the work passes what the workers can do, and not with enough of them', () => {
    const hosts = Array.from({ length: 40 }, () => HOST)
    const sources = hosts.map((_, host) => outlet(steady(10), { host, window: 100 }))
    const lateness = (workers: number) =>
      measureFreshness(
        simulate({ hosts, sources }, { ...CREW, workers, noteMs: 30_000 }, 1),
        0,
        12 * 60 * MINUTE,
      ).all.p95
    expect(lateness(1)).toBeGreaterThan(60)
    expect(lateness(4)).toBeLessThan(lateness(1))
  })
})
