// The tables of editions outside the schedule, as Kysely sees them.
import type { ColumnType } from 'kysely'

export type SpecialKind = 'alcance' | 'extraordinaria'
export type ToldKind = 'nota' | 'tono' | 'mencion'

export type SpecialEditionTable = {
  brief_id: string
  kind: SpecialKind
  /** `YYYY-MM-DD`. */
  date: string
  number: number
  title: string | null
  from_at: Date
  to_at: Date
  claimed_at: Date
  published_at: Date | null
  files: ColumnType<string[], readonly string[] | undefined, readonly string[]>
  ledger_sha256: string | null
}

export type AddendumToldTable = {
  brief_id: string
  date: string
  number: number
  what: ToldKind
  note_id: number
  row_id: number
  subject_id: ColumnType<string | null, string | null | undefined, never>
  before: ColumnType<string | null, string | null | undefined, never>
  after: ColumnType<string | null, string | null | undefined, never>
}

export type ExtraordinaryNoteTable = { brief_id: string; date: string; number: number; note_id: number }

export type AddendumLookTable = { brief_id: string; looked_at: Date }
