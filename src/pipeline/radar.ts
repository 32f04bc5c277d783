// What a radar saw others publish → why each is missing: its outlet is not declared, its note was not captured, or it was.
import type { Listing } from '../collect/collect.ts'
import type { EndedItem } from '../model.ts'
import { findTitledNotes } from '../store/titles.ts'
import { hostOf, registrableDomain } from '../text/addresses.ts'
import { fold } from '../text/fold.ts'
import type { House } from './house.ts'

type Gap = Listing['gaps'][number]

/** A note is looked for among those of so many days. */
const DAYS = 14

/** Titles are compared by their letters: outlets change quotes and spaces after they published. */
function keyOf(title: string): string {
  return fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function reasonFor(house: House, gap: Gap, captured: ReadonlySet<string>): string {
  if (captured.has(keyOf(gap.title))) return 'radar: ya captada'
  const domain = gap.outletUrl === null ? null : registrableDomain(gap.outletUrl)
  const source = house.workspace.sources.find(({ url }) => registrableDomain(url) === domain)
  if (domain === null || source === undefined) {
    const where = gap.outletUrl === null ? '' : ` (${hostOf(gap.outletUrl)})`
    return `radar: la publicó ${gap.outlet}${where}, que no está entre las fuentes`
  }
  return source.isEnabled
    ? `radar: no se captó de ${source.id}`
    : `radar: la publicó ${source.id}, que está apagada`
}

/** The ends of what a listing left out, those of a radar with what is to be done about each. */
export async function explainGaps(
  house: House,
  { excluded, gaps }: Pick<Listing, 'excluded' | 'gaps'>,
): Promise<readonly EndedItem[]> {
  if (gaps.length === 0) return excluded
  const now = house.clock()
  const since = new Date(now.getTime() - DAYS * 86_400_000)
  const captured = new Set((await findTitledNotes(house.store.db, since)).map(keyOf))
  const byUrl = new Map(gaps.map((gap) => [gap.url, gap]))
  return excluded.map((ended) => {
    const gap = byUrl.get(ended.url)
    return gap === undefined ? ended : { ...ended, reason: reasonFor(house, gap, captured) }
  })
}
