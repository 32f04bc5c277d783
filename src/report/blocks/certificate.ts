// The completeness certificate → «Qué se revisó»: sums, failures with their reason, the last reading of each source, the seal.
import { type Box, gapBox, ruleBox, stackBoxes, textBox } from '../page/boxes.ts'
import { drawText, RULE, tag } from '../page/canvas.ts'
import { placeBalanced } from '../page/columns.ts'
import { ensureRoom, type Flow, placeBox, placeHere, skipDown } from '../page/flow.ts'
import { COLORS } from '../page/tokens.ts'
import type { CertificateText, ReadingRow } from '../sintesis.ts'
import { fitText } from '../typeset/fit-text.ts'
import { baselineOf, widthOf } from '../typeset/text-style.ts'
import { CERTIFICATE_HEADS } from '../words/certificate.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { type BlockContext, isPhone } from './context.ts'
import { failureBox } from './review-summary.ts'
import { continuedHeadBox } from './section-head.ts'

/** Rows of readings that must fit under their head; so many are not divided between two pages. */
const LEAST_ROWS = 3
const MOST_WHOLE = 14

/** Failures that stand with their head on one page. */
const MOST_TOGETHER = 4

/** Draws the body of the certificate under its head. */
export function placeCertificate(flow: Flow, certificate: CertificateText, context: BlockContext): void {
  const { styles, textWidth } = context.tokens
  placeBox(flow, textBox(certificate.summary, styles.small, { width: textWidth }))
  skipDown(flow, 6)
  placeBox(flow, sumsBox(certificate, context))
  for (const remark of certificate.remarks) {
    skipDown(flow, 3)
    placeBox(flow, textBox(remark, { ...styles.meta, color: COLORS.ink }, { width: textWidth }))
  }
  placeFailures(flow, certificate.failures, context)
  placeReadings(
    flow,
    certificate.readings.filter(({ isFailure }) => !isFailure),
    context,
  )
  skipDown(flow, 6)
  placeBox(
    flow,
    stackBoxes([
      ruleBox(textWidth, RULE),
      gapBox(4),
      ...sealLines(certificate.seal, context).map((line) =>
        textBox(line, styles.caption, { width: textWidth }),
      ),
    ]),
  )
}

/** One line on paper; on a telephone each part has its own. */
const sealLines = (seal: string, context: BlockContext): string[] =>
  isPhone(context) ? seal.split(' · ') : [seal]

/** Everything listed, and under it each end; the ends add up to what was listed. */
function sumsBox({ sums }: CertificateText, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const across = isPhone(context) ? 1 : 3
  const width = (textWidth - (across - 1) * 18) / across
  const rowHeight = styles.table.leading + 4
  const rows = Math.ceil(sums.length / across)
  return {
    height: rows * rowHeight,
    draw: (canvas, x, y) => {
      for (const [index, { label, value }] of sums.entries()) {
        const left = x + Math.floor(index / rows) * (width + 18)
        const top = y + (index % rows) * rowHeight
        ruleBox(width).draw(canvas, left, top)
        const baseline = top + 2 + baselineOf(styles.table)
        const style = index === 0 ? styles.tableBold : styles.table
        tag(canvas, 'P', {}, () => {
          drawText(canvas, `${label} `, left, baseline, style)
          drawText(canvas, value, left + width, baseline, styles.tableBold, { align: 'right' })
        })
      }
    },
  }
}

function placeFailures(flow: Flow, failures: readonly ReadingRow[], context: BlockContext): void {
  const { styles, textWidth } = context.tokens
  if (failures.length === 0) return
  skipDown(flow, 9)
  const head = textBox(CERTIFICATE_HEADS.failures, styles.smallBlock, { width: textWidth, tag: 'H3' })
  const rows = failures.map((row) => failureBox(row, context))
  placeBox(flow, stackBoxes([head, gapBox(3), ...rows.slice(0, MOST_TOGETHER)]))
  for (const row of rows.slice(MOST_TOGETHER)) placeBox(flow, row)
}

function placeReadings(flow: Flow, readings: readonly ReadingRow[], context: BlockContext): void {
  const { styles, textWidth, columnWidth } = context.tokens
  if (readings.length === 0) return
  skipDown(flow, 9)
  const rows = readings.map((row) => readingBox(row, columnWidth, context))
  const head = textBox(CERTIFICATE_HEADS.readings, styles.smallBlock, { width: textWidth, tag: 'H3' })
  const lines = Math.ceil(rows.length / context.tokens.columns)
  const least = (rows[0]?.height ?? 0) * (lines <= MOST_WHOLE ? lines : LEAST_ROWS)
  ensureRoom(flow, head.height + 3 + least)
  placeHere(flow, stackBoxes([head, gapBox(3)]))
  placeBalanced(flow, rows, () => placeBox(flow, continuedHeadBox(SINTESIS_LABELS.review, context)))
}

function readingBox({ name, state }: ReadingRow, width: number, context: BlockContext): Box {
  const { styles } = context.tokens
  const height = styles.table.leading + (isPhone(context) ? 8 : 3.6)
  return {
    height,
    draw: (canvas, x, y) => {
      ruleBox(width).draw(canvas, x, y)
      const baseline = y + (height - styles.table.leading) / 2 + baselineOf(styles.table)
      const hour = { ...styles.table, color: COLORS.ink2 }
      tag(canvas, 'P', {}, () => {
        drawText(
          canvas,
          `${fitText(name, width - widthOf(state, hour) - 12, styles.table)} `,
          x,
          baseline,
          styles.table,
        )
        drawText(canvas, state, x + width, baseline, hour, { align: 'right' })
      })
    },
  }
}
