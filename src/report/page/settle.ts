// A layout that needs to know page numbers → pages in which every printed page number is true.
import type { Page } from './display-list.ts'
import { findAnchors } from './flow.ts'

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
