// A claimed edition → everything its report is composed from, read from the ledger and measured, and how to draw it.
import type { WrittenNotes } from '../config/analyst-notes.ts'
import type { EditionContent } from '../deliver/edition-content.ts'
import type { Brief, Certificate, Note, NoteFigures, PageFormat, PeriodFigures } from '../model.ts'
import { isSurelyOf, mayBeOf, scopeOf } from '../report/compose/scope.ts'
import { composePosicionamiento, listPictured } from '../report/compose-posicionamiento.ts'
import { composeSintesis } from '../report/compose-sintesis.ts'
import { drawPosicionamiento, drawSintesis } from '../report/draw.ts'
import type { Sintesis } from '../report/sintesis.ts'
import type { PrintedBefore, Special } from '../report/sintesis-input.ts'
import { listNotesAbout, measurePeriod } from '../score/position.ts'
import { findBoletines } from '../store/boletines.ts'
import { findCertificate } from '../store/certificate.ts'
import { findLastCounts } from '../store/counts.ts'
import type { EditionClaim } from '../store/editions.ts'
import { findFirstCapture, findNoteFigures, findNotesOfBoletines } from '../store/note-figures.ts'
import { findNotes } from '../store/notes.ts'
import { findNotesTold } from '../store/special-published.ts'
import { remarkOnAlerts } from './alerts-remark.ts'
import type { Window } from './calendar.ts'
import { assessConvenios } from './convenios.ts'
import { contentOfPosicionamiento, contentOfSintesis } from './deliver-content.ts'
import { remarkOnDelivery } from './deliver-remark.ts'
import { gatherFrontPages } from './front-pages.ts'
import { remarkOnSources } from './health.ts'
import type { House } from './house.ts'
import { listKnownSources } from './known-sources.ts'
import { readPeriod } from './period-notes.ts'
import { findImages } from './pictures.ts'
import { assessPosition } from './position.ts'

const DAY = 86_400_000
/** Days of history behind a daily edition, for its pattern by weekday. */
const HISTORY_DAYS = 28
/** A boletín is followed for this long before the window. */
const BOLETIN_DAYS = 2

export type Extras = {
  readonly analyst: WrittenNotes | null
  readonly logo: Uint8Array | null
  /** Mistakes in what the analyst wrote, which left it out: told in the edition. */
  readonly faults: readonly string[]
}

/** Outside the schedule: what kind it is and, of an addendum, the only notes that it tells. */
export type Outside = { readonly special: Special; readonly noteIds: ReadonlySet<number> | null }

export type Drawable = {
  readonly ledgerSha256: string
  /** What the edition says outside its PDF. */
  readonly content: EditionContent
  /** Of the notes that it prints. */
  readonly noteIds: readonly number[]
  readonly draw: (format: PageFormat) => Promise<Uint8Array>
}

/** Gathers a daily síntesis, or an edition outside the schedule by the same blocks. */
export async function gatherSintesis(
  house: House,
  brief: Brief,
  claim: EditionClaim,
  extras: Extras,
  outside: Outside | null = null,
): Promise<Drawable> {
  const { from, to } = claim
  const past = { from: daysBefore(from, HISTORY_DAYS), to: from }
  const captured = await findNotes(house.store.db, { from, to })
  const present = captured.filter(({ id }) => outside?.noteIds?.has(id) ?? true)
  const boletines = await findBoletines(house.store.db, { from: daysBefore(from, BOLETIN_DAYS), to })
  const folios = boletines.map(({ folio }) => folio)
  // Once a day, where everything is told.
  const isWhole = outside === null && brief.about === undefined
  const frontPages = isWhole ? await gatherFrontPages(house, claim.date, to) : { pages: [], faults: [] }
  const certified = await certify(house, claim, outside !== null, [...extras.faults, ...frontPages.faults])
  const aboutAlerts = isWhole ? await remarkOnAlerts(house, { from, to }) : []
  const certificate = { ...certified, remarks: [...(certified.remarks ?? []), ...aboutAlerts] }
  const scope = scopeOf(house.workspace.municipality, brief)
  const notes = present.filter((note) => names(note, house.lens.ourSubjects) && mayBeOf(note, scope))
  const counted = (some: readonly NoteFigures[]) =>
    some.filter((note) => scope.about === null || isSurelyOf(note, scope))
  const ids = notes.map(({ id }) => id)
  const told: ReadonlyMap<number, PrintedBefore> =
    outside === null ? await findNotesTold(house.store.db, brief.id, ids) : new Map()
  const report = composeSintesis({
    ...(await common(house, brief, claim, extras)),
    notes,
    images: await findImages(house, notes),
    frontPages: frontPages.pages,
    counts: await findLastCounts(
      house.store.db,
      notes.map(({ id }) => id),
      to,
    ),
    figures: measureOurs(house, counted(present), claim),
    history:
      outside === null
        ? (await listHistory(house, past)).map((day) => measureOurs(house, counted(day.notes), day))
        : [],
    boletines,
    boletinPickups: [
      ...(await findNotesOfBoletines(house.store.db, folios, past)),
      ...present.filter(({ pickups }) => pickups.some(({ folio }) => folios.includes(folio))),
    ],
    neighbours: present.filter((note) => isOnlyNeighbours(house, note)),
    told,
    ...(outside === null ? {} : { special: outside.special }),
    certificate,
  })
  return {
    ledgerSha256: certificate.ledgerSha256,
    content: contentOfSintesis(report, notes, { ...sheetFacts(house), told }),
    noteIds: listPrinted(report),
    draw: (format) => drawSintesis(report, format),
  }
}

