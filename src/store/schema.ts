// The tables and views of the archive as Kysely sees them; `migrations/` makes them.

import type { ColumnType, GeneratedAlways } from 'kysely'
import type { ChannelKind, Item, ItemEnd, Medium, RoundState, Source } from '../model.ts'
import type { AlertDeliveryTable, AlertLookTable, AlertTable } from './alerts-tables.ts'
import type { Json, List } from './column-types.ts'
import type {
  DeliveryAttemptTable,
  DeliveryConsentTable,
  DeliveryTable,
  EditionContentTable,
} from './delivery-tables.ts'
import type { FrontPageTable } from './front-page-table.ts'
import type {
  BlockMemoryTable,
  NoteLessonTable,
  NoteRereadingTable,
  SourceLessonTable,
} from './furniture-tables.ts'
import type {
  HitTable,
  MentionDecisionTable,
  MentionTable,
  NoteSlotTable,
  NoteTable,
  PassageTable,
  PickupTable,
  ReachTable,
  ReviewTable,
  StoryMemberTable,
  StoryMergeTable,
  StoryMoveTable,
  StoryTable,
  ToneCalibrationTable,
  ToneTable,
} from './note-tables.ts'
import type { BoletinDecisionTable, ProbablePickupTable } from './probable-tables.ts'
import type {
  AddendumLookTable,
  AddendumToldTable,
  ExtraordinaryNoteTable,
  SpecialEditionTable,
} from './special-tables.ts'

/** Instants inside json are ISO 8601 text. */
export type ListedItem = Omit<Item, 'seenAt' | 'publishedAt'> & {
  readonly seenAt: string
  readonly publishedAt: string | null
}

type SourceTable = {
  id: string
  name: string
  medium: Medium
  state: string | null
  is_own: boolean
  is_enabled: boolean
  every_minutes: number
  declaration: Json<Source>
  declared_at: Date
  withdrawn_at: Date | null
  next_at: Date | null
  interval_minutes: number | null
  interval_reason: string | null
}

type ChannelMemoryTable = {
  source_id: string
  url: string
  etag: string | null
  last_modified: string | null
  body_sha256: string | null
  visits: number
}

type BoletinTable = {
  folio: string
  title: string
  paragraphs: List<string>
  dependencia: string | null
  sent_at: Date
  file: string
  id: GeneratedAlways<number>
  printed: number | null
}

type BoletinPrintTable = { h: number; boletin_id: number }

type LedgerTable = { is_only: boolean; closed_to: Date }

type ItemTable = {
  id: GeneratedAlways<number>
  url_sha256: Buffer
  url: string
  source_id: string
  end_kind: ItemEnd | null
  end_reason: string | null
  first_seen: Date
  last_seen: Date
  attempts: ColumnType<number, number | undefined, number>
  next_attempt_at: Date | null
  listed: Json<ListedItem> | null
}

type RoundTable = {
  id: GeneratedAlways<number>
  source_id: string
  started_at: Date
  ended_at: Date
  ledger_at: Date
  state: RoundState
  channel: ChannelKind | null
  reason: string | null
  kept: number
  known: number
  excluded: number
  unreadable: number
  later: number
  repeated: number
  listed: number | null
  fresh: number | null
  newest_published: Date | null
  oldest_published: Date | null
  dated: number | null
  has_known: boolean | null
  safe_minutes: number | null
  gap_from: Date | null
  gap_to: Date | null
  shared_with: string | null
  shared: number | null
  served: ColumnType<string[] | null, readonly string[] | null | undefined, readonly string[] | null>
}

type ChannelReachTable = {
  source_id: string
  url: string
  listed_at: Date
  newest_published: Date | null
}

type EndingTable = {
  id: GeneratedAlways<number>
  item_id: number
  source_id: string
  ledger_at: Date
  kind: ItemEnd
  reason: string | null
}

type CaptureTable = {
  id: GeneratedAlways<number>
  item_id: number
  url: string
  final_url: string
  taken_at: Date
  status: number
  headers: Json<Record<string, string>>
  redirects: List<string>
  kind: 'page' | 'entry'
  sha256: string
  bytes: number
  listed: Json<ListedItem>
}

type EditionTable = {
  brief_id: string
  /** `YYYY-MM-DD`. */
  date: string
  number: number
  from_at: Date
  to_at: Date
  claimed_at: Date
  published_at: Date | null
  files: ColumnType<string[], readonly string[] | undefined, readonly string[]>
  ledger_sha256: string | null
}

/** Bytes are files like those of captures. Either the digest or the reason is null. */
type PictureTable = {
  note_id: number
  url: string
  sha256: string | null
  reason: string | null
  taken_at: Date
}

type PostCountTable = {
  item_id: number
  taken_at: Date
  views: number | null
  reactions: number | null
  comments: number | null
  shares: number | null
}

type SpendingTable = { name: string; month: string; amount: number }

export type Database = {
  source: SourceTable
  channel_memory: ChannelMemoryTable
  channel_reach: ChannelReachTable
  boletin: BoletinTable
  boletin_print: BoletinPrintTable
  ledger: LedgerTable
  item: ItemTable
  round: RoundTable
  ending: EndingTable
  capture: CaptureTable
  note: NoteTable
  note_slot: NoteSlotTable
  story: StoryTable
  story_member: StoryMemberTable
  story_merge: StoryMergeTable
  story_move: StoryMoveTable
  mention: MentionTable
  hit: HitTable
  pickup: PickupTable
  passage: PassageTable
  tone: ToneTable
  reach: ReachTable
  review: ReviewTable
  mention_decision: MentionDecisionTable
  probable_pickup: ProbablePickupTable
  boletin_decision: BoletinDecisionTable
  tone_calibration: ToneCalibrationTable
  edition: EditionTable
  special_edition: SpecialEditionTable
  extraordinary_note: ExtraordinaryNoteTable
  addendum_look: AddendumLookTable
  addendum_told: AddendumToldTable
  picture: PictureTable
  front_page: FrontPageTable
  post_count: PostCountTable
  spending: SpendingTable
  source_lesson: SourceLessonTable
  block_memory: BlockMemoryTable
  note_lesson: NoteLessonTable
  note_rereading: NoteRereadingTable
  edition_content: EditionContentTable
  delivery: DeliveryTable
  delivery_attempt: DeliveryAttemptTable
  delivery_consent: DeliveryConsentTable
  alert: AlertTable
  alert_delivery: AlertDeliveryTable
  alert_look: AlertLookTable
  /* views */
  note_story: StoryMemberTable
  mention_now: MentionTable
}
