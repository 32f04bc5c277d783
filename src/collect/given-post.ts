// What a person or an export says of a post → the item it is, as if its network had listed it.
import { createHash } from 'node:crypto'
import type { Counts, Item, Slot } from '../model.ts'
import { normalizeAddress } from '../text/addresses.ts'
import { plainLine } from './plain-text.ts'
import { paragraphsOf } from './post.ts'

export type GivenPost = {
  /** Null of what has no link: a broadcast, a paper. */
  readonly url: string | null
  readonly title: string | null
  readonly text: string | null
  readonly author: string | null
  readonly publishedAt: Date | null
  readonly counts: Counts | null
  /** Where in a broadcast or a paper it stood. */
  readonly slot?: Slot
  /** True when only the day of `publishedAt` is known. */
  readonly isDayOnly?: boolean
}

const NO_COUNTS: Counts = { views: null, reactions: null, comments: null, shares: null }

/**
 * What stands for the address of a note without link: the same words of the same minute of a source are the same note,
 * however often they are brought. It is no address of the web, and nobody is led to it.
 */
function nameWithoutLink({ title, text, publishedAt }: GivenPost, sourceId: string): string {
  const when = publishedAt?.toISOString().slice(0, 16) ?? 'sin-fecha'
  const words = createHash('sha256')
    .update(`${title ?? ''}\n${text ?? ''}`)
    .digest('hex')
  return `testigo:${sourceId}/${when}/${words.slice(0, 12)}`
}

/** The item of a post of a source; null when its address is none. */
export function itemOfPost(
  post: GivenPost,
  sourceId: string,
  channel: 'csv' | 'manual',
  seenAt: Date,
): Item | null {
  const url = post.url === null ? nameWithoutLink(post, sourceId) : normalizeAddress(post.url)
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
    ...(post.slot === undefined ? {} : { slot: post.slot }),
    ...(post.isDayOnly === true ? { isDayOnly: true } : {}),
  }
}
