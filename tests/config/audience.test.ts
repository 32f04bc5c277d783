// The `reach:` of a source file: what it may say of an audience, and what it must not.
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/config/sources.ts'

const FILE = 'sources/mx-jal/el-correo.yml'
const OUTLET = `name: El Correo
url: https://correo.example.mx
medium: periodico
tier: 2
channels: [{ feed: 'https://correo.example.mx/feed/' }]
reach:
`

function read(...lines: readonly string[]) {
  const text = `${OUTLET}${lines.map((line) => `  ${line}\n`).join('')}`
  return readSource(FILE, text, 'mx-jal/el-correo', 'America/Mexico_City')
}

const faultsOf = (...lines: readonly string[]) => {
  const declared = read(...lines)
  return declared.ok ? [] : declared.faults.map(({ message }) => message)
}

const COPIES = ['value: 6500', 'unit: ejemplares', 'source: padrón', 'asOf: 2025-12'] as const

describe('a published audience', () => {
  it('keeps its range and its factors with their sources', () => {
    const declared = read(
      ...COPIES,
      'range: [6000, 7000]',
      'perCopy: { value: 3.2, range: [2.5, 4], source: estudio de lectoría }',
      'weekdays: [1, 1, 1, 1, 1, 0.5, 1.5]',
      'sections: [{ name: Local, share: 0.4 }]',
    )
    expect(declared).toMatchObject({
      ok: true,
      value: {
        audience: {
          value: 6500,
          range: [6000, 7000],
          perCopy: { value: 3.2, range: [2.5, 4], source: 'estudio de lectoría' },
          weekdays: [1, 1, 1, 1, 1, 0.5, 1.5],
          sections: [{ name: 'Local', share: 0.4 }],
        },
      },
    })
  })

  it('stays valid as it was written before ranges and factors', () => {
    expect(read(...COPIES)).toMatchObject({
      value: { audience: { value: 6500, unit: 'ejemplares', source: 'padrón', asOf: '2025-12' } },
    })
  })

  it.each([
    ['a range that falls', ['range: [7000, 6000]'], ':11:10:', 'de menor a mayor'],
    ['a value outside its range', ['range: [7000, 8000]'], ':7:10:', 'dentro de «range»'],
    ['readers without their source', ['perCopy: { value: 3 }'], ':11:', 'source'],
    ['a factor of another unit', ["rate: { value: 0.1, source: 'x' }"], ':11:', 'solo de «unit: seguidores»'],
    [
      'visits of each person where there are none',
      ["perVisitor: { value: 1.2, source: 'x' }"],
      ':11:',
      'solo de «unit: visitas-dia» y',
    ],
    ['six days', ['weekdays: [1, 1, 1, 1, 1, 1]'], ':11:', 'siete factores'],
    ['days that do not average one', ['weekdays: [2, 2, 2, 2, 2, 2, 2]'], ':11:', 'promediar 1'],
    ['a share above one', ['sections: [{ name: Local, share: 40 }]'], ':11:', '1'],
  ])('says file and line of %s', (_, lines, place, message) => {
    const [fault] = faultsOf(...COPIES, ...lines)
    expect(fault).toContain(`${FILE}${place}`)
    expect(fault).toContain(message)
  })

  it('takes tenths of a rating point and no other', () => {
    expect(faultsOf('value: 2.4', 'unit: rating', 'source: estudio', 'asOf: 2026')).toEqual([])
    expect(faultsOf('value: 240', 'unit: rating', 'source: estudio', 'asOf: 2026')[0]).toContain('100 puntos')
    expect(faultsOf('value: 2.4', 'unit: lectores', 'source: estudio', 'asOf: 2026')[0]).toContain('entero')
  })

  it('gives no weekdays to an account, which is no outlet', () => {
    const lines = ['value: 900', 'unit: seguidores', 'source: la página', 'asOf: 2026']
    expect(faultsOf(...lines, 'weekdays: [1, 1, 1, 1, 1, 1, 1]')[0]).toContain('es de medios, no de cuentas')
  })
})
