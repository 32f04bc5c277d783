// Expected and read articles → the figures of the evaluation, checked by hand.
import { describe, expect, it, test } from 'vitest'
import {
  bodyF1,
  compareBody,
  isSameByline,
  isSameInstant,
  isSameTitle,
  meanOf,
  measure,
} from '../../bench/extract-metric.ts'

describe('compareBody', () => {
  it('is perfect for the same words, whatever stands between them', () => {
    expect(
      compareBody({ articleBody: 'uno dos tres cuatro cinco' }, 'uno, dos\ntres: cuatro cinco'),
    ).toMatchObject({
      precision: 1,
      recall: 1,
    })
  })

  it('counts runs of four words, repeated ones as often as they occur', () => {
    const doubled = compareBody({ articleBody: 'a b c d e' }, 'a b c d e a b c d e')
    expect(doubled.recall).toBe(1)
    expect(doubled.precision).toBeCloseTo(2 / 7)
  })

  it('takes the expected variant that agrees best', () => {
    const expected = { articleBody: 'a b c d e', articleBodyAlt: ['z a b c d e'] }
    expect(compareBody(expected, 'z a b c d e').f1).toBe(1)
  })
})

it('counts an empty reading for recall only', () => {
  const rows = ['a b c d', ''].map((read) => compareBody({ articleBody: 'a b c d' }, read))
  expect(bodyF1(rows)).toBeCloseTo(2 / 3)
})

test.each([
  ['“Agua”, ¡ya!', 'agua ya', true],
  ['Agua', 'Aguas', false],
  ['Agua', '', false],
])('isSameTitle(%s, %s)', (expected, read, same) => {
  expect(isSameTitle(expected, read)).toBe(same)
})

test.each([
  ['Ana Ruíz; Luis Paz', 'Luis Paz y Ana Ruiz', true],
  ['Ana Ruiz', 'Por Ana Ruiz', true],
  ['Ana Ruiz', 'Ana Ruiz y Luis Paz', false],
])('isSameByline(%s, %s)', (expected, read, same) => {
  expect(isSameByline(expected, read)).toBe(same)
})

it('compares instants to the minute and across zones', () => {
  expect(isSameInstant('2026-11-21 15:04:30+00:00', '2026-11-21T09:04:00-06:00')).toBe(true)
  expect(isSameInstant('2026-11-21 15:06:30+00:00', '2026-11-21T09:04:00-06:00')).toBe(false)
  expect(isSameInstant('2026-11-21 15:04:30+00:00', '2026-11-21')).toBe(false)
})

it('gives the same deviation every time, near that of a proportion', () => {
  const rows = Array.from({ length: 100 }, (_, at) => at < 50)
  const figure = measure(rows, meanOf)
  expect(figure).toEqual(measure(rows, meanOf))
  expect(figure.value).toBe(0.5)
  expect(figure.deviation).toBeCloseTo(0.05, 2)
})
