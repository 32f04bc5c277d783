// Where notes stood in a broadcast or in a paper ↔ rows; a note without a row has no such place, or nobody wrote it down.
import type { Kysely } from 'kysely'
import type { Slot } from '../model.ts'
import type { NoteSlotTable } from './note-tables.ts'
import type { Database } from './schema.ts'
import { storable, storableList, storableOrNull } from './stored-text.ts'

/** Keeps the place of a new note; one of which nothing is said leaves no row. */
export async function keepSlot(db: Kysely<Database>, noteId: number, slot: Slot): Promise<void> {
  if (Object.values(slot).every((value) => value === undefined)) return
  await db
    .insertInto('note_slot')
    .values({
      note_id: noteId,
      programme: storableOrNull(slot.programme ?? null),
      host: storableOrNull(slot.host ?? null),
      kind: slot.kind ?? null,
      seconds: slot.seconds ?? null,
      witness: slot.witness === undefined ? null : storable(slot.witness),
      pages: slot.pages === undefined ? null : storableList(slot.pages),
      is_front_page: slot.isFrontPage ?? null,
    })
    .execute()
}

/** Places of these notes, of those that have one. */
export async function findSlots(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, Slot>> {
  const rows = await db
    .selectFrom('note_slot')
    .selectAll()
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .execute()
  return new Map(rows.map((row) => [row.note_id, toSlot(row)]))
}

type SlotRow = {
  readonly [Key in keyof NoteSlotTable]: Key extends 'pages' ? string[] | null : NoteSlotTable[Key]
}

const toSlot = ({ programme, host, kind, seconds, witness, pages, is_front_page }: SlotRow): Slot => ({
  ...(programme === null ? {} : { programme }),
  ...(host === null ? {} : { host }),
  ...(kind === null ? {} : { kind }),
  ...(seconds === null ? {} : { seconds }),
  ...(witness === null ? {} : { witness }),
  ...(pages === null ? {} : { pages }),
  ...(is_front_page === null ? {} : { isFrontPage: is_front_page }),
})
