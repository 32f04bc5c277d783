// An address and its limits → the answer at the end of its redirects, each hop judged, allowed by robots.txt, in turn.
import { Later, Unreadable } from '../failure.ts'
import type { Guard } from './address-guard.ts'
import type { Fetched, FetchOptions } from './fetched.ts'
import type { HostGate } from './host-gate.ts'
import { nameNetworkFailure } from './network-failure.ts'
import type { Answer, Requester } from './request.ts'
import { readRetryAfter } from './retry-after.ts'
import { decideRobots, MAX_ROBOTS_BYTES, type RobotsDecision, type RobotsRules } from './robots.ts'
import { createRobotsBook } from './robots-book.ts'

const MAX_REDIRECTS = 10
/** RFC 9309 §2.3.1.2. */
const MAX_ROBOTS_REDIRECTS = 5
/** A `Crawl-delay` longer than this would make an outlet unreadable in a day; it is honoured up to here. */
const LONGEST_CRAWL_DELAY_MS = 30_000

const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5'
const OPEN: RobotsDecision = { isAllowed: true, rule: null, group: null }

export type FetcherParts = {
  readonly requester: Requester
  readonly gate: HostGate
  readonly guard: Guard
  readonly clock: () => Date
  readonly userAgent: string
  readonly hostDelayMs: number
  /** Milliseconds for one robots.txt. */
  readonly robotsMs: number
}

export type Fetcher = {
  readonly fetch: (url: string, options: FetchOptions & Limits) => Promise<Fetched>
  readonly rulesFor: (url: URL) => Promise<RobotsRules>
  /** The decision for an address; throws `Unreadable('robots')` when it is closed to us. */
  readonly requireRobots: (url: URL) => Promise<RobotsDecision>
  /** Runs something else (a browser) in the turn of a host. */
  readonly inTurn: <Result>(url: URL, task: () => Promise<Result>) => Promise<Result>
}

type Limits = { readonly totalMs: number; readonly maxBytes: number }

type Plan = Limits & {
  readonly headers: Readonly<Record<string, string>>
  readonly maxRedirects: number
  readonly onOverflow: 'fail' | 'cut'
  readonly obeysRobots: boolean
  readonly post: string | null
}

type Hop = { readonly answer: Answer; readonly tookMs: number }

/** Cookies set along one chain of redirects, for the sites that redirect until their cookie comes back. Never kept. */
function rememberCookies(jar: Map<string, string>, host: string, cookies: readonly string[]): void {
  for (const cookie of cookies) {
    const pair = cookie.split(';', 1)[0]?.trim() ?? ''
    const name = pair.split('=', 1)[0] ?? ''
    if (name !== '') jar.set(`${host} ${name}`, pair)
  }
}

function cookiesFor(jar: ReadonlyMap<string, string>, host: string): Record<string, string> {
  const pairs = [...jar].filter(([key]) => key.startsWith(`${host} `)).map(([, pair]) => pair)
  return pairs.length === 0 ? {} : { cookie: pairs.join('; ') }
}

function redirectTarget(answer: Answer): string | null {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null
  return answer.headers.location ?? null
}

/** A credential goes to the host it was given for and to no other. */
function headersFor(plan: Plan, url: URL, first: URL): Readonly<Record<string, string>> {
  if (url.host === first.host && url.protocol === first.protocol) return plan.headers
  return Object.fromEntries(Object.entries(plan.headers).filter(([name]) => name !== 'authorization'))
}

function endlessRedirects(redirects: readonly string[]): Unreadable {
  const shown = redirects.slice(-3).join(' → ')
  return new Unreadable('gone', `redirige sin fin (${redirects.length} saltos: … → ${shown} → …)`)
}

