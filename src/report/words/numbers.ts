// Numbers → how they are printed in Spanish of Mexico: comma for thousands, true minus, no-break spaces before units.

import type { Spanned } from '../../text/spans.ts'

export const NBSP = '\u00a0'
const MINUS = '\u2212'
/** What stands where a value has no base. */
export const DASH = '—'
export const NO_DATA = 's/d'

const grouped = new Intl.NumberFormat('es-MX', { maximumFractionDigits: 0 })
const withTenth = new Intl.NumberFormat('es-MX', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** `1,234`; negative numbers with the true minus. */
export function printCount(count: number): string {
  // Adding zero turns −0 into 0.
  const rounded = Math.round(count) + 0
  return rounded < 0 ? `${MINUS}${grouped.format(-rounded)}` : grouped.format(rounded)
}

/** `+16`, `−8`, `0`; a dash without base. */
export function printBalance(balance: number | null): string {
  if (balance === null) return DASH
  const rounded = Math.round(balance)
  return rounded > 0 ? `+${printCount(rounded)}` : printCount(rounded)
}

/** A share 0–1 as `37 %`; some is never `0 %`, nor almost all `100 %`; a dash without base. */
export function printShare(share: number | null): string {
  if (share === null) return DASH
  if (share > 0 && share < 0.005) return `<1${NBSP}%`
  if (share < 1 && share >= 0.995) return `>99${NBSP}%`
  return `${printCount(share * 100)}${NBSP}%`
}

/** A share of a count: a dash when there is nothing to divide by. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** `940`, `4.6 mil`, `570 mil`, `2.0 M`. */
export function printAudience(value: number): string {
  if (value < 1000) return printCount(value)
  if (value < 9950) return `${dropZeroTenth(value / 1000)}${NBSP}mil`
  if (value < 999_500) return `${printCount(value / 1000)}${NBSP}mil`
  return `${withTenth.format(value / 1_000_000)}${NBSP}M`
}

/** An estimate by its range, `12–25 mil` or `940–1.2 mil`; by its value where it has none. */
export function printSpan({
  value,
  range,
}: {
  readonly value: number
  readonly range?: readonly [number, number]
}): string {
  if (range === undefined) return printAudience(value)
  const [low, high] = range.map(printAudience)
  if (low === undefined || high === undefined || low === high) return printAudience(value)
  const [amount, unit] = low.split(NBSP)
  return `${unit !== undefined && high.endsWith(`${NBSP}${unit}`) ? amount : low}–${high}`
}

/** `12 mil`, `24 mil visitas`, `12 mil + 24 mil visitas` or `s/d`: people first and without name, never added to visits. */
export function printReaches(people: Spanned | null, visits: Spanned | null): string {
  const parts = [
    ...(people === null ? [] : [printSpan(people)]),
    ...(visits === null ? [] : [`${printSpan(visits)}${NBSP}visitas`]),
  ]
  return parts.length === 0 ? NO_DATA : parts.join(' + ')
}

/** «; aparte, 24 mil visitas»: what is known in visits alone. */
export const printApart = (visits: Spanned | null): string =>
  visits === null ? '' : `; aparte, ${printSpan(visits)} visitas`

/** A mean with one decimal, `3.2`. */
export const printMean = (value: number): string => withTenth.format(value)

const dropZeroTenth = (value: number): string => withTenth.format(value).replace(/\.0$/, '')

const SMALL = ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez']

/** Numbers up to ten in letters, as headlines have them. */
export const spellSmall = (count: number): string => SMALL[count] ?? printCount(count)

export type Noun = { readonly one: string; readonly many: string }

export const NOTES: Noun = { one: 'nota', many: 'notas' }
export const MEDIA: Noun = { one: 'medio', many: 'medios' }
export const SOURCES: Noun = { one: 'fuente', many: 'fuentes' }
export const DAYS: Noun = { one: 'día', many: 'días' }

/** `1 nota`, `38 notas`, `2,000,000 de notas`. */
export function countOf(count: number, noun: Noun): string {
  const isMillions = count !== 0 && count % 1_000_000 === 0
  return `${printCount(count)}${NBSP}${isMillions ? `de${NBSP}` : ''}${count === 1 ? noun.one : noun.many}`
}

/** The form of a noun that agrees with a count. */
export const agree = (count: number, noun: Noun): string => (count === 1 ? noun.one : noun.many)
