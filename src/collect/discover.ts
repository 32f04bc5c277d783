// The address of an outlet → a draft of its source: name, platform, ways in that pass the gate, and the evidence of each.
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import type { Channel, Item, Source } from '../model.ts'
import { hostOf, normalizeAddress } from '../text/addresses.ts'
import { decodeBytes } from '../text/charset.ts'
import { type Listing, listItems } from './collect.ts'
import { sniffDocument } from './document-kind.ts'
import { readFeed } from './feed.ts'
import { guessNoteLinks } from './note-links.ts'
import { isShell } from './section-page.ts'
import { type Platform, readSiteClues, type SiteClues } from './site-clues.ts'
import { socialChannel } from './social-address.ts'
import { requireOk } from './status.ts'
import type { Web } from './web.ts'

/** One way in that was tried. Rejected ones are kept with the reason: they are what the analyst asks about. */
export type Finding = {
  readonly channel: Channel
  readonly isAccepted: boolean
  /** In Spanish: how it was found and what it gave, or why it does not serve. */
  readonly evidence: string
  readonly notes: number
  readonly newestAt: Date | null
  readonly sample: readonly Item[]
}

/** What an analyst decides upon before anything is written. */
export type SourceDraft = {
  readonly url: string
  readonly name: string
  readonly platform: Platform | null
  /** A description of the site in its own words, to judge place and medium by. */
  readonly description: string | null
  /** Accepted channels in the order in which they should be declared. */
  readonly channels: readonly Channel[]
  readonly findings: readonly Finding[]
}

const MIN_NOTES = 5
const MAX_AGE_DAYS = 7
/** Feeds and sitemaps tried at most: at one request a second an answer comes in under half a minute. */
const MAX_FEEDS = 8
const MAX_SITEMAPS = 4

const USUAL_SITEMAPS = ['/news-sitemap.xml', '/sitemap-news.xml', '/sitemap.xml', '/sitemap_index.xml']

/** A source with nothing but a way in: what the gate reads a channel through. */
function probeOf(url: string, channel: Channel, timeZone: string): Source {
  return {
    id: 'borrador',
    name: 'borrador',
    url,
    medium: 'portal',
    state: null,
    city: null,
    tier: 3,
    everyMinutes: 60,
    timeZone,
    isEnabled: true,
    disabledBecause: null,
    verified: null,
    channels: [channel],
    skip: [],
    article: { title: null, byline: null, date: null, body: null, remove: [] },
    audience: null,
    rights: 'cita',
    convenio: null,
    isOwn: false,
  }
}

function newestOf(items: readonly Item[]): Date | null {
  const dated = items.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  return dated.length === 0 ? null : new Date(Math.max(...dated))
}

/** Why a listing does not pass the gate, or null: it answered, five notes of its own domain, the newest within a week. */
function refusalOf(listing: Listing, newestAt: Date | null, now: Date): string | null {
  if (listing.state === 'con-falla') return listing.reason ?? 'no respondió'
  if (listing.items.length < MIN_NOTES) {
    const foreign = listing.excluded.find(({ reason }) => reason?.startsWith('otro dominio'))
    const also = foreign === undefined ? '' : `; otras son de ${foreign.reason ?? ''}`
    return `solo trae ${listing.items.length} notas propias (se piden ${MIN_NOTES})${also}`
  }
  const ageDays = newestAt === null ? 0 : (now.getTime() - newestAt.getTime()) / 86_400_000
  return ageDays > MAX_AGE_DAYS ? `su nota más nueva tiene ${Math.floor(ageDays)} días` : null
}

async function tryFinding(
  channel: Channel,
  found: string,
  home: string,
  web: Web,
  timeZone: string,
): Promise<Finding> {
  const listing = await listItems(probeOf(home, channel, timeZone), web, [])
  const newestAt = newestOf(listing.items)
  const refusal = refusalOf(listing, newestAt, web.clock())
  const age =
    newestAt === null ? 'sin fechas en la lista' : `la más nueva del ${newestAt.toISOString().slice(0, 10)}`
  return {
    channel,
    isAccepted: refusal === null,
    evidence: `${found}; ${refusal ?? `${listing.items.length} notas, ${age}`}`,
    notes: listing.items.length,
    newestAt,
    sample: listing.items.slice(0, 5),
  }
}

/** Two addresses can be one feed: the second adds nothing to a ladder. */
function isSameListing(one: Finding, other: Finding): boolean {
  const first = one.sample.map(({ url }) => url).join(' ')
  return one.notes === other.notes && first === other.sample.map(({ url }) => url).join(' ')
}

type Candidate = { readonly channel: Channel; readonly found: string }

/** Tries candidates until one passes; every one tried is a finding. */
async function tryUntilAccepted(
  candidates: readonly Candidate[],
  home: string,
  web: Web,
  timeZone: string,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { channel, found } of candidates) {
    const finding = await tryFinding(channel, found, home, web, timeZone)
    findings.push(finding)
    if (finding.isAccepted) break
  }
  return findings
}

function isFailure(error: unknown): error is Later | Unreadable | SourceChanged {
  return error instanceof Later || error instanceof Unreadable || error instanceof SourceChanged
}

