// A published edition, or a span of days of the ledger → the sheet of 18 columns, or the text to paste into WhatsApp.
import { type Attachment, printFile } from '../deliver/attachment.ts'
import { printSheetCsv } from '../deliver/csv.ts'
import { readEditionContent } from '../deliver/edition-content.ts'
import { printSheetXlsx } from '../deliver/xlsx.ts'
import type { Note } from '../model.ts'
import { listOtherVoices } from '../score/press.ts'
import { findEditionContent } from '../store/deliveries-consent.ts'
import { type EditionKey, nameEdition } from '../store/edition-key.ts'
import { findNotes } from '../store/notes.ts'
import { findNotesTold } from '../store/special-published.ts'
import { addDays, instantOf } from '../text/zoned.ts'
import { composeSheet } from './deliver-sheet.ts'
import type { House } from './house.ts'
import { listKnownSources } from './known-sources.ts'

export type ExportFormat = 'xlsx' | 'csv' | 'texto'

/** A file of a published edition, as it was when it was published; null of one that kept no words. */
export async function exportEdition(
  house: House,
  key: EditionKey,
  format: ExportFormat,
): Promise<Attachment | null> {
  const content = await findEditionContent(house.store.db, key)
  if (content === null) return null
  return printFile(format, readEditionContent(content), nameEdition(key).replace('/', '-'))
}

/** Local days, `YYYY-MM-DD`, both included. */
export type ExportSpan = { readonly from: string; readonly to: string }

/** The notes about the municipality that were captured in a span of days, its own site and accounts, and posts of networks, apart. */
export async function exportSpan(
  house: House,
  { from, to }: ExportSpan,
  format: Exclude<ExportFormat, 'texto'>,
): Promise<Attachment & { readonly notes: number }> {
  const { municipality } = house.workspace
  const sources = listKnownSources(house)
  const { ourSubjects } = house.lens
  const window = {
    from: startOfDay(from, municipality.timeZone),
    to: startOfDay(addDays(to, 1), municipality.timeZone),
  }
  const others = listOtherVoices(sources)
  const isOurs = ({ sourceId, mentions }: Note) =>
    !others.has(sourceId) && mentions.some(({ subjectId }) => ourSubjects.includes(subjectId))
  const notes = (await findNotes(house.store.db, window)).filter(isOurs)
  const told = await findNotesTold(
    house.store.db,
    null,
    notes.map(({ id }) => id),
  )
  const rows = composeSheet(notes, { municipality, sources, ourSubjects, told })
  const bytes =
    format === 'xlsx' ? printSheetXlsx(rows, 'Notas') : new TextEncoder().encode(printSheetCsv(rows))
  return { name: `notas-${from}-a-${to}.${format}`, mediaType: '', bytes, notes: notes.length }
}

function startOfDay(date: string, timeZone: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return instantOf({ year, month, day }, timeZone)
}
