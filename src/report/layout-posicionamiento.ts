// A positioning report and a page format → its pages, question by question, laid out until every page number is true.
import type { PageFormat } from '../model.ts'
import { placeMatrix } from './blocks/boletin-matrix.ts'
import { placeCertificate } from './blocks/certificate.ts'
import { type BlockContext, isPhone } from './blocks/context.ts'
import { placeConvenios } from './blocks/convenio-table.ts'
import { figuresRow } from './blocks/figures-row.ts'
import { findingListBox, recommendationListBox } from './blocks/finding-list.ts'
import { furnitureOf } from './blocks/furniture.ts'
import { mastheadBox } from './blocks/masthead.ts'
import { placeMediaList } from './blocks/media-list.ts'
import { placeMethod } from './blocks/method.ts'
import { minuteBox } from './blocks/minute.ts'
import { questionHeadBox } from './blocks/question-head.ts'
import { reviewSummaryBox } from './blocks/review-summary.ts'
import { sectionHeadBox } from './blocks/section-head.ts'
import { placeSpokespeople } from './blocks/spokespeople-table.ts'
import { placeStoryList } from './blocks/story-list.ts'
import { measureStoryPairs, placeStoryPairs } from './blocks/story-pairs.ts'
import { placeTopicTable } from './blocks/topic-table.ts'
import { placeTopicVoice } from './blocks/topic-voice.ts'
import { placeTrails } from './blocks/trail-list.ts'
import { trendChartBox } from './blocks/trend-chart.ts'
import { placeFollowUp, placeUpcoming } from './blocks/upcoming-list.ts'
import { placeVoiceTable } from './blocks/voice-table.ts'
import { entriesOf, type TrailGroup } from './count-trail.ts'
import { type Box, gapBox, rowBox, stackBoxes } from './page/boxes.ts'
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
import type { Posicionamiento, QuestionHead } from './posicionamiento.ts'
import { SINTESIS_LABELS } from './words/labels.ts'
import { REPORT_LABELS } from './words/questions.ts'
import { TRAIL_LABELS, TRAIL_NOTES } from './words/trails.ts'

const COLUMN_GAP = 26

export function layoutPosicionamiento(report: Posicionamiento, format: PageFormat): Page[] {
  const lay = (tokens: Tokens) =>
    settlePages((pageOf) => layoutOnce(report, { tokens, brand: report.masthead.brandColor, pageOf }))
  return layTightly(tokensOf(format), lay)
}

function layoutOnce(report: Posicionamiento, context: BlockContext): Page[] {
  const flow = startFlow(context.tokens, REPORT_LABELS.summary)
  placeSummary(flow, report, context)
  const { topics, voice, media, spokespeople, matrix, stories, convenios } = report
  if (topics !== null) {
    placeQuestion(flow, topics.head, 'temas', 150, context, () =>
      placeTopicTable(flow, topics.rows, topics.past, context),
    )
  }
  if (voice !== null) {
    const needs = 24 + voice.rows.length * 21
    placeQuestion(flow, voice.head, 'voz', needs, context, () => placeVoice(flow, voice, context))
  }
  if (media !== null) {
    const needs = Math.ceil(media.rows.length / context.tokens.columns) * 16.4
    placeQuestion(flow, media.head, 'medios', Math.min(needs, 300), context, () =>
      placeMediaList(flow, media.rows, media.note, context),
    )
  }
  if (matrix !== null) {
    const needs = 140 + Math.min(matrix.matrix.rows.length, 18) * 19
    placeQuestion(flow, matrix.head, 'matriz', needs, context, () =>
      placeMatrix(flow, matrix.matrix, context),
    )
  }
  if (spokespeople !== null) {
    const needs = 24 + spokespeople.rows.length * 20
    placeQuestion(flow, spokespeople.head, 'voceros', needs, context, () =>
      placeSpokespeople(flow, spokespeople.rows, context),
    )
  }
  if (stories !== null) {
    const needs = measureStoryPairs(stories.positive, stories.negative, context)
    placeQuestion(flow, stories.head, 'historias', needs, context, () =>
      placeStoryPairs(flow, stories.positive, stories.negative, context),
    )
  }
  if (convenios !== null) {
    const needs = 26 + (convenios.rows.length > 12 ? 8 : convenios.rows.length) * 20.6
    placeQuestion(flow, convenios.head, 'convenios', needs, context, () =>
      placeConvenios(flow, convenios, context),
    )
  }
  placeClosing(flow, report, context)
  const { masthead } = report
  return finishPages(flow, furnitureOf({ carta: report.running, movil: masthead.shortDate }, context))
}

function placeVoice(flow: Flow, voice: NonNullable<Posicionamiento['voice']>, context: BlockContext): void {
  placeVoiceTable(flow, voice.rows, voice.note, context)
  placeTopicVoice(flow, voice.topics, context)
}

