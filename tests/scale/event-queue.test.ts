// The queue of the simulation's events: everything comes out once, in the order of time.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeEventQueue } from '../../bench/event-queue.ts'

describe('the queue of events', () => {
  it('gives back everything once, by time and, at one time, by arrival', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
        const queue = makeEventQueue<number>()
        times.forEach((at, index) => {
          queue.add(at, index)
        })
        const taken = times.map(() => queue.take())
        const expected = times
          .map((at, task) => ({ at, task }))
          .toSorted((one, other) => one.at - other.at || one.task - other.task)
        expect(taken).toEqual(expected)
        expect(queue.take()).toBeNull()
      }),
    )
  })
})
