// Posts that a person brings (an export, a capture by hand) → a round of their source, with the promises of any other.
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeCapture } from '../collect/capture.ts'
import { type GivenPost, itemOfPost } from '../collect/given-post.ts'
import { listHeaders, readPostExport } from '../collect/post-export.ts'
import { readTranscript, type Transcript } from '../collect/transcript.ts'
import { findNearest } from '../config/nearest.ts'
import { Misdeclared } from '../failure.ts'
import type { EndedItem, Item, Round, Source } from '../model.ts'
import { keepCaptureFile } from '../store/capture-files.ts'
import { keepCounts } from '../store/counts.ts'
import type { Lock } from '../store/lock.ts'
import { keepRound } from '../store/rounds.ts'
import type { House } from './house.ts'
import { ingestItem } from './ingest.ts'
import { followNewBoletines } from './new-boletines.ts'
import { findSettledUrls, listTwins } from './settled.ts'

export type GivenItem = {
  readonly item: Item
  /** Bytes of a screenshot that shows the post: kept beside the text as evidence. Null when there is none. */
  readonly screenshot: Uint8Array | null
}

const LOCK_TRIES = 120
const LOCK_PAUSE_MS = 500

/** Waits its turn at the source: somebody sits before the screen, and a visit takes seconds. */
async function lockSource(house: House, source: Source): Promise<Lock> {
  for (let tries = 0; tries < LOCK_TRIES; tries++) {
    const lock = await house.store.tryLock(`ingest:${source.id}`)
    if (lock !== null) return lock
    await sleep(LOCK_PAUSE_MS)
  }
  throw new Error(`Otro proceso está leyendo ${source.id}; vuelve a intentarlo en un minuto.`)
}

async function keepScreenshot(house: House, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await keepCaptureFile(house.data, { body: bytes, sha256 })
  return sha256
}

async function ingestGivenItem(house: House, source: Source, given: GivenItem): Promise<EndedItem> {
  const { item, screenshot } = given
  if (screenshot === null) return ingestItem(house, source, item)
  const capture = await takeCapture(item, source, house.web)
  const sha256 = await keepScreenshot(house, screenshot)
  const headers = { ...capture.headers, 'x-sintesis-screenshot': sha256 }
  return ingestItem(house, source, item, { ...capture, headers })
}

/**
 * Ingests given items. Each meets one end; one that is in the archive is `known`, and its counts are added to its series.
 * The round's state is `sin-cambios`: what a person brings says nothing of whether the source's own channels work.
 */
export async function ingestGiven(
  house: House,
  source: Source,
  given: readonly GivenItem[],
  channel: 'csv' | 'manual',
  excluded: readonly EndedItem[] = [],
): Promise<Round> {
  await followNewBoletines(house)
  const lock = await lockSource(house, source)
  try {
    const startedAt = house.clock()
    const settled = await findSettledUrls(
      house.store.db,
      given.map(({ item }) => item.url),
    )
    const ends: EndedItem[] = [...excluded]
    for (const one of given) {
      const { url } = one.item
      const ended: EndedItem = settled.has(url)
        ? { url, end: 'known', reason: null }
        : await ingestGivenItem(house, source, one)
      if (ended.end === 'kept') for (const twin of [url, ...listTwins(url)]) settled.add(twin)
      ends.push(ended)
    }
    const round: Round = {
      sourceId: source.id,
      startedAt,
      endedAt: house.clock(),
      state: 'sin-cambios',
      channel,
      reason: null,
      ends,
    }
    await house.store.db.transaction().execute(async (trx) => {
      await keepRound(trx, round)
      await keepCounts(
        trx,
        given.map(({ item }) => item),
      )
    })
    return round
  } finally {
    await lock.release()
  }
}

/**
 * Ingests a CSV export. Rows without an address, or with a wrong time or page, are told in `refused`; a file that is no such
 * table is `SourceChanged`, and one with a column that nobody knows `Misdeclared`, before anything is kept.
 */
export async function ingestExport(
  house: House,
  source: Source,
  csv: string,
  file = 'CSV',
): Promise<{ round: Round; refused: readonly { readonly row: number; readonly reason: string }[] }> {
  const seenAt = house.clock()
  const { posts, refused, unknownColumns } = readPostExport(csv, source.timeZone, seenAt)
  const [unknown] = unknownColumns
  if (unknown !== undefined) throw new Misdeclared(file, 1, null, explainColumn(unknown))
  const given = posts.flatMap((post) => {
    const item = itemOfPost(post, source.id, 'csv', seenAt)
    return item === null ? [] : [{ item, screenshot: null }]
  })
  return { round: await ingestGiven(house, source, given, 'csv'), refused }
}

/** Ingests one post as a person copied it, with a screenshot if there is one. */
export async function ingestByHand(
  house: House,
  source: Source,
  post: GivenPost,
  screenshot: Uint8Array | null,
): Promise<Round> {
  const item = itemOfPost(post, source.id, 'manual', house.clock())
  if (item === null) {
    throw new Misdeclared('--url', null, null, `«${post.url}» no es una dirección como https://…`)
  }
  return ingestGiven(house, source, [{ item, screenshot }], 'manual')
}

function explainColumn(name: string): string {
  const nearest = findNearest(name, listHeaders())
  const hint =
    nearest === null ? 'quítala, o dale el nombre de una que se lea' : `¿quisiste decir «${nearest}»?`
  return `no se conoce la columna «${name.slice(0, 60)}»; ${hint}`
}

/**
 * Ingests a transcript with times as the text of one note; its length is the note's, unless somebody gave another. What is
 * wrong with its times is told, and its text kept.
 * @throws Misdeclared when the file has no line of times, or nothing is said in it.
 */
export async function ingestTranscript(
  house: House,
  source: Source,
  post: Omit<GivenPost, 'text'>,
  text: string,
  file: string,
): Promise<{ readonly round: Round; readonly faults: Transcript['faults'] }> {
  const { paragraphs, seconds, cues, faults } = readTranscript(text)
  if (cues === 0) {
    const expected =
      'no trae tiempos como «00:01:02,500 --> 00:01:05,000»: no es una transcripción SRT ni VTT'
    throw new Misdeclared(file, null, null, expected)
  }
  if (paragraphs.length === 0) throw new Misdeclared(file, null, null, 'trae tiempos y ningún texto')
  const slot = { ...(seconds === null ? {} : { seconds }), ...post.slot }
  const round = await ingestByHand(house, source, { ...post, text: paragraphs.join('\n\n'), slot }, null)
  return { round, faults }
}
