// A source → one round of it: what it lists is captured, read and kept, and every item meets exactly one end.
import { takeCapture } from '../collect/capture.ts'
import { listItems } from '../collect/collect.ts'
import { extractNote } from '../extract/extract.ts'
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import type { Capture, ChannelMemory, EndedItem, Item, Round, Source } from '../model.ts'
import { keepCaptureFile } from '../store/capture-files.ts'
import { keepUnreadable } from '../store/captures.ts'
import { findChannelMemory, keepChannelMemory } from '../store/channel-memory.ts'
import { keepCounts } from '../store/counts.ts'
import { findDueItems, findItems, type ItemRecord, keepPostponed } from '../store/items.ts'
import { isUnproved, keepVisitWindow } from '../store/listed-windows.ts'
import { findLastVisitEnd, keepRound } from '../store/rounds.ts'
import { markSourceInterval, markSourceNext } from '../store/sources.ts'
import { findTwinNote } from '../store/twins.ts'
import { focusLens } from './boletin-archive.ts'
import { recallFurniture } from './furniture.ts'
import { followPages } from './further-pages.ts'
import type { House } from './house.ts'
import { explainHouseFault } from './house-fault.ts'
import { isMetBefore, measureWindow, planNextVisit } from './interval.ts'
import { keepReading } from './keep-reading.ts'
import { rateByOwnModel } from './own-tone.ts'
import { takeIllustration } from './pictures.ts'
import { proposeFor } from './probable.ts'
import { explainGaps } from './radar.ts'
import { readCapturedArticle } from './reading.ts'
import { regroupSeldom } from './regroup.ts'
import { MOST_ATTEMPTS, nextAttempt } from './retry.ts'
import { findSettledUrls, listTwins } from './settled.ts'
import { countSpending } from './spending.ts'

/** How the reason of an item begins that is another address of a note already kept. */
const SAME_NOTE = 'es otra dirección de la misma nota:'

/**
 * Visits a source once. Failures of the web and of a page end an item or the round with their reason; a bug in reading
 * one note ends that note as `later` and is told in its reason. Told to stop by `signal` it ends the note it is at and
 * leaves the others for the next visit. Null when another process is at this source.
 */
export async function ingestSource(
  house: House,
  source: Source,
  signal?: AbortSignal,
): Promise<Round | null> {
  const lock = await house.store.tryLock(`ingest:${source.id}`)
  if (lock === null) return null
  try {
    return await visitSource(house, source, signal)
  } finally {
    await lock.release()
  }
}

async function visitSource(house: House, source: Source, signal: AbortSignal | undefined): Promise<Round> {
  const { store, web, clock } = house
  const startedAt = clock()
  await regroupSeldom(house)
  const memories = await readMemories(house, source)
  const visitedTo = await findLastVisitEnd(store.db, source.id)
  const listing = await house.stopwatch.time('listar', () =>
    listItems(source, web, memories, {
      isKnown: (url) => endsListing(house, source, visitedTo, url),
      spending: countSpending(store.db),
    }),
  )
  const window = await measureWindow(store.db, source, listing, startedAt, visitedTo)
  const due = await findDueItems(store.db, source.id, startedAt)
  const listed = new Set(listing.items.map(({ url }) => url))
  const items = [...listing.items, ...due.filter(({ url }) => !listed.has(url))]
  const settled = await findSettledUrls(
    store.db,
    items.map(({ url }) => url),
  )
  const records = await findItems(store.db, [...listed])
  const ends: EndedItem[] = [...(await explainGaps(house, listing))]
  const read = (item: Item) =>
    signal?.aborted === true ? leaveForLater(house, source, item) : ingestItem(house, source, item)
  for (const item of items) {
    const record = records.get(item.url)
    const ended: EndedItem =
      settled.has(item.url) || isWaiting(record, startedAt)
        ? { url: item.url, end: 'known', reason: null }
        : (recallTwin(record) ?? (await read(item)))
    if (ended.end === 'kept') for (const twin of listTwins(item.url)) settled.add(twin)
    ends.push(ended)
  }
  const round: Round = {
    sourceId: source.id,
    startedAt,
    endedAt: clock(),
    state: listing.state,
    channel: listing.channel,
    served: listing.parts.map(({ url }) => url),
    reason: listing.reason,
    ends,
  }
  await store.db.transaction().execute(async (trx) => {
    await keepRound(trx, round)
    if (window !== null) await keepVisitWindow(trx, round, window)
    await keepCounts(trx, listing.items)
    for (const memory of listing.memories) await keepChannelMemory(trx, source.id, memory)
    const interval = await planNextVisit(trx, source, startedAt)
    const nextAt = new Date(startedAt.getTime() + interval.minutes * 60_000)
    await markSourceInterval(trx, source.id, interval)
    await markSourceNext(
      trx,
      source.id,
      listing.after !== null && listing.after > nextAt ? listing.after : nextAt,
    )
    if (signal?.aborted === true) await markSourceNext(trx, source.id, round.endedAt)
  })
  return round
}

/**
 * True of a note that older pages of a listing need not be read beyond: it is in the archive from a visit that read to its
 * end. A visit that died may have kept the newest note and nothing of the pages behind it.
 */
