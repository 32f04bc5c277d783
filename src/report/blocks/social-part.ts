// «Redes» → a sentence, the bar of its tones, posts as they were written two abreast, and a line for each of the others.

import { anchorOfPosts, SOCIAL_ANCHOR } from '../compose/anchors.ts'
import {
  anchorBox,
  type Box,
  gapBox,
  padBox,
  rowBox,
  ruleBox,
  stackBoxes,
  tagBox,
  textBox,
} from '../page/boxes.ts'
import { type Flow, placeBox, skipDown } from '../page/flow.ts'
import { type Column, placeTable, type TableRow } from '../page/table.ts'
import { COLORS, GLYPH_SHARE } from '../page/tokens.ts'
import { drawToneGlyph } from '../page/tone-glyph.ts'
import type { Post, SocialPart } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { POST_HEADS, SOCIAL_LABELS } from '../words/social.ts'
import { speakTone, TONE_NAMES } from '../words/tones.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'
import { continuedHeadBox } from './section-head.ts'
import { toneBarBox } from './tone-bar.ts'

const BAR_HEIGHT = 8
const LIST_ANCHOR = `${SOCIAL_ANCHOR}-lista`
/** Lines of a post that is printed as written. */
const MOST_LINES = { carta: 8, movil: 10 } as const

/** Height of what must stand under the head: the sentence, the bar and the first row of posts. */
export const measureSocial = (social: SocialPart, context: BlockContext): number =>
  openingBox(social, context).height + (listPostRows(social.chosen, social, context)[0]?.height ?? 0)

export function placeSocial(flow: Flow, social: SocialPart, context: BlockContext): void {
  placeBox(flow, openingBox(social, context))
  for (const row of listPostRows(social.chosen, social, context)) placeBox(flow, row)
  if (social.listed.length > 0) placeListed(flow, social, context)
}

function openingBox({ sentence, doubt, tally }: SocialPart, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const spans = sentence.map(({ text, goTo }, place): Span => {
    const style = place === 0 ? { face: 'sans-bold' as const } : {}
    return { text, goTo: linkTo(context, goTo === SOCIAL_ANCHOR ? LIST_ANCHOR : goTo), style }
  })
  const subject = { of: SOCIAL_LABELS.bar, trail: SOCIAL_ANCHOR }
  return stackBoxes([
    textBox(spans, styles.fact, { width: textWidth }),
    doubt === null ? null : textBox(doubt, styles.meta, { width: textWidth }),
    gapBox(5),
    toneBarBox(tally, textWidth, BAR_HEIGHT, '', context, subject),
    gapBox(isPhone(context) ? 12 : 9),
  ])
}

/** Rows of posts: two abreast on paper, one on a telephone. */
function listPostRows(posts: readonly Post[], { listed }: SocialPart, context: BlockContext): Box[] {
  const { columns, columnWidth, gutter } = context.tokens
  const boxes = posts.map((post, place) => {
    const box = postBox(post, columnWidth, context)
    const isFirst = listed.length === 0 && posts.findIndex(({ tone }) => tone === post.tone) === place
    return isFirst ? anchorBox(anchorOfPosts(post.tone), box) : box
  })
  return Array.from({ length: Math.ceil(boxes.length / columns) }, (_, row) =>
    rowBox(
      boxes
        .slice(row * columns, (row + 1) * columns)
        .map((box, index) => ({ x: index * (columnWidth + gutter), box })),
    ),
  )
}

function postBox(
  { tone, network, account, when, text, metrics, href }: Post,
  width: number,
  context: BlockContext,
): Box {
  const { styles, rhythm, format } = context.tokens
  const head: Span[] = [
    { tone, size: styles.meta.size * GLYPH_SHARE, gap: 3.5, spoken: speakTone(tone) },
    { text: network, style: { face: 'sans-bold', color: COLORS.ink } },
    { text: ' ' },
    { text: account, href, style: href === null ? {} : { color: COLORS.link } },
    { text: ` · ${when}` },
  ]
  const said =
    text === null
      ? textBox(SOCIAL_LABELS.onlyLink, styles.small, { width })
      : textBox(text, styles.small, { width, maxLines: MOST_LINES[format], tag: 'P' })
  const content = stackBoxes([
    textBox(head, styles.meta, { width }),
    gapBox(2),
    tagBox('BlockQuote', said),
    metrics === null ? null : padBox(textBox(metrics, styles.caption, { width }), { top: 1.5 }),
  ])
  return stackBoxes([ruleBox(width), padBox(content, { top: 5, bottom: rhythm.ficha - 2 })])
}

const PAPER_COLUMNS: readonly Column[] = [
  { title: POST_HEADS.tone, x: 0, width: 22, align: 'left' },
  { title: POST_HEADS.post, x: 26, width: 288, align: 'left' },
  { title: POST_HEADS.account, x: 322, width: 98, align: 'left' },
  { title: POST_HEADS.where, x: 426, width: 98, align: 'left' },
]

function placeListed(flow: Flow, { listed, guide }: SocialPart, context: BlockContext): void {
  const { styles, textWidth } = context.tokens
  const look = {
    width: textWidth,
    style: isPhone(context) ? styles.small : { ...styles.meta, color: COLORS.ink },
    headStyle: { ...styles.metaBold, color: COLORS.ink2 },
    padding: isPhone(context) ? 5 : 0.75,
    maxLines: isPhone(context) ? 2 : 1,
  }
  skipDown(flow, 4)
  const title = textBox(SOCIAL_LABELS.all, styles.smallBold, { width: textWidth, tag: 'H3' })
  const under = guide === null ? null : textBox(guide, styles.meta, { width: textWidth })
  placeBox(flow, anchorBox(LIST_ANCHOR, stackBoxes([title, under, gapBox(3)])))
  const rows = listed.map((post, place): TableRow => {
    const isFirst = listed[place - 1]?.tone !== post.tone
    const cells = isPhone(context) ? phoneCells(post) : paperCells(post, context)
    return { cells, ...(isFirst ? { anchor: anchorOfPosts(post.tone) } : {}) }
  })
  const columns: readonly Column[] = isPhone(context)
    ? [{ title: POST_HEADS.post, x: 0, width: textWidth, align: 'left' }]
    : PAPER_COLUMNS
  placeTable(flow, columns, rows, look, () => placeBox(flow, continuedHeadBox(SOCIAL_LABELS.title, context)))
}

function paperCells({ tone, text, href, account, network, when }: Post, context: BlockContext) {
  const { styles } = context.tokens
  return [
    {
      attributes: { actual: TONE_NAMES[tone] },
      draw: (canvas: Parameters<Box['draw']>[0], x: number, baseline: number) =>
        drawToneGlyph(canvas, tone, x + 6, baseline, 6.6),
    },
    { text: [{ text: text ?? SOCIAL_LABELS.onlyLink, href }], isHead: true },
    { text: account },
    { text: `${network}, ${when}`, style: styles.meta },
  ]
}

function phoneCells({ tone, text, href, account, network, when }: Post) {
  const spans: Span[] = [
    { tone, size: 9, gap: 3, spoken: speakTone(tone) },
    { text: `${network} `, style: { face: 'sans-bold' } },
    { text: `${account} · ${when}: `, style: { color: COLORS.ink2 } },
    { text: text ?? SOCIAL_LABELS.onlyLink, href },
  ]
  return [{ text: spans, isHead: true }]
}
