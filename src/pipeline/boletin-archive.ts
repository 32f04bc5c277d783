// A note and the boletines in memory → the pick-ups it has among all boletines ever kept.
import type { Kysely } from 'kysely'
import {
  type BoletinIndex,
  findSharing,
  PRINT_VERSION,
  prepareBoletines,
  printBoletin,
  probeArticle,
} from '../match/boletines.ts'
import { sentWindow, tracePickups } from '../match/pickups.ts'
import type { Article, Capture, Pickup } from '../model.ts'
import type { Database } from '../store/schema.ts'
import { findBoletinesSharing, findUnprinted, keepPrints } from '../store/shingles.ts'
import type { Lens } from './reading.ts'

/** Boletines that are weighed for a note: those it may come from, and the earlier ones that share its set phrases. */
const MOST_WEIGHED = 64

/** Boletines this recent are in memory: longer than a note follows its boletín. */
const ACTIVE_DAYS = 45

/** Since when boletines are to be in memory. */
export const activeSince = (now: Date): Date => new Date(now.getTime() - ACTIVE_DAYS * 86_400_000)

/** Boletines printed in one transaction. */
const LOT = 200

/**
 * The index in which a note is traced: that of memory where memory has all that could matter, else one of the boletines
 * of the archive that share text with the note. A note that shares nothing with those in memory, and is too young for any
 * older one, asks nobody; one that does share is weighed against older ones too, so that what they said first is not
 * taken for new. The answer is that of an index of all boletines.
 */
export async function chooseBoletines(
  db: Kysely<Database>,
  article: Article,
  at: Date,
  memory: Pick<Lens, 'boletines' | 'boletinesSince'>,
): Promise<BoletinIndex> {
  const { boletines, boletinesSince } = memory
  if (boletinesSince === null) return boletines
  const window = sentWindow(article, at)
  const probe = probeArticle(article)
  const known = findSharing(probe, boletines)
  if (!known.hasCandidates && window.from >= boletinesSince) return boletines
  const archived = await findBoletinesSharing(db, probe, { ...window, limit: MOST_WEIGHED })
  const folios = new Set(known.boletines.map(({ folio }) => folio))
  return prepareBoletines([...known.boletines, ...archived.filter(({ folio }) => !folios.has(folio))])
}

/** Traces a note's pick-ups in memory and archive. */
export async function traceEverywhere(
  db: Kysely<Database>,
  lens: Lens,
  article: Article,
  at: Date,
): Promise<Pickup[]> {
  return tracePickups(article, at, await chooseBoletines(db, article, at, lens))
}

/** The lens through which one captured article is read. */
export async function focusLens(
  db: Kysely<Database>,
  lens: Lens,
  article: Article,
  { takenAt }: Pick<Capture, 'takenAt'>,
): Promise<Lens> {
  const boletines = await chooseBoletines(db, article, article.publishedAt ?? takenAt, lens)
  return { ...lens, boletines }
}

/** Makes the fingerprints of boletines that have none of this version; those of an older archive are made once. */
export async function printBoletines(db: Kysely<Database>): Promise<void> {
  for (;;) {
    const due = await findUnprinted(db, PRINT_VERSION, LOT)
    if (due.length === 0) return
    await db.transaction().execute(async (trx) => {
      for (const boletin of due) await keepPrints(trx, boletin.folio, printBoletin(boletin), PRINT_VERSION)
    })
  }
}
