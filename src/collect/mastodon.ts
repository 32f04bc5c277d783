// The page of a Mastodon account or tag → its posts by the server's public API, older ones by the Link header.
import { SourceChanged, Unreadable } from '../failure.ts'
import { type ApiAnswer, askApi } from './api.ts'
import type { Entry } from './entry.ts'
import { countOf, type Json, objectOf, objectsOf, textOf } from './json-values.ts'
import { type ListingPage, readOlderPages } from './older-pages.ts'
import { entryOfPost } from './post.ts'
import { isAllowanceSpent } from './rate-limit.ts'
import { type Visit, type VisitOptions, visitOf } from './visit.ts'
import type { Web } from './web.ts'

/** The most that the API gives at once (docs.joinmastodon.org/methods/accounts/#statuses). */
const PAGE_SIZE = 40
const REQUEST = { network: 'Mastodon', obeysRobots: true }

function imageOf(status: Json): string | null {
  const media = objectsOf(status.media_attachments).find(({ type }) => type === 'image')
  return textOf(media?.preview_url) ?? textOf(media?.url) ?? textOf(objectOf(status.card)?.image)
}

/** The entry of a status (docs.joinmastodon.org/entities/Status). A boost is somebody else's post. */
function readStatus(status: Json): Entry {
  const account = objectOf(status.account)
  const card = objectOf(status.card)
  const warning = textOf(status.spoiler_text)
  const content = textOf(status.content) ?? ''
  return entryOfPost({
    link: textOf(status.url) ?? textOf(status.uri),
    html: warning === null ? content : `<p>${warning.replaceAll('<', '&lt;')}</p>${content}`,
    card: card === null ? null : { title: textOf(card.title), description: textOf(card.description) },
    author: textOf(account?.display_name) ?? textOf(account?.acct),
    date: textOf(status.created_at),
    image: imageOf(status),
    counts: {
      views: null,
      reactions: countOf(status.favourites_count),
      comments: countOf(status.replies_count),
      shares: countOf(status.reblogs_count),
    },
    refusal: objectOf(status.reblog) === null ? null : 'la cuenta solo la compartió: es de otra',
  })
}

/** The address of the older page that a Link header names (RFC 8288); never one of another host. */
export function olderInLink(header: string | undefined, pageUrl: string): string | null {
  const href = /<([^<>]+)>\s*;[^,<]*\brel="?next"?/i.exec(header ?? '')?.[1]
  if (href === undefined || !URL.canParse(href, pageUrl)) return null
  const older = new URL(href, pageUrl)
  return older.host === new URL(pageUrl).host ? older.href : null
}

function readPage({ fetched, json }: ApiAnswer): ListingPage {
  if (!Array.isArray(json)) {
    throw new SourceChanged('una lista de publicaciones de Mastodon', 'otro JSON')
  }
  const older = olderInLink(fetched.headers.link, fetched.finalUrl)
  return {
    entries: objectsOf(json).map(readStatus),
    older: isAllowanceSpent(fetched.headers) ? null : older,
  }
}

/** Where the API lists an account (`/@name`), a tag (`/tags/name`), or the API's own address as it was declared. */
async function listAddress(url: string, web: Web): Promise<string> {
  const { origin, pathname } = new URL(url)
  const tag = /^\/tags\/([^/]+)/.exec(pathname)?.[1]
  if (tag !== undefined) return `${origin}/api/v1/timelines/tag/${tag}?limit=${PAGE_SIZE}`
  const name = /^\/@([^/]+)/.exec(pathname)?.[1]
  if (name === undefined) return url
  const { json } = await askApi(`${origin}/api/v1/accounts/lookup?acct=${name}`, web, REQUEST)
  const id = textOf(objectOf(json)?.id)
  if (id === null) throw new Unreadable('gone', `${origin} no conoce la cuenta @${decodeURIComponent(name)}`)
  return `${origin}/api/v1/accounts/${id}/statuses?exclude_reblogs=true&limit=${PAGE_SIZE}`
}

/** Reads what an account or a tag published. `headers` make the request conditional. */
export async function visitMastodon(
  url: string,
  web: Web,
  headers: Readonly<Record<string, string>>,
  options: VisitOptions,
): Promise<Visit> {
  const answer = await askApi(await listAddress(url, web), web, { ...REQUEST, headers })
  if (answer.fetched.status === 304) return visitOf(answer.fetched, [])
  const readOlder = async (older: string) => readPage(await askApi(older, web, REQUEST))
  const entries = await readOlderPages(readPage(answer), readOlder, answer.fetched.finalUrl, options)
  return visitOf(answer.fetched, entries)
}
