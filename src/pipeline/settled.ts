// Listed addresses → those that need no fetch: read before, or the same note under its other forms (http, https, www).
import type { Kysely } from 'kysely'
import { findItems } from '../store/items.ts'
import type { Database } from '../store/schema.ts'

/**
 * Of these addresses, those that were kept or will never read, and those of which another form was kept: outlets list
 * one note now with www and now without, and move to https with all that they ever published.
 */
export async function findSettledUrls(db: Kysely<Database>, urls: readonly string[]): Promise<Set<string>> {
  const twins = new Map(urls.map((url) => [url, listTwins(url)]))
  const records = await findItems(db, [...new Set([...urls, ...[...twins.values()].flat()])])
  const endOf = (url: string) => records.get(url)?.end
  const isSettled = (url: string) =>
    endOf(url) === 'kept' ||
    endOf(url) === 'unreadable' ||
    (twins.get(url) ?? []).some((twin) => endOf(twin) === 'kept')
  return new Set(urls.filter(isSettled))
}

/** The other forms of a note's address: with and without `www.`, over http and over https; none of what has no link. */
export function listTwins(url: string): string[] {
  const { protocol, host } = new URL(url)
  if (host === '') return []
  const rest = url.slice(`${protocol}//${host}`.length)
  const bare = host.replace(/^www\./, '')
  return ['http:', 'https:']
    .flatMap((scheme) => [`${scheme}//${bare}${rest}`, `${scheme}//www.${bare}${rest}`])
    .filter((twin) => twin !== url)
}
