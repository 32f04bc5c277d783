// A layout that needs to know page numbers → pages in which every printed page number is true.
import type { Page } from './display-list.ts'
import { findAnchors } from './flow.ts'
import { type Tokens, tightenTokens } from './tokens.ts'

export type PageOf = (anchor: string) => number | null

/** Passes before giving up: numbers of one more digit can push text to another page, and that page back. */
const MOST_PASSES = 6

/** Lays out again and again with the page numbers of the pass before, until they no longer change. */
export function settlePages(layout: (pageOf: PageOf) => Page[]): Page[] {
  let anchors: ReadonlyMap<string, number> = new Map()
  let pages: Page[] = []
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const known = anchors
    pages = layout((anchor) => known.get(anchor) ?? null)
    anchors = findAnchors(pages)
    if (areEqual(known, anchors)) break
  }
  return pages
}

const areEqual = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean =>
  one.size === other.size && [...one].every(([name, page]) => other.get(name) === page)

/** A last page filled less than this is worth closing gaps for. */
const LEAST_LAST_PAGE = 1 / 2

/** Lays out again with narrower gaps when the last page would stand nearly empty, if that saves the page. */
export function layTightly(tokens: Tokens, lay: (tokens: Tokens) => Page[]): Page[] {
  const pages = lay(tokens)
  const last = pages.at(-1)
  if (tokens.format === 'movil' || last === undefined || fillOf(last, tokens) >= LEAST_LAST_PAGE) return pages
  const tight = lay(tightenTokens(tokens))
  return tight.length < pages.length ? tight : pages
}

/** How far down its text goes, as a share of the page, furniture apart. */
function fillOf({ ops, height }: Page, { margin }: Tokens): number {
  const baselines = ops.flatMap((op) => (op.kind === 'text' ? [op.baseline] : []))
  const room = height - margin.top - margin.bottom
  const lowest = Math.max(0, ...baselines.filter((baseline) => baseline < height - margin.bottom + 4))
  return (lowest - margin.top) / room
}
