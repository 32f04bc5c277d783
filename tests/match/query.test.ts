// The query language: what each operator finds, and that each mistake is pointed at with what was expected.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQueries, prepareQueries } from '../../src/match/query-index.ts'
import { quoteHit } from '../../src/match/query-match.ts'
import { parseQuery } from '../../src/text/query.ts'
import { QueryMistake } from '../../src/text/query-symbols.ts'
import { describeQuery } from '../../src/text/query-words.ts'
import { makeArticle, makeSource } from './tala.ts'

const ARTICLE = makeArticle(
  'Inauguran bacheo en la avenida Hidalgo',
  [
    'La directora de Obras Públicas inauguró el bacheo de la avenida Hidalgo.',
    'Los baches siguen en Zapopan, dijo la niña Inés. En EL CENTRO no hay bacheo.',
  ],
  { section: 'Local', standfirst: 'Serán 400 baches' },
)
const SOURCE = { ...makeSource('Ameca'), name: 'El Sol de los Valles' }

const matches = (query: string) => findQueries(ARTICLE, SOURCE, prepareQueries([query])).length === 1
const mistakeOf = (query: string, named = new Map<string, string>()) => {
  try {
    parseQuery(query, named)
    return null
  } catch (error) {
    if (error instanceof QueryMistake) return { at: error.at, message: error.message }
    throw error
  }
}

describe('a query finds', () => {
  test.each([
    ['BACHEO', true],
    ['bache', false],
    ['"obras publicas"', true],
    ['"obras de públicas"', false],
    ['bacheo AND Hidalgo', true],
    ['bacheo AND Tequila', false],
    ['Tequila OR Hidalgo', true],
    ['bacheo NOT Tequila', true],
    ['bacheo AND NOT Zapopan', false],
    ['bacheo AND (Tequila OR Zapopan)', true],
    ['inaugur*', true],
    ['"obras publ*"', true],
    ['~bache', true],
    ['~niños', true],
    ['nina', false],
    ['ni?a', true],
    ['"ni?a Ines"', true],
    ['case:ni?A', false],
    ['inaug?r*', true],
    ['bache?', true],
    ['"dijo la niña?"', true],
    ['case:CENTRO', true],
    ['case:Centro', false],
    ['case:"EL CENTRO"', true],
    ['title:inauguran', true],
    ['title:obras', false],
    ['body:obras', true],
    ['title:(obras OR avenida)', true],
    ['bacheo AND section:local', true],
    ['bacheo AND section:policía', false],
    ['bacheo AND source:"sol de los valles"', true],
    ['bacheo AND state:jalisco', true],
    ['bacheo AND state:nayarit', false],
    ['bacheo AND state:MX-JAL', true],
    ['ATLEAST/3 bacheo', true],
    ['ATLEAST/4 bacheo', false],
    ['directora NEAR/6 bacheo', true],
    ['directora NEAR/5 bacheo', false],
    ['bacheo NEAR/6 directora', true],
    ['bacheo ONEAR/6 directora', false],
    ['directora ONEAR/6 (bacheo OR obra)', true],
    ['Hidalgo NEAR/3 Serán', false],
  ])('%s: %s', (query, expected) => {
    expect(matches(query)).toBe(expected)
  })

  test('the places that made it match', () => {
    const [match] = findQueries(ARTICLE, SOURCE, prepareQueries(['directora NEAR/6 bacheo']))
    expect(match?.hits.map(quoteHit)).toEqual(['directora de Obras Públicas inauguró el bacheo'])
  })

  test('what a named query finds, however deep', () => {
    const named = new Map([
      ['obras', 'bacheo OR pavimentación'],
      ['obras-hidalgo', '@obras AND Hidalgo'],
    ])
    expect(findQueries(ARTICLE, SOURCE, prepareQueries(['@obras-hidalgo NOT Tequila'], named))).toHaveLength(
      1,
    )
  })

  test('the same through the index of many as alone', () => {
    const terms = fc.constantFrom(
      'bacheo',
      'Hidalgo',
      'Tequila',
      'inaugur*',
      '~bache',
      '"avenida Hidalgo"',
      '"la avenida Hidalgo"',
      'case:"EL CENTRO"',
      '"obras publ*"',
      'ni?a',
      'Hidalgo NEAR/4 bacheo',
      'title:bacheo',
      'ATLEAST/2 Hidalgo',
    )
    const { query } = fc.letrec<{ query: string }>((tie) => ({
      query: fc.oneof(
        { maxDepth: 3 },
        terms,
        fc.tuple(tie('query'), tie('query')).map(([left, right]) => `((${left}) AND (${right}))`),
        fc.tuple(tie('query'), tie('query')).map(([left, right]) => `((${left}) OR (${right}))`),
        fc.tuple(tie('query'), tie('query')).map(([left, right]) => `((${left}) NOT (${right}))`),
      ),
    }))
    fc.assert(
      fc.property(fc.array(query, { minLength: 1, maxLength: 6 }), (queries) => {
        const together = findQueries(ARTICLE, SOURCE, prepareQueries(queries)).map((match) => match.query)
        expect(together).toEqual(queries.flatMap((text, position) => (matches(text) ? [position] : [])))
      }),
    )
  })
})

