// The certificate → a short «Qué se revisó» for page one of a day without notes: silence must not look like blindness.
import { type Box, gapBox, padBox, ruleBox, stackBoxes, textBox } from '../page/boxes.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { CertificateText, ReadingRow } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { type BlockContext, linkTo, printPageOf } from './context.ts'

const MOST_FAILURES = 4

export function reviewSummaryBox(certificate: CertificateText, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const page = printPageOf(context, 'revision')
  const summary: Span[] = [
    { text: `${certificate.summary} ` },
    ...(page === ''
      ? []
      : [
          {
            text: page,
            goTo: linkTo(context, 'revision'),
            style: { face: 'sans-semibold' as const, color: COLORS.link },
          },
        ]),
  ]
  const failures = certificate.failures.slice(0, MOST_FAILURES).map((row) => failureBox(row, context))
  return stackBoxes([
    textBox(SINTESIS_LABELS.review, styles.block, { width: textWidth, tag: 'H2' }),
    gapBox(4),
    textBox(summary, styles.fact, { width: textWidth }),
    gapBox(6),
    ...failures,
  ])
}

/** A source that could not be read, since when and why. */
export function failureBox({ name, state, reason }: ReadingRow, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const spans: Span[] = [
    { text: `${name}: `, style: { face: 'sans-semibold' } },
    { text: state, style: { face: 'sans-semibold', color: TONE_COLORS.negativo.text } },
    { text: reason === null ? '.' : `. ${reason}`, style: { color: COLORS.ink2 } },
  ]
  const text = textBox(spans, styles.table, { width: textWidth })
  return stackBoxes([ruleBox(textWidth), padBox(text, { top: 2.5, bottom: 2.5 })])
}