async function endsListing(
  { store }: House,
  source: Source,
  visitedTo: Date | null,
  url: string,
): Promise<boolean> {
  const record = (await findItems(store.db, [url])).get(url)
  if (record?.end !== 'kept' && record?.end !== 'unreadable') return false
  return isMetBefore(source, visitedTo, record)
}

/** True of an item that was postponed to a later hour than this: that its feed still lists it is no reason to hurry. */
function isWaiting(record: ItemRecord | undefined, now: Date): boolean {
  return record?.end === 'later' && record.nextAttemptAt !== null && record.nextAttemptAt > now
}

/** The end of an item that was found to be another address of a kept note: it needs no second look. */
function recallTwin(record: ItemRecord | undefined): EndedItem | null {
  if (record?.end !== 'excluded' || record.reason?.startsWith(SAME_NOTE) !== true) return null
  return { url: record.url, end: 'excluded', reason: record.reason }
}

async function readMemories(house: House, source: Source): Promise<ChannelMemory[]> {
  // A source that failed is asked for its whole list, as on a first visit: a 304 would prove nothing.
  const isAskedForAll = await isUnproved(house.store.db, source.id)
  const memories: ChannelMemory[] = []
  for (const { url } of source.channels) {
    const memory = await findChannelMemory(house.store.db, source.id, url)
    if (memory !== null) memories.push(isAskedForAll ? { ...memory, visits: 0 } : memory)
  }
  return memories
}

/** Captures, reads and keeps one item; `given` is its capture when it was not to be fetched. */
export async function ingestItem(
  house: House,
  source: Source,
  item: Item,
  given: Capture | null = null,
): Promise<EndedItem> {
  const { time } = house.stopwatch
  let capture = given
  try {
    const taken = capture ?? (await time('capturar', () => takeCapture(item, source, house.web)))
    capture = taken
    const memory = await recallFurniture(house, source)
    const first = await time('extraer', () => extractNote(taken, source, memory))
    const { article, lesson, furtherCaptures } = await followPages(house, source, taken, first, memory)
    const reading = await time('reconocer y calificar', async () =>
      rateByOwnModel(
        readCapturedArticle(
          taken,
          article,
          source,
          await focusLens(house.store.db, house.lens, article, taken),
        ),
        house.lens,
      ),
    )
    const twin = await findTwinNote(house.store.db, source.id, reading.article, taken.takenAt)
    if (twin !== null) return { url: item.url, end: 'excluded', reason: `${SAME_NOTE} ${twin}` }
    const probable = proposeFor(house, source, reading.article, taken.takenAt, reading.pickups)
    const picture = await time('imágenes', () => takeIllustration(house, source, reading))
    await time('guardar', async () => {
      for (const each of [taken, ...furtherCaptures]) await keepCaptureFile(house.data, each)
      await keepReading(house, source, taken, { ...reading, probable, lesson, furtherCaptures }, picture)
    })
    return { url: item.url, end: 'kept', reason: null }
  } catch (error) {
    if (error instanceof Unreadable) return endUnreadable(house, source, item, capture, error)
    return postpone(house, source, item, error)
  }
}

async function endUnreadable(
  house: House,
  source: Source,
  item: Item,
  capture: Capture | null,
  { message }: Unreadable,
): Promise<EndedItem> {
  if (capture !== null) await keepCaptureFile(house.data, capture)
  const at = house.clock()
  await house.store.db
    .transaction()
    .execute((trx) => keepUnreadable(trx, { sourceId: source.id, item, capture, reason: message, at }))
  return { url: item.url, end: 'unreadable', reason: message }
}

/** A failure that may pass is tried again later; so is a bug in reading one note, which must not cost the others. */
async function postpone(house: House, source: Source, item: Item, error: unknown): Promise<EndedItem> {
  if (!(error instanceof Error)) throw error
  // Nothing can be kept now, and going on would lose notes.
  if (explainHouseFault(error) !== null) throw error
  const isForeseen = error instanceof Later || error instanceof SourceChanged
  const reason = isForeseen ? error.message : `error del programa: ${error.message}`
  const { db } = house.store
  const attempts = ((await findItems(db, [item.url])).get(item.url)?.attempts ?? 0) + 1
  if (attempts >= MOST_ATTEMPTS) {
    return endUnreadable(
      house,
      source,
      item,
      null,
      new Unreadable('gone', `${reason} (${attempts} intentos)`),
    )
  }
  const at = house.clock()
  const after = error instanceof Later ? error.after : null
  const nextAttemptAt = nextAttempt(at, attempts, after)
  await db
    .transaction()
    .execute((trx) =>
      keepPostponed(trx, { sourceId: source.id, item, reason, at, nextAttemptAt, isTried: true }),
    )
  return { url: item.url, end: 'later', reason }
}

/** The program is stopping: what was listed is kept to be read at the next visit, also if it is listed no more. */
async function leaveForLater(house: House, source: Source, item: Item): Promise<EndedItem> {
  const at = house.clock()
  const reason = 'el programa se detuvo antes de leerla'
  await house.store.db
    .transaction()
    .execute((trx) =>
      keepPostponed(trx, { sourceId: source.id, item, reason, at, nextAttemptAt: at, isTried: false }),
    )
  return { url: item.url, end: 'later', reason }
}
