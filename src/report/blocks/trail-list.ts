// Trails in groups → «De dónde sale cada cifra»: under each name the numbers of the notes that were counted, linked.

import type { CountTrail, TrailGroup, TrailPart } from '../count-trail.ts'
import { anchorBox, type Box, gapBox, padBox, stackBoxes, textBox } from '../page/boxes.ts'
import { type Grid, measureBalanced, narrowGrid, placeBalanced } from '../page/columns.ts'
import { type Flow, markPlace, placeHere, roomIn, skipDown, startPage } from '../page/flow.ts'
import { COLORS } from '../page/tokens.ts'
import type { Span } from '../typeset/paragraph.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { speakTone } from '../words/tones.ts'
import { printUnlisted } from '../words/trails.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'
import { continuedHeadBox } from './section-head.ts'

/** A list lower than this is not divided between two pages; a longer one begins where this much fits. */
const SHORT_LIST = 180
const LEAST_ROOM = 90

/** Numbers that are consulted stand closer than text that is read. */
const COLUMNS = 3
const GUTTER = 18

/** Groups without entries are left out. `note` says of which counts the notes are elsewhere. */
export function placeTrails(
  flow: Flow,
  groups: readonly TrailGroup[],
  note: string,
  context: BlockContext,
): void {
  const { styles, textWidth } = context.tokens
  const grid = narrowGrid(context.tokens, COLUMNS, GUTTER)
  const boxes = groups.flatMap(({ title, trails }) => boxesOf(title, trails, grid, context))
  if (boxes.length === 0) return
  skipDown(flow, 10)
  const head = textBox(SINTESIS_LABELS.trails, styles.metaBold, { width: textWidth, tag: 'H3' })
  const guide = textBox(note, styleOf(context), { width: textWidth })
  const all = head.height + 2 + guide.height + 4 + measureBalanced(boxes, grid)
  if (all > roomIn(flow) && (all < SHORT_LIST || roomIn(flow) < LEAST_ROOM)) startPage(flow)
  markPlace(flow, 'cifras', null)
  placeHere(flow, stackBoxes([head, gapBox(2), guide, gapBox(4)]))
  placeBalanced(flow, boxes, () => placeHere(flow, continuedHeadBox(SINTESIS_LABELS.trails, context)), grid)
}

/** A group's title stays with its first entry. */
function boxesOf(
  title: string,
  trails: readonly CountTrail[],
  { width }: Grid,
  context: BlockContext,
): Box[] {
  const name: TextStyle = { ...styleOf(context), face: 'sans-bold', color: COLORS.ink }
  return trails.map((trail, index) => {
    const entry = entryBox(trail, width, context)
    const head = textBox(title, name, { width })
    return index === 0 ? stackBoxes([gapBox(3), head, gapBox(1), entry]) : entry
  })
}

const styleOf = (context: BlockContext): TextStyle => {
  const { meta, caption } = context.tokens.styles
  return isPhone(context) ? meta : { ...caption, color: COLORS.ink2 }
}

function entryBox(trail: CountTrail, width: number, context: BlockContext): Box {
  const text = textBox(listTrail(trail, context), styleOf(context), { width })
  return anchorBox(trail.anchor, padBox(text, { bottom: isPhone(context) ? 5 : 1.6 }))
}

const listTrail = ({ label, parts, elsewhere }: CountTrail, context: BlockContext): Span[] => [
  { text: `${label}: `, style: { face: 'sans-semibold', color: COLORS.ink } },
  ...parts.flatMap((part, index) =>
    listPart(part, elsewhere === null && index === parts.length - 1, context),
  ),
  ...(elsewhere === null ? [] : [{ text: `${elsewhere}.` }]),
]

function listPart(
  { tone, name, numbers, unlisted }: TrailPart,
  isLast: boolean,
  context: BlockContext,
): Span[] {
  const size = styleOf(context).size * 0.8
  const end = isLast ? '.' : '; '
  return [
    ...(tone === null ? [] : [{ tone, size, gap: 2.4, spoken: speakTone(tone) }]),
    ...(name === null ? [] : [{ text: `${name}\u00a0` }]),
    ...numbers.flatMap(({ text, goTo }, index): Span[] => [
      { text: text.replace(' ', '\u00a0'), goTo: linkTo(context, goTo), style: { color: COLORS.link } },
      { text: index < numbers.length - 1 ? ', ' : unlisted > 0 ? ' ' : end },
    ]),
    ...(unlisted === 0 ? [] : [{ text: `${printUnlisted(unlisted, numbers.length === 0)}${end}` }]),
  ]
}
