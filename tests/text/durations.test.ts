// Lengths of time as people write them.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDuration, printDuration } from '../../src/text/durations.ts'

it.each([
  ['1:32', 92],
  ['0:01:32', 92],
  ['1 min 32 s', 92],
  ['1 minuto y 32 segundos', 92],
  ['92 s', 92],
  ["1' 32''", 92],
  ['2 MIN', 120],
  ['1 h 5 min', 3_900],
  ['75:00', 4_500],
])('«%s» is %i seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds)
})

it.each(['', '92', '1:75', '0:00', '0 s', '1:32:75', '1:75:00', 'mucho', '-1:32', '1.5 min', '1 min tarde'])(
  '«%s» is no length of time',
  (text) => {
    expect(parseDuration(text)).toBeNull()
  },
)

it('what is printed is read as the same length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 86_399 }), (seconds) => {
      expect(parseDuration(printDuration(seconds))).toBe(seconds)
    }),
  )
})

it('nothing that is 0 is printed', () => {
  expect([45, 60, 92, 3_600, 3_665].map((seconds) => printDuration(seconds))).toEqual([
    '45 s',
    '1 min',
    '1 min 32 s',
    '1 h',
    '1 h 1 min 5 s',
  ])
})
