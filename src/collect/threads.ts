// Words searched in Threads with a token of ours → the newest public posts that say them, by Meta's keyword search.
import { SourceChanged, Unreadable } from '../failure.ts'
import type { ApiAnswer } from './api.ts'
import type { Entry } from './entry.ts'
import { askGraph } from './graph.ts'
import { type Json, objectOf, objectsOf, textOf, valueAt } from './json-values.ts'
import { type ListingPage, readOlderPages } from './older-pages.ts'
import { entryOfPost } from './post.ts'
import { type Visit, type VisitOptions, visitOf } from './visit.ts'
import type { Web } from './web.ts'

const SEARCH = 'https://graph.threads.net/v1.0/keyword_search'
const FIELDS = 'id,text,media_type,media_url,thumbnail_url,permalink,timestamp,username,is_reply'
/** The most that the API gives at once: a question costs one of 2,200 a day, however much it brings. */
const PAGE_SIZE = 100

/** Threads shows the counts of a post to its author alone. */
const NO_COUNTS = { views: null, reactions: null, comments: null, shares: null }

function readPost(post: Json): Entry {
  const isVideo = post.media_type === 'VIDEO'
  return entryOfPost({
    link: textOf(post.permalink),
    text: textOf(post.text),
    author: textOf(post.username),
    date: textOf(post.timestamp),
    image: isVideo ? textOf(post.thumbnail_url) : textOf(post.media_url),
    counts: NO_COUNTS,
  })
}

function readPage({ json }: ApiAnswer): ListingPage {
  const answer = objectOf(json)
  if (!Array.isArray(answer?.data)) throw new SourceChanged('publicaciones de Threads', 'otro JSON')
  return {
    entries: objectsOf(answer.data).map(readPost),
    older: textOf(valueAt(answer, 'paging.cursors.after')),
  }
}

/**
 * Reads `keyword_search` (developers.facebook.com/docs/threads/keyword-search), newest first. Until Meta approves the
 * permission it searches only among our own posts, and says so nowhere.
 */
export async function visitThreads(
  { url, token }: { readonly url: string; readonly token: string },
  web: Web,
  options: VisitOptions,
): Promise<Visit> {
  const words = new URL(url).searchParams.get('q')?.trim() ?? ''
  if (words === '') throw new Unreadable('unsafe', `«${url}» no dice qué palabras buscar en Threads`)
  const ask = (after: string | null) => {
    const query = new URLSearchParams({
      q: words,
      search_type: 'RECENT',
      fields: FIELDS,
      limit: `${PAGE_SIZE}`,
    })
    if (after !== null) query.set('after', after)
    return askGraph(`${SEARCH}?${query}`, web, token)
  }
  const answer = await ask(null)
  const readOlder = async (after: string) => readPage(await ask(after))
  const entries = await readOlderPages(readPage(answer), readOlder, answer.fetched.finalUrl, options)
  return visitOf(answer.fetched, entries)
}
