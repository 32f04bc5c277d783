// The tables of alerts, as Kysely sees them.
import type { ColumnType, GeneratedAlways } from 'kysely'

export type AlertSpeed = 'rapida' | 'normal'
export type AlertState = 'espera' | 'enviada' | 'callada'
export type AlertChannel = 'correo' | 'webhook' | 'telegram'
export type AlertDeliveryState = 'pendiente' | 'enviando' | 'entregada' | 'rechazada' | 'dudosa'

export type AlertTable = {
  id: GeneratedAlways<number>
  rule_id: string
  note_id: number
  speed: AlertSpeed
  reason: string
  raised_at: Date
  due_at: Date
  state: ColumnType<AlertState, AlertState | undefined, AlertState>
  why: ColumnType<string | null, string | null | undefined, string | null>
  sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  silenced_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export type AlertDeliveryTable = {
  id: GeneratedAlways<number>
  alert_id: number
  channel: AlertChannel
  recipient: string
  state: ColumnType<AlertDeliveryState, AlertDeliveryState | undefined, AlertDeliveryState>
  attempts: ColumnType<number, number | undefined, number>
  next_at: Date | null
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  answer: ColumnType<string | null, string | null | undefined, string | null>
}

export type AlertLookTable = { is_only: ColumnType<boolean, boolean | undefined, never>; looked_to: Date }
