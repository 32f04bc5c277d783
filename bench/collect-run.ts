// A crawler's name, its sites and how many pages of each → how long it took and the most memory it held, in a process of its own.

export type RunRequest = {
  readonly crawler: 'sintesis' | 'crawlee'
  readonly ports: readonly number[]
  readonly pages: number
  readonly delayMs: number
}

export type RunResult = {
  readonly seconds: number
  readonly cpuSeconds: number
  /** Resident memory at its highest, in bytes, the runtime's own included. */
  readonly peakBytes: number
  readonly titles: number
}

/** The same work for both: each page fetched, parsed and its heading read. */
async function prepareOurs({ ports, pages, delayMs }: RunRequest): Promise<() => Promise<number>> {
  const { openWeb } = await import('../src/collect/web.ts')
  const { load } = await import('cheerio/slim')
  const hosts = new Map(ports.map((port, index) => [`medio${index}.example`, port]))
  const web = openWeb({
    contact: 'banco@ejemplo.mx',
    clock: () => new Date(),
    loopbackHosts: hosts,
    hostDelayMs: delayMs,
    browser: 'off',
  })
  let titles = 0
  const readSite = async (host: string) => {
    for (let page = 0; page < pages; page++) {
      const { body } = await web.fetch(`http://${host}/nota-${page}`)
      if (load(Buffer.from(body).toString('utf8'))('h1').text() !== '') titles++
    }
  }
  return async () => {
    await Promise.all([...hosts.keys()].map(readSite))
    await web.close()
    return titles
  }
}

/** Crawlee as it comes: no option but where its queue lives (memory, so that no disk is measured). */
async function prepareCrawlee({ ports, pages }: RunRequest): Promise<() => Promise<number>> {
  const { CheerioCrawler, Configuration, LogLevel, log } = await import('@crawlee/cheerio')
  const { MemoryStorage } = await import('@crawlee/memory-storage')
  log.setLevel(LogLevel.OFF)
  let titles = 0
  const configuration = new Configuration({
    persistStorage: false,
    storageClient: new MemoryStorage({ persistStorage: false }),
  })
  const crawler = new CheerioCrawler(
    {
      requestHandler: async ({ $ }) => {
        if ($('h1').text() !== '') titles++
      },
    },
    configuration,
  )
  const urls = Array.from({ length: pages }, (_, page) =>
    ports.map((port) => `http://127.0.0.1:${port}/nota-${page}`),
  ).flat()
  return async () => {
    await crawler.run(urls)
    return titles
  }
}

process.once('message', async (request: RunRequest) => {
  const work = await (request.crawler === 'sintesis' ? prepareOurs(request) : prepareCrawlee(request))
  let peakBytes = 0
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
  }, 25)
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const titles = await work()
  const seconds = (performance.now() - startedAt) / 1000
  const { user, system } = process.cpuUsage(cpu)
  clearInterval(watch)
  const result: RunResult = { seconds, cpuSeconds: (user + system) / 1e6, peakBytes, titles }
  process.send?.(result, () => process.exit(0))
})
