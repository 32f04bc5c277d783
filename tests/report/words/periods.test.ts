import { expect, it } from 'vitest'
import { nameOfPeriod, printPeriodName } from '../../../src/report/words/periods.ts'

it('names months, quarters and years as people do', () => {
  const nameOf = (period: 'mes' | 'trimestre' | 'anio', last: string) =>
    printPeriodName({ days: 30, period }, last)
  expect(nameOf('mes', '2026-10-31')).toBe('Octubre de 2026')
  expect(nameOf('trimestre', '2026-09-30')).toBe('Tercer trimestre de 2026')
  expect(nameOf('trimestre', '2026-12-31')).toBe('Cuarto trimestre de 2026')
  expect(nameOf('anio', '2026-12-31')).toBe('Año 2026')
})

it('names the period before in the words for it', () => {
  expect(nameOfPeriod({ days: 365, period: 'anio' }).before).toBe('el año anterior')
  expect(nameOfPeriod({ days: 91, period: 'trimestre' }).current).toBe('este trimestre')
  expect([7, 30, 12].map((days) => nameOfPeriod({ days }).before)).toEqual([
    'la semana anterior',
    'el mes anterior',
    'el periodo anterior',
  ])
})
