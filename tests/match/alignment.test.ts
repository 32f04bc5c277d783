// Alignment and fingerprints, held to their definitions on random texts.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignTexts } from '../../src/match/alignment.ts'
import { hashShingles, winnow } from '../../src/match/shingles.ts'
import { readWords } from '../../src/match/words.ts'

const wordList = (count: number, minLength: number) =>
  fc.array(
    fc.integer({ min: 0, max: count }).map((number) => `w${number}`),
    { minLength, maxLength: minLength + 40 },
  )
const align = (left: readonly string[], right: readonly string[]) =>
  alignTexts(readWords(left), readWords(right))

describe('alignTexts', () => {
  test('aligns a text with itself whole, one passage a paragraph', () => {
    const text = [
      'El agua llegó tarde a las colonias del oriente.',
      'Vecinos pidieron pipas al director del organismo.',
    ]
    expect(align(text, text).map(({ words }) => words)).toEqual([9, 7])
  })

  test('joins what a changed or added word parts', () => {
    const left = ['la presidenta entregó ayer doce patrullas nuevas a la comisaría en la plaza principal']
    const right = ['la presidenta entregó este martes doce patrullas a la comisaría en la plaza principal']
    expect(align(left, right)).toMatchObject([{ leftFrom: 0, rightFrom: 0, rightTo: 14, words: 12 }])
  })

  test('leaves set phrases of a few words alone', () => {
    expect(
      align(
        ['dijo la presidenta municipal de Tala ante todos'],
        ['vino la presidenta municipal de Tala sola'],
      ),
    ).toEqual([])
  })

  test('uses each word of either side once and never counts more than both have', () => {
    fc.assert(
      fc.property(wordList(6, 10), wordList(6, 10), (left, right) => {
        const passages = align([left.join(' ')], [right.join(' ')])
        const usedLeft = new Set<number>()
        for (const { leftFrom, leftTo, rightFrom, rightTo, words } of passages) {
          expect(words).toBeLessThanOrEqual(Math.min(leftTo - leftFrom, rightTo - rightFrom))
          for (let at = leftFrom; at < leftTo; at += 1) {
            expect(usedLeft.has(at)).toBe(false)
            usedLeft.add(at)
          }
        }
      }),
    )
  })
})

describe('winnow', () => {
  test('keeps at least one fingerprint of any run of twelve words that two texts share', () => {
    fc.assert(
      fc.property(wordList(500, 12), wordList(500, 5), wordList(500, 5), (shared, before, after) => {
        const run = shared.slice(0, 12)
        const whole = hashShingles(readWords([[...before, ...run].join(' ')]).ids)
        const kept = new Set(winnow(hashShingles(readWords([[...run, ...after].join(' ')]).ids)))
        expect([...whole].some((hash) => kept.has(hash))).toBe(true)
      }),
    )
  })

  test('gives nothing for texts shorter than a shingle', () => {
    expect(winnow(hashShingles(readWords(['cuatro palabras no bastan']).ids))).toEqual([])
  })
})
