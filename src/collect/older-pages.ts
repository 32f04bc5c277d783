// The first page of a listing → its entries and those of the older pages, for as long as none of them is known.
import { normalizeAddress } from '../text/addresses.ts'
import type { Entry } from './entry.ts'
import type { VisitOptions } from './visit.ts'

/** `older` asks for the next page in whatever way the network counts them; null when there is none. */
export type ListingPage = { readonly entries: readonly Entry[]; readonly older: string | null }

/** Whether none of the notes on a page is in the archive yet, so that older pages may hold more. */
export async function isAllNew(
  entries: readonly Entry[],
  base: string,
  options: VisitOptions,
): Promise<boolean> {
  if (options.isKnown === null) return false
  for (const { link, refusal } of entries) {
    const url = link === null || refusal !== null ? null : normalizeAddress(link, base)
    if (url !== null && (await options.isKnown(url))) return false
  }
  return entries.length > 0
}

/** Reads on, at most `maxPages` in all, while everything on the last page was new. */
export async function readOlderPages(
  first: ListingPage,
  read: (older: string) => Promise<ListingPage>,
  base: string,
  options: VisitOptions,
): Promise<Entry[]> {
  const entries = [...first.entries]
  let page = first
  for (let pages = 1; pages < options.maxPages && page.older !== null; pages++) {
    if (!(await isAllNew(page.entries, base, options))) break
    page = await read(page.older)
    entries.push(...page.entries)
  }
  return entries
}
