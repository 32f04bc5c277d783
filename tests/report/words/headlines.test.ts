// The headline of each question, where counts are equal, few, or all.
import { expect, it } from 'vitest'
import {
  describeMatrix,
  describeMedia,
  describeTopics,
  describeVoice,
} from '../../../src/report/words/headlines.ts'

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')

it('media concentrate the notes only when they are few', () => {
  expect(spaced(describeMedia([1]))).toBe('La única nota salió en un medio')
  expect(spaced(describeMedia([18, 6, 6]))).toBe('Un medio publicó 18 de las 30 notas')
  expect(spaced(describeMedia([1, 1, 1, 1]))).toBe('Las 4 notas se reparten entre 4 medios')
  expect(spaced(describeMedia([9, 9, 3, 3, 3, 3]))).toBe('Dos de 6 medios concentran la mitad de las notas')
})

it('a place is shared with who has as many notes', () => {
  const voice = (counts: readonly number[]) =>
    counts.map((notes, index) => ({
      subjectId: String(index),
      name: 'Ameca',
      notes,
      share: null,
      previousShare: null,
    }))
  expect(spaced(describeVoice(voice([4, 9, 2]), '0', 'Tala'))).toBe(
    'Tala, segundo en volumen entre 3 municipios',
  )
  expect(spaced(describeVoice(voice([4, 4, 2]), '0', 'Tala'))).toBe(
    'Tala comparte el primer lugar en volumen entre 3 municipios',
  )
  expect(describeVoice(voice([4, 4]), '0', 'Tala')).toBe(
    'Tala va a la par de los demás municipios en volumen',
  )
})

it('no topic is named that one note made, nor one of two equals', () => {
  const topic = (title: string, positive: number, negative: number) => ({ title, positive, negative })
  expect(describeTopics([topic('Agua y servicios', 1, 9), topic('Turismo', 5, 0)])).toBe(
    'Turismo suma más al tono; agua y servicios concentran lo negativo',
  )
  expect(describeTopics([topic('Agua', 0, 1), topic('Turismo', 1, 0)])).toBe(
    'Ningún tema inclina el tono más que otro',
  )
  expect(describeTopics([topic('Deporte', 4, 0), topic('Turismo', 4, 0)])).toBe(
    'Ningún tema inclina el tono más que otro',
  )
})

it('boletines are told in the words for none, one and all', () => {
  expect([describeMatrix(0, 5), describeMatrix(5, 5), describeMatrix(1, 1), describeMatrix(0, 1)]).toEqual([
    'Ninguno de los 5 boletines salió en algún medio',
    'Los 5 boletines llegaron a algún medio',
    'El único boletín enviado llegó a algún medio',
    'El único boletín enviado no salió en ningún medio',
  ])
})
