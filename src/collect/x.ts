// An account of X, a token and a budget → its posts since the last visit, never one more than the month allows.
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import type { ChannelMemory } from '../model.ts'
import { type ApiAnswer, askApi } from './api.ts'
import type { Entry } from './entry.ts'
import type { Fetched } from './fetched.ts'
import { accountIn } from './graph.ts'
import { countOf, type Json, objectOf, objectsOf, textOf, valueAt } from './json-values.ts'
import { isAllNew } from './older-pages.ts'
import { entryOfPost } from './post.ts'
import { readReset } from './rate-limit.ts'
import type { Spending } from './spending.ts'
import { type Visit, type VisitOptions, visitOf } from './visit.ts'
import type { Web } from './web.ts'

const API = 'https://api.x.com/2/tweets/search/recent'
/** Posts that a search of the last seven days gives at least and at most (docs.x.com/x-api/posts/recent-search). */
const FEWEST = 10
const MOST = 100

export type XChannel = {
  readonly url: string
  readonly token: string
  readonly monthlyPosts: number
}

function explainFor(tokenName: string) {
  return (_: Json | null, { status, headers, takenAt }: Fetched) => {
    if (status === 429) return new Later('X pidió esperar (429)', readReset(headers, takenAt))
    if (status === 401)
      return new Unreadable('forbidden', `X no acepta el token ${tokenName} (401): genera otro`)
    if (status === 402) return new Unreadable('paywall', 'se acabó el saldo de la cuenta de X (402)')
    if (status === 403)
      return new Unreadable('forbidden', `el token ${tokenName} no tiene permiso para buscar en X (403)`)
    return null
  }
}

function readPost(post: Json, answer: Json, account: string): Entry {
  const author = objectsOf(valueAt(answer, 'includes.users')).find(({ id }) => id === post.author_id)
  const keys = valueAt(post, 'attachments.media_keys')
  const media = objectsOf(valueAt(answer, 'includes.media')).find(
    ({ media_key: key }) => Array.isArray(keys) && keys.includes(key),
  )
  const metrics = objectOf(post.public_metrics)
  const quotes = countOf(metrics?.quote_count)
  const reposts = countOf(metrics?.retweet_count)
  return entryOfPost({
    link: `https://x.com/${textOf(author?.username) ?? account}/status/${textOf(post.id) ?? ''}`,
    text: textOf(valueAt(post, 'note_tweet.text')) ?? textOf(post.text), // the long form is whole
    author: textOf(author?.name),
    date: textOf(post.created_at),
    image: textOf(media?.url) ?? textOf(media?.preview_image_url),
    counts: {
      views: countOf(metrics?.impression_count),
      reactions: countOf(metrics?.like_count),
      comments: countOf(metrics?.reply_count),
      shares: reposts === null ? quotes : reposts + (quotes ?? 0),
    },
  })
}

/** Takes the posts of one request from the month's allowance: a full page, else the least that can be asked for. */
async function takeAllowance(channel: XChannel, month: string, spending: Spending): Promise<number> {
  for (const wanted of [MOST, FEWEST]) {
    if (await spending.take(channel.token, month, wanted, channel.monthlyPosts)) return wanted
  }
  throw new Unreadable(
    'paywall',
    `el presupuesto de X de este mes (${channel.monthlyPosts} publicaciones) está agotado; no se consultó`,
  )
}

/** One request, paid: what was taken and not delivered goes back, and all of it when X delivered nothing. */
async function buyPage(url: URL, web: Web, channel: XChannel, spending: Spending): Promise<ApiAnswer> {
  const token = web.credential(channel.token)
  const month = web.clock().toISOString().slice(0, 7)
  const taken = await takeAllowance(channel, month, spending)
  url.searchParams.set('max_results', String(taken))
  const answer = await askApi(url.href, web, {
    network: 'X',
    token,
    obeysRobots: false, // a paid API
    explain: explainFor(channel.token),
  }).catch(async (error: unknown) => {
    // A refusal costs nothing. An answer that broke off may have been charged: it stays taken.
    if (error instanceof Unreadable || (error instanceof Later && error.after !== null)) {
      await spending.giveBack(channel.token, month, taken)
    }
    throw error
  })
  const bought = objectsOf(objectOf(answer.json)?.data).length
  if (bought < taken) await spending.giveBack(channel.token, month, taken - bought)
  return answer
}

function searchAddress(account: string, sinceId: string | null): URL {
  const url = new URL(API)
  url.searchParams.set('query', `from:${account} -is:retweet`)
  url.searchParams.set('tweet.fields', 'created_at,public_metrics,author_id,attachments,note_tweet')
  url.searchParams.set('expansions', 'author_id,attachments.media_keys')
  url.searchParams.set('user.fields', 'name,username')
  url.searchParams.set('media.fields', 'url,preview_image_url')
  if (sinceId !== null) url.searchParams.set('since_id', sinceId)
  return url
}

/**
 * Reads what an account posted since the newest post of the last visit, which the memory keeps in place of an ETag: no
 * post is paid for twice. Each request takes its posts from the month's allowance first; when there is none left, or
 * nobody keeps count of it, X is not asked at all (`Unreadable`).
 */
export async function visitX(
  channel: XChannel,
  web: Web,
  memory: ChannelMemory | null,
  options: VisitOptions,
): Promise<Visit> {
  const account = accountIn(channel.url).replace(/^@/, '')
  if (!/^\w{1,15}$/.test(account))
    throw new Unreadable('unsafe', `«${account}» no es el nombre de una cuenta de X`)
  const { spending } = options
  if (spending === null) {
    throw new Unreadable('paywall', 'leer X se paga y aquí no se lleva la cuenta: usa «sintesis ingest»')
  }
  const sinceId = /^\d+$/.test(memory?.etag ?? '') ? (memory?.etag ?? null) : null
  const entries: Entry[] = []
  let newest: string | null = null
  let first: Fetched | null = null
  let next: string | null = null
  for (let pages = 0; pages < options.maxPages; pages++) {
    const url = searchAddress(account, sinceId)
    if (next !== null) url.searchParams.set('next_token', next)
    const bought: ApiAnswer | null = await buyPage(url, web, channel, spending).catch(keepWhatIsPaid(first))
    if (bought === null) break
    const answer = answerOf(bought)
    first ??= bought.fetched
    newest ??= textOf(valueAt(answer, 'meta.newest_id'))
    entries.push(...objectsOf(answer.data).map((post) => readPost(post, answer, account)))
    next = textOf(valueAt(answer, 'meta.next_token'))
    if (next === null) break
    if (sinceId === null && !(await isAllNew(entries, channel.url, options))) {
      next = null
      break
    }
  }
  if (first === null) throw new SourceChanged('publicaciones de X', 'ninguna página')
  const visit = visitOf(first, entries, next !== null)
  return { ...visit, isNotModified: entries.length === 0, etag: newest ?? sinceId, lastModified: null }
}

function answerOf({ json }: ApiAnswer): Json {
  const answer = objectOf(json)
  if (answer === null || objectOf(answer.meta) === null)
    throw new SourceChanged('publicaciones de X', 'otro JSON')
  return answer
}

/** A failure after the first page ends the visit with what was paid for; the listing then says that it is not whole. */
function keepWhatIsPaid(first: Fetched | null) {
  return (error: unknown): null => {
    if (first !== null && (error instanceof Later || error instanceof Unreadable)) return null
    throw error
  }
}
