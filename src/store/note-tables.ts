// The tables of notes and of what is judged of them, as Kysely sees them.
import type { GeneratedAlways } from 'kysely'
import type {
  ArticleFlag,
  Belonging,
  BroadcastKind,
  Completeness,
  DateOrigin,
  MentionField,
  PickupKind,
  Prominence,
  Reach,
  ToneLabel,
  ToneReason,
  ToneSettings,
} from '../model.ts'
import type { Json, List } from './column-types.ts'

export type ReviewKind = 'mencion' | 'tono' | 'boletin'
/**
 * What a person made of a doubtful mention: it is ours, or it is somebody else's. Of a tone: it was looked at. Of a boletín:
 * whether the note tells it.
 */
export type ReviewDecision = 'nuestra' | 'ajena' | 'revisada' | 'si' | 'no'

export type NoteTable = {
  id: GeneratedAlways<number>
  item_id: number
  capture_id: number
  source_id: string
  captured_at: Date
  url: string
  canonical_url: string
  title: string
  byline: string | null
  section: string | null
  published_at: Date | null
  published_from: DateOrigin
  has_hour: boolean
  image: string | null
  standfirst: string | null
  paragraphs: List<string>
  completeness: Completeness
  flags: List<ArticleFlag>
  kicker: string | null
  updated_at: Date | null
  caption: string | null
  section_id: string | null
  search: GeneratedAlways<string>
}

export type NoteSlotTable = {
  note_id: number
  programme: string | null
  host: string | null
  kind: BroadcastKind | null
  seconds: number | null
  witness: string | null
  pages: List<string> | null
  is_front_page: boolean | null
}

export type StoryTable = { id: GeneratedAlways<number>; opened_at: Date; merged_into: number | null }
export type StoryMemberTable = { note_id: number; story_id: number }
export type StoryMergeTable = {
  id: GeneratedAlways<number>
  from_id: number
  into_id: number
  merged_at: Date
  reason: string
}

export type StoryMoveTable = {
  id: GeneratedAlways<number>
  note_id: number
  from_id: number
  into_id: number
  moved_at: Date
  reason: string
}

export type MentionTable = {
  note_id: number
  subject_id: string
  belonging: Belonging
  prominence: Prominence
  evidence: List<string>
}

export type HitTable = {
  note_id: number
  subject_id: string
  position: number
  field: MentionField
  paragraph: number
  start_at: number
  end_at: number
  text: string
  rule: string
}

export type PickupTable = {
  note_id: number
  folio: string
  kind: PickupKind
  share_of_boletin: number
  share_of_article: number
  is_title_kept: boolean
  is_credited: boolean
  lag_hours: number | null
  confirmed_by: string | null
}

export type PassageTable = {
  note_id: number
  folio: string
  position: number
  boletin_paragraph: number
  boletin_start: number
  boletin_end: number
  article_paragraph: number
  article_start: number
  article_end: number
  words: number
}

export type ToneTable = {
  id: GeneratedAlways<number>
  note_id: number
  label: ToneLabel
  score: number | null
  confidence: number | null
  reasons: Json<ToneReason[]>
  needs_review: boolean
  given_by: string
  given_at: Date
  comment: string | null
}

export type ReachTable = {
  note_id: number
  value: number
  low: number | null
  high: number | null
  unit: Reach['unit']
  basis: string
  source: string
  as_of: string
}

export type ReviewTable = {
  id: GeneratedAlways<number>
  note_id: number
  kind: ReviewKind
  subject_id: string | null
  folio: string | null
  opened_at: Date
  closed_at: Date | null
  closed_by: string | null
  decision: ReviewDecision | null
  comment: string | null
}

export type MentionDecisionTable = {
  id: GeneratedAlways<number>
  note_id: number
  subject_id: string
  before: Belonging | 'ajena' | null
  after: 'nuestra' | 'ajena'
  decided_by: string
  decided_at: Date
  comment: string | null
}

export type ToneCalibrationTable = {
  id: GeneratedAlways<number>
  made_at: Date
  made_by: string
  notes: number
  shipped_accuracy: number
  fitted_accuracy: number
  settings: Json<ToneSettings>
}
