// Lists of phrases and folded words → the phrases found.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhrases, indexPhrases } from '../../src/score/tone-phrases.ts'

const index = indexPhrases(
  ['sin', 'sin agua', 'fuga', 'fug*', 'llevan _ dias', 'reconoc* el trabajo'].map((phrase) => ({
    phrase,
    value: phrase,
  })),
)
const find = (text: string) => findPhrases(index, text.split(' ')).map(({ value }) => value)

describe('phrases among words', () => {
  it('prefers the longest at a place', () => {
    expect(find('estan sin agua')).toEqual(['sin agua'])
    expect(find('estan sin luz')).toEqual(['sin'])
  })

  it('prefers a whole word to a prefix of the same length', () => {
    expect(find('fuga')).toEqual(['fuga'])
    expect(find('fugas')).toEqual(['fug*'])
  })

  it('lets a wildcard stand for any one word', () => {
    expect(find('llevan ocho dias')).toEqual(['llevan _ dias'])
    expect(find('llevan dias')).toEqual([])
  })

  it('finds a prefix inside a longer phrase', () => {
    expect(find('reconocen el trabajo')).toEqual(['reconoc* el trabajo'])
  })

  it('never overlaps and never leaves the words', () => {
    const words = fc.array(fc.constantFrom('sin', 'agua', 'fuga', 'fugaz', 'llevan', 'ocho', 'dias'))
    fc.assert(
      fc.property(words, (some) => {
        const found = findPhrases(index, some)
        return found.every(
          ({ from, to }, at) => from >= (found[at - 1]?.to ?? 0) && to > from && to <= some.length,
        )
      }),
    )
  })
})
