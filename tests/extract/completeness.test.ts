// Text and signs of walls → how complete a note is.
import { describe, expect, it } from 'vitest'
import { isBrief, judgeExtent } from '../../src/extract/completeness.ts'

const words = (count: number) => Array.from({ length: count }, () => 'palabra').join(' ')

describe('judgeExtent', () => {
  it('is headline only without text', () => {
    expect(judgeExtent([], [], null, null).completeness).toBe('solo-titular')
  })

  it('is cut short beside a wall', () => {
    expect(judgeExtent([words(80)], ['Suscríbete para seguir leyendo'], null, null).completeness).toBe(
      'truncada',
    )
  })

  it('is whole when a long note merely invites to subscribe', () => {
    expect(judgeExtent([words(600)], ['Suscríbete para seguir leyendo'], null, null).completeness).toBe(
      'completa',
    )
  })

  it('is cut short when the site declares a fuller body', () => {
    const extent = judgeExtent([words(100)], [], null, words(400))
    expect(extent.completeness).toBe('truncada')
    expect(extent.because).toContain('400 palabras')
  })

  it('is cut short when declared paid and brief', () => {
    expect(judgeExtent([words(60)], [], false, null).completeness).toBe('truncada')
  })

  it('is a teaser when it trails off', () => {
    expect(judgeExtent(['El cabildo aprobó el presupuesto y […]'], [], null, null).completeness).toBe(
      'avance',
    )
  })

  it('is whole otherwise', () => {
    expect(judgeExtent([words(120)], [], true, null).completeness).toBe('completa')
  })
})

it('flags as brief what has fewer than fifty words', () => {
  expect(isBrief([words(49)])).toBe(true)
  expect(isBrief([words(25), words(25)])).toBe(false)
})
