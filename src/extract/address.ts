// The addresses a page gives of itself → the one that names the note, and absolute addresses of what it shows.
import { getDomain } from 'tldts'

/** An absolute http(s) address without its fragment, or null. */
export function absoluteUrl(raw: string | null | undefined, base: string): string | null {
  if (raw === null || raw === undefined || raw.trim() === '' || raw.length > 4_000) return null
  if (!URL.canParse(raw.trim(), base)) return null
  const url = new URL(raw.trim(), base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.hash = ''
  return url.href
}

/** Sites are the same when their registrable domains are; bare addresses and local names must be equal. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [new URL(one).hostname, new URL(other).hostname]
  return a === b || (getDomain(a) !== null && getDomain(a) === getDomain(b))
}

const isRoot = (url: string): boolean =>
  /^\/(?:index\.\w+|[a-z]{2}\/?)?$/i.test(new URL(url).pathname) && new URL(url).search === ''

const VIEW_PARAMETER = /^(?:amp|outputtype|print|printer|imprimir|version)$/i
const VIEW_VALUE = /^(?:|1|true|amp|print|imprimir|yes)$/i

/** The address of a note without what asks for its AMP view or the one to be printed. */
function plainView(address: string): string {
  const url = new URL(address)
  url.pathname = url.pathname.replace(/(?<=[^/])\/(?:amp|imprimir|print)(\/?)$/i, '$1')
  const views = [...url.searchParams].filter(
    ([name, value]) => VIEW_PARAMETER.test(name) && VIEW_VALUE.test(value),
  )
  for (const [name] of views) url.searchParams.delete(name)
  return url.href
}

/**
 * The canonical address: what the page declares if it is of the same site and not its cover, else where the page was found, without
 * what asks for its AMP view or the one to be printed.
 */
export function chooseCanonical(declared: readonly (string | null)[], pageUrl: string): string {
  for (const raw of declared) {
    const url = absoluteUrl(raw, pageUrl)
    if (url !== null && isSameSite(url, pageUrl) && (!isRoot(url) || isRoot(pageUrl))) return url
  }
  const found = absoluteUrl(pageUrl, pageUrl)
  return found === null ? pageUrl : plainView(found)
}
