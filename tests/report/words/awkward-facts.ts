// Counts, names, titles, periods and figures that break Spanish → as arbitrary facts for the rules of sentences.
import fc from 'fast-check'
import { expect } from 'vitest'
import type { GroupChange, PeriodFigures, Position, ToneTally } from '../../../src/model.ts'
import { printPeriod } from '../../../src/report/words/dates.ts'
import type { Topic } from '../../../src/report/words/day.ts'
import { nameOfPeriod } from '../../../src/report/words/periods.ts'
import { makeFigures, makePosicionamientoInput, makeTally } from '../fixture-input.ts'

const NOW = new Date('2026-12-31T12:40:00Z')
export const count = fc.constantFrom(0, 1, 2, 3, 9, 10, 11, 21, 100, 1000, 1_000_000)
export const some = fc.constantFrom(1, 2, 3, 9, 10, 11, 21, 100, 1000)
const TOPICS = [
  'Agua y servicios',
  'Gobierno y Cabildo',
  'Seguridad pública',
  'Obras Públicas',
  'DIF Tala',
  'Crisis del agua',
  'Atención a mujeres y niñas',
  'Feria de la Caña',
  'El agua',
  'Servicios',
  'Turismo',
  'Ingenio e industria',
  'Ecología',
]
export const topicTitle = fc.constantFrom(...TOPICS)
export const place = fc.constantFrom(
  'Tala',
  'El Salto',
  'La Huerta',
  'Los Cabos',
  'Ixtlahuacán',
  'el DIF Tala',
  'la Tesorería',
)
export const medium = fc.constantFrom(
  'El Sol',
  'La Voz del Cañaveral',
  'Ixtlán Hoy',
  'Radio Valles 98.3',
  'El Salto al Día',
  'el Heraldo',
)
export const person = fc.constantFrom('Ana Ruiz', 'Ignacia Ibarra', 'Luz de la O', 'Óscar Villaseñor Luna')
export const title = fc.constantFrom(
  'Cuatro días sin agua',
  '“Nadie nos avisó”: comerciantes',
  'Dice el alcalde: «No hay "dinero" para eso»',
  '"Ya basta"',
  '¿Y el agua?',
  '¡Urge agua!',
  'Sigue la crisis…',
  'Sigue la crisis...',
  'Reabren la carretera.',
  'En vivo:',
  'ALERTA EN TALA: SIN AGUA TRES COLONIAS',
  '🚨 Sin agua 🚱',
  '12 detenidos, 3 heridos',
  'La empresa Constructora, S.A.',
  'Hoteleros esperan 92 % de ocupación',
  'Palabras y más palabras '.repeat(12),
)
export const folio = fc.constantFrom('2026/0231', '2026/0007', '2025/1200', 'B-12')
export const folios = fc.uniqueArray(
  fc.constantFrom('2', '10', '101', '231', '232', '240', '7', '33', '34', '35'),
  {
    minLength: 1,
  },
)
export const period = fc
  .constantFrom<{ days: number; period?: 'mes' | 'trimestre' | 'anio' }>(
    { days: 7 },
    { days: 10 },
    { days: 30, period: 'mes' },
    { days: 92, period: 'trimestre' },
    { days: 365, period: 'anio' },
  )
  .map(nameOfPeriod)
export const range = fc
  .constantFrom(
    ['2026-11-06', '2026-11-13'],
    ['2026-10-28', '2026-11-03'],
    ['2026-12-28', '2027-01-03'],
    ['2026-12-31', '2026-12-31'],
  )
  .map(([first = '', last = '']) => printPeriod(first, last))
export const change = fc.constantFrom('mejora' as const, 'empeora' as const, 'sin cambio apreciable' as const)

export const sumOf = (tally: ToneTally): number => Object.values(tally).reduce((sum, one) => sum + one, 0)
export const tally = (least = 0): fc.Arbitrary<ToneTally> =>
  fc
    .tuple(count, count, count, count, count)
    .map(([positivo, neutro, mixto, negativo, none]) =>
      makeTally({ positivo, neutro, mixto, negativo, 'sin evaluar': none }),
    )
    .filter((one) => sumOf(one) >= least)
export const topicOf = fc
  .tuple(topicTitle, tally(1))
  .map(([name, own]): Topic => ({ title: name, notes: sumOf(own), tally: own }))

const BASE = makePosicionamientoInput(0, 1).position

const figuresOf = (own: ToneTally): PeriodFigures => makeFigures(NOW, 7, own)
export const position = (least = 0): fc.Arbitrary<Position> =>
  fc
    .record({
      current: tally(least).map(figuresOf),
      previous: fc.option(tally().map(figuresOf)),
      balanceChange: fc.oneof(change, fc.constant('sin base' as const)),
      volumeChange: fc.oneof(change, fc.constant('sin base' as const)),
      noiseBand: fc.option(fc.constantFrom(4, 12.4)),
    })
    .map((rest) => ({ ...BASE, ...rest, history: [], voice: [], voiceDenominator: 0 }))

export const changed = fc
  .record({ name: topicTitle, notes: some, previousNotes: count, volume: change, balance: change })
  .map(
    (rest): GroupChange => ({
      ...rest,
      id: rest.name,
      current: figuresOf(makeTally({ positivo: 3 })),
      previous: figuresOf(makeTally({ negativo: 3 })),
    }),
  )

/** Tries a rule on many facts; `faults` lists what is wrong with all that it says. */
export function holds<Facts>(facts: fc.Arbitrary<Facts>, faults: (facts: Facts) => readonly string[]): void {
  fc.assert(
    fc.property(facts, (one) => {
      expect(faults(one)).toEqual([])
    }),
    { numRuns: 250 },
  )
}
