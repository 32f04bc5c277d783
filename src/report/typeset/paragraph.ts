// Spans of text and tone glyphs, a style and a measure → lines of placed runs.
import type { ToneLabel } from '../../model.ts'
import { bindWords, dropUnsettable } from './clean-text.ts'
import { hyphenate } from './hyphenate.ts'
import { breakLines, type LineRange, type Piece } from './line-breaks.ts'
import { type TextStyle, widthOf } from './text-style.ts'

export type TextSpan = {
  readonly text: string
  readonly style?: Partial<TextStyle>
  /** Address outside the document (http or https). */
  readonly href?: string | null
  /** Name of an anchor inside the document. */
  readonly goTo?: string | null
  readonly isUnderlined?: boolean
}
/** A tone glyph within text. `size` is its side and `gap` the space after it, in points. */
export type GlyphSpan = {
  readonly tone: ToneLabel
  readonly size: number
  readonly gap: number
  /** What is read aloud for it; nothing where the word stands beside it. */
  readonly spoken?: string
}
export type Span = TextSpan | GlyphSpan

export type PlacedRun =
  | {
      readonly kind: 'text'
      readonly x: number
      readonly width: number
      readonly text: string
      readonly style: TextStyle
      readonly span: TextSpan
    }
  | { readonly kind: 'glyph'; readonly x: number; readonly span: GlyphSpan }

export type Line = {
  readonly runs: readonly PlacedRun[]
  readonly width: number
  readonly isHyphenated: boolean
}

export type Paragraph = {
  readonly lines: readonly Line[]
  readonly style: TextStyle
  readonly width: number
  readonly height: number
  /** True when `maxLines` cut the text; the last line then ends in an ellipsis. */
  readonly isCut: boolean
}

export type ParagraphOptions = {
  readonly width: number
  readonly isHyphenated?: boolean
  /** Lines of even length, for headlines. */
  readonly isBalanced?: boolean
  readonly maxLines?: number
}

const isGlyph = (span: Span): span is GlyphSpan => 'tone' in span

/** Words longer than this break after their own punctuation: links and chained names. */
const LONG_WORD = 14
const AFTER_PUNCTUATION = /(?<=[/\-–—_?&=.,@](?!\d|$))/u
const AFTER_DASH = /(?<=\p{L}{3}[/–—-])(?=\p{L}{3})/u

/** Pieces are measured apart, and kerning where they meet may widen a line by this much before it is broken anew. */
const KERNING_EXCESS = 0.01
const MOST_TRIES = 4

/** Sets a paragraph. No line is wider than the measure. */
export function setParagraph(spans: readonly Span[], style: TextStyle, options: ParagraphOptions): Paragraph {
  let measure = options.width
  let paragraph = setInMeasure(spans, style, options, measure)
  for (let tries = 1; tries < MOST_TRIES; tries++) {
    const excess = Math.max(0, ...paragraph.lines.map(({ width }) => width)) - options.width
    if (excess <= KERNING_EXCESS) break
    measure -= excess
    paragraph = setInMeasure(spans, style, options, measure)
  }
  return paragraph
}

function setInMeasure(
  spans: readonly Span[],
  style: TextStyle,
  options: ParagraphOptions,
  measure: number,
): Paragraph {
  const styles = spans.map((span) => (isGlyph(span) ? style : { ...style, ...span.style }))
  const pieces = spans.flatMap((span, source) =>
    isGlyph(span) ? [glyphPiece(span, source)] : listPieces(span, source, styles[source] ?? style, options),
  )
  const ranges = breakLines(pieces, { width: measure, isBalanced: options.isBalanced ?? false })
  const most = options.maxLines ?? ranges.length
  const shown = ranges.slice(0, most)
  const isCut = ranges.length > most
  const lines = shown.map((range, index) => {
    const runs = collectRuns(pieces, range, spans, styles)
    const isLastOfCut = isCut && index === shown.length - 1
    return placeRuns(
      isLastOfCut ? endInEllipsis(runs, options.width) : runs,
      range.isHyphenated && !isLastOfCut,
    )
  })
  return { lines, style, width: options.width, height: lines.length * style.leading, isCut }
}

