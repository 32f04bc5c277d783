// A web address as somebody wrote it → the one form in which it is compared, its host and its site.
import { getDomain } from 'tldts'

const MAX_LENGTH = 4096

/** Parameters that say how a reader arrived, never what is read. */
const TRACKING =
  /^(?:utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|ncid|cmpid|at_(?:medium|campaign)|__twitter_impression)$/i

/** Parameters that name a visit of somebody: a new value on every request. */
const SESSION =
  /^(?:phpsessid|jsessionid|aspsessionid[a-z]*|asp\.net_sessionid|cfid|cftoken|sessionid|session_id)$/i

/** `sid` and `s` are sessions only when they look like one: a long hexadecimal number. */
const SHORT_SESSION = /^(?:sid|s)=[0-9a-f]{16,}$/i

const PATH_SESSION = /;jsessionid=[^/?#]*/i

function isNoise(parameter: string): boolean {
  const name = parameter.split('=', 1)[0] ?? ''
  return parameter === '' || TRACKING.test(name) || SESSION.test(name) || SHORT_SESSION.test(parameter)
}

function cleanQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => !isNoise(parameter))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function parseUrl(url: string, base: string | undefined): URL | null {
  return URL.canParse(url, base) ? new URL(url, base) : null
}

/**
 * Absolute http(s) address without fragment, credentials, tracking or session parameters, in the form used to tell
 * whether two links are the same; null for anything else (`javascript:`, `data:`, no host, longer than 4,096).
 * Hash-bang fragments (`#!/nota/1`, `#/nota/1`) stay: they name a page. Applying it twice changes nothing.
 */
export function normalizeAddress(url: string, base?: string): string | null {
  const trimmed = url.trim()
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return null
  const parsed = parseUrl(trimmed, base)
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null
  parsed.hostname = parsed.hostname.replace(/\.+$/, '')
  if (parsed.hostname === '') return null
  parsed.username = ''
  parsed.password = ''
  if (!/^#!?\//.test(parsed.hash)) parsed.hash = ''
  parsed.pathname = parsed.pathname.replace(PATH_SESSION, '')
  parsed.search = cleanQuery(parsed.search)
  return parsed.href.length > MAX_LENGTH ? null : parsed.href
}

/** Host name of an address in lower case, without final dot or port; '' when it is not an address. */
export function hostOf(url: string): string {
  return (parseUrl(url, undefined)?.hostname ?? '').replace(/\.+$/, '')
}

/**
 * The registrable domain of an address or host name by the public-suffix list, private suffixes included
 * (`unmedio.blogspot.com` is a site of its own); the host itself when it has none (an IP, `localhost`).
 */
export function registrableDomain(urlOrHost: string): string {
  const host = hostOf(urlOrHost) || urlOrHost.toLowerCase().replace(/\.+$/, '')
  return getDomain(host, { allowPrivateDomains: true }) ?? host
}

/** Whether two addresses belong to one outlet: the same registrable domain. */
export function isSameSite(one: string, other: string): boolean {
  const domain = registrableDomain(one)
  return domain !== '' && domain === registrableDomain(other)
}
