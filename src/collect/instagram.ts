// A professional Instagram account, seen through one of ours → its posts by business discovery, with the counts it shows.
import { SourceChanged, Unreadable } from '../failure.ts'
import type { ApiAnswer } from './api.ts'
import type { Entry } from './entry.ts'
import { accountIn, askGraph, GRAPH } from './graph.ts'
import { countOf, type Json, objectOf, objectsOf, textOf, valueAt } from './json-values.ts'
import { type ListingPage, readOlderPages } from './older-pages.ts'
import { entryOfPost } from './post.ts'
import { type Visit, type VisitOptions, visitOf } from './visit.ts'
import type { Web } from './web.ts'

const MEDIA =
  'id,caption,media_type,media_url,thumbnail_url,permalink,timestamp,like_count,comments_count,view_count'
const PAGE_SIZE = 50

function readMedia(media: Json, author: string | null): Entry {
  return entryOfPost({
    link: textOf(media.permalink),
    text: textOf(media.caption),
    author,
    date: textOf(media.timestamp),
    image: media.media_type === 'VIDEO' ? textOf(media.thumbnail_url) : textOf(media.media_url),
    counts: {
      views: countOf(media.view_count),
      reactions: countOf(media.like_count), // absent when the owner hides it
      comments: countOf(media.comments_count),
      shares: null,
    },
  })
}

function readPage({ json }: ApiAnswer): ListingPage {
  const account = objectOf(objectOf(json)?.business_discovery)
  if (account === null) throw new SourceChanged('una cuenta profesional de Instagram', 'otro JSON')
  const author = textOf(account.name) ?? textOf(account.username)
  return {
    entries: objectsOf(valueAt(account, 'media.data')).map((media) => readMedia(media, author)),
    older: textOf(valueAt(account, 'media.paging.cursors.after')),
  }
}

/** Reads `business_discovery` (developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/business_discovery). */
export async function visitInstagram(
  { url, viewer, token }: { readonly url: string; readonly viewer: string; readonly token: string },
  web: Web,
  options: VisitOptions,
): Promise<Visit> {
  const name = accountIn(url)
  // The name becomes part of a query language, where a brace would be more than a letter.
  if (!/^[\w.]{1,30}$/.test(name))
    throw new Unreadable('unsafe', `«${name}» no es el nombre de una cuenta de Instagram`)
  const ask = (after: string | null) => {
    const media = `media.limit(${PAGE_SIZE})${after === null ? '' : `.after(${after})`}{${MEDIA}}`
    const fields = `business_discovery.username(${name}){username,name,followers_count,${media}}`
    const query = new URLSearchParams({ fields })
    return askGraph(`${GRAPH}/${encodeURIComponent(viewer)}?${query}`, web, token)
  }
  const answer = await ask(null)
  const readOlder = async (after: string) => readPage(await ask(after))
  const entries = await readOlderPages(readPage(answer), readOlder, answer.fetched.finalUrl, options)
  return visitOf(answer.fetched, entries)
}
