// How the coefficient of Janis and Fadner is printed, worked out by hand.
import { describe, expect, it } from 'vitest'
import { composeImbalance } from '../../../src/report/compose/position-figures.ts'
import { describeImbalance } from '../../../src/report/words/imbalance.ts'
import { makeFigures, makeTally } from '../fixture-input.ts'

const print = (tones: Parameters<typeof makeTally>[0]) =>
  describeImbalance(composeImbalance(makeFigures(new Date(0), 7, makeTally(tones)))).text.replaceAll(
    '\u00a0',
    ' ',
  )

describe('the printed coefficient of imbalance', () => {
  it('says n, both counts and the formula: f = 60, u = 20, r = 150, t = 160 give (3600 − 1200) / 24000 = +0.10', () => {
    const tones = { positivo: 60, negativo: 20, neutro: 66, mixto: 4, 'sin evaluar': 10 }
    expect(print(tones)).toBe(
      '+0.10 (n = 160; 60 favorables, 20 desfavorables). C = (f² − f·u)/(r·t), con r = 150 evaluadas (neutras y mixtas también) y t = 160 notas; de −1 a +1.',
    )
  })

  it('prints the other half of the definition when more is unfavourable: (200 − 400) / 2500 = −0.08', () => {
    const text = print({ positivo: 10, negativo: 20, neutro: 20 })
    expect(text).toContain('−0.08 (n = 50; 10 favorables, 20 desfavorables). C = (f·u − u²)/(r·t)')
  })

  it('counts a mixed note among the evaluated and on neither side, so that it draws the coefficient to 0', () => {
    expect(print({ positivo: 10, mixto: 10 })).toMatch(/^\+0\.25 /)
    expect(print({ positivo: 10, neutro: 10 })).toMatch(/^\+0\.25 /)
    expect(print({ positivo: 10 })).toMatch(/^\+1\.00 /)
  })

  it('is 0.00 without sign when both sides are equal', () => {
    expect(print({ positivo: 7, negativo: 7 })).toMatch(/^0\.00 \(n = 14; .*\)\. C = 0 si f = u,/)
  })

  it('has no base under ten evaluated notes, however many wait to be evaluated', () => {
    expect(print({ positivo: 9, 'sin evaluar': 30 })).toMatch(
      /^Sin base \(n = 39; 9 favorables, 0 desfavorables\): desde 10 notas evaluadas\. C = /,
    )
  })
})
