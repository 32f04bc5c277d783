// The tables of what was sent to whom, as Kysely sees them.
import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Json } from './column-types.ts'
import type { SpecialKind } from './special-tables.ts'

export type DeliveryChannel = 'correo' | 'carpeta'
export type DeliveryState = 'pendiente' | 'enviando' | 'entregada' | 'rechazada' | 'dudosa' | 'retirada'
/** `otra-vez`: surely not delivered, and worth another try. */
export type AttemptEnd = 'entregada' | 'otra-vez' | 'rechazada' | 'dudosa'

/** Of the schedule, or outside it. */
export type EditionKind = 'regular' | SpecialKind

export type EditionContentTable = {
  brief_id: string
  date: string
  kind: EditionKind
  number: number
  content: Json<unknown>
}

export type DeliveryTable = {
  id: GeneratedAlways<number>
  brief_id: string
  /** `YYYY-MM-DD`. */
  date: string
  kind: EditionKind
  /** Of the schedule 0. */
  number: number
  channel: DeliveryChannel
  recipient: string
  state: ColumnType<DeliveryState, DeliveryState | undefined, DeliveryState>
  attempts: ColumnType<number, number | undefined, number>
  /** When it was planned, or asked for anew by a person. */
  planned_at: Date
  next_at: Date | null
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  answer: ColumnType<string | null, string | null | undefined, string | null>
}

export type DeliveryAttemptTable = {
  id: GeneratedAlways<number>
  delivery_id: number
  begun_at: Date
  message_id: string | null
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  ending: ColumnType<AttemptEnd | null, AttemptEnd | null | undefined, AttemptEnd | null>
  answer: ColumnType<string | null, string | null | undefined, string | null>
}

export type DeliveryConsentTable = { brief_id: string; confirmed_at: Date }
