// Notes kept before their outlet was seen to repeat part of them → the same notes without it, before an edition tells them.
import { extractNote } from '../extract/extract.ts'
import type { Note, Source } from '../model.ts'
import { findCapture } from '../store/captures.ts'
import { findNotesById } from '../store/notes.ts'
import { keepProbable } from '../store/probable.ts'
import {
  findNotesToReread,
  keepFailedRereading,
  keepRereading,
  markNoteLooked,
  type NoteToReread,
} from '../store/rereading.ts'
import { recallFurniture } from './furniture.ts'
import type { House } from './house.ts'
import { rateByOwnModel } from './own-tone.ts'
import { proposeFor } from './probable.ts'
import { readArticle } from './reading.ts'

/**
 * The first notes of an outlet are read before anybody knows what it repeats. Those that no published edition has told and
 * no person has judged are read again from their captures, with what is known now; only what the outlet repeats is taken
 * out of them, and what they said before is kept. Returns how many changed.
 */
export async function rereadNotes(house: House): Promise<number> {
  let changed = 0
  for (const found of await findNotesToReread(house.store.db)) {
    const source = house.workspace.sources.find(({ id }) => id === found.sourceId)
    const [note] = await findNotesById(house.store.db, [found.noteId])
    if (source === undefined || note === undefined) continue
    try {
      if (await rereadNote(house, source, note, found)) changed += 1
    } catch (error) {
      await recordFailure(house, note, error)
    }
  }
  return changed
}

/** A note whose capture cannot be read any more is told as it was kept. What fails in the archive itself fails here too. */
async function recordFailure(house: House, note: Note, error: unknown): Promise<void> {
  const said = error instanceof Error ? error.message : String(error)
  const reason = `no se pudo volver a leer: ${said}`
  const failed = { noteId: note.id, at: house.clock(), before: note.article.paragraphs, reason }
  await house.store.db.transaction().execute((trx) => keepFailedRereading(trx, failed))
}

async function rereadNote(
  house: House,
  source: Source,
  note: Note,
  { noteId, captureId }: NoteToReread,
): Promise<boolean> {
  const { db } = house.store
  const capture = await findCapture(db, house.data, captureId)
  if (capture === null) return false
  const { article, lesson } = extractNote(capture, source, await recallFurniture(house, source, noteId))
  const cut = new Set(lesson?.cut)
  const rest = note.article.paragraphs.filter((paragraph) => !cut.has(paragraph))
  if (rest.length === note.article.paragraphs.length) {
    await markNoteLooked(db, noteId)
    return false
  }
  // When all of it was the outlet's, the text stands elsewhere on the page.
  const paragraphs = rest.length > 0 ? rest : article.paragraphs
  const whole = { ...note.article, paragraphs }
  const { article: _, ...read } = await rateByOwnModel(
    { article: whole, ...readArticle(whole, source, capture.takenAt, capture.item.views, house.lens) },
    house.lens,
  )
  const taken = note.article.paragraphs.length - rest.length
  const reason = `se quitó lo que el medio repite en otras notas: ${taken} ${taken === 1 ? 'párrafo' : 'párrafos'}`
  const probable = proposeFor(house, source, { ...note.article, paragraphs }, capture.takenAt, read.pickups)
  await db.transaction().execute(async (trx) => {
    await keepRereading(trx, {
      noteId,
      at: house.clock(),
      before: note.article.paragraphs,
      paragraphs,
      flags: article.flags,
      cut: [...cut],
      reason,
      ...read,
    })
    if (probable !== null) await keepProbable(trx, noteId, probable, house.clock())
  })
  return true
}
