// A Facebook page whose token we hold → its posts by the Graph API, with the counts that Facebook shows.
import { SourceChanged } from '../failure.ts'
import type { ApiAnswer } from './api.ts'
import type { Entry } from './entry.ts'
import { accountIn, askGraph, GRAPH } from './graph.ts'
import { countOf, type Json, objectOf, objectsOf, textOf, valueAt } from './json-values.ts'
import { type ListingPage, readOlderPages } from './older-pages.ts'
import { entryOfPost } from './post.ts'
import { type Visit, type VisitOptions, visitOf } from './visit.ts'
import type { Web } from './web.ts'

const FIELDS = [
  'id',
  'message',
  'created_time',
  'permalink_url',
  'full_picture',
  'from',
  'shares',
  'reactions.summary(total_count).limit(0)',
  'comments.summary(total_count).limit(0)',
].join(',')
const PAGE_SIZE = 50

function readPost(post: Json): Entry {
  return entryOfPost({
    link: textOf(post.permalink_url) ?? `https://www.facebook.com/${textOf(post.id) ?? ''}`,
    text: textOf(post.message),
    author: textOf(objectOf(post.from)?.name),
    date: textOf(post.created_time),
    image: textOf(post.full_picture),
    counts: {
      views: null,
      reactions: countOf(valueAt(post, 'reactions.summary.total_count')),
      comments: countOf(valueAt(post, 'comments.summary.total_count')),
      shares: countOf(valueAt(post, 'shares.count')), // absent until somebody shares it
    },
  })
}

/** The next page, if it is of the same API: no token goes anywhere else. */
function olderOf(json: Json): string | null {
  const next = textOf(valueAt(json, 'paging.next'))
  return next !== null && URL.canParse(next) && new URL(next).origin === new URL(GRAPH).origin ? next : null
}

function readPage({ json }: ApiAnswer): ListingPage {
  const answer = objectOf(json)
  if (!Array.isArray(answer?.data)) throw new SourceChanged('publicaciones de Facebook', 'otro JSON')
  return { entries: objectsOf(answer.data).map(readPost), older: olderOf(answer) }
}

/** Reads `/{page}/feed` (developers.facebook.com/docs/graph-api/reference/page/feed). */
export async function visitFacebook(
  { url, token }: { readonly url: string; readonly token: string },
  web: Web,
  options: VisitOptions,
): Promise<Visit> {
  const page = encodeURIComponent(accountIn(url))
  const answer = await askGraph(`${GRAPH}/${page}/feed?fields=${FIELDS}&limit=${PAGE_SIZE}`, web, token)
  const readOlder = async (older: string) => readPage(await askGraph(older, web, token))
  const entries = await readOlderPages(readPage(answer), readOlder, answer.fetched.finalUrl, options)
  return visitOf(answer.fetched, entries)
}
