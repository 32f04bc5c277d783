// The ficha that leads its section → a full-width box: text at the left, picture or what stands around it at the right.
import { type Box, gapBox, rowBox, stackBoxes, textBox } from '../page/boxes.ts'
import { COLORS } from '../page/tokens.ts'
import type { Ficha } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { speakTone } from '../words/tones.ts'
import type { BlockContext } from './context.ts'
import { isPhone } from './context.ts'
import {
  extractBox,
  fichaBox,
  frameFicha,
  headBox,
  linkBox,
  pickupBox,
  repeatsBox,
  watchBox,
} from './ficha.ts'
import { pictureBox } from './picture.ts'

const PICTURE = { width: 186, height: 140 } as const
const GUTTER = 18
const EMPTY_HEIGHT = 34

export function leadFichaBox(ficha: Ficha, context: BlockContext): Box {
  const { textWidth, styles, rhythm } = context.tokens
  if (isPhone(context)) return phoneLead(ficha, context)
  const measure = textWidth - PICTURE.width - GUTTER
  const around = [pickupBox(ficha, measure, context), repeatsBox(ficha, measure, context)]
  const hasPicture = ficha.picture?.kind === 'image'
  const below = hasPicture ? around : [pickupBox(ficha, measure, context)]
  const text = joinBoxes(
    [
      headBox(ficha, measure, styles.leadHeadline, context),
      extractBox(ficha, measure, styles.leadText),
      watchBox(ficha, measure, context),
      ...below,
      linkBox(ficha, measure, context),
    ],
    rhythm.inFicha,
  )
  const side = sideBox(ficha, context)
  const content = rowBox([
    { x: 0, box: text },
    { x: measure + GUTTER, box: stackBoxes([gapBox(2), side]) },
  ])
  return frameFicha(ficha, content, textWidth, true, context)
}

function joinBoxes(boxes: readonly (Box | null)[], gap: number): Box {
  const present = boxes.filter((box) => box !== null)
  return stackBoxes(present.flatMap((box, index) => (index === 0 ? [box] : [gapBox(gap), box])))
}

/** The picture; or a low empty frame that says why there is none, and the outlets that told the story. */
function sideBox(ficha: Ficha, context: BlockContext): Box {
  const { picture } = ficha
  if (picture === null) return tellersBox(ficha, context)
  if (picture.kind === 'image') return pictureBox(picture, PICTURE, context)
  const frame = pictureBox(picture, { width: PICTURE.width, height: EMPTY_HEIGHT }, context)
  return stackBoxes([frame, gapBox(8), tellersBox(ficha, context)])
}

/** Without picture, the outlets that told the story stand one under the other where it would be. */
function tellersBox({ repeats, repeatsTitle, repeatsMore }: Ficha, context: BlockContext): Box {
  const { meta, metaBold } = context.tokens.styles
  if (repeatsTitle === null) return gapBox(0)
  const rows = repeats.map(({ tone, medium, where, href }) => {
    const spans: Span[] = [
      { tone, size: meta.size * 0.8, gap: 3, spoken: speakTone(tone) },
      { text: medium, style: { face: 'sans-semibold', color: COLORS.ink }, href },
      { text: ` ${where}` },
    ]
    return textBox(spans, meta, { width: PICTURE.width })
  })
  const more = repeatsMore === null ? [] : [textBox(repeatsMore, meta, { width: PICTURE.width })]
  const spaced = [...rows, ...more].flatMap((row) => [gapBox(2.5), row])
  return stackBoxes([textBox(repeatsTitle, metaBold, { width: PICTURE.width }), ...spaced])
}

/** On a telephone the lead is a ficha with a larger headline. */
function phoneLead(ficha: Ficha, context: BlockContext): Box {
  const { styles } = context.tokens
  const larger = { ...styles, headline: styles.leadHeadline, extract: styles.leadText }
  return fichaBox(ficha, context.tokens.columnWidth, {
    ...context,
    tokens: { ...context.tokens, styles: larger },
  })
}
