// «Primeras planas» → rows of pictures with their medium and headline: those that mention us larger, then the others.
import { measurePicture } from '../compose/pictures.ts'
import { type Box, figureBox, gapBox, padBox, rowBox, stackBoxes, textBox } from '../page/boxes.ts'
import { strokeRect } from '../page/canvas.ts'
import { type Flow, placeBox, skipDown } from '../page/flow.ts'
import { COLORS, GLYPH_SHARE } from '../page/tokens.ts'
import type { FrontPage } from '../picture.ts'
import type { Span } from '../typeset/paragraph.ts'
import { FRONT_PAGE_LABELS } from '../words/front-pages.ts'
import { speakTone } from '../words/tones.ts'
import { type BlockContext, isPhone, linkTo, printPageOf } from './context.ts'
import { pictureBox } from './picture.ts'

/** Three wide, four high, as most papers are. */
const HIGH = 4 / 3
const GAP = { large: 14, small: 13 } as const

/** How many abreast: those that mention us and the others, by page. */
const ABREAST = { carta: { large: 4, small: 6 }, movil: { large: 2, small: 3 } } as const

export function placeFrontPages(flow: Flow, pages: readonly FrontPage[], context: BlockContext): void {
  for (const [index, row] of listRows(pages, context).entries()) {
    if (index > 0) skipDown(flow, isPhone(context) ? 14 : 10)
    placeBox(flow, row)
  }
}

/** Height of the first row, to keep it under its head. */
export const measureFirstFrontPages = (pages: readonly FrontPage[], context: BlockContext): number =>
  listRows(pages, context)[0]?.height ?? 0

function listRows(pages: readonly FrontPage[], context: BlockContext): Box[] {
  const isOurs = ({ mentionsUs }: FrontPage) => mentionsUs === true
  return [
    ...layRows(pages.filter(isOurs), 'large', context),
    ...layRows(
      pages.filter((page) => !isOurs(page)),
      'small',
      context,
    ),
  ]
}

function layRows(pages: readonly FrontPage[], size: 'large' | 'small', context: BlockContext): Box[] {
  const abreast = ABREAST[context.tokens.format][size]
  const width = (context.tokens.textWidth - (abreast - 1) * GAP[size]) / abreast
  return Array.from({ length: Math.ceil(pages.length / abreast) }, (_, row) =>
    rowBox(
      pages.slice(row * abreast, (row + 1) * abreast).map((page, index) => ({
        x: index * (width + GAP[size]),
        box: frontPageBox(page, width, context),
      })),
    ),
  )
}

function frontPageBox(page: FrontPage, width: number, context: BlockContext): Box {
  const { styles } = context.tokens
  const style = page.mentionsUs === true ? styles.small : styles.meta
  const headline: Span[] =
    page.headline === null
      ? []
      : [
          ...(page.tone === null
            ? []
            : [{ tone: page.tone, size: style.size * GLYPH_SHARE, gap: 3, spoken: speakTone(page.tone) }]),
          { text: page.headline, style: { color: COLORS.ink } },
        ]
  return stackBoxes([
    paperBox(page, { width, height: width * HIGH }, context),
    gapBox(4),
    textBox(page.medium, styles.metaBold, { width, tag: 'H3', maxLines: 2 }),
    headline.length === 0 ? null : padBox(textBox(headline, style, { width, maxLines: 4 }), { top: 1 }),
    mentionBox(page, width, context),
  ])
}

/** The whole page, whatever its proportions, standing on its caption; or the empty frame with its reason. */
function paperBox(
  { picture }: FrontPage,
  size: { readonly width: number; readonly height: number },
  context: BlockContext,
): Box {
  if (picture.kind === 'missing') return pictureBox(picture, size, context)
  return figureBox(size, picture.alt, (canvas, x, y) => {
    const paper = measurePicture(picture.bytes) ?? size
    const scale = Math.min(size.width / paper.width, size.height / paper.height)
    const bottom = y + size.height
    const bounds = [x, bottom - paper.height * scale, x + paper.width * scale, bottom] as const
    canvas.ops.push({ kind: 'image', bytes: picture.bytes, bounds, fit: 'contain' })
    strokeRect(canvas, bounds, { color: COLORS.ink3, width: 0.5 })
  })
}

/** «Nos menciona, p. 2», led to its note; nothing where it is not known. */
function mentionBox({ mentionsUs, goTo }: FrontPage, width: number, context: BlockContext): Box | null {
  if (mentionsUs === null) return null
  const { caption } = context.tokens.styles
  if (!mentionsUs) return padBox(textBox(FRONT_PAGE_LABELS.silent, caption, { width }), { top: 1 })
  const page = printPageOf(context, goTo)
  const text = page === '' ? FRONT_PAGE_LABELS.mentions : `${FRONT_PAGE_LABELS.mentions}, ${page}`
  const spans: Span[] = [{ text, goTo: linkTo(context, goTo), style: { color: COLORS.link } }]
  return padBox(textBox(spans, caption, { width }), { top: 1 })
}
