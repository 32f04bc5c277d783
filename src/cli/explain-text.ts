// What is known of how a note's text was read → the lines of its explanation.
import type { Dossier } from '../store/dossier.ts'
import { formatInstant } from './boletin.ts'
import { shorten } from './paragraphs.ts'

/** Lines beside title and text, the declared update, what was left out and when the note was read again. */
export function describeText({ note, cutTexts, rereadings }: Dossier, timeZone: string): string[] {
  const { kicker, caption, updatedAt } = note.article
  return [
    ...(kicker === undefined ? [] : [`Antetítulo: ${kicker}`]),
    ...(updatedAt === undefined
      ? []
      : [`Actualizada: ${formatInstant(updatedAt, timeZone)} (lo declara la página)`]),
    ...(caption === undefined ? [] : [`Pie de imagen: ${caption}`]),
    ...(cutTexts ?? []).map((text) => `Se dejó fuera, porque el medio lo repite: «${shorten(text, 100)}»`),
    ...rereadings.map(({ at, reason }) => `Se volvió a leer el ${formatInstant(at, timeZone)}: ${reason}`),
  ]
}
