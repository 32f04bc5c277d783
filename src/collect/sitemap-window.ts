// The addresses of a whole sitemap → those new enough to be today's notes, and how many were not.
import { parseDate } from '../text/dates.ts'
import type { Entry } from './entry.ts'

/** A sitemap is the whole archive of a site: what is older than this was never listed as news. */
export const SITEMAP_DAYS = 7
/** Without dates nobody knows which are new: the first ones, as sites that put no dates put the newest first. */
const UNDATED = 300

export type SitemapWindow = { readonly entries: readonly Entry[]; readonly older: number }

/** Keeps the addresses dated in the last seven days, or the first 300 when none carries a date. */
export function keepRecent(entries: readonly Entry[], timeZone: string, now: Date): SitemapWindow {
  const limit = now.getTime() - SITEMAP_DAYS * 86_400_000
  const dated = entries.filter(({ date }) => date !== null)
  const recent =
    dated.length === 0
      ? entries.slice(0, UNDATED)
      : dated.filter(({ date }) => {
          const parsed = date === null ? null : parseDate(date, { timeZone, now })
          return parsed === null || parsed.instant.getTime() >= limit
        })
  return { entries: recent, older: entries.length - recent.length }
}
