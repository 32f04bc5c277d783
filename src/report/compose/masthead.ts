// The municipality and the edition → the masthead of a report.
import type { Municipality } from '../../model.ts'
import type { Masthead } from '../sintesis.ts'
import { printHour, printInstant } from '../words/dates.ts'
import { printCount } from '../words/numbers.ts'
import { abbreviateState } from '../words/places.ts'
import { isPrintable } from './pictures.ts'

/** `TALA, JAL.` */
export const printPlace = ({ name, state, stateName }: Municipality): string =>
  `${name}, ${abbreviateState(state, stateName)}`.toLocaleUpperCase('es')

/** Composes a masthead; a logo that cannot be printed is left out. */
export function composeMasthead(facts: {
  readonly title: string
  readonly municipality: Municipality
  readonly number: number
  readonly from: Date
  readonly to: Date
  readonly date: string
  readonly shortDate: string
  readonly logo: Uint8Array | null
}): Masthead {
  const { title, municipality, number, from, to, date, shortDate, logo } = facts
  const { timeZone } = municipality
  return {
    title,
    place: printPlace(municipality),
    office: municipality.office,
    issue: `Núm. ${printCount(number)} · Edición ${printHour(to, timeZone)}`,
    date,
    shortDate,
    window: `Notas del ${printInstant(from, timeZone)}, al ${printInstant(to, timeZone)}`,
    municipality: municipality.name,
    brandColor: municipality.brandColor,
    logo: logo !== null && isPrintable(logo) ? logo : null,
  }
}
