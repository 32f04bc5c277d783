// A page and its listing → the note's section, image and canonical address.
import { cleanText } from '../text/clean.ts'
import { absoluteUrl, chooseCanonical } from './address.ts'
import { hasRole } from './blocks.ts'
import { firstMeta } from './head.ts'
import type { Page, Places } from './page.ts'

const SECTION_METAS = [
  'article:section',
  'section',
  'parsely-section',
  'cxenseparse:section',
  'articlesection',
]
const IMAGE_METAS = ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src']

/** A label right above or under the title that is named as a section. */
function findKicker({ blocks }: Page, { titleAt }: Places): string | null {
  if (titleAt < 0) return null
  const near = [
    ...blocks.slice(Math.max(0, titleAt - 3), titleAt).reverse(),
    ...blocks.slice(titleAt + 1, titleAt + 3),
  ]
  const kicker = near.find(
    (block) => block.text.length <= 30 && !/\d/.test(block.text) && hasRole(block, 'kicker', 'navigation'),
  )
  return kicker?.text ?? null
}

/** The section as the page's data name it, as the channel listed it, or as the label by the title; the first of several. */
export function findSection(page: Page, places: Places, listed: string | null): string | null {
  const { head, linked } = page
  const stated = linked?.section ?? firstMeta(head, SECTION_METAS) ?? listed ?? findKicker(page, places)
  const text =
    cleanText(stated ?? '')
      .split(',')[0]
      ?.trim() ?? ''
  return text.length > 60 || !/^(?!https?:).*\p{L}{2}/u.test(text) ? null : text
}

/** The lead image's absolute address; logos and placeholders do not count. */
export function findImage({ head, linked, url }: Page, listed: string | null): string | null {
  for (const raw of [firstMeta(head, IMAGE_METAS), linked?.image, listed]) {
    const absolute = absoluteUrl(raw, url)
    if (absolute !== null && !/(?:logo|default|placeholder|favicon|avatar)[^/]*$/i.test(absolute))
      return absolute
  }
  return null
}

/** The address the note calls itself by, if it is of this site and not the cover. */
export function findCanonical({ head, url }: Page): string {
  return chooseCanonical([head.canonical, firstMeta(head, ['og:url'])], url)
}
