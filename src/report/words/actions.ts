// The facts behind an action → its three lines: the act, why, and what to do.
import { contract, joinList, quoteTitle, shorten } from './grammar.ts'
import { countOf, NOTES, printCount } from './numbers.ts'

export type ActionText = { readonly act: string; readonly why: string; readonly step: string }

const LONGEST_TITLE = 62

/** Folio as people say it: `2026/0231` is boletín 231. */
export const shortFolio = (folio: string): string => folio.replace(/^\d{4}\//, '').replace(/^0+(?=\d)/, '')

export const countHours = (hours: number): string =>
  countOf(Math.floor(hours), { one: 'hora', many: 'horas' })

/** A boletín that nobody has published. */
export function describeSilentBoletin(folio: string, title: string, hours: number): ActionText {
  return {
    act: `Reenviar el boletín ${shortFolio(folio)}, ${quoteTitle(shorten(title, LONGEST_TITLE))}.`,
    why: `Cero publicaciones en ${countHours(hours)}.`,
    step: 'revisar título, dato y foto, y enviarlo de nuevo a los medios que no lo publicaron.',
  }
}

/** A negative story in which the government does not speak. */
export function describeMissingVoice(facts: {
  readonly title: string
  readonly notes: number
  readonly negative: number
  readonly read: number
  readonly media: readonly string[]
}): ActionText {
  const { title, notes, negative, read, media } = facts
  const size =
    notes === 1
      ? 'Nota negativa'
      : `${countOf(notes, NOTES)}, ${printCount(negative)} ${negative === 1 ? 'negativa' : 'negativas'}`
  const where = read === 1 ? 'en la leída completa' : `en las ${printCount(read)} leídas completas`
  const scope = notes === 1 ? '' : ` ${where}`
  return {
    act: `Ofrecer vocería sobre ${quoteTitle(shorten(title, LONGEST_TITLE))}.`,
    why: `${size}; no aparece la voz del gobierno municipal${scope}.`,
    step: contract(`ofrecer vocero y datos a ${joinList(media.slice(0, 3))}.`),
  }
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
    why: `${joinList(said)} en ${quoteTitle(shorten(title, LONGEST_TITLE))}.`,
    step: contract(`confirmar la cifra y enviarla a ${joinList(sides.map(({ medium }) => medium))}.`),
  }
}
