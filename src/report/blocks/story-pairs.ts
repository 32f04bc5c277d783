// The stories that left a mark → positives at the left and negatives at the right, rows aligned.
import { type Box, gapBox, padBox, rowBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { drawRule, drawText, fillRect, tag } from '../page/canvas.ts'
import { ensureRoom, type Flow, placeBox, placeHere } from '../page/flow.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import { drawToneGlyph } from '../page/tone-glyph.ts'
import type { StoryCard } from '../posicionamiento.ts'
import { baselineOf } from '../typeset/text-style.ts'
import { REPORT_LABELS } from '../words/questions.ts'
import { type BlockContext, isPhone } from './context.ts'
import { imageBox } from './picture.ts'

const GUTTER = 26
/** Of a story's picture, at the right of its headline. */
const PICTURE = { carta: { width: 62, height: 47 }, movil: { width: 96, height: 72 } } as const
const PICTURE_GAP = 10
/** White under a story, which the last ones of a page may go without. */
const AFTER_STORY = 12

export function placeStoryPairs(
  flow: Flow,
  positive: readonly StoryCard[],
  negative: readonly StoryCard[],
  context: BlockContext,
): void {
  if (!isPhone(context)) {
    for (const row of listPairs(positive, negative, context)) {
      ensureRoom(flow, row.height - AFTER_STORY)
      placeHere(flow, row)
    }
    return
  }
  placeList(flow, positive, 'positivo', context)
  placeList(flow, negative, 'negativo', context)
}

/** Height of the pairs on paper, to keep them on one page. */
export const measureStoryPairs = (
  positive: readonly StoryCard[],
  negative: readonly StoryCard[],
  context: BlockContext,
): number => stackBoxes(listPairs(positive, negative, context)).height - AFTER_STORY

/** A head for each tone and its stories under it; a tone that stands alone takes both columns. */
function listPairs(
  positive: readonly StoryCard[],
  negative: readonly StoryCard[],
  context: BlockContext,
): Box[] {
  const width = (context.tokens.textWidth - GUTTER) / 2
  const pair = (left: Box, right: Box): Box =>
    rowBox([
      { x: 0, box: left },
      { x: width + GUTTER, box: right },
    ])
  const cell = (card: StoryCard | undefined): Box =>
    card === undefined ? gapBox(0) : storyBox(card, width, context)
  const alone = positive.length === 0 ? negative : negative.length === 0 ? positive : null
  if (alone !== null) {
    const rows = Array.from({ length: Math.ceil(alone.length / 2) }, (_, row) =>
      pair(cell(alone[row * 2]), cell(alone[row * 2 + 1])),
    )
    return [
      toneHeadBox(alone[0]?.tone === 'positivo' ? 'positivo' : 'negativo', alone.length, context),
      ...rows,
    ]
  }
  const heads = pair(
    toneHeadBox('positivo', positive.length, context),
    toneHeadBox('negativo', negative.length, context),
  )
  const rows = Array.from({ length: Math.max(positive.length, negative.length) }, (_, row) =>
    pair(cell(positive[row]), cell(negative[row])),
  )
  return [heads, ...rows]
}

function placeList(
  flow: Flow,
  cards: readonly StoryCard[],
  tone: 'positivo' | 'negativo',
  context: BlockContext,
): void {
  if (cards.length === 0) return
  const [first, ...rest] = cards.map((card) => storyBox(card, context.tokens.textWidth, context))
  placeBox(flow, stackBoxes([toneHeadBox(tone, cards.length, context), first ?? null]))
  for (const box of rest) placeBox(flow, box)
}

function toneHeadBox(tone: 'positivo' | 'negativo', count: number, context: BlockContext): Box {
  const { metaBold } = context.tokens.styles
  const style = { ...metaBold, size: metaBold.size * 1.15, color: TONE_COLORS[tone].text }
  if (count === 0) return gapBox(0)
  const label = tone === 'positivo' ? REPORT_LABELS.positive : REPORT_LABELS.negative
  return {
    height: metaBold.leading + 5,
    draw: (canvas, x, y) => {
      const baseline = y + baselineOf(metaBold)
      tag(canvas, 'H3', {}, () => {
        drawToneGlyph(canvas, tone, x, baseline, style.size * 0.86)
        drawText(canvas, label, x + style.size + 3, baseline, style)
      })
    },
  }
}

function storyBox(card: StoryCard, width: number, context: BlockContext): Box {
  const { styles } = context.tokens
  const strong = { face: 'sans-semibold' as const, color: COLORS.ink }
  const size = PICTURE[context.tokens.format]
  const { picture } = card
  const measure = picture === null ? width : width - size.width - PICTURE_GAP
  const told = stackBoxes([
    textBox([{ text: card.headline, href: card.href }], styles.headline, {
      width: measure,
      isBalanced: true,
      maxLines: 4,
      tag: 'P',
    }),
    gapBox(1.5),
    textBox([{ text: card.medium, style: strong }, { text: `, ${card.when}` }], styles.meta, {
      width: measure,
    }),
    textBox(card.size, styles.meta, { width: measure }),
  ])
  const top =
    picture === null
      ? told
      : rowBox([
          { x: 0, box: told },
          { x: width - size.width, box: padBox(imageBox(picture, size), { top: 2 }) },
        ])
  const content = stackBoxes([top, gapBox(2), textBox(card.why, styles.extract, { width })])
  const framed: Box = {
    height: content.height + 7 + AFTER_STORY,
    draw: (canvas, x, y) => {
      drawRule(canvas, x, y, width)
      tag(canvas, 'Artifact', {}, () =>
        fillRect(canvas, [x, y - 0.3, x + 30, y + 2.1], TONE_COLORS[card.tone].text),
      )
      padBox(content, { top: 7 }).draw(canvas, x, y)
    },
  }
  return tagBox('Art', framed, { title: `Historia ${card.number}` })
}
