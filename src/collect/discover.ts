// The address of an outlet → a draft of its source: name, platform, ways in that pass the gate, and the evidence of each.
import { Unreadable } from '../failure.ts'
import type { Channel } from '../model.ts'
import { hostOf, normalizeAddress } from '../text/addresses.ts'
import { type Front, readFront } from './front.ts'
import { type Candidate, type Finding, isSameListing, tryFinding } from './gate.ts'
import { guessNoteLinks, listSectionLinks } from './note-links.ts'
import { chooseSiblings } from './section-feeds.ts'
import { isShell } from './section-page.ts'
import { type Platform, readSiteClues, type SiteClues } from './site-clues.ts'
import { socialChannel } from './social-address.ts'
import type { Web } from './web.ts'

export type { Finding } from './gate.ts'

/** What an analyst decides upon before anything is written. */
export type SourceDraft = {
  readonly url: string
  readonly name: string
  readonly platform: Platform | null
  /** A description of the site in its own words, to judge place and medium by. */
  readonly description: string | null
  /** Accepted channels in the order in which they should be declared. */
  readonly channels: readonly Channel[]
  /** Addresses of those that are to be read together: each lists notes that the others lack. */
  readonly together: readonly (readonly string[])[]
  readonly findings: readonly Finding[]
  /** The front page asks for a name and a password. */
  readonly asksToSignIn: boolean
}

/** Feeds, sitemaps and sections tried at most: at one request a second an answer comes in under half a minute. */
const MAX_FEEDS = 8
const MAX_SITEMAPS = 4
const MAX_SECTIONS = 4

const USUAL_SITEMAPS = ['/news-sitemap.xml', '/sitemap-news.xml', '/sitemap.xml', '/sitemap_index.xml']

type Site = {
  readonly front: Front
  readonly clues: SiteClues
  readonly web: Web
  readonly timeZone: string
}

/** Tries candidates until one passes; every one tried is a finding. */
async function tryUntilAccepted(candidates: readonly Candidate[], site: Site): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const candidate of candidates) {
    const finding = await tryFinding(candidate, site.front.home, site.web, site.timeZone)
    findings.push(finding)
    if (finding.isAccepted) break
  }
  return findings
}

async function tryAll(candidates: readonly Candidate[], site: Site): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const candidate of candidates) {
    findings.push(await tryFinding(candidate, site.front.home, site.web, site.timeZone))
  }
  return findings
}

/** The sitemaps that robots.txt names, news first, then the usual places. */
async function listSitemaps({ front: { home }, web }: Site): Promise<Candidate[]> {
  const rules = await web.robotsOf(home)
  const named = rules.sitemaps.flatMap((url) => normalizeAddress(url, home) ?? [])
  const byNews = named.toSorted(
    (one, other) => Number(/news|noticia/i.test(other)) - Number(/news|noticia/i.test(one)),
  )
  const usual = USUAL_SITEMAPS.flatMap((path) => normalizeAddress(path, home) ?? [])
  return [...new Set([...byNews, ...usual])].slice(0, MAX_SITEMAPS).map((url) => {
    const isGuess = !named.includes(url)
    const found = isGuess ? 'es el lugar usual de un mapa del sitio' : 'lo nombra robots.txt'
    return { channel: { kind: 'sitemap', url }, found, isGuess }
  })
}

async function listFrontPage({ front: { html, home }, web }: Site): Promise<Candidate[]> {
  const guess = guessNoteLinks(html, home)
  const found = (selector: string) => `la portada lista notas en «${selector}»`
  if (guess !== null) {
    const { select } = guess
    const channel: Channel = { kind: 'page', url: home, select }
    return [{ channel, found: found(select.link.selector), isGuess: false }]
  }
  if (!isShell(html) || !(await web.canRender())) return []
  const rendered = await web.render(home, { waitFor: null })
  const written = guessNoteLinks(Buffer.from(rendered.body).toString('utf8'), home)
  if (written === null) return []
  const { select } = written
  const channel: Channel = { kind: 'browser', url: home, select, waitFor: select.link.selector }
  const evidence = `la portada se escribe con JavaScript y ${found(select.link.selector)}`
  return [{ channel, found: evidence, isGuess: false }]
}

function listFeeds({ front, clues }: Site): Candidate[] {
  const given =
    front.feedUrl === null ? [] : [{ url: front.feedUrl, evidence: 'es la dirección dada', isGuess: false }]
  return [...given, ...clues.feeds]
    .slice(0, MAX_FEEDS)
    .map(({ url, evidence, isGuess }) => ({ channel: { kind: 'feed', url }, found: evidence, isGuess }))
}

