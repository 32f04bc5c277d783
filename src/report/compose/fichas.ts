// A story → its ficha: the chief publication in full, the others in a line each, what must be seen.
import type { Municipality, Note, Source } from '../../model.ts'
import type { Picture } from '../picture.ts'
import type { Ficha, Repeat } from '../sintesis.ts'
import type { PrintedBefore } from '../sintesis-input.ts'
import { cleanText, safeLink } from '../typeset/clean-text.ts'
import {
  listWarnings,
  MISSING_VOICE_WARNING,
  PICTURE_CAPTION,
  printClashWarning,
  printDoubt,
  printLink,
  printMeta,
  printMore,
  printPickup,
  printPictureAlt,
  printRepeatsTitle,
  printWhen,
  printWhereAndMore,
} from '../words/notes.ts'
import { printPlace } from '../words/slots.ts'
import { printTold } from '../words/special.ts'
import { findByUrl, lacksOfficialVoice } from './actions.ts'
import { anchorOfBoletin, anchorOfStory } from './anchors.ts'
import { findFigureClash } from './figure-clash.ts'
import { idsOf, nameOfSource, type SourceById, titleOf, toneOf } from './note-facts.ts'
import { quotePassage } from './passage.ts'
import { readPicture } from './pictures.ts'
import type { Telling } from './tellings.ts'

export type FichaFacts = {
  readonly municipality: Municipality
  readonly sources: SourceById
  /** What the analyst wants seen, by the URL of a publication. */
  readonly watch: readonly { readonly url: string; readonly text: string }[]
  /** Folios that the edition lists, so that a ficha can lead to their row. */
  readonly folios: ReadonlySet<string>
  readonly images: ReadonlyMap<number, Uint8Array | null>
  /** Notes that an edition outside the schedule printed before. */
  readonly told: ReadonlyMap<number, PrintedBefore>
}

/** How much of a text is quoted, in characters. */
export const EXTRACT_LENGTH = { short: 170, ficha: 330, lead: 520 } as const
const MOST_WARNINGS = 2
/** Outlets named under a story; the index names them all. */
const MOST_REPEATS = 20

/** Composes the ficha of a story under its number in the edition. */
export function composeFicha(telling: Telling, number: number, isLead: boolean, facts: FichaFacts): Ficha {
  const { chief, notes } = telling
  const source = facts.sources.get(chief.sourceId)
  const others = notes.slice(1)
  const otherMedia = new Set(others.map(({ sourceId }) => sourceId).filter((id) => id !== chief.sourceId))
  const repeats = composeRepeats(others, facts)
  return {
    number,
    anchor: anchorOfStory(telling),
    tone: toneOf(chief),
    medium: nameOfSource(chief.sourceId, facts.sources),
    headline: titleOf(chief),
    meta: `${composeMeta(chief, source, facts)}${markTold(notes, facts)}`,
    where: printWhere(chief, facts),
    extract: composeExtract(chief, source, isLead ? EXTRACT_LENGTH.lead : EXTRACT_LENGTH.ficha),
    shortExtract: composeExtract(chief, source, isLead ? EXTRACT_LENGTH.ficha : EXTRACT_LENGTH.short),
    watch: composeWatch(telling, facts),
    pickup: composePickup(chief, facts),
    repeats: repeats.slice(0, MOST_REPEATS),
    repeatsMore: printMore(repeats.length - MOST_REPEATS),
    repeatsTitle: repeats.length === 0 ? null : printRepeatsTitle(otherMedia.size, others.length),
    link: composeLink(chief),
    picture: composePicture(chief, facts),
    noteIds: idsOf(notes),
  }
}

/** A story whose every note was printed before says where; of one that went on, which part was. */
const markTold = (notes: readonly Note[], { told }: FichaFacts): string => {
  const known = notes.flatMap(({ id }) => told.get(id) ?? [])
  return known.length === 0 ? '' : ` · ${printTold(known, notes.length)}`
}

function composeMeta(note: Note, source: Source | undefined, { municipality }: FichaFacts): string {
  const { article, capturedAt, reach } = note
  return printMeta({
    medium: source?.medium ?? 'portal',
    slot: article.slot,
    section: article.section === null ? null : cleanText(article.section),
    byline: article.byline === null ? null : cleanText(article.byline),
    when: printWhen(article, capturedAt, municipality.timeZone),
    reach,
  })
}

/** Text of an outlet whose rights allow only title and link is never printed. */
export function composeExtract(note: Note, source: Source | undefined, longest: number): string | null {
  if (source === undefined || source.rights === 'titulo-y-liga') return null
  return quotePassage(note.article, note.mentions, longest)
}

export function composeLink(note: Note): Ficha['link'] {
  const href = safeLink(note.article.canonicalUrl) ?? safeLink(note.article.url)
  return href === null ? null : { text: printLink(href), href }
}

/** One entry per outlet and tone: an outlet that followed a story all day is named once. */
function composeRepeats(notes: readonly Note[], facts: FichaFacts): Repeat[] {
  const groups = Map.groupBy(notes, (note) => `${note.sourceId}|${toneOf(note)}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return [
      {
        tone: toneOf(first),
        medium: nameOfSource(first.sourceId, facts.sources),
        where: printWhereAndMore(printWhere(first, facts), group.length - 1),
        href: safeLink(first.article.canonicalUrl) ?? safeLink(first.article.url),
      },
    ]
  })
}

/** `Portal, 20 nov, 21:40`. */
function printWhere(note: Note, { sources, municipality }: FichaFacts): string {
  const source = sources.get(note.sourceId)
  const when = printWhen(note.article, note.capturedAt, municipality.timeZone)
  return source === undefined ? when : printPlace(source.medium, note.article.slot, when)
}

function composePickup(note: Note, { folios }: FichaFacts): Ficha['pickup'] {
  const pickup = note.pickups.toSorted((one, other) => other.shareOfBoletin - one.shareOfBoletin)[0]
  if (pickup === undefined) return null
  return { ...printPickup(pickup), goTo: folios.has(pickup.folio) ? anchorOfBoletin(pickup.folio) : null }
}

/** The analyst's own words, or what the rules see: doubt, damage, contradiction, silence. Two sentences at most. */
function composeWatch(telling: Telling, facts: FichaFacts): string | null {
  const written = facts.watch.find(({ url }) => findByUrl([telling], url) !== undefined)
  if (written !== undefined) return cleanText(written.text)
  const { chief } = telling
  const doubts = chief.mentions.every(({ belonging }) => belonging === 'dudosa')
    ? [printDoubt(chief.mentions.flatMap(({ evidence }) => evidence).map(cleanText))]
    : []
  const clash = findFigureClash(telling.notes)
  const warnings = [
    ...doubts,
    ...(clash === null ? [] : [printClashWarning(clash.thing)]),
    ...(lacksOfficialVoice(telling, facts.sources, facts.municipality) ? [MISSING_VOICE_WARNING] : []),
    ...listWarnings(chief.article),
  ]
  return warnings.length === 0 ? null : warnings.slice(0, MOST_WARNINGS).join(' ')
}

function composePicture(note: Note, { images, sources }: FichaFacts): Picture | null {
  const bytes = images.get(note.id)
  if (bytes === undefined) return null
  const medium = nameOfSource(note.sourceId, sources)
  return readPicture(bytes, PICTURE_CAPTION, printPictureAlt(titleOf(note), medium))
}
