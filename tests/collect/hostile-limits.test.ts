// Random and malicious bytes at every reader, within a deadline and a cap of memory that are enforced from outside.
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'

/** What a reader may hold besides the bytes themselves, and how long it may think; the machine may be busy. */
const MEGABYTES = 192
const DEADLINE_MS = 30_000

let worker: Worker | null = null
afterEach(async () => {
  await worker?.terminate()
  worker = null
})

/** Null, or what went wrong: a crash, the memory, the deadline. A thread that failed is replaced. */
async function read(bytes: Uint8Array): Promise<string | null> {
  worker ??= new Worker(new URL('./hostile-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 16 },
  })
  const thread = worker
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve) => {
      thread.removeAllListeners()
      thread.once('message', resolve)
      thread.once('error', (error) => resolve(`crashed: ${String(error)}`))
      thread.once('exit', (code) => resolve(`ended with ${code}`))
      timer = setTimeout(() => resolve('was still reading at the deadline'), DEADLINE_MS)
      thread.postMessage(bytes)
    })
  } finally {
    clearTimeout(timer)
  }
}

const FRAGMENTS = [
  '<item>',
  '<item><title>x</title><link>http://a.example/1</link></item>',
  '<entry><link href="',
  '<![CDATA[',
  '<!--',
  '&amp;',
  '&#x26;',
  '<!ENTITY a "&a;&a;">',
  '<urlset><url><loc>',
  '<sitemap><loc>http://a.example/1.xml</loc></sitemap>',
  '<div>',
  '<a href="/x-1234">',
  '<h2><a href="/una-nota-de-hoy-1234">Reparan la fuga de agua en la colonia Centro</a></h2>',
  '<div class="tgme_widget_message_wrap">',
  '<p class="a b c d e f g">',
  '<script>',
  '<meta charset=',
  ' ',
  '\0',
  'Ã',
  '<x a="',
  ']]>',
  '{"items":[',
  '[[',
]

it.each(['', '<rss><channel>', '<urlset>', '<html><body>'])(
  'bytes of chance after %j are read or refused, in time and in bounds',
  async (head) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), async (bytes) => {
        expect(await read(Buffer.concat([Buffer.from(head), bytes]))).toBeNull()
      }),
      { numRuns: 15 },
    )
  },
  120_000,
)

it.each(FRAGMENTS)(
  '60 KB of %j is read or refused, in time and in bounds',
  async (fragment) => {
    const size = 60_000
    for (const head of ['<rss version="2.0"><channel>', '<urlset>', '<html><body>']) {
      const body = fragment.repeat(Math.ceil(size / fragment.length)).slice(0, size)
      expect(await read(Buffer.from(head + body))).toBeNull()
    }
  },
  120_000,
)