const glyphPiece = (span: GlyphSpan, source: number): Piece => ({
  kind: 'box',
  width: span.size + span.gap,
  text: '',
  source,
})

function listPieces(span: TextSpan, source: number, style: TextStyle, options: ParagraphOptions): Piece[] {
  const pieces: Piece[] = []
  for (const token of bindWords(dropUnsettable(span.text)).split(/( )/)) {
    if (token === ' ') pieces.push({ kind: 'gap', width: widthOf(' ', style), source })
    else if (token !== '') pieces.push(...listWordPieces(token, source, style, options))
  }
  return pieces
}

function listWordPieces(word: string, source: number, style: TextStyle, options: ParagraphOptions): Piece[] {
  const chunks = word
    .split(word.length > LONG_WORD ? AFTER_PUNCTUATION : AFTER_DASH)
    .flatMap((chunk) => splitTooWide(chunk, style, options.width))
  return chunks.flatMap((chunk, index): Piece[] => {
    const parts = options.isHyphenated ? hyphenate(chunk) : [chunk]
    const boxes = parts.flatMap((part, place): Piece[] => [
      ...(place > 0 ? [{ kind: 'hyphen', width: widthOf('-', style), source } as const] : []),
      { kind: 'box', width: widthOf(part, style), text: part, source },
    ])
    return index > 0 ? [{ kind: 'break' }, ...boxes] : boxes
  })
}

function splitTooWide(chunk: string, style: TextStyle, width: number): string[] {
  if (widthOf(chunk, style) <= width) return [chunk]
  const parts = ['']
  for (const letter of chunk) {
    const grown = `${parts.at(-1)}${letter}`
    if (widthOf(grown, style) > width * 0.98 && parts.at(-1) !== '') parts.push(letter)
    else parts[parts.length - 1] = grown
  }
  return parts
}

type LooseRun = { text: string; readonly source: number; readonly style: TextStyle; readonly span: Span }

function collectRuns(
  pieces: readonly Piece[],
  range: LineRange,
  spans: readonly Span[],
  styles: readonly TextStyle[],
): LooseRun[] {
  const runs: LooseRun[] = []
  const add = (text: string, source: number) => {
    const span = spans[source]
    const style = styles[source]
    if (span === undefined || style === undefined) return
    const last = runs.at(-1)
    if (last?.source === source) last.text += text
    else runs.push({ text, source, style, span })
  }
  for (const piece of pieces.slice(range.from, range.to)) {
    if (piece.kind === 'box') add(piece.text, piece.source)
    else if (piece.kind === 'gap') add(' ', piece.source)
  }
  const closing = pieces[range.to]
  if (range.isHyphenated && closing?.kind === 'hyphen') add('-', closing.source)
  return runs
}

const widthOfRun = ({ text, style, span }: LooseRun): number =>
  isGlyph(span) ? span.size + span.gap : widthOf(text, style)

function endInEllipsis(runs: LooseRun[], width: number): LooseRun[] {
  const last = runs.findLast(({ span }) => !isGlyph(span))
  if (last === undefined) return runs
  const room = () =>
    width - runs.reduce((total, run) => total + widthOfRun(run), 0) - widthOf('…', last.style)
  while (room() < 0 && /\s/.test(last.text.trim())) last.text = last.text.replace(/\s*\S+\s*$/, '')
  last.text = `${last.text.replace(/[\s.,;:]+$/, '')}…`
  return runs
}

function placeRuns(runs: readonly LooseRun[], isHyphenated: boolean): Line {
  let x = 0
  const placed = runs.map((run): PlacedRun => {
    const width = widthOfRun(run)
    const at = x
    x += width
    if (isGlyph(run.span)) return { kind: 'glyph', x: at, span: run.span }
    return { kind: 'text', x: at, width, text: run.text, style: run.style, span: run.span }
  })
  return { runs: placed, width: x, isHyphenated }
}
