// Front pages → the fixed words of their block, what a picture of one says aloud, and those that could not be read.
import { joinList } from './grammar.ts'
import { agree } from './numbers.ts'

export const FRONT_PAGE_LABELS = {
  title: 'Primeras planas',
  mentions: 'Nos menciona',
  silent: 'No nos menciona',
} as const

/** Sections under which outlets and imports file what stood on a front page. */
export const FRONT_PAGE_SECTIONS = /^(?:primera plana|ocho columnas|1a\.? plana|p(?:a|á)gina 1)$/iu

/** What a person who does not see the picture is told. */
export const printFrontPageAlt = (medium: string, date: string, headline: string | null): string =>
  `Primera plana de ${medium}, ${date}${headline === null ? '' : `. Titular principal: ${headline}`}`

/** `Sin imagen: el sitio aún muestra la del 12 nov` in the empty frame. */
export const printNoFrontPage = (reason: string): string => `Sin imagen: ${reason}`

/** What stands in «Qué se revisó»; none when all were read. */
export function describeUnreadFrontPages(
  unread: readonly { readonly medium: string; readonly reason: string }[],
): string[] {
  if (unread.length === 0) return []
  const verb = agree(unread.length, {
    one: 'Una primera plana no se pudo leer',
    many: 'Primeras planas que no se pudieron leer',
  })
  return [`${verb}: ${joinList(unread.map(({ medium, reason }) => `${medium} (${reason})`))}.`]
}

/** A note that a person named beside a front page and that the edition does not print. */
export const describeAbsentNote = (medium: string, noteId: number): string =>
  `La primera plana de ${medium} señala la nota ${noteId}, que no está en esta edición.`
