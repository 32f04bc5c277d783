// What a positioning report is composed from: how the municipality stands, the notes of the period and what a person wrote.
import type {
  Boletin,
  Brief,
  Certificate,
  ConvenioFigures,
  Municipality,
  Note,
  Position,
  Source,
} from '../model.ts'
import type { AnalystNotes } from './sintesis-input.ts'

export type PosicionamientoInput = {
  readonly municipality: Municipality
  readonly brief: Brief
  /** Local date of the edition, `YYYY-MM-DD`. */
  readonly date: string
  readonly number: number
  readonly from: Date
  readonly to: Date
  /** Instant of publication. */
  readonly now: Date
  readonly position: Position
  /** Notes of the period that name the municipality, surely or doubtfully. */
  readonly notes: readonly Note[]
  /** Sent in the period. */
  readonly boletines: readonly Boletin[]
  readonly sources: readonly Source[]
  /** Agreements with outlets that are in force in the period; absent: none. */
  readonly convenios?: readonly ConvenioFigures[]
  readonly certificate: Certificate
  readonly analyst: AnalystNotes | null
  /** JPEG or opaque PNG of the coat of arms. */
  readonly logo?: Uint8Array | null
  /** JPEG or opaque PNG by note id; null when one was expected and could not be had. */
  readonly images?: ReadonlyMap<number, Uint8Array | null>
}
