// What a query would have missed: each way of making it a little wider, and the words that say why.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listExtracts } from '../../src/match/query-extracts.ts'
import { matchQuery } from '../../src/match/query-match.ts'
import { readQueryText } from '../../src/match/query-text.ts'
import { listVariants } from '../../src/match/query-variants.ts'
import { parseQuery } from '../../src/text/query.ts'
import { makeArticle, makeSource } from './tala.ts'

const ARTICLE = makeArticle('Tapan baches en el centro', [
  'La Dirección de Obras y Servicios Públicos cubrió los baches de la calle Nuñez, según dijo el director por la mañana del martes.',
  'En la avenida Hidalgo faltan otros.',
])
const TEXT = readQueryText(ARTICLE, makeSource('Ameca'))

/** The first change that makes a query match, as the analyst reads it. */
function missedBy(query: string): string | null {
  const parsed = parseQuery(query)
  expect(matchQuery(parsed, TEXT)).toBeNull()
  return listVariants(parsed).find((variant) => matchQuery(variant.query, TEXT) !== null)?.change ?? null
}

describe('a query that misses a note is told what would find it', () => {
  test.each([
    ['bache AND Hidalgo', 'con ~bache (plural y género)'],
    ['direct AND baches', 'con direct* (otras terminaciones)'],
    ['Nunez AND baches', 'escrita «nuñez»'],
    ['case:Centro AND baches', 'sin case: en «Centro»'],
    ['"obras públicos"', 'con otras palabras dentro de «obras públicos»'],
    ['Servicios NEAR/2 baches', 'con NEAR/4'],
    ['baches ONEAR/5 Servicios', 'en el otro orden (NEAR/5)'],
    ['title:Hidalgo AND baches', 'sin pedir que sea en el título'],
    ['ATLEAST/3 baches', 'aunque se diga menos veces'],
    ['baches NOT Hidalgo', 'si no excluyera «Hidalgo»'],
    ['baches AND Zapopan AND centro', 'si no pidiera «Zapopan»'],
    ['baches AND (Zapopan OR Tequila)', 'si no pidiera «Zapopan» o «Tequila»'],
    ['baches AND state:nayarit', 'si no pidiera «nayarit» de ese estado'],
    ['Zapopan', null],
  ])('%s: %s', (query, change) => {
    expect(missedBy(query)).toBe(change)
  })

  test('every variant finds all that the query finds', () => {
    const terms = fc.constantFrom(
      'baches',
      'Hidalgo',
      'Nuñez',
      '"servicios públicos"',
      'case:Hidalgo',
      'director*',
    )
    const joined = fc.tuple(terms, fc.constantFrom('AND', 'OR', 'NEAR/40'), terms)
    fc.assert(
      fc.property(joined, ([left, operator, right]) => {
        const parsed = parseQuery(`${left} ${operator} ${right}`)
        fc.pre(matchQuery(parsed, TEXT) !== null)
        const lost = listVariants(parsed)
          .filter(({ change }) => !change.startsWith('escrita'))
          .filter(({ query }) => matchQuery(query, TEXT) === null)
        expect(lost).toEqual([])
      }),
    )
  })
})

describe('listExtracts', () => {
  const extractsOf = (query: string, focus: string | null = null) =>
    listExtracts(matchQuery(parseQuery(query), TEXT) ?? [], 2, focus)

  test('shows the words around a hit, cut at whole words', () => {
    expect(extractsOf('Nuñez')).toEqual([
      {
        place: 'el párrafo 1',
        before: '… Públicos cubrió los baches de la calle ',
        hit: 'Nuñez',
        after: ', según dijo el director por la mañana del …',
      },
    ])
  })

  test('shows the hits of the changed term first, and a long hit by its ends', () => {
    expect(extractsOf('baches AND Hidalgo', 'Hidalgo')[0]?.hit).toBe('Hidalgo')
    expect(extractsOf('Dirección NEAR/30 martes')[0]?.hit).toBe(
      'Dirección de Obras y Servicios Públicos … director por la mañana del martes',
    )
  })
})
