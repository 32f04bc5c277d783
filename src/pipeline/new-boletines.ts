// Boletines of the workspace that the archive does not have as they stand → kept, and traced in the notes already kept.
import type { Kysely } from 'kysely'
import { PRINT_VERSION, printBoletin } from '../match/boletines.ts'
import type { Boletin, Note, Source } from '../model.ts'
import { findBoletines, keepBoletin } from '../store/boletines.ts'
import { findNoteIds } from '../store/note-figures.ts'
import { findNotesById } from '../store/notes.ts'
import { keepPickups } from '../store/pickups.ts'
import { forgetUndecidedProbable, keepProbable } from '../store/probable.ts'
import type { Database } from '../store/schema.ts'
import { keepPrints } from '../store/shingles.ts'
import { printBoletines, traceEverywhere } from './boletin-archive.ts'
import type { House } from './house.ts'
import { listKnownSources } from './known-sources.ts'
import { proposeFor } from './probable.ts'

const ALWAYS = { from: new Date(0), to: new Date(8.64e15) }
/** Clocks of outlets run fast: notes captured this long before the dispatch are looked at too. */
const EARLY_MS = 3_600_000
/** Notes that are in memory at once, whole. */
const LOT = 200

/**
 * Keeps new and corrected boletines. A boletín whose file was written after the press had printed it is traced in the
 * notes captured since its dispatch, so that the order in which files arrive changes nothing. All or nothing: a process
 * that dies half way leaves the boletín as new as it was, and of two at once the second waits and finds nothing to add.
 */
export async function followNewBoletines(house: House): Promise<void> {
  const { db } = house.store
  const kept = new Map((await findBoletines(db, ALWAYS)).map((boletin) => [boletin.folio, boletin]))
  const changed = house.workspace.boletines.filter((boletin) => !isSame(boletin, kept.get(boletin.folio)))
  if (changed.length === 0) return printBoletines(db)
  const added = changed.filter(({ folio }) => !kept.has(folio))
  const since = new Date(Math.min(...added.map(({ sentAt }) => sentAt.getTime())) - EARLY_MS)
  await db.transaction().execute(async (trx) => {
    for (const boletin of changed) {
      await keepBoletin(trx, boletin)
      await keepPrints(trx, boletin.folio, printBoletin(boletin), PRINT_VERSION)
    }
    if (added.length > 0) await traceAgain(trx, house, added, since)
  })
  await printBoletines(db)
}

/**
 * Traces the boletines in the notes captured since an instant: a round that began before a boletín was written keeps
 * its notes without it, also after the boletín was followed.
 */
export async function retraceBoletines(house: House, since: Date): Promise<void> {
  await house.store.db
    .transaction()
    .execute((trx) => traceAgain(trx, house, house.workspace.boletines, since))
}

/** Adds the pick-ups of these boletines that the notes captured since an instant do not have yet, some at a time. */
async function traceAgain(
  db: Kysely<Database>,
  house: House,
  boletines: readonly Boletin[],
  since: Date,
): Promise<void> {
  const folios = new Set(boletines.map(({ folio }) => folio))
  const sources = new Map(listKnownSources(house).map((source) => [source.id, source]))
  const isDue = ({ folio }: { readonly folio: string }) => folios.has(folio)
  const ids = await findNoteIds(db, { ...ALWAYS, from: since })
  for (let at = 0; at < ids.length; at += LOT) {
    for (const note of await findNotesById(db, ids.slice(at, at + LOT))) {
      const source = sources.get(note.sourceId) ?? { isOwn: false }
      await traceNote(db, house, source, note, isDue)
    }
  }
}

async function traceNote(
  db: Kysely<Database>,
  house: House,
  source: Pick<Source, 'isOwn' | 'isSocial'>,
  { id, article, capturedAt, pickups }: Note,
  isDue: (found: { readonly folio: string }) => boolean,
): Promise<void> {
  const known = new Set(pickups.map(({ folio }) => folio))
  const found = await traceEverywhere(db, house.lens, article, article.publishedAt ?? capturedAt)
  const missing = found.filter((pickup) => isDue(pickup) && !known.has(pickup.folio))
  if (missing.length > 0) {
    await forgetUndecidedProbable(db, id)
    await keepPickups(db, id, missing)
  }
  const probable = proposeFor(house, source, article, capturedAt, [...pickups, ...found])
  if (probable !== null && isDue(probable)) await keepProbable(db, id, probable, house.clock())
}

function isSame(one: Boletin, other: Boletin | undefined): boolean {
  if (other === undefined || one.title !== other.title || one.dependencia !== other.dependencia) return false
  return (
    one.sentAt.getTime() === other.sentAt.getTime() &&
    one.paragraphs.join('\n') === other.paragraphs.join('\n')
  )
}
