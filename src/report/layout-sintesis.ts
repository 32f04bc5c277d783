// A síntesis and a page format → its pages, laid out until every page number in them is true.

import type { PageFormat } from '../model.ts'
import { placeBoletines } from './blocks/boletin-table.ts'
import { briefNoteBox } from './blocks/brief-note.ts'
import { placeCertificate } from './blocks/certificate.ts'
import type { ContentsEntry } from './blocks/contents.ts'
import { type BlockContext, isPhone } from './blocks/context.ts'
import { MOST_ON_PAGE_ONE, placeCorrections } from './blocks/correction-list.ts'
import { fichaChoice } from './blocks/ficha.ts'
import { measureFirstFrontPages, placeFrontPages } from './blocks/front-page-grid.ts'
import { furnitureOf } from './blocks/furniture.ts'
import { howToReadBox } from './blocks/how-to-read.ts'
import { leadFichaBox } from './blocks/lead-ficha.ts'
import { placeNeighbours } from './blocks/neighbour-list.ts'
import { MOST_LISTED, placeNoteIndex } from './blocks/note-index.ts'
import { measureFirstOpinions, placeOpinions } from './blocks/opinion-list.ts'
import { continuedHeadBox, type SectionCount, sectionHeadBox } from './blocks/section-head.ts'
import { measureSocial, placeSocial } from './blocks/social-part.ts'
import { placeTrails } from './blocks/trail-list.ts'
import { SOCIAL_ANCHOR } from './compose/anchors.ts'
import { entriesOf, type TrailGroup } from './count-trail.ts'
import { type Box, textBox } from './page/boxes.ts'
import { placeBalanced, placeMasonry } from './page/columns.ts'
import type { Page } from './page/display-list.ts'
import {
  closeInFlow,
  type Flow,
  finishPages,
  isAtTop,
  markPlace,
  openInFlow,
  opensOwnPage,
  placeBox,
  placeHere,
  roomIn,
  skipDown,
  startFlow,
  startPage,
} from './page/flow.ts'
import { layTightly, settlePages } from './page/settle.ts'
import { type Tokens, tokensOf } from './page/tokens.ts'
import { placePageOne } from './page-one-sintesis.ts'
import type { Ficha, Sintesis, SintesisSection } from './sintesis.ts'
import { FRONT_PAGE_LABELS } from './words/front-pages.ts'
import { SINTESIS_LABELS } from './words/labels.ts'
import { SOCIAL_LABELS } from './words/social.ts'
import { SPECIAL_LABELS } from './words/special.ts'
import { TRAIL_LABELS, TRAIL_NOTES } from './words/trails.ts'

/** Least room under a section's head: a head never stands alone at the foot. */
const LEAST_UNDER_HEAD = 90
const WHOLE_TABLE = 240

export function layoutSintesis(report: Sintesis, format: PageFormat): Page[] {
  const lay = (tokens: Tokens) =>
    settlePages((pageOf) => layoutOnce(report, { tokens, brand: report.masthead.brandColor, pageOf }))
  return layTightly(tokensOf(format), lay)
}

function layoutOnce(report: Sintesis, context: BlockContext): Page[] {
  const flow = startFlow(context.tokens, SINTESIS_LABELS.minute)
  placePageOne(flow, report, listEntries(report, context), context)
  for (const [index, section] of report.sections.entries()) placeSection(flow, section, index === 0, context)
  for (const [index, part] of listParts(report, context).entries()) {
    const isFirst = index === 0 && report.sections.length === 0
    openPart(flow, { ...part, count: null, isFirst }, context)
    part.place(flow)
    closeInFlow(flow)
  }
  skipDown(flow, 10)
  placeBox(flow, howToReadBox(context))
  const { masthead } = report
  const running = {
    carta: `${masthead.title} · ${masthead.municipality} · ${masthead.shortDate}`,
    movil: masthead.shortDate,
  }
  return finishPages(flow, furnitureOf(running, context))
}

/** A part of the edition after the sections; `needs` points must fit under its head. */
type Part = ContentsEntry & { readonly needs: number; readonly place: (flow: Flow) => unknown }

