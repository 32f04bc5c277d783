// Where in a broadcast or in a paper a note stood → how fichas, lists and data say it; what nobody wrote down is not said.
import type { BroadcastKind, Medium, Slot } from '../../model.ts'
import { printDuration } from '../../text/durations.ts'
import { cleanText } from '../typeset/clean-text.ts'
import { joinList } from './grammar.ts'
import { NBSP } from './numbers.ts'
import { MEDIUM_NAMES } from './places.ts'

/** A `nota` is what one expects. */
const KINDS: Readonly<Record<BroadcastKind, string | null>> = {
  nota: null,
  entrevista: 'entrevista',
  mencion: 'mención',
  spot: 'spot',
  llamada: 'llamada del público',
}

/** `Radio, entrevista, 1 min 32 s`; `Impreso, primera plana, p. 1 y 3`. */
export function printMediumAndSlot(medium: Medium, slot: Slot | undefined): string {
  const { kind, seconds, pages, isFrontPage } = slot ?? {}
  const isPaper = pages !== undefined || isFrontPage !== undefined
  const parts = [
    isPaper ? 'Impreso' : MEDIUM_NAMES[medium],
    kind === undefined ? null : KINDS[kind],
    isFrontPage === true ? 'primera plana' : null,
    pages === undefined ? null : `p.${NBSP}${joinList(pages)}`,
    seconds === undefined ? null : printDuration(seconds, NBSP),
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** The programme, and who hosts it. */
export const listAiring = ({ programme, host }: Slot = {}): string[] =>
  [programme, host === undefined ? undefined : `conduce ${host}`].flatMap((part) =>
    part === undefined ? [] : [cleanText(part)],
  )

/** `Portal, 20 nov, 21:40`; `TV, 1 min 32 s · Noticiero de la noche · 13 nov, 21:24`. */
export function printPlace(medium: Medium, slot: Slot | undefined, when: string): string {
  const place = printMediumAndSlot(medium, slot)
  if (slot?.programme === undefined) return `${place}, ${when}`
  return [place, cleanText(slot.programme), when].join(' · ')
}

/** The columns of the data that say it, every one there, null where nobody said. */
export const tellSlot = ({ programme, host, kind, seconds, pages, isFrontPage, witness }: Slot = {}) => ({
  programa: programme === undefined ? null : cleanText(programme),
  conductor: host === undefined ? null : cleanText(host),
  tipo_de_emision: kind ?? null,
  duracion_en_segundos: seconds ?? null,
  paginas: pages?.join(', ') ?? null,
  primera_plana: isFrontPage === undefined ? null : isFrontPage ? 'sí' : 'no',
  testigo: witness === undefined ? null : cleanText(witness),
})
