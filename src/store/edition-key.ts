// Which edition, of the schedule or outside it ↔ the columns that name it in a table.
import type { Edition } from '../model.ts'
import type { EditionKind } from './delivery-tables.ts'
import type { SpecialKind } from './special-tables.ts'

/** An addendum within its edition, or an extraordinary one in the series of its brief. */
export type SpecialKey = { readonly kind: SpecialKind; readonly number: number }

/** An edition by its brief and local date, `YYYY-MM-DD`; outside the schedule also by its kind and number. */
export type EditionKey = Pick<Edition, 'briefId' | 'date'> & { readonly special?: SpecialKey }

export type EditionColumns = {
  readonly brief_id: string
  readonly date: string
  readonly kind: EditionKind
  readonly number: number
}

/** The columns of an edition; they also find its rows. */
export const columnsOf = ({ briefId, date, special }: EditionKey): EditionColumns => ({
  brief_id: briefId,
  date,
  kind: special?.kind ?? 'regular',
  number: special?.number ?? 0,
})

/** The edition that a row is of. */
export function keyOfRow({ brief_id: briefId, date, kind, number }: EditionColumns): EditionKey {
  return kind === 'regular' ? { briefId, date } : { briefId, date, special: { kind, number } }
}

/** `sintesis/2026-11-06`, `sintesis-alcance/2026-11-06-1`: the name that people and messages use. */
export function nameEdition({ briefId, date, special }: EditionKey): string {
  return special === undefined ? `${briefId}/${date}` : `${briefId}-${special.kind}/${date}-${special.number}`
}
