// Boletines and the notes that reprint them → one row each: how many notes, in what tone, how much of the text.

import type { Boletin, Note } from '../../model.ts'
import type { CountTrail } from '../count-trail.ts'
import type { BoletinRow } from '../sintesis.ts'
import { cleanText } from '../typeset/clean-text.ts'
import { shortFolio } from '../words/actions.ts'
import { describeSilence } from '../words/boletines.ts'
import { printInstant } from '../words/dates.ts'
import { DASH, printReaches, printShare } from '../words/numbers.ts'
import { compareNames } from '../words/order.ts'
import { printBoletin, printInEarlier } from '../words/trails.ts'
import { hoursSince, SILENT_AFTER_HOURS } from './actions.ts'
import { anchorOfBoletin, anchorOfCount } from './anchors.ts'
import { idsOf, sumReach, sumVisits, toneOf } from './note-facts.ts'
import { type NoteNumbers, traceByTone } from './trails.ts'

const TONE_RANK = ['positivo', 'neutro', 'mixto', 'negativo', 'sin evaluar'] as const

/** The notes that reprint or quote a boletín. */
export const listPickupsOf = (folio: string, notes: readonly Note[]): Note[] =>
  notes.filter(({ pickups }) => pickups.some((pickup) => pickup.folio === folio))

/** Rows in the order of their success: most notes first, without any last; then the newest. */
export function composeBoletines(facts: {
  readonly boletines: readonly Boletin[]
  readonly notes: readonly Note[]
  readonly now: Date
  readonly timeZone: string
  /** Number of the action that asks to resend each boletín, by folio. */
  readonly actionOf: ReadonlyMap<string, number>
  /** Of the notes in the edition; the others are in earlier ones. */
  readonly numbers: NoteNumbers
}): BoletinRow[] {
  return facts.boletines
    .map((boletin) => ({ boletin, notes: listPickupsOf(boletin.folio, facts.notes) }))
    .toSorted(
      (one, other) =>
        other.notes.length - one.notes.length ||
        other.boletin.sentAt.getTime() - one.boletin.sentAt.getTime() ||
        compareNames(one.boletin.folio, other.boletin.folio),
    )
    .map(({ boletin, notes }) => composeRow(boletin, notes, facts))
}

function composeRow(
  boletin: Boletin,
  notes: readonly Note[],
  facts: {
    readonly now: Date
    readonly timeZone: string
    readonly actionOf: ReadonlyMap<string, number>
    readonly numbers: NoteNumbers
  },
): BoletinRow {
  const shares = notes.flatMap(({ pickups }) =>
    pickups.filter(({ folio }) => folio === boletin.folio).map(({ shareOfBoletin }) => shareOfBoletin),
  )
  const hours = hoursSince(boletin.sentAt, facts.now)
  const action = facts.actionOf.get(boletin.folio) ?? null
  return {
    anchor: anchorOfBoletin(boletin.folio),
    folio: shortFolio(boletin.folio),
    title: cleanText(boletin.title),
    sent: printInstant(boletin.sentAt, facts.timeZone),
    notes: notes.length,
    tones: notes.map(toneOf).toSorted((one, other) => TONE_RANK.indexOf(one) - TONE_RANK.indexOf(other)),
    share: shares.length === 0 ? DASH : printShare(Math.max(...shares)),
    reach: notes.length === 0 ? DASH : printReaches(sumReach(notes), sumVisits(notes)),
    trail: traceBoletin(boletin, notes, facts.numbers),
    silence: notes.length > 0 ? null : describeSilence(hours, hours >= SILENT_AFTER_HOURS, action),
    noteIds: idsOf(notes),
  }
}

/** Its notes of this edition by tone, and how many of the counted ones are in earlier editions. */
function traceBoletin({ folio }: Boletin, notes: readonly Note[], numbers: NoteNumbers): CountTrail {
  const label = printBoletin(shortFolio(folio))
  const trail = traceByTone(anchorOfCount('boletin', folio), label, notes, numbers)
  const earlier = notes.filter(({ id }) => !numbers.has(id)).length
  return earlier === 0 ? trail : { ...trail, elsewhere: printInEarlier(earlier) }
}
