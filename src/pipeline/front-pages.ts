// A source with a front page → that of its day, tried at each visit until it changes; and the front pages of an edition.
import { type FrontPagePicture, readFrontPage, takeFrontPage } from '../collect/front-page.ts'
import { type DroppedFrontPage, readDroppedFrontPages } from '../config/dropped-front-pages.ts'
import { Unreadable } from '../failure.ts'
import type { Source } from '../model.ts'
import type { DayFrontPage } from '../report/sintesis-input.ts'
import { printDay } from '../report/words/dates.ts'
import { findCaptureBody, keepCaptureFile } from '../store/capture-files.ts'
import {
  type FrontPageRecord,
  findFrontPages,
  findFrontPagesOf,
  keepFrontPage,
} from '../store/front-pages.ts'
import { localDate } from '../text/zoned.ts'
import type { House } from './house.ts'
import { explainHouseFault } from './house-fault.ts'

/**
 * Takes the front page of a source for its own day, unless it was taken. One whose bytes are those of the day before is
 * not yet printed: it is tried again at the next visit. Whatever happens to it, the round stands.
 */
export async function followFrontPage(house: House, source: Source): Promise<void> {
  const { frontPage } = source
  if (frontPage === undefined || source.rights === 'titulo-y-liga') return
  const at = house.clock()
  const day = localDate(at, source.timeZone)
  const [last, before] = await findFrontPagesOf(house.store.db, source.id, day)
  if (last?.day === day && 'sha256' in last.taken) return
  const previous = last?.day === day ? before : last
  const taken = await takeFrontPage(frontPage, day, house.web).catch((error: Error) => {
    if (explainHouseFault(error) !== null) throw error
    return { url: frontPage.url, reason: `error del programa: ${error.message}` }
  })
  await keepFrontPage(house.store.db, {
    sourceId: source.id,
    day,
    at,
    ...(await keep(house, taken, previous)),
  })
}

async function keep(
  house: House,
  taken: Awaited<ReturnType<typeof takeFrontPage>>,
  previous: FrontPageRecord | undefined,
): Promise<Pick<FrontPageRecord, 'url' | 'taken'>> {
  const { url } = taken
  if ('reason' in taken) return { url, taken }
  const { original, printed } = taken
  if (previous !== undefined && 'sha256' in previous.taken && previous.taken.sha256 === original.sha256) {
    return { url, taken: { reason: `el sitio aún muestra la del ${printDay(previous.day)}` } }
  }
  for (const file of [original, printed]) await keepCaptureFile(house.data, file)
  return { url, taken: { sha256: original.sha256, printedSha256: printed.sha256 } }
}

/** The front pages of an edition's date, in the order of the sources, and the Spanish mistakes of who wrote about them. */
export async function gatherFrontPages(
  house: House,
  date: string,
  by: Date,
): Promise<{ readonly pages: readonly DayFrontPage[]; readonly faults: readonly string[] }> {
  const { folder, sources } = house.workspace
  const ids = sources.map(({ id }) => id)
  const dropped = await readDroppedFrontPages(folder, date, ids)
  const records = new Map((await findFrontPages(house.store.db, date, by)).map((one) => [one.sourceId, one]))
  const pages: DayFrontPage[] = []
  for (const source of sources) {
    const own = dropped.pages.find(({ sourceId }) => sourceId === source.id)
    const picture = await findPicture(house, source, own, records.get(source.id))
    if (picture === null) continue
    const { headline = null, mentionsUs = null, noteId = null } = own ?? {}
    pages.push({ sourceId: source.id, picture, headline, mentionsUs, noteId })
  }
  return { pages, faults: dropped.faults.map(({ message }) => message) }
}

/** What a person left goes before what the program took. Null of a source that has no front page that day. */
async function findPicture(
  house: House,
  source: Source,
  own: DroppedFrontPage | undefined,
  record: FrontPageRecord | undefined,
): Promise<DayFrontPage['picture'] | null> {
  const isExpected = source.frontPage !== undefined && source.isEnabled
  if (own === undefined && !isExpected) return null
  if (source.rights === 'titulo-y-liga')
    return { reason: 'la fuente solo permite título y liga', isFailure: false }
  if (own?.picture != null) return readDropped(own.picture.bytes)
  if (record === undefined)
    return { reason: isExpected ? 'no se ha leído' : 'falta su imagen', isFailure: isExpected }
  const { taken } = record
  if ('reason' in taken) return { reason: taken.reason, isFailure: true }
  const bytes = await findCaptureBody(house.data, taken.printedSha256).catch(() => null)
  return bytes === null ? { reason: 'su captura ya no está en el archivo', isFailure: true } : { bytes }
}

async function readDropped(bytes: Uint8Array): Promise<DayFrontPage['picture']> {
  try {
    const { printed }: FrontPagePicture = await readFrontPage(bytes)
    return { bytes: printed.body }
  } catch (error) {
    if (error instanceof Unreadable) return { reason: error.message, isFailure: true }
    throw error
  }
}
