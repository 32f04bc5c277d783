// The facts behind an action → its three lines: the act, why, and what to do.
import { capitalize, contract, joinList, quoteTitle, shorten } from './grammar.ts'
import { countOf, DAYS, NOTES, printCount } from './numbers.ts'

export type ActionText = { readonly act: string; readonly why: string; readonly step: string }

const LONGEST_TITLE = 56

/** Folio as people say it: `2026/0231` is boletín 231. */
export const shortFolio = (folio: string): string => folio.replace(/^\d{4}\//, '').replace(/^0+(?=\d)/, '')

/** Whole hours, whole days from two days on: `18 horas`, `6 días`, `menos de una hora`. */
export function countHours(hours: number): string {
  if (hours < 1) return 'menos de una hora'
  if (hours >= 48) return countOf(Math.floor(hours / 24), DAYS)
  return countOf(Math.floor(hours), { one: 'hora', many: 'horas' })
}

/** A boletín that nobody has published. */
export function describeSilentBoletin(folio: string, title: string, hours: number): ActionText {
  return {
    act: `Reenviar el boletín ${shortFolio(folio)}, ${quoteTitle(shorten(title, LONGEST_TITLE))}.`,
    why: `Cero publicaciones en ${countHours(hours)}.`,
    step: 'revisar título, dato y foto, y enviarlo de nuevo a los medios que no lo publicaron.',
  }
}

const MOST_FOLIOS = 5

/** Several boletines that nobody has published; `hours` is the shortest wait. */
export function describeSilentBoletines(folios: readonly string[], hours: number): ActionText {
  const shown = folios.slice(0, MOST_FOLIOS).map(shortFolio)
  const rest = folios.length - shown.length
  const list = rest === 0 ? joinList(shown) : `${shown.join(', ')} y ${printCount(rest)} más`
  return {
    act: `Reenviar ${printCount(folios.length)} boletines: ${list}.`,
    why: `Cero publicaciones en ${countHours(hours)} o más.`,
    step: 'revisar título, dato y foto de cada uno, y enviarlos de nuevo.',
  }
}

/** A negative story in which the government does not speak. */
export function describeMissingVoice(facts: {
  readonly title: string
  readonly notes: number
  readonly negative: number
  /** Notes whose whole text was read: only of these can it be said that somebody does not appear. */
  readonly read: number
  readonly media: readonly string[]
}): ActionText {
  const { title, notes, negative, read, media } = facts
  const size =
    notes === 1
      ? 'Una nota, negativa'
      : `${countOf(notes, NOTES)}, ${printCount(negative)} ${negative === 1 ? 'negativa' : 'negativas'}`
  const scope =
    read === notes
      ? ''
      : ` en ${read === 1 ? 'la leída completa' : `las ${printCount(read)} leídas completas`}`
  return {
    act: `Ofrecer vocería sobre ${quoteTitle(shorten(title, LONGEST_TITLE))}.`,
    why: `${size}; sin voz del gobierno municipal${scope}.`,
    step: contract(`ofrecer vocero y datos a ${listSome(media)}.`),
  }
}

const MOST_NAMED = 2

/** The first names, and how many more there are. */
function listSome(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return rest <= 1 ? joinList(names) : `${names.slice(0, MOST_NAMED).join(', ')} y ${printCount(rest)} más`
}

/** Two outlets that count the same thing differently. */
export function describeClash(facts: {
  readonly thing: string
  readonly title: string
  readonly sides: readonly { readonly value: string; readonly medium: string }[]
}): ActionText {
  const { thing, title, sides } = facts
  const said = sides.map(
    ({ value, medium }, index) => `${medium} publica ${value}${index === 0 ? ` ${thing}` : ''}`,
  )
  return {
    act: `Precisar la cifra de ${thing}: circulan ${joinList(sides.map(({ value }) => value))}.`,
    why: `${capitalize(joinList(said))} en ${quoteTitle(shorten(title, LONGEST_TITLE))}.`,
    step: contract(`confirmar la cifra y enviarla a ${joinList(sides.map(({ medium }) => medium))}.`),
  }
}
