// The tables of what outlets repeat, as Kysely sees them.
import type { GeneratedAlways } from 'kysely'
import type { List } from './column-types.ts'

export type SourceLessonTable = { source_id: string; notes: number }

export type BlockMemoryTable = {
  source_id: string
  digest: Buffer
  notes: number
  first_lesson: number
  last_lesson: number
  note_ids: List<number>
}

export type NoteLessonTable = { note_id: number; cut: List<string>; read_at_lesson: number }

export type NoteRereadingTable = {
  id: GeneratedAlways<number>
  note_id: number
  reread_at: Date
  paragraphs: List<string>
  reason: string
}
