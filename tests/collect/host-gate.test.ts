// The gate of each host: one at a time, with its pause, and left alone when it asks for it or does not answer.
import { describe, expect, it } from 'vitest'
import { createHostGate } from '../../src/collect/host-gate.ts'
import { Later } from '../../src/failure.ts'

const NOON = new Date('2026-11-06T18:00:00Z')
const gateAtNoon = () => createHostGate(() => NOON)
const answer = async () => 'respuesta'
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

async function pauseOf(promise: Promise<unknown>): Promise<number> {
  const failure = await failureOf(promise)
  if (!(failure instanceof Later) || failure.after === null) throw new Error(`no pause: ${failure}`)
  return Math.round((failure.after.getTime() - NOON.getTime()) / 1000)
}

describe('createHostGate', () => {
  it('gives the turns of a host in the order in which they were asked for', async () => {
    const gate = gateAtNoon()
    const order: number[] = []
    await Promise.all([1, 2, 3, 4].map((n) => gate.run('a', 0, async () => order.push(n))))
    expect(order).toEqual([1, 2, 3, 4])
  })

  it('never starts a request before the pause after the last one is over', async () => {
    const gate = gateAtNoon()
    const starts: number[] = []
    const note = async () => starts.push(performance.now())
    await Promise.all([gate.run('a', 30, note), gate.run('a', 30, note), gate.run('a', 30, note)])
    const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0))
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(29)
  })

  it('gives a host that was slow as long again to rest, up to the pause', async () => {
    const gate = gateAtNoon()
    let endedAt = 0
    let startedAt = 0
    await gate.run('a', 40, async () => {
      await new Promise((resolve) => setTimeout(resolve, 60))
      endedAt = performance.now()
    })
    await gate.run('a', 40, async () => {
      startedAt = performance.now()
    })
    expect(startedAt - endedAt).toBeGreaterThanOrEqual(38)
  })

  it('passes on what a request threw, and lets the next one in', async () => {
    const gate = gateAtNoon()
    const broken = failureOf(gate.run('a', 0, () => Promise.reject(new Error('falló'))))
    expect(await gate.run('a', 0, answer)).toBe('respuesta')
    expect(String(await broken)).toContain('falló')
  })

  it('leaves a host alone for as long as it asked, with the reason, and no other host', async () => {
    const gate = gateAtNoon()
    gate.pushBack('a', 120_000, 'a pidió esperar (429)')
    expect(await pauseOf(gate.run('a', 0, answer))).toBe(120)
    expect(String(await failureOf(gate.run('a', 0, answer)))).toContain('a pidió esperar (429)')
    expect(await gate.run('b', 0, answer)).toBe('respuesta')
  })

  it('waits out a short pause instead of giving the note back', async () => {
    const gate = gateAtNoon()
    gate.pushBack('a', 30, 'x')
    expect(await gate.run('a', 0, answer)).toBe('respuesta')
  })

  it('doubles the pause of a host that does not say for how long, up to an hour', async () => {
    const gate = gateAtNoon()
    const pauses: number[] = []
    for (let n = 0; n < 8; n++) {
      gate.pushBack('a', null, 'x')
      pauses.push(await pauseOf(gate.run('a', 0, answer)))
    }
    expect(pauses).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600])
  })

  it('leaves alone a host that failed three times in a row, and forgets its failures when it answers', async () => {
    const gate = gateAtNoon()
    gate.reportFailure('a', 'no respondió')
    gate.reportFailure('a', 'no respondió')
    gate.reportAnswer('a')
    gate.reportFailure('a', 'no respondió')
    gate.reportFailure('a', 'no respondió')
    expect(await gate.run('a', 0, answer)).toBe('respuesta')
    gate.reportFailure('a', 'no respondió')
    expect(await pauseOf(gate.run('a', 0, answer))).toBe(60)
  })
})