/** Makes the fetcher. robots.txt itself is read by the same hops, without asking robots.txt. */
export function createFetcher(parts: FetcherParts): Fetcher {
  const { requester, gate, guard, clock } = parts

  const book = createRobotsBook(async (url) => {
    const fetched = await follow(url, {
      headers: { accept: 'text/plain,*/*;q=0.5' },
      totalMs: parts.robotsMs,
      maxBytes: MAX_ROBOTS_BYTES,
      maxRedirects: MAX_ROBOTS_REDIRECTS,
      onOverflow: 'cut',
      obeysRobots: false,
      post: null,
    })
    return {
      status: fetched.status,
      bytes: fetched.body,
      contentType: fetched.headers['content-type'] ?? null,
    }
  })

  const delayFor = async (url: URL): Promise<number> => {
    const { crawlDelaySeconds } = await book.rulesFor(url)
    return Math.max(parts.hostDelayMs, Math.min(LONGEST_CRAWL_DELAY_MS, (crawlDelaySeconds ?? 0) * 1000))
  }

  const requireRobots = async (url: URL): Promise<RobotsDecision> => {
    const decision = decideRobots(await book.rulesFor(url), url.href)
    if (decision.isAllowed) return decision
    throw new Unreadable(
      'robots',
      `robots.txt de ${url.host} no permite leer ${url.pathname} (${decision.rule})`,
    )
  }

  const noteStatus = (host: string, answer: Answer) => {
    if (answer.status === 429 || (answer.status === 503 && answer.headers['retry-after'] !== undefined)) {
      gate.pushBack(host, readRetryAfter(answer.headers, clock()), `${host} pidió esperar (${answer.status})`)
    } else if (answer.status >= 500) {
      gate.reportFailure(host, `${host} está fallando (${answer.status})`)
    } else {
      gate.reportAnswer(host)
    }
  }

  const sendInTurn = async (
    url: URL,
    plan: Plan,
    cookies: Record<string, string>,
    leftMs: number,
  ): Promise<Hop> => {
    const delayMs = plan.obeysRobots ? await delayFor(url) : parts.hostDelayMs
    return gate.run(url.host, delayMs, async () => {
      const startedAt = performance.now()
      const signal = AbortSignal.timeout(Math.max(1, Math.round(leftMs)))
      const headers = {
        'user-agent': parts.userAgent,
        accept: ACCEPT,
        'accept-language': 'es-MX,es;q=0.9',
        'accept-encoding': 'gzip, deflate, br',
        ...cookies,
        ...plan.headers,
      }
      try {
        const answer = await requester.send(url, headers, { ...plan, signal })
        noteStatus(url.host, answer)
        return { answer, tookMs: performance.now() - startedAt }
      } catch (error) {
        const seconds = Math.round(plan.totalMs / 1000)
        const failure = nameNetworkFailure(error, url.host, { isOver: signal.aborted, seconds })
        if (failure instanceof Later) gate.reportFailure(url.host, failure.message)
        throw failure
      }
    })
  }

  const follow = async (url: string, plan: Plan): Promise<Fetched> => {
    const redirects: string[] = []
    const jar = new Map<string, string>()
    const first = guard.check(url)
    let current = first
    let leftMs = plan.totalMs
    for (;;) {
      const robots = plan.obeysRobots ? await requireRobots(current) : OPEN
      const hopPlan = { ...plan, headers: headersFor(plan, current, first) }
      const { answer, tookMs } = await sendInTurn(current, hopPlan, cookiesFor(jar, current.host), leftMs)
      leftMs -= tookMs
      const target = plan.post === null ? redirectTarget(answer) : null
      if (target === null) {
        return {
          url,
          finalUrl: current.href,
          status: answer.status,
          headers: answer.headers,
          body: answer.body.bytes,
          redirects,
          takenAt: clock(),
          robots,
          isTruncated: answer.body.isTruncated,
        }
      }
      redirects.push(current.href)
      if (redirects.length > plan.maxRedirects) throw endlessRedirects(redirects)
      rememberCookies(jar, current.host, answer.cookies)
      current = guard.check(target, current.href)
    }
  }

  return {
    fetch: (url, { headers = {}, accept, totalMs, maxBytes, obeysRobots = true, post = null }) =>
      follow(url, {
        headers: accept === undefined ? headers : { accept, ...headers },
        totalMs,
        maxBytes,
        maxRedirects: MAX_REDIRECTS,
        onOverflow: 'fail',
        obeysRobots,
        post,
      }),
    rulesFor: book.rulesFor,
    requireRobots,
    inTurn: async (url, task) => gate.run(url.host, await delayFor(url), task),
  }
}
