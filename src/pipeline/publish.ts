// A brief and a date → its edition: claimed, composed from the ledger, drawn, written and recorded, once.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAnalystNotes } from '../config/analyst-notes.ts'
import { Misdeclared } from '../failure.ts'
import type { Brief, Edition, PageFormat } from '../model.ts'
import { keepEditionContent } from '../store/deliveries-consent.ts'
import {
  claimEdition,
  type EditionClaim,
  editionLock,
  findEdition,
  findOpenClaims,
  keepEdition,
} from '../store/editions.ts'
import { fold } from '../text/fold.ts'
import { localDate } from '../text/zoned.ts'
import { calendarWindow, deadlineOf, editionDate, startOf } from './calendar.ts'
import { type Drawable, type Extras, gatherPosicionamiento, gatherSintesis } from './gather.ts'
import type { House } from './house.ts'
import { followNewBoletines, retraceBoletines } from './new-boletines.ts'
import { regroupStories } from './regroup.ts'
import { rereadNotes } from './rereading.ts'

export type Published = {
  readonly edition: Edition
  /** False when it had been published before: nothing was written. */
  readonly isNew: boolean
}

/**
 * Publishes the edition of a brief for a local date, cut now; that of a day that has passed is cut at its deadline. An edition that is out already is returned as it is; one
 * whose process died half way is taken up with its number and window. Of a calendar period any date gives its one edition. Null when another process is making it.
 */
export async function publishBrief(house: House, brief: Brief, wanted: string): Promise<Published | null> {
  const { db } = house.store
  const date = editionDate(brief, wanted)
  const lock = await house.store.tryLock(editionLock(brief.id, date))
  if (lock === null) return null
  try {
    const at = house.clock()
    const { municipality } = house.workspace
    const hasPassed = date < localDate(at, municipality.timeZone)
    const whole = brief.period === undefined ? null : calendarWindow(brief.period, date, 1, municipality)
    const to = whole?.to ?? (hasPassed ? deadlineOf(brief, date, municipality) : at)
    const from = (lastEnd: Date | null) => whole?.from ?? startOf(brief, date, to, lastEnd, municipality)
    const claim = await db
      .transaction()
      .execute((trx) => claimEdition(trx, lock, { briefId: brief.id, date, from, to, at }))
    if (claim !== null) return { edition: await makeEdition(house, brief, claim), isNew: true }
    const edition = await findEdition(db, brief.id, date)
    if (edition === null) throw new Error(`edition ${brief.id} ${date} vanished`)
    return { edition, isNew: false }
  } finally {
    await lock.release()
  }
}

export type OpenEdition = { readonly brief: Brief; readonly date: string }

/**
 * Editions whose window is fixed and that are not out, oldest first: their process died or failed, or is still at them.
 * They are finished before any later one, each with its own window, and nothing more is collected for them.
 */
export async function listOpenEditions({ store, workspace }: House): Promise<OpenEdition[]> {
  const claims = await findOpenClaims(store.db)
  return claims.flatMap(({ briefId, date }) => {
    const brief = workspace.briefs.find(({ id }) => id === briefId)
    return brief === undefined ? [] : [{ brief, date }]
  })
}

async function makeEdition(house: House, brief: Brief, claim: EditionClaim): Promise<Edition> {
  const extras = await prepare(house, claim)
  const gather = brief.kind === 'sintesis' ? gatherSintesis : gatherPosicionamiento
  const drawn = await gather(house, brief, claim, extras)
  const files = await writePdfs(house, brief, `${brief.id}-${claim.date}`, drawn)
  const edition: Edition = {
    ...claim,
    publishedAt: house.clock(),
    files,
    ledgerSha256: drawn.ledgerSha256,
  }
  await keepEditionContent(house.store.db, edition, drawn.content)
  await keepEdition(house.store.db, edition)
  return edition
}

/** Brings the archive up to date for a window, and reads what a person wrote for its date. */
export async function prepare(house: House, claim: Pick<EditionClaim, 'date' | 'from'>): Promise<Extras> {
  await rereadNotes(house)
  await regroupStories(house)
  await followNewBoletines(house)
  await retraceBoletines(house, claim.from)
  return { ...(await readNotesOf(house, claim.date)), logo: await readLogo(house) }
}

/** A mistake in the analyst's notes leaves them out and is told in the edition; it never holds the edition back. */
async function readNotesOf(house: House, date: string): Promise<Pick<Extras, 'analyst' | 'faults'>> {
  try {
    return { analyst: await readAnalystNotes(house.workspace.folder, date), faults: [] }
  } catch (error) {
    if (!(error instanceof Misdeclared)) throw error
    return { analyst: null, faults: [error.message] }
  }
}

/** Draws and writes an edition in each format of its brief; returns the paths. */
export async function writePdfs(
  house: House,
  brief: Brief,
  name: string,
  { draw }: Drawable,
): Promise<string[]> {
  const files: string[] = []
  for (const format of brief.format) files.push(await writePdf(house, name, format, await draw(format)))
  return files
}

/** `tala-sintesis-2026-11-13-carta.pdf`: written aside and renamed, so that nobody opens half a file. */
async function writePdf(house: House, name: string, format: PageFormat, bytes: Uint8Array): Promise<string> {
  const place = fold(house.workspace.municipality.name)
    .replace(/ñ/g, 'n')
    .replace(/[^a-z0-9]+/g, '-')
  const path = join(house.reports, `${place}-${name}-${format}.pdf`)
  await mkdir(house.reports, { recursive: true })
  await writeFile(`${path}.tmp`, bytes, { flush: true })
  await rename(`${path}.tmp`, path)
  return path
}

async function readLogo({ workspace }: House): Promise<Uint8Array | null> {
  const { logo } = workspace.municipality
  return logo === null ? null : readFile(join(workspace.folder, logo))
}