function listParts(report: Sintesis, context: BlockContext): Part[] {
  const { boletines, silence, columns, social, frontPages, neighbours, index, certificate } = report
  const parts: (Part & { readonly isPresent: boolean })[] = [
    {
      title: SPECIAL_LABELS.corrections,
      anchor: 'correcciones',
      isPresent: report.corrections.length > MOST_ON_PAGE_ONE,
      needs: LEAST_UNDER_HEAD,
      place: (flow) => placeCorrections(flow, report.corrections, context),
    },
    {
      title: SINTESIS_LABELS.boletines,
      anchor: 'boletines',
      isPresent: !report.isAddendum,
      needs: Math.min(WHOLE_TABLE, 40 + boletines.length * 18),
      place: (flow) => placeBoletines(flow, boletines, silence.boletines, context),
    },
    {
      title: SINTESIS_LABELS.columns,
      anchor: 'columnas',
      isPresent: columns.length > 0,
      needs: measureFirstOpinions(columns, context),
      place: (flow) => placeOpinions(flow, columns, context),
    },
    {
      title: SOCIAL_LABELS.title,
      anchor: SOCIAL_ANCHOR,
      isPresent: social !== null,
      needs: social === null ? 0 : measureSocial(social, context),
      place: (flow) => social !== null && placeSocial(flow, social, context),
    },
    {
      title: FRONT_PAGE_LABELS.title,
      anchor: 'planas',
      isPresent: frontPages.length > 0,
      needs: measureFirstFrontPages(frontPages, context),
      place: (flow) => placeFrontPages(flow, frontPages, context),
    },
    {
      title: SINTESIS_LABELS.neighbours,
      anchor: 'vecinos',
      isPresent: neighbours.length > 0,
      needs: LEAST_UNDER_HEAD,
      place: (flow) => placeNeighbours(flow, neighbours, context),
    },
    {
      title: indexTitle(report),
      anchor: 'indice',
      isPresent: index.length > 0,
      needs: LEAST_UNDER_HEAD,
      place: (flow) => {
        placeNoteIndex(flow, index, context)
        placeTrails(flow, groupTrails(report), TRAIL_NOTES.sintesis, context)
      },
    },
    {
      title: SINTESIS_LABELS.review,
      anchor: 'revision',
      isPresent: true,
      needs: LEAST_UNDER_HEAD,
      place: (flow) => placeCertificate(flow, certificate, context),
    },
  ]
  return parts.filter(({ isPresent }) => isPresent)
}

const groupTrails = ({ trails, sections, boletines }: Sintesis): TrailGroup[] => [
  { title: TRAIL_LABELS.tones, trails },
  { title: TRAIL_LABELS.sections, trails: entriesOf(sections) },
  { title: TRAIL_LABELS.boletines, trails: entriesOf(boletines) },
]

const indexTitle = (report: Sintesis): string =>
  report.index.length > MOST_LISTED ? SINTESIS_LABELS.indexByMedium : SINTESIS_LABELS.index

function listEntries(report: Sintesis, context: BlockContext): ContentsEntry[] {
  return [...report.sections, ...listParts(report, context)].map(({ title, anchor }) => ({ title, anchor }))
}

/** Opens a part of the edition with its head, on a new page when little of it would fit under the head. */
function openPart(
  flow: Flow,
  part: {
    readonly title: string
    readonly anchor: string
    readonly count: SectionCount | null
    readonly needs: number
    readonly isFirst: boolean
  },
  context: BlockContext,
): void {
  const { title, anchor, count, needs, isFirst } = part
  const head = sectionHeadBox(title, count, context)
  const gap = isAtTop(flow) ? 0 : context.tokens.rhythm.section
  const mustBreak = isFirst || opensOwnPage(flow) || gap + head.height + needs > roomIn(flow)
  if (mustBreak) {
    flow.section = title
    startPage(flow)
  } else skipDown(flow, gap)
  flow.section = title
  openInFlow(flow, 'Sect')
  markPlace(flow, anchor, title)
  placeHere(flow, head)
}

function placeSection(flow: Flow, section: SintesisSection, isFirst: boolean, context: BlockContext): void {
  const { tokens } = context
  const { title, anchor, count, tally, trail } = section
  const fichas = section.fichas.map((ficha) => fichaChoice(ficha, tokens.columnWidth, context))
  const lead = section.lead === null ? null : chooseLead(flow, section.lead, context)
  const alone = fichas.length === 1 ? fichas[0]?.wide?.height : undefined
  const firstRow = alone ?? Math.max(0, ...fichas.slice(0, tokens.columns).map(({ full }) => full.height))
  const needs = lead?.height ?? firstRow
  openPart(flow, { title, anchor, count: { count, tally, trail }, needs, isFirst }, context)
  const continueHead = () => placeHere(flow, continuedHeadBox(title, context))
  if (lead !== null) placeBox(flow, lead)
  placeMasonry(flow, fichas, continueHead)
  placeBriefs(flow, section, continueHead, context)
  closeInFlow(flow)
}

/** The lead with its shorter extract where that one still fits on the page and the whole one does not. */
function chooseLead(flow: Flow, lead: Ficha, context: BlockContext): Box {
  const { styles, rhythm } = context.tokens
  const full = leadFichaBox(lead, context)
  const short = leadFichaBox({ ...lead, extract: lead.shortExtract }, context)
  const room = roomIn(flow) - rhythm.section - styles.section.leading - rhythm.afterHead
  return !isPhone(context) && full.height > room && short.height <= room ? short : full
}

function placeBriefs(
  flow: Flow,
  section: SintesisSection,
  continueHead: () => void,
  context: BlockContext,
): void {
  const { tokens } = context
  if (section.briefsTitle === null) return
  const style = { ...tokens.styles.headline, face: 'serif-italic' as const }
  const head = textBox(section.briefsTitle, style, { width: tokens.textWidth, tag: 'H3' })
  if (head.height + 50 > roomIn(flow)) {
    startPage(flow)
    continueHead()
  }
  placeHere(flow, head)
  skipDown(flow, 3)
  const briefs = section.briefs.map((ficha) => briefNoteBox(ficha, tokens.columnWidth, context))
  placeBalanced(flow, briefs, continueHead)
}
