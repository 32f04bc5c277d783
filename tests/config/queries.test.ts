// Queries in municipality.yml: what is accepted, and that each mistake is told at its own character of the file.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isScalar, parseDocument, stringify } from 'yaml'
import { readMunicipality } from '../../src/config/municipality.ts'
import { locateInScalar } from '../../src/config/scalar-place.ts'

const HEAD = `name: Tala
state: MX-JAL
stateName: Jalisco
office: Comunicación Social
contact: prensa@tala.example
`
const TALA = '  - { id: tala, name: Tala, role: municipio, aliases: [Ayuntamiento de Tala] }'

const read = (queries: string, subject: string) =>
  readMunicipality('municipality.yml', `${HEAD}${queries}subjects:\n${TALA}\n${subject}`)

function mistakesOf(queries: string, subject: string): string[] {
  const declared = read(queries, subject)
  return declared.ok ? [] : declared.faults.map(({ message }) => message)
}

/** The character of the file at which a mistake points. */
function pointAt(queries: string, subject: string): string {
  const text = `${HEAD}${queries}subjects:\n${TALA}\n${subject}`
  const declared = readMunicipality('municipality.yml', text)
  const [fault] = declared.ok ? [] : declared.faults
  return text.split('\n')[(fault?.line ?? 0) - 1]?.slice((fault?.column ?? 0) - 1) ?? ''
}

const ROADS = '  - { id: calles, name: Calles, role: tema, query: '

describe('the queries of municipality.yml', () => {
  test('are read with their names, and a subject may have nothing else', () => {
    const declared = read(
      'queries:\n  obras: bacheo OR paviment*\n',
      `${ROADS}'@obras AND (Hidalgo OR "avenida Juárez")' }\n`,
    )
    expect(declared).toMatchObject({
      ok: true,
      value: { queries: { obras: 'bacheo OR paviment*' }, subjects: [{ query: null }, { id: 'calles' }] },
    })
  })

  test('are refused on a subject that has no phrases either', () => {
    expect(mistakesOf('', '  - { id: calles, name: Calles, role: tema }\n')[0]).toContain('«query»')
  })

  test('tell a mistake with file, line and column, what was found and what was expected', () => {
    expect(mistakesOf('', `${ROADS}bacheo Hidalgo }\n`)).toEqual([
      'municipality.yml:8:59: en la búsqueda «query», carácter 8: falta AND, OR o NOT antes de «Hidalgo»; una frase va entre comillas',
    ])
  })

  test.each([
    ['a plain scalar', `${ROADS}bacheo Hidalgo }\n`, 'Hidalgo }'],
    ['single quotes', `${ROADS}'"calle d''Hidalgo" Juárez' }\n`, "Juárez' }"],
    ['double quotes', `${ROADS}"\\"avenida \\u00d1u\\u00f1ez\\" Juárez" }\n`, 'Juárez" }'],
    [
      'a folded block',
      '  - id: calles\n    name: Calles\n    role: tema\n    query: >-\n      (bacheo OR\n       bache*)\n\n      Hidalgo AND x\n',
      'Hidalgo AND x',
    ],
    [
      'a literal block',
      '  - id: calles\n    name: Calles\n    role: tema\n    query: | # de obras\n      bacheo AND\n      # Hidalgo\n',
      '# Hidalgo',
    ],
    [
      'a plain scalar over several lines',
      '  - id: calles\n    name: Calles\n    role: tema\n    query: bacheo AND\n      (Hidalgo OR Juárez\n',
      '(Hidalgo OR Juárez',
    ],
    ['an alias', `  - { id: uno, name: Uno, role: tema, query: &q a? }\n${ROADS}*q }\n`, 'a? }'],
  ])('point at the character inside %s', (_, subject, found) => {
    expect(pointAt('', subject)).toBe(found)
  })

  test('point at the end where something is missing', () => {
    expect(pointAt('', `${ROADS}bacheo AND }\n`)).toBe(' }')
  })

  test.each([
    ['@obras AND Hidalgo', "'@obras AND Hidalgo'"],
    ['"calle Hidalgo" AND bache', 'entre comillas simples o en un bloque'],
  ])('say how to quote %s where YAML would read something else', (query, advice) => {
    const block = `  - id: calles\n    name: Calles\n    role: tema\n    query: ${query}\n`
    expect(mistakesOf('', block)[0]).toContain(advice)
  })

  test('tell a mistake in a named query once, where it was made', () => {
    expect(
      mistakesOf('queries:\n  obras: bacheo OR\n', `${ROADS}'@obras AND Hidalgo' }\n`).map((message) =>
        message.slice(0, 60),
      ),
    ).toEqual(['municipality.yml:7:19: en la búsqueda «@obras», carácter 10: la'.slice(0, 60)])
  })

  test('tell of names that nobody gave and of names that go round in circles', () => {
    expect(mistakesOf('queries:\n  obras: bacheo\n', `${ROADS}'@calles' }\n`)[0]).toContain('hay @obras')
    expect(mistakesOf("queries:\n  a: '@b'\n  b: '@a'\n", '')[0]).toContain('@a → @b → @a')
  })
})

describe('locateInScalar', () => {
  test('finds the same character for every style of scalar', () => {
    const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const
    const words = fc.array(fc.constantFrom('bacheo', '"ñandú', "d'Hidalgo", 'AND', '(a', '😀', 'á\\b'), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '  ', '\n'), fc.constantFrom(...styles), (all, gap, style) => {
        const value = all.join(gap)
        const text = stringify({ query: value }, { defaultStringType: style, lineWidth: 40 })
        const node = parseDocument(text).get('query', true)
        if (!isScalar(node)) throw new Error('no scalar')
        expect(node.value).toBe(value)
        for (let at = 0; at < value.length; at += 1) {
          const character = value.charAt(at)
          if (/[\s"'\\\udc00-\udfff]/.test(character)) continue
          expect(text.charAt(locateInScalar(text, node, at))).toBe(character)
        }
      }),
    )
  })
})
