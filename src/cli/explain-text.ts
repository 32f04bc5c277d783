// What is known of how a note's text was read → the lines of its explanation.
import type { Slot } from '../model.ts'
import type { Dossier } from '../store/dossier.ts'
import { printDuration } from '../text/durations.ts'
import { formatInstant } from './boletin.ts'
import { shorten } from './paragraphs.ts'

/** Lines beside title and text, the declared update, what was left out and when the note was read again. */
export function describeText({ note, cutTexts, rereadings }: Dossier, timeZone: string): string[] {
  const { kicker, caption, updatedAt, slot } = note.article
  return [
    ...describeSlot(slot),
    ...(kicker === undefined ? [] : [`Antetítulo: ${kicker}`]),
    ...(updatedAt === undefined
      ? []
      : [`Actualizada: ${formatInstant(updatedAt, timeZone)} (lo declara la página)`]),
    ...(caption === undefined ? [] : [`Pie de imagen: ${caption}`]),
    ...(cutTexts ?? []).map((text) => `Se dejó fuera, porque el medio lo repite: «${shorten(text, 100)}»`),
    ...rereadings.map(({ at, reason }) => `Se volvió a leer el ${formatInstant(at, timeZone)}: ${reason}`),
  ]
}

/** Where in a broadcast or a paper it stood, as a person wrote it down; nothing when nobody did. */
function describeSlot(slot: Slot | undefined): string[] {
  if (slot === undefined) return []
  const { programme, host, kind, seconds, pages, isFrontPage, witness } = slot
  const parts = [
    programme === undefined ? [] : `programa ${programme}`,
    host === undefined ? [] : `conduce ${host}`,
    kind === undefined ? [] : kind === 'mencion' ? 'mención' : kind,
    seconds === undefined ? [] : `dura ${printDuration(seconds)}`,
    isFrontPage === undefined ? [] : isFrontPage ? 'primera plana' : 'no en primera plana',
    pages === undefined ? [] : `p. ${pages.join(', ')}`,
    witness === undefined ? [] : `testigo: ${witness}`,
  ]
  return [`Capturada a mano: ${parts.flat().join(' · ')}`]
}
