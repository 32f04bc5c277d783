// A ficha → its box: bar and word of tone, headline as published, extract, what to see, who else told it, link.
import { anchorBox, type Box, gapBox, rowBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { drawLine, drawRule, fillRect, RULE, tag } from '../page/canvas.ts'
import type { Choice } from '../page/columns.ts'
import { COLORS, GLYPH_SHARE, TONE_COLORS } from '../page/tokens.ts'
import type { Ficha } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { speakTone, TONE_NAMES } from '../words/tones.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'
import { pictureBox } from './picture.ts'

const BAR = { carta: 30, movil: 40 } as const
const BAR_HEIGHT = 2.4
/** Headlines over four lines are set smaller; over five they end in an ellipsis. */
const LONG_HEADLINE = { lines: 4, scale: 0.88, most: 5 } as const
/** Lines of «Ojo» before it ends in an ellipsis. */
const LONGEST_WATCH = 6
const PICTURE = { carta: { width: 70, height: 52 }, movil: { width: 96, height: 72 } } as const

/** A ficha whole, or with its shorter extract. */
export const fichaChoice = (ficha: Ficha, width: number, context: BlockContext): Choice => ({
  full: fichaBox(ficha, width, context),
  short: fichaBox({ ...ficha, extract: ficha.shortExtract }, width, context),
  ...(isPhone(context) ? {} : { wide: wideFichaBox(ficha, context) }),
})

export function fichaBox(ficha: Ficha, width: number, context: BlockContext): Box {
  const { tokens } = context
  const { rhythm, styles } = tokens
  const picture = ficha.picture === null ? null : pictureBox(ficha.picture, PICTURE[tokens.format], context)
  const pictureWidth = picture === null ? 0 : PICTURE[tokens.format].width
  const headWidth = picture === null ? width : width - pictureWidth - 10
  const head = headBox(ficha, headWidth, styles.headline, context)
  const top =
    picture === null
      ? head
      : rowBox([
          { x: 0, box: head },
          { x: width - pictureWidth, box: stackBoxes([gapBox(2), picture]) },
        ])
  const body = [
    extractBox(ficha, width, styles.extract),
    watchBox(ficha, width, context),
    pickupBox(ficha, width, context),
    repeatsBox(ficha, width, context),
    linkBox(ficha, width, context),
  ].filter((box) => box !== null)
  const content = stackBoxes([top, ...body.flatMap((box) => [gapBox(rhythm.inFicha), box])])
  return frameFicha(ficha, content, width, false, context)
}

/** A ficha that stands alone: what it is in the left column, what it says in the right one. */
export function wideFichaBox(ficha: Ficha, context: BlockContext): Box {
  const { rhythm, styles, textWidth, columnWidth, gutter } = context.tokens
  const picture = ficha.picture === null ? null : pictureBox(ficha.picture, PICTURE.carta, context)
  const spaced = (boxes: readonly (Box | null)[]) =>
    stackBoxes(boxes.flatMap((box) => (box === null ? [] : [gapBox(rhythm.inFicha), box])))
  const left = stackBoxes([headBox(ficha, columnWidth, styles.headline, context), spaced([picture])])
  const right = spaced([
    extractBox(ficha, columnWidth, styles.extract),
    watchBox(ficha, columnWidth, context),
    pickupBox(ficha, columnWidth, context),
    repeatsBox(ficha, columnWidth, context),
    linkBox(ficha, columnWidth, context),
  ])
  const content = rowBox([
    { x: 0, box: left },
    { x: columnWidth + gutter, box: right },
  ])
  return frameFicha(ficha, content, textWidth, false, context)
}

/** The rule and tone bar above a ficha, its place and its element. */
export function frameFicha(
  ficha: Ficha,
  content: Box,
  width: number,
  isLead: boolean,
  context: BlockContext,
): Box {
  const { rhythm, format } = context.tokens
  const framed: Box = {
    height: rhythm.fichaTop + content.height + rhythm.ficha,
    draw: (canvas, x, y) => {
      drawRule(canvas, x, y, width, isLead ? RULE : undefined)
      const bar = [x, y - 0.3, x + BAR[format], y - 0.3 + BAR_HEIGHT] as const
      tag(canvas, 'Artifact', {}, () => fillRect(canvas, bar, TONE_COLORS[ficha.tone].text))
      content.draw(canvas, x, y + rhythm.fichaTop)
    },
  }
  return anchorBox(ficha.anchor, tagBox('Art', framed, { title: `Nota ${ficha.number}` }))
}

/** Number, tone and medium; headline; where and when. */
export function headBox(ficha: Ficha, width: number, style: TextStyle, context: BlockContext): Box {
  const { styles } = context.tokens
  return stackBoxes([
    textBox(listEyebrow(ficha, styles.metaBold), styles.metaBold, { width }),
    gapBox(1.5),
    headlineBox(ficha.headline, width, style),
    gapBox(2),
    textBox(ficha.meta, styles.meta, { width }),
  ])
}

function listEyebrow(
  { number, tone, medium }: Pick<Ficha, 'number' | 'tone' | 'medium'>,
  style: TextStyle,
): Span[] {
  return [
    { text: `${number}\u00a0\u00a0`, style: { face: 'sans-bold' } },
    { tone, size: style.size * GLYPH_SHARE, gap: 3.5 },
    { text: TONE_NAMES[tone], style: { face: 'sans-bold', color: TONE_COLORS[tone].text } },
    { text: ` · ${medium}`, style: { face: 'sans-bold' } },
  ]
}

function headlineBox(headline: string, width: number, style: TextStyle): Box {
  const options = { width, isBalanced: true, tag: 'H3' } as const
  const box = textBox(headline, style, options)
  if (box.height <= style.leading * LONG_HEADLINE.lines) return box
  const smaller = {
    ...style,
    size: style.size * LONG_HEADLINE.scale,
    leading: style.leading * LONG_HEADLINE.scale,
  }
  return textBox(headline, smaller, { ...options, maxLines: LONG_HEADLINE.most })
}

export const extractBox = ({ extract }: Ficha, width: number, style: TextStyle): Box | null =>
  extract === null ? null : textBox(extract, style, { width, isHyphenated: true })

/** What must be seen, beside a heavy bar. */
export function watchBox({ watch }: Ficha, width: number, context: BlockContext): Box | null {
  if (watch === null) return null
  const { small } = context.tokens.styles
  const spans: Span[] = [{ text: `${SINTESIS_LABELS.watch} `, style: { face: 'sans-bold' } }, { text: watch }]
  const text = textBox(spans, small, { width: width - 10, maxLines: LONGEST_WATCH })
  return {
    height: text.height,
    draw: (canvas, x, y) => {
      tag(canvas, 'Artifact', {}, () =>
        drawLine(canvas, [x + 1, y + 1.5], [x + 1, y + text.height - 0.5], { color: COLORS.ink, width: 2 }),
      )
      text.draw(canvas, x + 10, y)
    },
  }
}

export function pickupBox({ pickup }: Ficha, width: number, context: BlockContext): Box | null {
  if (pickup === null) return null
  const { meta } = context.tokens.styles
  const title: Partial<TextStyle> = { face: 'sans-semibold', color: COLORS.ink }
  return textBox(
    [
      { text: pickup.title, style: title, goTo: linkTo(context, pickup.goTo) },
      { text: ` · ${pickup.detail}` },
    ],
    meta,
    { width },
  )
}

/** «También en 4 medios: ▼ Voz del Ópalo (Portal, 20 nov, 7:12); …» */
export function repeatsBox(
  { repeats, repeatsTitle, repeatsMore }: Ficha,
  width: number,
  context: BlockContext,
): Box | null {
  if (repeatsTitle === null) return null
  const { meta } = context.tokens.styles
  const strong: Partial<TextStyle> = { face: 'sans-semibold', color: COLORS.ink }
  const glyph = meta.size * 0.74
  const spans: Span[] = repeats.flatMap(({ tone, medium, where, href }, index): Span[] => [
    { tone, size: glyph, gap: 2.2, spoken: speakTone(tone) },
    { text: medium, style: { color: COLORS.ink }, href },
    {
      text: ` (${where})${index < repeats.length - 1 ? '; ' : repeatsMore === null ? '.' : ` ${repeatsMore}.`}`,
    },
  ])
  return textBox([{ text: `${repeatsTitle} `, style: strong }, ...spans], meta, { width })
}

export function linkBox({ link }: Pick<Ficha, 'link'>, width: number, context: BlockContext): Box | null {
  if (link === null) return null
  const { meta } = context.tokens.styles
  const style = { ...meta, color: COLORS.link }
  return textBox([{ text: link.text, href: link.href, isUnderlined: true }], style, {
    width,
    maxLines: isPhone(context) ? 2 : 1,
  })
}
