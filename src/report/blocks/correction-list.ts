// What a person changed in notes of an earlier edition → «Correcciones»: a line each, with the tone that counts now.
import { type Box, gapBox, padBox, ruleBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { type Flow, placeBox } from '../page/flow.ts'
import { COLORS } from '../page/tokens.ts'
import type { FixedNote } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { printMoreCorrections, SPECIAL_LABELS } from '../words/special.ts'
import { speakTone } from '../words/tones.ts'
import { type BlockContext, isPhone, linkTo, printPageOf } from './context.ts'

/** Page one tells so many; more have a part of their own. */
export const MOST_ON_PAGE_ONE = 5

/** The first ones, for page one. */
export function correctionListBox(corrections: readonly FixedNote[], context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const shown = corrections.slice(0, MOST_ON_PAGE_ONE)
  const more = printMoreCorrections(corrections.length - shown.length, printPageOf(context, 'correcciones'))
  return stackBoxes([
    textBox(SPECIAL_LABELS.corrections, styles.block, { width: textWidth, tag: 'H2' }),
    gapBox(3),
    tagBox('L', stackBoxes(shown.map((one) => correctionBox(one, context)))),
    ...(more === null
      ? []
      : [
          gapBox(3),
          textBox([{ text: more, goTo: linkTo(context, 'correcciones') }], styles.meta, { width: textWidth }),
        ]),
  ])
}

/** All of them, under the head of their part. */
export function placeCorrections(flow: Flow, corrections: readonly FixedNote[], context: BlockContext): void {
  for (const one of corrections) placeBox(flow, tagBox('L', correctionBox(one, context)))
}

function correctionBox({ text, tone, href }: FixedNote, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const spans: Span[] = [
    { tone, size: styles.fact.size * 0.78, gap: 6, spoken: speakTone(tone) },
    { text, href, style: { color: COLORS.ink } },
  ]
  const sentence = textBox(spans, styles.fact, { width: textWidth, tag: 'LBody' })
  const padding = isPhone(context) ? 6 : 3.2
  return stackBoxes([ruleBox(textWidth), tagBox('LI', padBox(sentence, { top: padding, bottom: padding }))])
}