/**
 * The feeds of an outlet. When the first that passes was named by the site, the others that it names are read too: a
 * section's may hold what the main one leaves out. Usual places are other names of one feed, and the general feed of a
 * chain is the nation's.
 */
async function findFeeds(site: Site): Promise<Finding[]> {
  const candidates = listFeeds(site)
  const tried = await tryUntilAccepted(candidates, site)
  if (site.clues.platform === 'OEM' || site.front.feedUrl !== null) return tried
  const rest = candidates.slice(tried.length).filter(({ isGuess }) => !isGuess)
  return [...tried, ...(await tryAll(rest, site))]
}

/** The front page's notes and, when nothing else serves, those of the sections in its menu. */
async function findPages(site: Site, isLastResort: boolean): Promise<Finding[]> {
  const front = await tryUntilAccepted(await listFrontPage(site), site)
  const select = front.find(({ isAccepted }) => isAccepted)?.channel
  if (!isLastResort || select?.kind !== 'page') return front
  const sections = listSectionLinks(site.front.html, site.front.home).slice(0, MAX_SECTIONS)
  const candidates = sections.map(({ url, title }): Candidate => {
    const channel: Channel = { kind: 'page', url, select: select.select }
    return { channel, found: `es la sección «${title}» del menú`, isGuess: true }
  })
  return [...front, ...(await tryAll(candidates, site))]
}

async function discoverSocial(channel: Channel, web: Web, timeZone: string): Promise<SourceDraft> {
  const candidate = { channel, found: 'es un canal público', isGuess: false }
  const finding = await tryFinding(candidate, channel.url, web, timeZone)
  const name = finding.sample[0]?.author ?? hostOf(channel.url)
  const channels = finding.notes > 0 ? [channel] : []
  const none = { platform: null, description: null, together: [], asksToSignIn: false }
  return { ...none, url: channel.url, name, channels, findings: [finding] }
}

/** Siblings of each kind that serve; a list that only repeats another, of its kind or not, adds nothing. */
function chooseChannels(rungs: readonly (readonly Finding[])[]): Pick<SourceDraft, 'channels' | 'together'> {
  const kept: Finding[][] = []
  for (const findings of rungs) {
    const accepted = findings.filter(({ isAccepted }) => isAccepted)
    const siblings = chooseSiblings(accepted).filter(
      (one) => !kept.flat().some((other) => isSameListing(one, other)),
    )
    if (siblings.length > 0) kept.push(siblings)
  }
  const urls = kept.map((siblings) => siblings.map(({ channel }) => channel.url))
  return {
    channels: kept.flat().map(({ channel }) => channel),
    together: urls.filter(({ length }) => length > 1),
  }
}

/**
 * Finds the ways into an outlet. `address` may lack its scheme, and may be its front page, a section, its feed, or a
 * YouTube or Telegram channel; `timeZone` is that of its dates. Feeds are tried first, then sitemaps, then its pages; a
 * second way is kept only if it lists something else. Throws the failure of the front page when even that cannot be read.
 */
export async function discoverSource(address: string, web: Web, timeZone: string): Promise<SourceDraft> {
  const url = normalizeAddress(/^[a-z]+:\/\//i.test(address.trim()) ? address : `https://${address.trim()}`)
  if (url === null) throw new Unreadable('unsafe', `«${address}» no es una dirección web`)
  const social = await socialChannel(url, web)
  if (social !== null) return discoverSocial(social, web, timeZone)

  const front = await readFront(url, web)
  const clues = readSiteClues(front.html, front.home)
  const site: Site = { front, clues, web, timeZone }
  const feeds = await findFeeds(site)
  const sitemaps = await tryUntilAccepted(await listSitemaps(site), site)
  const isLastResort = ![...feeds, ...sitemaps].some(({ isAccepted }) => isAccepted)
  const pages = await findPages(site, isLastResort)
  return {
    // Outlets of a chain share a host: there the path is part of who they are.
    url: clues.platform === 'OEM' ? front.home : new URL('/', front.home).href,
    name: clues.name ?? front.name ?? hostOf(front.home),
    platform: clues.platform,
    description: clues.description,
    ...chooseChannels([feeds, sitemaps, pages]),
    findings: [...feeds, ...sitemaps, ...pages],
    asksToSignIn: clues.asksToSignIn,
  }
}
