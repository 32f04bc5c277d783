// Sentence splitting, on the turns of Mexican newsrooms that break naive splitters.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listSentences } from '../../src/text/sentences.ts'

const texts = (text: string) => listSentences(text).map((sentence) => sentence.text)

describe('listSentences', () => {
  test('splits at full stops, questions, exclamations and ellipses', () => {
    expect(texts('No hay agua. ¿Hasta cuándo? ¡Ya basta! Nadie responde… Mañana habrá reunión.')).toEqual([
      'No hay agua.',
      '¿Hasta cuándo?',
      '¡Ya basta!',
      'Nadie responde…',
      'Mañana habrá reunión.',
    ])
  })

  test.each([
    'El Lic. Gómez y la Mtra. Ruvalcaba acudieron con el Ing. J. Jesús Amezcua.',
    'La obra cuesta $1.5 millones, según el art. 115 y el oficio No. 45.',
    'Abre a las 7 a. m. y cierra a las 8 p.m. en la Av. Hidalgo.',
    'Viajó a EE. UU. para la feria.',
    'La empresa Cañas, S.A. de C.V. ganó la licitación.',
    '“¿Quién responde?”, preguntó una vecina.',
    'Llevaron agua, víveres, etc. a los vecinos.',
  ])('keeps «%s» whole', (sentence) => {
    expect(texts(sentence)).toEqual([sentence])
  })

  test('keeps the closing quote with the sentence it closes', () => {
    expect(texts('“Llevamos cuatro días así.” Nadie ha venido.')).toEqual([
      '“Llevamos cuatro días así.”',
      'Nadie ha venido.',
    ])
  })

  test('treats «No.» as a whole answer unless a figure follows', () => {
    expect(texts('¿Vendrán? No. Eso dijeron.')).toEqual(['¿Vendrán?', 'No.', 'Eso dijeron.'])
  })

  test('splits hurried posts that start in lower case', () => {
    expect(texts('otra vez sin agua. llevamos cuatro días')).toEqual([
      'otra vez sin agua.',
      'llevamos cuatro días',
    ])
  })

  test('splits at line breaks even without a full stop', () => {
    expect(texts('Sin agua en Cuisillos\nVecinos protestan')).toEqual([
      'Sin agua en Cuisillos',
      'Vecinos protestan',
    ])
  })

  test('gives nothing for an empty text', () => {
    expect(listSentences('  \n ')).toEqual([])
  })

  test('gives, for any text, sentences in order whose offsets are right and that lose no word', () => {
    const pieces = fc.array(
      fc.constantFrom('Sr', '. ', '.', '? ', '“', '”', '\n', ' ', 'agua', 'El', '5', '…', 'ñ'),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        const found = listSentences(text)
        let last = 0
        for (const sentence of found) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
          expect(text.slice(last, sentence.start).trim()).toBe('')
          last = sentence.end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
    )
  })
})
