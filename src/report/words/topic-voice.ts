// The voice of the municipality in each topic → the words of its table: heads, how to read it, shares with their interval.
import type { ShareEstimate } from '../../model.ts'
import { LEAST_FOR_RATE } from './figures.ts'
import { DASH, NBSP, printCount, printShare } from './numbers.ts'

export const TOPIC_VOICE_HEADS = {
  topic: 'Tema',
  share: 'Parte que habla de nosotros',
  notes: 'Notas',
} as const

export const TOPIC_VOICE_TITLE = 'En cada tema'

/** Over the table. */
export const printTopicVoiceGuide = (place: string): string =>
  `De las notas de cada tema que nombran a alguno de estos municipios, en los mismos medios y cada una contada una vez, las que hablan de ${place}. Entre las dos marcas y entre paréntesis, el intervalo de 95${NBSP}%; con menos de ${LEAST_FOR_RATE} notas, sin base.`

/** `12 de 31`. */
export const printPart = ({ cases, trials }: ShareEstimate): string =>
  `${printCount(cases)}${NBSP}de${NBSP}${printCount(trials)}`

/** `39 %` and `(24 a 56 %)`; «sin base» under ten notes. */
export function printEstimate({ share, interval }: ShareEstimate): {
  readonly share: string
  readonly interval: string
} {
  if (share === null || interval === null) return { share: 'sin base', interval: '' }
  const [low, high] = interval.map((end) => printCount(end * 100))
  return { share: printShare(share), interval: ` (${low ?? DASH} a ${high ?? DASH}${NBSP}%)` }
}
