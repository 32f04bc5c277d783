// The tables of boletines that notes may tell in other words, as Kysely sees them.
import type { GeneratedAlways } from 'kysely'
import type { PickupKind } from '../model.ts'
import type { List } from './column-types.ts'

export type ProbablePickupTable = {
  note_id: number
  folio: string
  likeness: number
  figures: List<string>
  names: List<string>
  lag_hours: number | null
  found_at: Date
}

/** What a boletín was to a note before a person decided: reprinted, confirmed before, refuted before or proposed. */
export type BoletinBefore = PickupKind | 'no' | 'probable'

export type BoletinDecisionTable = {
  id: GeneratedAlways<number>
  note_id: number
  folio: string
  before: BoletinBefore | null
  after: 'si' | 'no'
  decided_by: string
  decided_at: Date
  comment: string | null
}
