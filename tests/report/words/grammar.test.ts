// The pieces that sentences are made of: contractions, capitals, quotation marks, plural titles, and the proof-reader of these tests.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contract,
  endSentence,
  joinList,
  lowerFirst,
  quoteTitle,
  shorten,
} from '../../../src/report/words/grammar.ts'
import { isPluralTitle } from '../../../src/report/words/plural-title.ts'
import { listFaults, listSentenceFaults } from './grammar-faults.ts'

describe('contractions', () => {
  it('join «de» and «a» with the article, never with a proper name nor inside a word', () => {
    expect(contract('de el Ayuntamiento, a el DIF')).toBe('del Ayuntamiento, al DIF')
    expect(contract('de El Salto, de La Huerta, a Los Cabos')).toBe('de El Salto, de La Huerta, a Los Cabos')
    expect(contract('sería el primero, de él y de elástico')).toBe('sería el primero, de él y de elástico')
  })
})

describe('a title inside a sentence', () => {
  it('keeps its capital when it is an acronym or a proper name', () => {
    expect(['Agua y servicios', 'DIF Tala', 'Feria de la Caña', 'Turismo'].map(lowerFirst)).toEqual([
      'agua y servicios',
      'DIF Tala',
      'Feria de la Caña',
      'turismo',
    ])
  })

  it('turns its quotation marks into inner ones, each with its pair', () => {
    expect(quoteTitle('"Ya basta", dice «el "jefe"»')).toBe('“‘Ya basta’, dice ‘el ‘jefe’’”')
    expect(quoteTitle('Dice: “nadie nos…')).toBe('“Dice: ‘nadie nos…’”')
  })

  it('leaves its closing stop and what hangs to the sentence around it', () => {
    expect(
      ['Hay agua.', 'En vivo:', '¿Y el agua?', 'Constructora, S.A.', 'Sigue...'].map(quoteTitle),
    ).toEqual(['“Hay agua”', '“En vivo”', '“¿Y el agua?”', '“Constructora, S.A.”', '“Sigue…”'])
    expect(['Hay agua.', 'En vivo:', '¿Y el agua?', 'Sigue…', 'Dijo “no”'].map(endSentence)).toEqual([
      'Hay agua.',
      'En vivo.',
      '¿Y el agua?',
      'Sigue…',
      'Dijo “no”.',
    ])
  })

  it('is cut between whole letters, marks and emoji included', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 4, max: 40 }),
        (text, most) => {
          const cut = shorten(text, most)
          expect(cut.isWellFormed()).toBe(text.isWellFormed() || cut.isWellFormed())
          expect(cut.length).toBeLessThanOrEqual(most)
        },
      ),
    )
    expect(shorten('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 26)).toBe('👨‍👩‍👧‍👦👨‍👩‍👧‍👦…')
  })
})

describe('a list', () => {
  it('takes «e» before the sound i, also behind a quotation mark, and «y» before a diphthong', () => {
    expect(joinList(['Tala', 'Ixtlán'])).toBe('Tala e Ixtlán')
    expect(joinList(['Agua', '“Ingenio”'])).toBe('Agua e “Ingenio”')
    expect(joinList(['Tala', 'hielo'])).toBe('Tala y hielo')
  })
})

describe('the verb after a title', () => {
  it.each([
    'Agua y servicios',
    'Gobierno y Cabildo',
    'Obras Públicas',
    'Los mercados',
    'Agua, drenaje y luz',
    'Comités',
  ])('is plural after «%s»', (title) => expect(isPluralTitle(title)).toBe(true))
  it.each([
    'Seguridad pública',
    'Turismo',
    'DIF Tala',
    'IMSS',
    'Crisis del agua',
    'Atención a mujeres y niñas',
    'Dirección de Agua y Drenaje',
    'El agua',
    'Gas natural',
  ])('is singular after «%s»', (title) => expect(isPluralTitle(title)).toBe(false))
})

describe('the proof-reader of these tests', () => {
  it.each([
    'Hay  dos espacios.',
    'Una coma , mal puesta.',
    'Acaba dos veces..',
    'La plaza de el Ayuntamiento.',
    'Notas de de Tala.',
    'Son 1 notas.',
    'Son 21 nota.',
    'Sin nada; .',
    'Fueron undefined notas.',
    'Balance de -4.',
    'El 92% de las notas.',
    'empieza mal.',
    'Agua y industria.',
    'Sobre “Sin agua.',
  ])('marks «%s»', (text) => expect(listFaults(text)).not.toEqual([]))

  it('marks a sentence without its stop, and leaves a right one alone', () => {
    expect(listSentenceFaults('Sin punto')).not.toEqual([])
    expect(
      listSentenceFaults('El 92\u00a0% de las 21\u00a0notas, de −4 a +2, de El Salto: “¿Y el agua?”.'),
    ).toEqual([])
  })
})
