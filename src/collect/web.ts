// A contact and some limits → the web's door: the only way in which this program reads an address of the internet.
import { Later, Unreadable } from '../failure.ts'
import { createGuard, type Resolve, resolveBySystem } from './address-guard.ts'
import { createBrowser, NO_BROWSER } from './browser.ts'
import type { Fetched, FetchOptions } from './fetched.ts'
import { createFetcher } from './fetcher.ts'
import { createHostGate, type HostGate } from './host-gate.ts'
import { userAgent } from './identity.ts'
import { createRequester } from './request.ts'
import type { RobotsRules } from './robots.ts'

export type WebOptions = {
  /** E-mail or page shown in the User-Agent. */
  readonly contact: string
  readonly clock: () => Date
  /** Host name → port of this machine where it is served in plain http. Demonstrations, tests and benches only. */
  readonly loopbackHosts?: ReadonlyMap<string, number>
  /** Lets addresses of this machine be read, on any port. Tests only. */
  readonly allowLoopback?: boolean
  /** Milliseconds that one page may take, all hops together, without the waiting for its turn. Default 20,000. */
  readonly totalMs?: number
  /** Bytes of one answer, unpacked. Default 8 MiB. */
  readonly maxBytes?: number
  /** Milliseconds between the starts of two requests to one host. Default 1,000. */
  readonly hostDelayMs?: number
  /** Whose turn it is at each host, when other processes ask too. Default: only this door counts. */
  readonly gate?: HostGate
  /** `off` never starts a browser: sources that need one fail with that reason. Default `auto`. */
  readonly browser?: 'auto' | 'off'
  /** Name → token with which an API is asked. Never written anywhere. */
  readonly credentials?: ReadonlyMap<string, string>
  /** Name → addresses; default the system's resolver. */
  readonly resolve?: Resolve
}

export type RenderRequest = {
  /** CSS selector that must appear before the page counts as written; null waits for a quiet network. */
  readonly waitFor: string | null
  /** Milliseconds for the whole page. Default twice the `totalMs` of the door. */
  readonly totalMs?: number
}

export type Web = {
  /**
   * Reads an address in its host's turn. Any status is returned. Throws `Later` when the host cannot be reached, asks
   * for a pause or has an unreachable robots.txt; `Unreadable` when it is `unsafe`, `oversized`, closed by `robots` or
   * redirects without end (`gone`).
   */
  readonly fetch: (url: string, options?: FetchOptions) => Promise<Fetched>
  /** The same through Chromium: the HTML once its scripts have written it, as UTF-8. */
  readonly render: (url: string, request: RenderRequest) => Promise<Fetched>
  readonly canRender: () => Promise<boolean>
  /** What the robots.txt of a site says to us: its rules and the sitemaps it names. */
  readonly robotsOf: (url: string) => Promise<RobotsRules>
  /** The token of a name; throws `Unreadable`, saying which variable is missing, when there is none. */
  readonly credential: (name: string) => string
  readonly clock: () => Date
  readonly close: () => Promise<void>
}

const DEFAULT_TOTAL_MS = 20_000
const DEFAULT_MAX_BYTES = 8 * 1024 * 1024
const DEFAULT_HOST_DELAY_MS = 1_000
/** robots.txt is a small file: it gets less time than a page. */
const ROBOTS_MS = 10_000
/** A browser runs a page's whole program: it gets longer than a plain request. */
const RENDER_TIMES = 2

/**
 * Opens the web's door: one request at a time per host, robots.txt obeyed, one deadline and one cap of bytes for each
 * page, only public addresses. Close it when done; its browser, if one started, ends with it.
 */
export function openWeb(options: WebOptions): Web {
  const { clock, loopbackHosts = new Map<string, number>() } = options
  const totalMs = options.totalMs ?? DEFAULT_TOTAL_MS
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  const identity = userAgent(options.contact)
  const guard = createGuard({
    allowLoopback: options.allowLoopback ?? false,
    resolve: options.resolve ?? resolveBySystem,
  })
  const requester = createRequester(guard, loopbackHosts)
  const gate = options.gate ?? createHostGate(clock)
  const browser = createBrowser(identity, guard, loopbackHosts)
  const fetcher = createFetcher({
    requester,
    gate,
    guard,
    clock,
    userAgent: identity,
    hostDelayMs: options.hostDelayMs ?? DEFAULT_HOST_DELAY_MS,
    robotsMs: Math.min(ROBOTS_MS, totalMs),
  })

  const render: Web['render'] = async (url, request) => {
    if (options.browser === 'off')
      throw new Later('esta fuente necesita un navegador y el navegador está apagado')
    if (!(await browser.isAvailable())) throw new Later(NO_BROWSER)
    const target = guard.check(url)
    const decision = await fetcher.requireRobots(target)
    const shown = loopbackHosts.has(target.hostname)
      ? new URL(target.href.replace(/^https:/, 'http:'))
      : target
    const limits = { waitFor: request.waitFor, totalMs: request.totalMs ?? totalMs * RENDER_TIMES, maxBytes }
    const page = await fetcher.inTurn(target, () => browser.render(shown, limits))
    const final = guard.check(page.finalUrl)
    if (final.host !== target.host) await fetcher.requireRobots(final)
    return {
      url,
      finalUrl: final.href === shown.href ? target.href : final.href,
      status: page.status,
      headers: { ...page.headers, 'content-type': 'text/html; charset=utf-8' },
      body: Buffer.from(page.html, 'utf8'),
      redirects: [],
      takenAt: clock(),
      robots: decision,
      isTruncated: false,
    }
  }

  return {
    fetch: (url, request = {}) =>
      fetcher.fetch(url, {
        ...request,
        totalMs: request.totalMs ?? totalMs,
        maxBytes: request.maxBytes ?? maxBytes,
      }),
    render,
    canRender: async () => options.browser !== 'off' && (await browser.isAvailable()),
    robotsOf: (url) => fetcher.rulesFor(guard.check(url)),
    credential: (name) => {
      const token = options.credentials?.get(name)
      if (token !== undefined) return token
      throw new Unreadable(
        'forbidden',
        `falta su token: ponlo en la variable de entorno SINTESIS_TOKEN_${name}`,
      )
    },
    clock,
    close: async () => {
      await browser.close()
      await requester.close()
    },
  }
}
