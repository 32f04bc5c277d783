// An address whose page writes itself with JavaScript → its finished HTML, by one Chromium with at most two tabs.
import type { Page, Route } from 'playwright'
import { Later, Unreadable } from '../failure.ts'
import type { Guard } from './address-guard.ts'
import { findChromium } from './chromium.ts'
import { type ChromiumPool, launchPool } from './chromium-pool.ts'

export type Rendered = {
  readonly finalUrl: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly html: string
}

export type RenderOptions = {
  /** CSS selector that must appear before the page counts as written; null waits until the network is quiet. */
  readonly waitFor: string | null
  readonly totalMs: number
  readonly maxBytes: number
}

export type Browser = {
  readonly render: (url: URL, options: RenderOptions) => Promise<Rendered>
  /** Whether a browser can be started on this machine; looked for once. */
  readonly isAvailable: () => Promise<boolean>
  readonly close: () => Promise<void>
}

const MAX_TABS = 2

/** Longest wait for a quiet network: pages with live counters never are. */
const QUIET_MS = 5_000
const CLOSE_MS = 5_000

/** What a reader of text does not need and an office's narrow line should not carry. */
const UNNEEDED = new Set(['image', 'media', 'font', 'texttrack', 'eventsource', 'websocket'])

/** Said before anything is asked of the site. */
export const NO_BROWSER =
  'esta fuente necesita un navegador y en esta máquina no hay Chromium (instálalo con «sudo apt install chromium» y revisa con «sintesis doctor»)'

async function skipUnneeded(route: Route): Promise<void> {
  if (UNNEEDED.has(route.request().resourceType())) await route.abort()
  else await route.continue()
}

async function waitUntilWritten(page: Page, waitFor: string | null, totalMs: number): Promise<void> {
  if (waitFor !== null) {
    // A selector that never comes is not a failure here: the reader of the page says what is missing in it.
    await page.waitForSelector(waitFor, { state: 'attached', timeout: totalMs / 2 }).catch(() => null)
    return
  }
  await page.waitForLoadState('networkidle', { timeout: Math.min(QUIET_MS, totalMs / 2) }).catch(() => null)
}

async function readPage(page: Page, url: URL, options: RenderOptions): Promise<Rendered> {
  await page.route('**/*', skipUnneeded)
  const response = await page.goto(url.href, { waitUntil: 'domcontentloaded', timeout: options.totalMs })
  await waitUntilWritten(page, options.waitFor, options.totalMs)
  const html = await page.content()
  if (html.length > options.maxBytes) {
    throw new Unreadable(
      'oversized',
      `la página de ${url.host} pasa de ${Math.round(options.maxBytes / 1024)} KB`,
    )
  }
  return {
    finalUrl: page.url(),
    status: response?.status() ?? 200,
    headers: response?.headers() ?? {},
    html,
  }
}

/** What Chromium says when a page cannot be had, in words; its own text is for programmers. */
function nameBrowserFailure(error: unknown, host: string, seconds: number): Error {
  if (error instanceof Unreadable || error instanceof Later) return error
  const text = error instanceof Error ? error.message : String(error)
  if (/Timeout|timed out/i.test(text))
    return new Later(`${host} no terminó de cargar en el navegador en ${seconds} segundos`)
  if (/ERR_TUNNEL_CONNECTION_FAILED/.test(text))
    return new Unreadable(
      'unsafe',
      `el navegador no pudo conectar con ${host}, o apunta a una dirección interna`,
    )
  const code = /net::(ERR_[A-Z_]+)/.exec(text)?.[1]
  return new Later(`el navegador no pudo abrir ${host} (${code ?? text.split('\n', 1)[0] ?? ''})`)
}

/** Rejects when the time is over: a page whose script never yields answers to nothing else. */
function deadline(ms: number): { readonly promise: Promise<never>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timed out')), ms)
  })
  return { promise, cancel: () => clearTimeout(timer) }
}

/** A page that hangs is left to the end of its retired process. */
async function closePage(page: Page): Promise<void> {
  const patience = deadline(CLOSE_MS)
  await Promise.race([page.close(), patience.promise]).catch(() => null)
  patience.cancel()
}

/** Lets `limit` tasks run at once; the others wait in order. */
function createTurns(limit: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let free = limit
  return async (task) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free--
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
  }
}

/**
 * Makes the browser; Chromium itself starts at the first page and stops when idle. All its traffic passes a local
 * proxy that judges each connection. `render` throws `Later` when it cannot be had, `Unreadable` when it never will.
 */
export function createBrowser(
  userAgent: string,
  guard: Guard,
  loopbackHosts: ReadonlyMap<string, number>,
): Browser {
  const takeTurn = createTurns(MAX_TABS)
  let path: Promise<string | null> | null = null
  let running: Promise<ChromiumPool> | null = null

  const start = async (): Promise<ChromiumPool> => {
    path ??= findChromium()
    const executable = await path
    if (executable === null) throw new Later(NO_BROWSER)
    running ??= launchPool({ executable, userAgent, maxTabs: MAX_TABS, guard, loopbackHosts })
    return running
  }

  const renderNow = async (url: URL, options: RenderOptions): Promise<Rendered> => {
    const pool = await start()
    const page = await pool.openPage()
    const limit = deadline(options.totalMs)
    try {
      return await Promise.race([readPage(page, url, options), limit.promise])
    } catch (error) {
      pool.retire(page) // whatever hung or broke does not serve the next page
      throw error
    } finally {
      limit.cancel()
      await closePage(page)
    }
  }

  return {
    render: (url, options) =>
      takeTurn(async () => {
        try {
          return await renderNow(url, options)
        } catch (error) {
          throw nameBrowserFailure(error, url.host, Math.round(options.totalMs / 1000))
        }
      }),
    isAvailable: async () => {
      path ??= findChromium()
      return (await path) !== null
    },
    close: async () => {
      if (running === null) return
      const pool = await running
      running = null
      await pool.close()
    },
  }
}
