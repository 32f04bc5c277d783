// How a passage is quoted: whole sentences, unchanged, with the one that names the municipality.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article, Mention } from '../../../src/model.ts'
import { quotePassage, sentenceAt, splitSentences } from '../../../src/report/compose/passage.ts'
import { STORIES } from '../fixture-stories.ts'
import { makeNote } from '../fixtures.ts'

const [story] = STORIES
if (story === undefined) throw new Error('no story')
const base = makeNote(story, 'correo', 'neutro', 1, 1).article
const articleOf = (paragraphs: readonly string[], rest: Partial<Article> = {}): Article => ({
  ...base,
  paragraphs,
  ...rest,
})
const mentionAt = (paragraph: number, start: number): Mention => ({
  subjectId: 'tala',
  belonging: 'nuestra',
  prominence: 'cuerpo',
  hits: [{ field: 'body', paragraph, start, end: start + 4, text: 'Tala', rule: 'alias' }],
  evidence: [],
})

describe('sentences', () => {
  it('do not end at abbreviations, initials or decimals', () => {
    expect(
      splitSentences('El Lic. Amezcua habló con J. Arriaga. Son 4.2 kilómetros. “¿Y el agua?” Nadie sabe.'),
    ).toEqual([
      'El Lic. Amezcua habló con J. Arriaga.',
      'Son 4.2 kilómetros.',
      '“¿Y el agua?”',
      'Nadie sabe.',
    ])
  })

  it('are found by an offset anywhere in their paragraph', () => {
    const paragraph = 'Uno de agua. Dos de luz en Tala. Tres de calles.'
    expect(sentenceAt(paragraph, 0)).toBe('Uno de agua.')
    expect(sentenceAt(paragraph, paragraph.indexOf('Tala'))).toBe('Dos de luz en Tala.')
    expect(sentenceAt(paragraph, paragraph.length - 1)).toBe('Tres de calles.')
  })
})

describe('a passage', () => {
  it('adds the sentence that names the municipality after an omission mark', () => {
    const far = 'Hoy en Tala faltó el agua.'
    const article = articleOf(['Llueve en la región. El río creció.', far])
    expect(quotePassage(article, [mentionAt(1, far.indexOf('Tala'))], 60)).toBe(
      'Llueve en la región. […] Hoy en Tala faltó el agua.',
    )
  })

  it('opens with the standfirst unless the text repeats it', () => {
    const text = ['El agua vuelve el sábado a Tala. Hay pipas.']
    expect(quotePassage(articleOf(text, { standfirst: 'Cuatro días sin servicio' }), [], 120)).toBe(
      'Cuatro días sin servicio. El agua vuelve el sábado a Tala. Hay pipas.',
    )
    expect(quotePassage(articleOf(text, { standfirst: 'El agua vuelve el sábado a Tala' }), [], 120)).toBe(
      text[0],
    )
  })

  it('is nothing when there is no text', () => {
    expect(quotePassage(articleOf([]), [], 120)).toBeNull()
  })

  it('never goes over its length and only says what the text says', () => {
    const sentence = fc
      .array(fc.constantFrom('agua', 'Tala', 'vecinos', 'ayer', 'pipas'), { minLength: 1, maxLength: 20 })
      .map((words) => `La ${words.join(' ')}.`)
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 60, max: 400 }),
        (sentences, longest) => {
          const text = sentences.join(' ')
          const passage = quotePassage(articleOf([text]), [], longest) ?? ''
          expect(passage.length).toBeLessThanOrEqual(longest)
          expect(text).toContain(passage.replace(/…$/, ''))
        },
      ),
    )
  })
})
