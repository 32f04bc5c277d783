// The drawn world: that it is what its assumptions say, and the same each time.
import { describe, expect, it } from 'vitest'
import { type Assumptions, makeWorld } from '../../bench/scale-world.ts'

const ASSUMED: Assumptions = {
  seed: 3,
  sources: 3_000,
  notesPerDay: 20_000,
  days: 2,
  keySources: 100,
  keyEvery: 5,
  otherEvery: 30,
  crawlDelayShare: 0.1,
}
const world = makeWorld(ASSUMED)

describe('a drawn world', () => {
  it('is the same for the same seed and another for another', () => {
    expect(makeWorld({ ...ASSUMED, sources: 50 })).toEqual(makeWorld({ ...ASSUMED, sources: 50 }))
    expect(makeWorld({ ...ASSUMED, sources: 50, seed: 4 })).not.toEqual(
      makeWorld({ ...ASSUMED, sources: 50 }),
    )
  })

  it('has hosts as fast and as slow as the sites of the Web Almanac', () => {
    const share = (test: (ms: number) => boolean) =>
      world.hosts.filter(({ latencyMs }) => test(latencyMs)).length / world.hosts.length
    expect(share((ms) => ms < 800)).toBeCloseTo(0.42, 1)
    expect(share((ms) => ms > 1_800)).toBeCloseTo(0.19, 1)
  })

  it('publishes as many notes as were asked for, most of them by day', () => {
    const instants = world.sources.flatMap(({ published }) => [...published])
    expect(instants.length / ASSUMED.days / ASSUMED.notesPerDay).toBeCloseTo(1, 1)
    const hours = instants.map((at) => Math.floor((at % 86_400_000) / 3_600_000))
    expect(hours.filter((hour) => hour >= 8 && hour < 20).length).toBeGreaterThan(instants.length / 2)
  })

  it('gives the shorter interval to as many key media as were asked for, the busiest', () => {
    const key = world.sources.filter(({ isKey }) => isKey)
    expect(key).toHaveLength(100)
    expect(new Set(key.map(({ everyMinutes }) => everyMinutes))).toEqual(new Set([5]))
  })
})