describe('a mistake is pointed at', () => {
  test.each([
    ['', 0, 'termina donde se esperaba'],
    ['NOT Zapopan', 0, 'no puede empezar con NOT'],
    ['bacheo Hidalgo', 7, 'falta AND, OR o NOT antes de «Hidalgo»'],
    ['bacheo AND Hidalgo OR Centro', 19, 'necesitan paréntesis'],
    ['bacheo OR NOT Centro', 10, 'usa AND NOT'],
    ['(bacheo AND Hidalgo', 0, 'no se cierra'],
    ['bacheo)', 6, 'no se abrió'],
    ['bacheo AND "avenida', 11, 'comillas no se cierran'],
    ['bacheo NEAR Hidalgo', 7, 'NEAR necesita un número'],
    ['bacheo NEAR/500 Hidalgo', 7, 'de 1 a 100'],
    ['bacheo NEAR/5 (Hidalgo AND Centro)', 7, 'a los lados de NEAR/5'],
    ['ba*', 0, 'abarca demasiado'],
    ['autor:Pérez', 0, 'no es un campo'],
    ['bacheo AND @obras', 11, 'no hay una búsqueda llamada «@obras»'],
    ['bacheo AND', 10, 'termina donde se esperaba'],
    ['bacheo & Hidalgo', 7, 'no se entiende «&»'],
    ['ba?*', 0, 'abarca demasiado'],
    ['~ni?o', 0, '? vale por una letra'],
    ['""', 0, 'no tiene ninguna palabra'],
  ])('in %s', (query, at, message) => {
    expect(mistakeOf(query)).toMatchObject({ at, message: expect.stringContaining(message) })
  })

  test('in a named query, at its name and with its own place', () => {
    const named = new Map([['obras', 'bacheo OR']])
    expect(mistakeOf('Tala AND @obras', named)).toMatchObject({
      at: 9,
      message: expect.stringContaining('dentro de «@obras», carácter 10'),
    })
  })

  test('in named queries that go round in circles', () => {
    const named = new Map([
      ['a', '@b'],
      ['b', '@a'],
    ])
    expect(mistakeOf('@a', named)?.message).toContain('se nombra a sí misma')
  })

  test('in a query that names no word of the text', () => {
    expect(() => prepareQueries(['source:sol'])).toThrow('al menos una palabra del texto')
  })
})

test('a query is told back in plain Spanish', () => {
  expect(describeQuery(parseQuery('bacheo AND (title:Hidalgo OR "avenida Juárez") NOT Zapopan'))).toBe(
    '«bacheo» y (alguna de: (en el título: «Hidalgo»), «avenida Juárez») y no «Zapopan»',
  )
})
