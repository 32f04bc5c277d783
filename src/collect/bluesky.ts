// A Bluesky account, or a search with an app password → its posts, older ones by the cursor.
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import { type ApiAnswer, type ApiRequest, askApi } from './api.ts'
import { openSession, type Session } from './bluesky-session.ts'
import type { Entry } from './entry.ts'
import type { Fetched } from './fetched.ts'
import { countOf, type Json, objectOf, objectsOf, textOf } from './json-values.ts'
import { type ListingPage, readOlderPages } from './older-pages.ts'
import { entryOfPost } from './post.ts'
import { isAllowanceSpent, readReset } from './rate-limit.ts'
import { type Visit, type VisitOptions, visitOf } from './visit.ts'
import type { Web } from './web.ts'

/** Serves what needs no session (docs.bsky.app/docs/advanced-guides/api-directory). */
const PUBLIC = 'https://public.api.bsky.app'
const PAGE_SIZE = 100

function explain(json: Json | null, { status, headers, takenAt }: Fetched) {
  const code = textOf(json?.error)
  if (status === 429 || code === 'RateLimitExceeded')
    return new Later('Bluesky pidió esperar', readReset(headers, takenAt))
  if (status === 400 && /profile not found|actor/i.test(textOf(json?.message) ?? '')) {
    return new Unreadable('gone', 'Bluesky no conoce esa cuenta')
  }
  if (code === 'AccountTakedown' || code === 'AccountDeactivated') {
    return new Unreadable('gone', 'la cuenta de Bluesky está suspendida o desactivada')
  }
  return null
}

function imageOf(embed: Json | null): string | null {
  const media = objectOf(embed?.media) ?? embed
  return textOf(objectsOf(media?.images)[0]?.thumb) ?? textOf(objectOf(media?.external)?.thumb)
}

/** Address of a post for people, from `at://did/app.bsky.feed.post/key`. */
function linkOf(post: Json): string | null {
  const [, did, key] = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([\w-]+)$/.exec(textOf(post.uri) ?? '') ?? []
  if (did === undefined || key === undefined) return null
  const handle = textOf(objectOf(post.author)?.handle)
  const owner = handle === null || handle === 'handle.invalid' ? did : handle
  return `https://bsky.app/profile/${owner}/post/${key}`
}

function add(one: number | null, other: number | null): number | null {
  return one === null ? other : one + (other ?? 0)
}

/** The entry of a post view (lexicon app.bsky.feed.defs#postView). */
function readPost(post: Json, reason: Json | null): Entry {
  const record = objectOf(post.record)
  const author = objectOf(post.author)
  const embed = objectOf(post.embed)
  const card = objectOf(objectOf(embed?.external) ?? objectOf(embed?.media)?.external)
  return entryOfPost({
    link: linkOf(post),
    text: textOf(record?.text),
    card: card === null ? null : { title: textOf(card.title), description: textOf(card.description) },
    author: textOf(author?.displayName) ?? textOf(author?.handle),
    // `createdAt` is what the author's program says; a date of the future is judged where dates are judged.
    date: textOf(record?.createdAt) ?? textOf(post.indexedAt),
    image: imageOf(embed),
    counts: {
      views: null,
      reactions: countOf(post.likeCount),
      comments: countOf(post.replyCount),
      shares: add(countOf(post.repostCount), countOf(post.quoteCount)),
    },
    refusal:
      reason !== null && /reasonRepost$/.test(textOf(reason.$type) ?? '')
        ? 'la cuenta solo la compartió: es de otra'
        : null,
  })
}

type Question = { readonly address: (cursor: string | null) => string; readonly list: 'feed' | 'posts' }

function readPage({ fetched, json }: ApiAnswer, { list }: Question): ListingPage {
  const answer = objectOf(json)
  if (!Array.isArray(answer?.[list])) throw new SourceChanged('publicaciones de Bluesky', 'otro JSON')
  const cursor = textOf(answer.cursor)
  return {
    entries: objectsOf(answer[list]).map((one) =>
      list === 'posts' ? readPost(one, null) : readPost(objectOf(one.post) ?? {}, objectOf(one.reason)),
    ),
    older: isAllowanceSpent(fetched.headers) ? null : cursor,
  }
}

function questionFor(url: string, service: string): Question {
  const { pathname, searchParams } = new URL(url)
  const words = searchParams.get('q')
  const actor = /^\/profile\/([^/]+)/.exec(pathname)?.[1] ?? ''
  const base =
    words === null
      ? `${service}/xrpc/app.bsky.feed.getAuthorFeed?actor=${actor}&filter=posts_and_author_threads`
      : `${service}/xrpc/app.bsky.feed.searchPosts?q=${encodeURIComponent(words)}&sort=latest`
  return {
    list: words === null ? 'feed' : 'posts',
    address: (cursor) =>
      `${base}&limit=${PAGE_SIZE}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
  }
}

/** Reads an account without credentials, or searches in the session of one (search is closed to others since 2025). */
export async function visitBluesky(
  { url, token }: { readonly url: string; readonly token: string | null },
  web: Web,
  options: VisitOptions,
): Promise<Visit> {
  const session: Session | null = token === null ? null : await openSession(web.credential(token), web)
  const question = questionFor(url, session?.service ?? PUBLIC)
  const request: ApiRequest = {
    network: 'Bluesky',
    token: session?.jwt ?? null,
    obeysRobots: false, // a public API, meant for programs
    explain,
  }
  const first = await askApi(question.address(null), web, request)
  const readOlder = async (cursor: string) =>
    readPage(await askApi(question.address(cursor), web, request), question)
  const entries = await readOlderPages(readPage(first, question), readOlder, first.fetched.finalUrl, options)
  return visitOf(first.fetched, entries)
}
