// A note about the municipality → its lead picture beside it; and the pictures of an edition's notes.
import { takePicture } from '../collect/picture.ts'
import type { Note, Source } from '../model.ts'
import { isPressSource } from '../score/press.ts'
import { findCaptureBody, keepCaptureFile } from '../store/capture-files.ts'
import { findPictures, type PictureRecord } from '../store/pictures.ts'
import type { House } from './house.ts'
import type { Reading } from './reading.ts'

/** What became of a note's picture, its bytes on disk. */
export type Illustration = Pick<PictureRecord, 'url' | 'taken'>

/** Takes the picture of a note that may be printed with one; null of any other. Whatever happens to it, the note stands. */
export async function takeIllustration(
  house: House,
  source: Source,
  reading: Reading,
): Promise<Illustration | null> {
  const url = reading.article.image
  const isOurs = reading.mentions.some(({ subjectId }) => house.lens.ourSubjects.includes(subjectId))
  if (url === null || !isOurs || !isPressSource(source) || source.rights === 'titulo-y-liga') return null
  // A bug in drawing costs the picture, never the note.
  const taken = await takePicture(url, house.web).catch((error: Error) => ({
    reason: `error del programa: ${error.message}`,
  }))
  if ('bytes' in taken) await keepCaptureFile(house.data, { body: taken.bytes, sha256: taken.sha256 })
  return { url, taken }
}

/** Bytes of the pictures of these notes; null where one was tried and could not be had. */
export async function findImages(
  house: House,
  notes: readonly Note[],
): Promise<Map<number, Uint8Array | null>> {
  const digests = await findPictures(
    house.store.db,
    notes.map(({ id }) => id),
  )
  const images = new Map<number, Uint8Array | null>()
  for (const [noteId, sha256] of digests) {
    images.set(noteId, sha256 === null ? null : await findCaptureBody(house.data, sha256).catch(() => null))
  }
  return images
}
