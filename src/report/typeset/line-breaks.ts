// Boxes, spaces and possible breaks of a paragraph → the breaks that set it best (optimum fit, ragged right).

/** What a line is made of. `gap` and `break` are places where a line may end; `end` must end it. */
export type Piece =
  | { readonly kind: 'box'; readonly width: number; readonly text: string; readonly source: number }
  | { readonly kind: 'gap'; readonly width: number; readonly source: number }
  | { readonly kind: 'break' }
  | { readonly kind: 'hyphen'; readonly width: number; readonly source: number }
  | { readonly kind: 'end' }

/** Pieces `from` up to and without `to`; `isHyphenated` when a hyphen closes the line. */
export type LineRange = { readonly from: number; readonly to: number; readonly isHyphenated: boolean }

export type BreakOptions = { readonly width: number; readonly isBalanced: boolean }

type Stop = { readonly at: number; readonly piece: Piece | null }
type Best = { readonly cost: number; readonly previous: number }

/** Words that should not be left alone at the end of a line. */
const WEAK_END = /^(?:a|y|o|u|e|de|la|el|en|un|con|por|los|las|del|al|su|se|que|\$?\d{1,3})$/iu

/** A last line shorter than this share of the measure looks like a mistake. */
const SHORTEST_LAST_LINE = 0.26
const COST = {
  slack: 1000,
  shortLastLine: 2500,
  hyphen: 60,
  hyphenInFullLine: 26,
  hyphenTwice: 60,
  weakEnd: 8,
  weakEndOfHeadline: 30,
  line: 6,
} as const

/**
 * Chooses line breaks by dynamic programming over all feasible lines, as Knuth and Plass do, for ragged text: the cost is
 * the squared white space at the right, with charges for hyphens, ladders, weak ends and a short last line.
 */
export function breakLines(pieces: readonly Piece[], options: BreakOptions): LineRange[] {
  const stops = listStops(pieces)
  const reach = accumulate(pieces)
  const best: Best[] = [{ cost: 0, previous: -1 }]
  for (let stop = 1; stop < stops.length; stop += 1) {
    best.push(findBestStart(stop, { pieces, stops, reach, best, options }))
  }
  return collectLines(pieces, stops, best)
}

type Search = {
  readonly pieces: readonly Piece[]
  readonly stops: readonly Stop[]
  readonly reach: readonly number[]
  readonly best: readonly Best[]
  readonly options: BreakOptions
}

function findBestStart(stop: number, search: Search): Best {
  const { stops, best, options } = search
  let chosen: Best = { cost: Number.POSITIVE_INFINITY, previous: stop - 1 }
  for (let start = stop - 1; start >= 0; start -= 1) {
    const width = measureLine(start, stop, search)
    if (width > options.width + 0.01 && start !== stop - 1) break
    const cost = (best[start]?.cost ?? 0) + costOfLine(start, stop, width, search)
    if (cost < chosen.cost) chosen = { cost, previous: start }
    if (stops[start]?.piece?.kind === 'end') break
  }
  return chosen
}

function costOfLine(start: number, stop: number, width: number, search: Search): number {
  const { pieces, stops, options } = search
  const slack = Math.max(0, (options.width - width) / options.width)
  const closing = stops[stop]?.piece ?? null
  const isLast = closing === null || closing.kind === 'end'
  if (isLast && !options.isBalanced) {
    return COST.line + COST.shortLastLine * Math.max(0, slack - (1 - SHORTEST_LAST_LINE))
  }
  let cost = COST.line + COST.slack * slack * slack
  if (closing?.kind === 'hyphen') {
    cost += slack < 0.12 ? COST.hyphenInFullLine : COST.hyphen
    if (stops[start]?.piece?.kind === 'hyphen') cost += COST.hyphenTwice
  }
  const last = pieces[(stops[stop]?.at ?? 0) - 1]
  if (!isLast && last?.kind === 'box' && WEAK_END.test(last.text)) {
    cost += options.isBalanced ? COST.weakEndOfHeadline : COST.weakEnd
  }
  return cost
}

function measureLine(start: number, stop: number, { pieces, stops, reach }: Search): number {
  const [from, to] = trimLine(pieces, stops, start, stop)
  const closing = stops[stop]?.piece
  const hyphen = closing?.kind === 'hyphen' ? closing.width : 0
  return Math.max(0, (reach[to] ?? 0) - (reach[from] ?? 0)) + hyphen
}

/** First and last piece of a line without the spaces at its ends. */
function trimLine(
  pieces: readonly Piece[],
  stops: readonly Stop[],
  start: number,
  stop: number,
): readonly [from: number, to: number] {
  let from = (stops[start]?.at ?? -1) + 1
  let to = stops[stop]?.at ?? pieces.length
  while (from < to && pieces[from]?.kind === 'gap') from += 1
  while (to > from && pieces[to - 1]?.kind === 'gap') to -= 1
  return [from, to]
}

function listStops(pieces: readonly Piece[]): Stop[] {
  const inner = pieces.flatMap((piece, at): Stop[] => (piece.kind === 'box' ? [] : [{ at, piece }]))
  return [{ at: -1, piece: null }, ...inner, { at: pieces.length, piece: null }]
}

function accumulate(pieces: readonly Piece[]): number[] {
  const reach = [0]
  for (const piece of pieces) {
    reach.push((reach.at(-1) ?? 0) + (piece.kind === 'box' || piece.kind === 'gap' ? piece.width : 0))
  }
  return reach
}

function collectLines(pieces: readonly Piece[], stops: readonly Stop[], best: readonly Best[]): LineRange[] {
  const lines: LineRange[] = []
  for (let stop = stops.length - 1; stop > 0; stop = best[stop]?.previous ?? 0) {
    const [from, to] = trimLine(pieces, stops, best[stop]?.previous ?? 0, stop)
    lines.unshift({ from, to, isHyphenated: stops[stop]?.piece?.kind === 'hyphen' })
  }
  return lines
}
