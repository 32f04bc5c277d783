// A note as a person names it on the command line, by number or by address → its id in the archive.
import type { House } from '../pipeline/house.ts'
import { findNoteIdByUrl } from '../store/dossier.ts'
import { findNotesById } from '../store/notes.ts'

/** @throws Error, in Spanish, when the archive has no such note. */
export async function findWantedNote({ store: { db } }: House, wanted: string): Promise<number> {
  const id = /^\d{1,15}$/.test(wanted) ? Number(wanted) : await findNoteIdByUrl(db, wanted)
  if (id === null || (await findNotesById(db, [id])).length === 0)
    throw new Error(`No hay ninguna nota «${wanted}» en el archivo.`)
  return id
}
