// Boletines of the workspace that the archive does not have as they stand → kept, and traced in the notes already kept.
import { prepareBoletines } from '../match/boletines.ts'
import { tracePickups } from '../match/pickups.ts'
import type { Boletin } from '../model.ts'
import { findBoletines, keepBoletin } from '../store/boletines.ts'
import { findNotes } from '../store/notes.ts'
import { keepPickups } from '../store/pickups.ts'
import type { House } from './house.ts'

const BEGINNING = new Date(0)
/** Clocks of outlets run fast: notes captured this long before the dispatch are looked at too. */
const EARLY_MS = 3_600_000

/**
 * Keeps new and corrected boletines. A boletín whose file was written after the press had printed it is traced in the
 * notes captured since its dispatch, so that the order in which files arrive changes nothing.
 */
export async function followNewBoletines(house: House): Promise<void> {
  const { db } = house.store
  const kept = new Map(
    (await findBoletines(db, { from: BEGINNING, to: new Date(8.64e15) })).map((boletin) => [
      boletin.folio,
      boletin,
    ]),
  )
  const changed = house.workspace.boletines.filter((boletin) => !isSame(boletin, kept.get(boletin.folio)))
  if (changed.length === 0) return
  await db.transaction().execute(async (trx) => {
    for (const boletin of changed) await keepBoletin(trx, boletin)
  })
  const added = changed.filter(({ folio }) => !kept.has(folio))
  if (added.length === 0) return
  const index = prepareBoletines(house.workspace.boletines)
  const folios = new Set(added.map(({ folio }) => folio))
  const since = new Date(Math.min(...added.map(({ sentAt }) => sentAt.getTime())) - EARLY_MS)
  for (const note of await findNotes(db, { from: since, to: house.clock() })) {
    const traced = tracePickups(note.article, note.article.publishedAt ?? note.capturedAt, index)
    const known = new Set(note.pickups.map(({ folio }) => folio))
    const found = traced.filter(({ folio }) => folios.has(folio) && !known.has(folio))
    if (found.length > 0) await db.transaction().execute((trx) => keepPickups(trx, note.id, found))
  }
}

function isSame(one: Boletin, other: Boletin | undefined): boolean {
  if (other === undefined || one.title !== other.title || one.dependencia !== other.dependencia) return false
  return (
    one.sentAt.getTime() === other.sentAt.getTime() &&
    one.paragraphs.join('\n') === other.paragraphs.join('\n')
  )
}