function placeSummary(flow: Flow, report: Posicionamiento, context: BlockContext): void {
  flow.y = 0
  placeHere(flow, mastheadBox(report.masthead, context))
  placeHere(flow, minuteBox(REPORT_LABELS.answer, report.answer, context, context.brand))
  skipDown(flow, 12)
  placeHere(flow, figuresRow(report.figures, context))
  skipDown(flow, isPhone(context) ? 16 : 14)
  const isSilent = report.index.length === 0
  placeHere(
    flow,
    isSilent ? reviewSummaryBox(report.certificate, context) : trendChartBox(report.trend, context),
  )
  skipDown(flow, 16)
  placeBox(flow, summaryLists(report, context))
}

function summaryLists(report: Posicionamiento, context: BlockContext): Box {
  const { textWidth } = context.tokens
  const { findings, actions } = report
  const hasBoth = findings.length > 0 && actions.length > 0
  const width = isPhone(context) || !hasBoth ? textWidth : (textWidth - COLUMN_GAP) / 2
  const lists = [
    ...(findings.length === 0 ? [] : [findingListBox(findings, width, context)]),
    ...(actions.length === 0 ? [] : [recommendationListBox(actions, width, context)]),
  ]
  if (isPhone(context))
    return stackBoxes(lists.flatMap((box, index) => (index === 0 ? [box] : [gapBox(14), box])))
  return rowBox(lists.map((box, index) => ({ x: index * (width + COLUMN_GAP), box })))
}

/** Opens a question on this page when its head and `needs` points more fit, else on the next. */
function placeQuestion(
  flow: Flow,
  head: QuestionHead,
  anchor: string,
  needs: number,
  context: BlockContext,
  place: () => void,
): void {
  const box = questionHeadBox(head, context)
  openBlock(flow, head.question, anchor, box, needs, context)
  place()
  closeInFlow(flow)
}

function openBlock(
  flow: Flow,
  title: string,
  anchor: string,
  head: Box,
  needs: number,
  context: BlockContext,
): void {
  const gap = isAtTop(flow) ? 0 : context.tokens.rhythm.section
  const isSecond = flow.drafts.length === 1
  if (isSecond || opensOwnPage(flow) || gap + head.height + needs > roomIn(flow)) {
    flow.section = title
    startPage(flow)
  } else skipDown(flow, gap)
  flow.section = title
  openInFlow(flow, 'Sect')
  markPlace(flow, anchor, title)
  placeHere(flow, head)
}

/** What is to come, what was done, how it is measured, what was read, and the notes. */
function placeClosing(flow: Flow, report: Posicionamiento, context: BlockContext): void {
  const question = (title: string): QuestionHead => ({ question: title, finding: '', guide: '' })
  if (report.upcoming.length > 0) {
    placeQuestion(flow, question(REPORT_LABELS.upcoming), 'viene', report.upcoming.length * 44, context, () =>
      placeUpcoming(flow, report.upcoming, context),
    )
  }
  if (report.followUp.length > 0) {
    placeQuestion(
      flow,
      question(REPORT_LABELS.followUp),
      'seguimiento',
      24 + report.followUp.length * 20,
      context,
      () => placeFollowUp(flow, report.followUp, context),
    )
  }
  placeTitled(flow, REPORT_LABELS.method, 'metodo', 110, context, () =>
    placeMethod(flow, report.method, context),
  )
  placeTitled(flow, SINTESIS_LABELS.review, 'revision', 110, context, () =>
    placeCertificate(flow, report.certificate, context),
  )
  if (report.index.length === 0) return
  placeTitled(flow, REPORT_LABELS.index, 'indice', 110, context, () => {
    placeStoryList(flow, report.index, report.indexNote, context)
    placeTrails(flow, groupTrails(report), TRAIL_NOTES.report, context)
  })
}

/** Every row whose counts lead to its notes, under what it counts. */
function groupTrails({
  trails,
  trend,
  topics,
  media,
  spokespeople,
  matrix,
  convenios,
}: Posicionamiento): TrailGroup[] {
  return [
    { title: TRAIL_LABELS.tones, trails },
    { title: TRAIL_LABELS.dates, trails: entriesOf(trend.trails.map((trail) => ({ trail }))) },
    { title: TRAIL_LABELS.topics, trails: entriesOf(topics?.rows) },
    { title: TRAIL_LABELS.media, trails: entriesOf(media?.rows) },
    { title: TRAIL_LABELS.people, trails: entriesOf(spokespeople?.rows) },
    { title: TRAIL_LABELS.matrix, trails: entriesOf(matrix?.matrix.rows) },
    { title: TRAIL_LABELS.published, trails: entriesOf(matrix?.matrix.columns) },
    { title: TRAIL_LABELS.pieces, trails: entriesOf(convenios?.rows) },
  ]
}

function placeTitled(
  flow: Flow,
  title: string,
  anchor: string,
  needs: number,
  context: BlockContext,
  place: () => void,
): void {
  openBlock(flow, title, anchor, sectionHeadBox(title, null, context), needs, context)
  place()
  closeInFlow(flow)
}
