// A page and its listing → the note's section, image and canonical address.
import { cleanText } from '../text/clean.ts'
import { absoluteUrl, chooseCanonical } from './address.ts'
import { firstMeta } from './head.ts'
import type { Page } from './page.ts'

const SECTION_METAS = [
  'article:section',
  'section',
  'parsely-section',
  'cxenseparse:section',
  'articlesection',
]
const IMAGE_METAS = ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src']

/** The section as the page's data name it, else as the channel listed it; the first when there are several. */
export function findSection({ head, linked }: Page, listed: string | null): string | null {
  const stated = cleanText(linked?.section ?? firstMeta(head, SECTION_METAS) ?? listed ?? '')
  const text = stated.split(',')[0]?.trim() ?? ''
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
