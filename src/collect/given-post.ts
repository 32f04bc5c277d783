// What a person or an export says of a post → the item it is, as if its network had listed it.
import type { Counts, Item } from '../model.ts'
import { normalizeAddress } from '../text/addresses.ts'
import { plainLine } from './plain-text.ts'
import { paragraphsOf } from './post.ts'

export type GivenPost = {
  readonly url: string
  readonly title: string | null
  readonly text: string | null
  readonly author: string | null
  readonly publishedAt: Date | null
  readonly counts: Counts | null
}

const NO_COUNTS: Counts = { views: null, reactions: null, comments: null, shares: null }

/** The item of a post; null when its address is none. */
export function itemOfPost(post: GivenPost, channel: 'csv' | 'manual', seenAt: Date): Item | null {
  const url = normalizeAddress(post.url)
  if (url === null) return null
  const text = post.text?.trim() ?? ''
  const counts = post.counts ?? NO_COUNTS
  const isCounted = Object.values(counts).some((count) => count !== null)
  return {
    url,
    channel,
    seenAt,
    title: plainLine(post.title),
    summary: null,
    contentHtml: text === '' ? null : paragraphsOf(text),
    author: plainLine(post.author),
    publishedAt: post.publishedAt,
    section: null,
    image: null,
    isWhole: true,
    views: counts.views,
    ...(isCounted ? { counts } : {}),
  }
}
