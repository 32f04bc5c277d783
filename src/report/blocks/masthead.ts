// The masthead's text and colour → the head of page one.
import type { Box } from '../page/boxes.ts'
import { addBookmark, drawLine, drawText, fillRect, markAnchor, tag } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS } from '../page/tokens.ts'
import type { Masthead } from '../sintesis.ts'
import { fitText } from '../typeset/fit-text.ts'
import { type TextStyle, widthOf } from '../typeset/text-style.ts'
import { type BlockContext, isPhone } from './context.ts'

const LOGO = { carta: { width: 40, height: 46 }, movil: { width: 34, height: 39 } } as const
const BAND = { carta: 9, movil: 7 } as const

/** Draws from the very top of the page, above the margin, where the coloured band is. */
export function mastheadBox(masthead: Masthead, context: BlockContext): Box {
  const { tokens } = context
  const { format, margin, textWidth, pageWidth } = tokens
  const left = margin.left
  const right = left + textWidth
  const logo = masthead.logo === null ? null : LOGO[format]
  const textLeft = left + (logo === null ? 0 : logo.width + 12)
  const names = splitPlace(masthead.place, right - textLeft, context)
  const firstLine = isPhone(context) ? 26 : 34
  const eyebrowLine = firstLine + (names.length - 1) * tokens.styles.eyebrow.leading
  const nameplate = fitNameplate(masthead, context, right - textLeft)
  const nameLine = eyebrowLine + 4 + nameplate.leading * 0.82
  const ruleLine = isPhone(context) ? nameLine + 24 : nameLine + 10
  return {
    height: ruleLine + 3 + (isPhone(context) ? 14 : 15),
    draw: (canvas) => {
      tag(canvas, 'Artifact', {}, () => fillRect(canvas, [0, 0, pageWidth, BAND[format]], context.brand))
      if (masthead.logo !== null && logo !== null) {
        drawLogo(canvas, masthead, [left, firstLine - 11, left + logo.width, firstLine - 11 + logo.height])
      }
      drawEyebrow(canvas, masthead, names, context, { x: textLeft, right, baseline: eyebrowLine })
      addBookmark(canvas, masthead.title, 0)
      markAnchor(canvas, 'inicio', 0)
      tag(canvas, 'H1', {}, () => drawText(canvas, masthead.title, textLeft - 1, nameLine, nameplate))
      drawDates(canvas, masthead, context, { left, right, nameLine })
      tag(canvas, 'Artifact', {}, () => {
        drawLine(canvas, [left, ruleLine], [right, ruleLine], { color: COLORS.ink, width: 2.2 })
        drawLine(canvas, [left, ruleLine + 3], [right, ruleLine + 3], { color: COLORS.ink, width: 0.6 })
      })
    },
  }
}

/** The long title of the positioning report needs a smaller nameplate beside the dates. */
function fitNameplate(masthead: Masthead, context: BlockContext, room: number): TextStyle {
  const { nameplate, metaBold, caption } = context.tokens.styles
  const dates = isPhone(context)
    ? 0
    : Math.max(widthOf(masthead.date, metaBold), widthOf(masthead.window, caption)) + 14
  const scale = Math.min(1, (room - dates) / widthOf(masthead.title, nameplate))
  return { ...nameplate, size: nameplate.size * scale, tracking: nameplate.tracking * scale }
}

function drawLogo(
  canvas: Canvas,
  masthead: Masthead,
  bounds: readonly [number, number, number, number],
): void {
  const { logo, municipality } = masthead
  if (logo === null) return
  tag(canvas, 'Figure', { alt: `Escudo de ${municipality}`, bounds }, () => {
    canvas.ops.push({ kind: 'image', bytes: logo, bounds, fit: 'contain' })
  })
}

/** A long place has two lines on a telephone, and the issue stands at the right of the second. */
function splitPlace(place: string, room: number, context: BlockContext): string[] {
  const { eyebrow } = context.tokens.styles
  if (!isPhone(context) || widthOf(place, eyebrow) <= room) return [fitText(place, room, eyebrow)]
  const words = place.split(' ')
  const fits = (count: number) => widthOf(words.slice(0, count).join(' '), eyebrow) <= room
  const first = words.findLastIndex((_, index) => fits(index + 1)) + 1
  if (first === 0) return [fitText(place, room, eyebrow)]
  return [words.slice(0, first).join(' '), fitText(words.slice(first).join(' '), room, eyebrow)]
}

function drawEyebrow(
  canvas: Canvas,
  masthead: Masthead,
  names: readonly string[],
  context: BlockContext,
  place: { readonly x: number; readonly right: number; readonly baseline: number },
): void {
  const { eyebrow } = context.tokens.styles
  const quiet: TextStyle = { ...eyebrow, face: 'sans', color: COLORS.ink2 }
  const issue: TextStyle = { ...quiet, tracking: 0.2 }
  const { x, right, baseline } = place
  const name = names.at(-1) ?? ''
  const nameWidth = widthOf(name, eyebrow)
  const issueWidth = widthOf(masthead.issue, issue)
  const room = right - x - nameWidth
  const hasIssue = room >= issueWidth + 8
  const officeRoom = room - 12 - (hasIssue ? issueWidth + 12 : 0)
  const office = masthead.office.toLocaleUpperCase('es')
  const hasOffice = !isPhone(context) && widthOf(office, quiet) <= officeRoom
  tag(canvas, 'P', names.join(' ') === masthead.place ? {} : { actual: masthead.place }, () => {
    for (const [index, line] of names.entries()) {
      const up = (names.length - 1 - index) * eyebrow.leading
      drawText(canvas, `${line} `, x, baseline - up, eyebrow, { color: context.brand })
    }
    if (hasOffice) drawText(canvas, office, x + nameWidth + 12, baseline, quiet)
  })
  if (!hasIssue) return
  tag(canvas, 'P', {}, () => drawText(canvas, masthead.issue, right, baseline, issue, { align: 'right' }))
}

function drawDates(
  canvas: Canvas,
  masthead: Masthead,
  context: BlockContext,
  place: { readonly left: number; readonly right: number; readonly nameLine: number },
): void {
  const { metaBold, caption } = context.tokens.styles
  const { left, right, nameLine } = place
  if (isPhone(context)) {
    const rest = { ...caption, color: COLORS.ink2 }
    tag(canvas, 'P', {}, () => {
      const width = drawText(canvas, `${masthead.date} `, left, nameLine + 17, metaBold)
      const room = right - left - width - 4
      if (widthOf(masthead.window, rest) <= room) {
        drawText(canvas, masthead.window, right, nameLine + 17, rest, { align: 'right' })
      }
    })
    return
  }
  tag(canvas, 'P', {}, () =>
    drawText(canvas, masthead.date, right, nameLine - 11.5, metaBold, { align: 'right' }),
  )
  tag(canvas, 'P', {}, () => drawText(canvas, masthead.window, right, nameLine, caption, { align: 'right' }))
}