/** Gathers a positioning report. */
export async function gatherPosicionamiento(
  house: House,
  brief: Brief,
  claim: EditionClaim,
  extras: Extras,
): Promise<Drawable> {
  const { from, to } = claim
  const boletines = await findBoletines(house.store.db, { from, to })
  const isOurs = (note: Note) => names(note, house.lens.ourSubjects)
  const notes = await readPeriod(house, { from, to }, (note) => (isOurs(note) ? note : null))
  const calendar = brief.period === undefined ? null : { period: brief.period, date: claim.date }
  const certificate = await certify(house, claim, false, extras.faults)
  const input = {
    ...(await common(house, brief, claim, extras)),
    position: await assessPosition(house, claim, brief.days, boletines, calendar),
    convenios: await assessConvenios(house, claim, brief),
    notes,
    boletines,
    certificate,
  }
  const images = await findImages(house, listPictured(input))
  const report = composePosicionamiento({ ...input, images })
  return {
    ledgerSha256: certificate.ledgerSha256,
    content: contentOfPosicionamiento(report, notes, sheetFacts(house)),
    noteIds: listPrinted(report),
    draw: (format) => drawPosicionamiento(report, format),
  }
}

async function common(house: House, brief: Brief, claim: EditionClaim, { analyst, logo }: Extras) {
  const { municipality } = house.workspace
  const sources = listKnownSources(house)
  const { date, number, from, to } = claim
  return { municipality, brief, date, number, from, to, now: to, sources, analyst, logo }
}

const listPrinted = ({ data }: Pick<Sintesis, 'data'>): number[] => data.map(({ id }) => Number(id))

const sheetFacts = (house: House) => ({
  municipality: house.workspace.municipality,
  sources: listKnownSources(house),
  ourSubjects: house.lens.ourSubjects,
})

async function certify(
  house: House,
  { briefId, date, from, to }: EditionClaim,
  isOutside = false,
  faults: readonly string[] = [],
): Promise<Certificate> {
  const certificate = await findCertificate(house.store.db, {
    from,
    to,
    declaredSources: house.workspace.sources,
    withdrawnSources: house.withdrawn,
    misdeclared: [...house.workspace.faults.map(({ message }) => message), ...faults],
    ourSubjects: house.lens.ourSubjects,
  })
  const aboutSources = await remarkOnSources(house, { from, to }, house.workspace.sources)
  const aboutDelivery = isOutside ? [] : await remarkOnDelivery(house, { briefId, date })
  return { ...certificate, remarks: [...aboutSources, ...aboutDelivery] }
}

function names(note: Note, subjectIds: readonly string[]): boolean {
  return note.mentions.some(({ subjectId }) => subjectIds.includes(subjectId))
}

function isOnlyNeighbours(house: House, note: Note): boolean {
  return note.mentions.length > 0 && !names(note, house.lens.ourSubjects)
}

function measureOurs(house: House, notes: readonly NoteFigures[], { from, to }: Window): PeriodFigures {
  return measurePeriod(listNotesAbout(notes, house.lens.ourSubjects, listKnownSources(house)), from, to)
}

/** Our notes of each day of the window, oldest first, since the first day with any note in the archive; without texts. */
async function listHistory(
  { store: { db }, lens }: House,
  past: Window,
): Promise<(Window & { readonly notes: readonly NoteFigures[] })[]> {
  const first = await findFirstCapture(db, past)
  if (first === null) return []
  const notes = await findNoteFigures(db, past, lens.ourSubjects)
  const days = Math.min(HISTORY_DAYS, Math.ceil((past.to.getTime() - first.getTime()) / DAY))
  return Array.from({ length: days }, (_, index) => {
    const day = { from: daysBefore(past.to, days - index), to: daysBefore(past.to, days - index - 1) }
    return { ...day, notes: notes.filter(({ capturedAt }) => capturedAt > day.from && capturedAt <= day.to) }
  })
}

function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * DAY)
}
