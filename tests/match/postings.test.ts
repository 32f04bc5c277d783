// Postings: whatever was added under a key is found there, newest first, however large the index grows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addPosting, openPostings, visitPlaces } from '../../src/match/postings.ts'

test('finds every place of every key, newest first', () => {
  const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.nat(50)), {
    maxLength: 3_000,
  })
  fc.assert(
    fc.property(entries, (added) => {
      const postings = openPostings()
      const expected = new Map<number, number[]>()
      for (const [key, place] of added) {
        addPosting(postings, key, place)
        expected.set(key, [place, ...(expected.get(key) ?? [])])
      }
      for (const [key, places] of expected) {
        const found: number[] = []
        visitPlaces(postings, key, (place) => found.push(place) > 0)
        expect(found).toEqual(places)
      }
    }),
    { numRuns: 20 },
  )
})

test('stops where the visitor says, and finds nothing under a key that was never added', () => {
  const postings = openPostings()
  for (let place = 0; place < 5; place += 1) addPosting(postings, 7, place)
  const found: number[] = []
  visitPlaces(postings, 7, (place) => found.push(place) < 2)
  visitPlaces(postings, 8, (place) => found.push(place) > 0)
  expect(found).toEqual([4, 3])
})