/** The sitemaps that robots.txt names, news first, then the usual places. */
async function listSitemaps(home: string, web: Web): Promise<Candidate[]> {
  const rules = await web.robotsOf(home)
  const named = rules.sitemaps.flatMap((url) => normalizeAddress(url, home) ?? [])
  const byNews = named.toSorted(
    (one, other) => Number(/news|noticia/i.test(other)) - Number(/news|noticia/i.test(one)),
  )
  const usual = USUAL_SITEMAPS.flatMap((path) => normalizeAddress(path, home) ?? [])
  return [...new Set([...byNews, ...usual])].slice(0, MAX_SITEMAPS).map((url) => ({
    channel: { kind: 'sitemap', url },
    found: named.includes(url) ? 'lo nombra robots.txt' : 'es el lugar usual de un mapa del sitio',
  }))
}

async function listSections(html: string, home: string, web: Web): Promise<Candidate[]> {
  const guess = guessNoteLinks(html, home)
  const found = (selector: string) => `la portada lista notas en «${selector}»`
  if (guess !== null) {
    const { select } = guess
    return [{ channel: { kind: 'page', url: home, select }, found: found(select.link.selector) }]
  }
  if (!isShell(html) || !(await web.canRender())) return []
  const rendered = await web.render(home, { waitFor: null })
  const written = guessNoteLinks(Buffer.from(rendered.body).toString('utf8'), home)
  if (written === null) return []
  const { select } = written
  const evidence = `la portada se escribe con JavaScript y ${found(select.link.selector)}`
  return [{ channel: { kind: 'browser', url: home, select, waitFor: select.link.selector }, found: evidence }]
}

type Front = {
  readonly home: string
  readonly html: string
  readonly feedUrl: string | null
  readonly name: string | null
}

/** The front page of what the analyst named, who may have named its feed. */
async function readFront(url: string, web: Web): Promise<Front> {
  const fetched = await web.fetch(url)
  requireOk(fetched)
  const text = decodeBytes(fetched.body, fetched.headers['content-type'] ?? null).text
  if (sniffDocument(text) !== 'feed') return { home: fetched.finalUrl, html: text, feedUrl: null, name: null }
  const feed = await readFeed(text)
  const home = normalizeAddress(feed.home ?? '/', fetched.finalUrl) ?? new URL('/', fetched.finalUrl).href
  const front = await readFront(home, web).catch((error: unknown) => {
    if (!isFailure(error)) throw error
    return { home, html: '', feedUrl: null, name: null } // the feed may well serve without its front page
  })
  return { ...front, feedUrl: fetched.finalUrl, name: feed.title }
}

function feedCandidates(front: Front, clues: SiteClues): Candidate[] {
  const given = front.feedUrl === null ? [] : [{ url: front.feedUrl, evidence: 'es la dirección dada' }]
  return [...given, ...clues.feeds]
    .slice(0, MAX_FEEDS)
    .map(({ url, evidence }) => ({ channel: { kind: 'feed', url }, found: evidence }))
}

async function discoverSocial(channel: Channel, web: Web, timeZone: string): Promise<SourceDraft> {
  const finding = await tryFinding(channel, 'es un canal público', channel.url, web, timeZone)
  const name = finding.sample[0]?.author ?? hostOf(channel.url)
  const channels = finding.notes > 0 ? [channel] : []
  return { url: channel.url, name, platform: null, description: null, channels, findings: [finding] }
}

/**
 * Finds the ways into an outlet. `address` may lack its scheme, and may be its front page, a section, its feed, or a
 * YouTube or Telegram channel; `timeZone` is that of its dates. Feeds are tried first, then sitemaps, then its page; a
 * second way is kept only if it lists something else. Throws the failure of the front page when even that cannot be read.
 */
export async function discoverSource(address: string, web: Web, timeZone: string): Promise<SourceDraft> {
  const url = normalizeAddress(/^[a-z]+:\/\//i.test(address.trim()) ? address : `https://${address.trim()}`)
  if (url === null) throw new Unreadable('unsafe', `«${address}» no es una dirección web`)
  const social = await socialChannel(url, web)
  if (social !== null) return discoverSocial(social, web, timeZone)

  const front = await readFront(url, web)
  const clues = readSiteClues(front.html, front.home)
  const findings: Finding[] = []
  const ladders = [
    async () => feedCandidates(front, clues),
    () => listSitemaps(front.home, web),
    () => listSections(front.html, front.home, web),
  ]
  for (const listCandidates of ladders) {
    findings.push(...(await tryUntilAccepted(await listCandidates(), front.home, web, timeZone)))
  }
  const accepted = findings.filter(({ isAccepted }) => isAccepted)
  const distinct = accepted.filter(
    (one, index) => !accepted.slice(0, index).some((other) => isSameListing(one, other)),
  )
  return {
    // Outlets of a chain share a host: there the path is part of who they are.
    url: clues.platform === 'OEM' ? front.home : new URL('/', front.home).href,
    name: clues.name ?? front.name ?? hostOf(front.home),
    platform: clues.platform,
    description: clues.description,
    channels: distinct.map(({ channel }) => channel),
    findings,
  }
}
