// The coefficient of imbalance of a period → the term of the method that prints it, with the formula and its numbers.
import type { Imbalance, MethodTerm } from '../posicionamiento.ts'
import { LEAST_FOR_RATE } from './figures.ts'
import { countOf, NBSP, NOTES, printCount } from './numbers.ts'

const FAVOURABLE = { one: 'favorable', many: 'favorables' } as const
const UNFAVOURABLE = { one: 'desfavorable', many: 'desfavorables' } as const
const EVALUATED = { one: 'evaluada', many: 'evaluadas' } as const

/** `+0.08 (n = 220; 42 favorables, 36 desfavorables): C = (f² − f·u)/(r·t)`, or «Sin base» under ten evaluated notes. */
export function describeImbalance(imbalance: Imbalance): MethodTerm {
  const { favourable, unfavourable, evaluated, notes } = imbalance
  const counts = `n${NBSP}=${NBSP}${printCount(notes)}; ${countOf(favourable, FAVOURABLE)}, ${countOf(unfavourable, UNFAVOURABLE)}`
  const result =
    imbalance.coefficient === null
      ? `Sin base (${counts}): desde ${LEAST_FOR_RATE} notas evaluadas.`
      : `${printHundredths(imbalance.coefficient)} (${counts}).`
  return {
    term: 'Coeficiente de Janis–Fadner',
    text: `${result} ${formulaOf(imbalance)}, con r${NBSP}=${NBSP}${countOf(evaluated, EVALUATED)} (neutras y mixtas también) y t${NBSP}=${NBSP}${countOf(notes, NOTES)}; de ${printCount(-1)} a +1.`,
  }
}

/** `+0.08`, `−0.12`, `0.00`. */
function printHundredths(value: number): string {
  const size = Math.abs(value).toFixed(2)
  if (Number(size) === 0) return size
  return `${value < 0 ? '\u2212' : '+'}${size}`
}

/** The half of the definition that applies; without base, that for more favourable notes. */
function formulaOf({ coefficient, favourable, unfavourable }: Imbalance): string {
  if (coefficient !== null && favourable === unfavourable) return 'C = 0 si f = u'
  return favourable >= unfavourable ? 'C = (f² − f·u)/(r·t)' : 'C = (f·u − u²)/(r·t)'
}
