// What «¿Cumplen los convenios?» says: who keeps up, who owes, who is not judged, and the notes behind each number.
import { describe, expect, it } from 'vitest'
import { composePosicionamiento } from '../../../src/report/compose-posicionamiento.ts'
import { makeConvenioInput, makePieces } from '../convenios.ts'

const compose = (...args: Parameters<typeof makeConvenioInput>) =>
  composePosicionamiento(makeConvenioInput(...args))

const eight = compose(8)
const rowsOf = (report: typeof eight) => report.convenios?.rows ?? []

describe('the headline', () => {
  it('counts who keeps up and names who owes most', () => {
    expect(eight.convenios?.head.finding.replace(/\u00a0/g, ' ')).toBe(
      'Cinco de ocho al corriente; Canal 6 Valles debe 7 de 12 piezas',
    )
  })

  it('says it of one alone, and of all', () => {
    expect(compose(1).convenios?.head.finding).toBe('El Correo de Tala va al corriente')
    expect(compose(5).convenios?.head.finding).toBe('Los cinco convenios, al corriente')
    expect(compose(1, (one) => ({ ...one, period: makePieces(1, 0) })).convenios?.head.finding).toBe(
      'El Correo de Tala debe 1 de 1\u00a0pieza',
    )
  })

  it('blames nobody for what was not read', () => {
    const unread = compose(2, (one) => ({ ...one, period: makePieces(12, 3, { unreadDays: 2 }) }))
    expect(unread.convenios?.head.finding).toBe('Sin base: ninguno de los medios se pudo leer completo')
    const half = compose(5, (one, index) =>
      index === 0 ? { ...one, period: makePieces(12, 3, { unreadDays: null }) } : one,
    )
    expect(half.convenios?.head.finding).toBe('Cuatro al corriente; uno sin base para calificar')
  })

  it('says so when nothing is due yet', () => {
    const early = compose(3, (one) => ({ ...one, period: makePieces(0, 1) }))
    expect(early.convenios?.head.finding).toBe('Esta semana no vence ninguna pieza')
    expect(rowsOf(early).map(({ text, share, remark }) => [text, share, remark])[0]).toEqual([
      '1',
      null,
      'nada vence aún',
    ])
  })
})

describe('the rows', () => {
  it('stand by how much of what was agreed is delivered, and mark what is under three quarters', () => {
    expect(rowsOf(eight).map(({ share, isBehind }) => [Math.round((share ?? 0) * 100), isBehind])).toEqual([
      [107, false],
      [100, false],
      [100, false],
      [100, false],
      [100, false],
      [90, false],
      [70, true],
      [42, true],
    ])
    expect(rowsOf(eight).at(-1)).toMatchObject({
      text: '5\u00a0de\u00a012',
      month: { text: '11\u00a0de\u00a024', isBehind: true },
    })
  })

  it('give no share where the outlet was not read whole, or notes wait that would make up for it', () => {
    const rows = rowsOf(
      compose(3, (one, index) => ({
        ...one,
        period: makePieces(12, 3, [{ unreadDays: 1 }, { pending: 9 }, { pending: 8 }][index]),
      })),
    )
    expect(rows.map(({ share, isBehind, remark }) => [share, isBehind, remark])).toEqual([
      [0.25, true, '8 por confirmar'],
      [null, false, '9 por confirmar'],
      [null, false, 'sin leer 1\u00a0día'],
    ])
  })

  it('lead to their notes, each under its name among the trails', () => {
    const [first] = rowsOf(eight)
    expect(first?.goTo).toBe(first?.trail.anchor)
    expect(first?.trail).toMatchObject({ label: 'El Correo de Tala', parts: [{ name: 'notas', count: 15 }] })
    expect(first?.noteIds.length).toBe(15)
    expect(rowsOf(compose(1, (one) => ({ ...one, period: makePieces(4, 0) })))[0]?.goTo).toBeNull()
  })

  it('are absent of an agreement that is only named, which the note tells', () => {
    const named = compose(2, (one, index) => (index === 0 ? { ...one, period: null, month: null } : one))
    expect(rowsOf(named)).toHaveLength(1)
    expect(named.convenios?.note).toContain('1\u00a0convenio sin piezas declaradas: El Correo de Tala.')
    expect(compose(2, (one) => ({ ...one, period: null, month: null })).convenios).toBeNull()
  })
})

it('says nothing of tone or money in the table', () => {
  const { convenios } = eight
  expect(JSON.stringify(convenios)).not.toMatch(/tono|positiv|negativ|peso|\$|pag[oa]/iu)
  expect(convenios?.head.guide).toContain('Una pieza es un boletín distinto que el medio publicó')
})

it('tells the columns of the matrix apart by agreement, and adds its term to the method', () => {
  const columns = compose(2).matrix?.matrix.columns ?? []
  expect(columns.filter(({ hasConvenio }) => hasConvenio).map(({ name }) => name)).toEqual([
    'El Correo de Tala',
  ])
  expect(eight.method.map(({ term }) => term)).toContain('Convenio')
})
