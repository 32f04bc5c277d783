// A person's period in office and the day of a note → whether what the note calls "la alcaldesa" can be that person.
import type { Subject } from '../model.ts'
import type { Found, Naming } from './found.ts'

/** True on the days of the period, both ends included, and where the day or the period is unknown. `day`: `YYYY-MM-DD`. */
export function isInOffice({ inOffice }: Pick<Subject, 'inOffice'>, day: string | null): boolean {
  if (inOffice === undefined || inOffice === null || day === null) return true
  return (inOffice.since ?? day) <= day && day <= (inOffice.until ?? day)
}

/** Namings that still count outside the period: names do, offices ("la alcaldesa", declared in lower case) do not. */
export function keepNames(namings: readonly Naming[]): Naming[] {
  return namings.filter(({ use }) => use.kind === 'alias' || use.isProper)
}

const BEFORE = new Set('ex entonces otrora anterior pasada pasado antigua antiguo'.split(' '))
const AFTER = new Set('electa electo interina suplente anterior pasada saliente'.split(' '))

/** "La entonces alcaldesa", "ex alcaldesa", "la alcaldesa electa": who no longer holds the office, or not yet. */
export function isOfOtherTime({ field, from, to }: Found): boolean {
  const before = field.tokens[from - 1]?.form ?? ''
  const first = field.tokens[from]?.form ?? ''
  const after = field.tokens[to]?.form ?? ''
  const isArticle = first === 'la' || first === 'el'
  return (
    BEFORE.has(before) || AFTER.has(after) || (isArticle && BEFORE.has(field.tokens[from + 1]?.form ?? ''))
  )
}
