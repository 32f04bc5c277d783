// A page, where its title and text stand, and when it was published → its kicker, the caption of its picture and its last update.
import type { Article } from '../model.ts'
import { parseDate } from '../text/dates.ts'
import { instantOf, localTime } from '../text/zoned.ts'
import { hasRole, isMarked } from './blocks.ts'
import { firstMeta } from './head.ts'
import { foldTitle, isOutlet, isTailOf } from './headline.ts'
import type { Page, Places } from './page.ts'
import type { Publication } from './publication.ts'

const LONGEST_KICKER = 90

/**
 * The kicker (antetítulo): a short line right above the title that is named so, or what a heading says before the title
 * itself. The section, the outlet's name and breadcrumbs are none.
 */
export function findKicker(
  { blocks, outletNames }: Page,
  { titleAt }: Places,
  title: string,
  section: string | null,
): string | null {
  const heading = blocks[titleAt]
  if (heading === undefined) return null
  const isKicker = (text: string): boolean =>
    /\p{L}{2}/u.test(text) &&
    text.length <= LONGEST_KICKER &&
    foldTitle(text) !== foldTitle(section ?? '') &&
    foldTitle(text) !== foldTitle(title) &&
    !isOutlet(text, outletNames)
  if (isTailOf(title, heading.text)) {
    const before = heading.text
      .slice(0, Math.max(0, heading.text.length - title.length))
      .replace(/[\s|–—»•·:.-]+$/, '')
    return isKicker(before) ? before : null
  }
  const above = blocks.slice(Math.max(0, titleAt - 3), titleAt).reverse()
  const named = above.find(
    (block) => isMarked(block, 'kicker') && !hasRole(block, 'navigation', 'related') && isKicker(block.text),
  )
  return named?.text ?? null
}

const LONGEST_CAPTION = 600

/** The caption of the lead picture: the first that stands between the title and the second paragraph. */
export function findCaption({ blocks }: Page, { titleAt, firstAt }: Places): string | null {
  const near = blocks.slice(Math.max(0, titleAt - 3), firstAt + 3)
  const caption = near.find(
    (block) =>
      hasRole(block, 'caption') &&
      !hasRole(block, 'related', 'navigation', 'advertising', 'author-box', 'embed') &&
      block.linkLength < block.text.length / 2,
  )
  return caption === undefined || caption.text.length > LONGEST_CAPTION ? null : caption.text
}

const UPDATED_METAS = ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified']

export type Update = { readonly at: Date; readonly from: string }

/** Less than this after publication is the platform's own second save. */
const LEAST_MS = 60_000
/** Clocks of outlets run fast, but not by more than this. */
const FAST_MS = 86_400_000

/** What an article carries of these; what there is none of is left out. */
export function readAsides(
  page: Page,
  places: Places,
  { title, section }: Pick<Article, 'title' | 'section'>,
  publication: Publication,
  clock: { readonly timeZone: string; readonly now: Date },
): Pick<Article, 'kicker' | 'caption' | 'updatedAt'> {
  const kicker = findKicker(page, places, title, section)
  const caption = findCaption(page, places)
  const update = findUpdate(page, publication, clock)
  return {
    ...(kicker === null ? {} : { kicker }),
    ...(caption === null ? {} : { caption }),
    ...(update === null ? {} : { updatedAt: update.at }),
  }
}

/** The last update that the page declares, if it came after its publication and before its capture. */
export function findUpdate(
  { head, linked }: Page,
  { publishedAt, because }: Publication,
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Update | null {
  const stated = [
    { raw: linked?.modified ?? null, from: 'JSON-LD dateModified' },
    ...UPDATED_METAS.map((name) => ({ raw: firstMeta(head, [name]), from: `meta ${name}` })),
  ]
  for (const { raw, from } of stated) {
    const parsed = raw === null ? null : parseDate(raw, { timeZone, now })
    if (parsed === null || !parsed.hasHour) continue
    // An outlet that prints local hours as UTC does so in both its stamps.
    const isLocal = parsed.hasZone && because.includes('leído como hora local')
    const at = isLocal ? instantOf(localTime(parsed.instant, 'UTC'), timeZone) : parsed.instant
    const isLater = publishedAt === null || at.getTime() - publishedAt.getTime() >= LEAST_MS
    if (isLater && at.getTime() - now.getTime() < FAST_MS) return { at, from }
  }
  return null
}
