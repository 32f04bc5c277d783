// A Chromium's path and a guard → pages of a running browser, kept, retired and replaced by crawlee's browser pool.
import type { Page } from 'playwright'
import type { Guard } from './address-guard.ts'
import { startGuardProxy } from './guard-proxy.ts'

export type PoolOptions = {
  readonly executable: string
  readonly userAgent: string
  readonly maxTabs: number
  readonly guard: Guard
  readonly loopbackHosts: ReadonlyMap<string, number>
}

export type ChromiumPool = {
  readonly openPage: () => Promise<Page>
  /** The process behind a page serves no other page and ends when its pages are closed. */
  readonly retire: (page: Page) => void
  readonly close: () => Promise<void>
}

/** Chromium is 70–170 times the work of plain HTTP and grows with every page: a fresh process now and then, none when idle. */
const PAGES_PER_PROCESS = 60
const IDLE_SECONDS = 30

const SWITCHES = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--proxy-bypass-list=<-loopback>',
]

/**
 * Makes a pool of one browser. Nothing is launched until the first page is opened. All traffic, loopback included,
 * goes through a proxy of our own that judges each connection when it is made.
 */
export async function launchPool(options: PoolOptions): Promise<ChromiumPool> {
  const [{ BrowserPool, PlaywrightPlugin }, { chromium }] = await Promise.all([
    import('@crawlee/browser-pool'), // loaded late: together they take more than half a second
    import('playwright'),
  ])
  const proxy = await startGuardProxy(options.guard, options.loopbackHosts)
  const plugin = new PlaywrightPlugin(chromium, {
    useIncognitoPages: true,
    launchOptions: {
      executablePath: options.executable,
      headless: true,
      chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses its sandbox as root
      args: SWITCHES,
      proxy: { server: proxy.url },
    },
  })
  const pool = new BrowserPool({
    browserPlugins: [plugin],
    useFingerprints: false, // we say who we are
    maxOpenPagesPerBrowser: options.maxTabs,
    retireBrowserAfterPageCount: PAGES_PER_PROCESS,
    retireInactiveBrowserAfterSecs: IDLE_SECONDS,
    operationTimeoutSecs: 30,
  })
  const pageOptions = { userAgent: options.userAgent, locale: 'es-MX', serviceWorkers: 'block' as const }
  return {
    openPage: () => pool.newPage({ pageOptions }),
    retire: (page) => pool.retireBrowserByPage(page),
    close: async () => {
      await pool.destroy()
      await proxy.close()
    },
  }
}
