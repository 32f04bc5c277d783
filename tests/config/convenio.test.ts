// The `convenio:` of a source file: its name alone, or what was agreed.
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/config/sources.ts'

const FILE = 'sources/mx-jal/el-correo.yml'
const read = (...lines: readonly string[]) =>
  readSource(
    FILE,
    [
      'name: El Correo',
      'url: https://elcorreo.example',
      'medium: portal',
      'tier: 2',
      'channels: [{ feed: https://elcorreo.example/feed }]',
      ...lines,
    ].join('\n'),
    'mx-jal/el-correo',
    'America/Mexico_City',
  )

function convenioOf(...lines: readonly string[]) {
  const declared = read(...lines)
  if (!declared.ok) throw new Error(declared.faults[0]?.message)
  return declared.value.convenio
}

function faultsOf(...lines: readonly string[]): string[] {
  const declared = read(...lines)
  return declared.ok ? [] : declared.faults.map(({ message }) => message)
}

describe('an agreement', () => {
  it('may be only its name, and then nothing is due', () => {
    expect(convenioOf('convenio: Difusión 2026')).toEqual({
      name: 'Difusión 2026',
      since: null,
      until: null,
      terms: null,
    })
    expect(convenioOf()).toBeNull()
  })

  it('says how many pieces, in which span, of what, and while it is in force', () => {
    expect(
      convenioOf(
        'convenio: { name: Difusión, pieces: 12, every: semana, since: 2026-01-01, until: 2026-12-31 }',
      ),
    ).toEqual({
      name: 'Difusión',
      since: '2026-01-01',
      until: '2026-12-31',
      terms: { pieces: 12, every: 'semana', counts: 'boletines' },
    })
    expect(convenioOf('convenio: { name: D, pieces: 4, every: mes, counts: notas }')?.terms).toEqual({
      pieces: 4,
      every: 'mes',
      counts: 'notas',
    })
  })

  it.each([
    ['pieces without a span', '{ name: D, pieces: 4 }', ':6:11:', 'las piezas piden su plazo'],
    ['a span without pieces', '{ name: D, every: mes }', ':6:11:', 'cuántas piezas'],
    ['no whole pieces', '{ name: D, pieces: 4.5, every: mes }', ':6:30:', 'debe ser un número entero'],
    ['an unknown span', '{ name: D, pieces: 4, every: dia }', ':6:40:', 'semana, quincena, mes'],
    [
      'an end before the start',
      "{ name: D, since: '2026-02-01', until: '2026-01-01' }",
      ':6:',
      'termina antes',
    ],
    ['a month for a day', "{ name: D, since: '2026-02' }", ':6:29:', 'AAAA-MM-DD'],
    ['a mistyped key', '{ name: D, piezas: 4 }', ':6:22:', '«piezas» no existe; ¿quisiste decir «pieces»?'],
    ['no name', '{ pieces: 4, every: mes }', ':6:', 'falta «name»'],
  ])('says file and line of %s', (_, text, place, message) => {
    const [fault] = faultsOf(`convenio: ${text}`)
    expect(fault).toContain(`${FILE}${place}`)
    expect(fault).toContain(message)
  })
})
