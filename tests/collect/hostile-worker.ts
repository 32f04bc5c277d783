// Bytes → read by everything that reads what a stranger sent, in a thread whose memory is bounded from outside.
import { parentPort } from 'node:worker_threads'
import { sniffDocument } from '../../src/collect/document-kind.ts'
import { readFeed } from '../../src/collect/feed.ts'
import { guessNoteLinks, listSectionLinks } from '../../src/collect/note-links.ts'
import { isShell, readSectionPage } from '../../src/collect/section-page.ts'
import { readSiteClues } from '../../src/collect/site-clues.ts'
import { readSitemap } from '../../src/collect/sitemap.ts'
import { readTelegram } from '../../src/collect/telegram.ts'
import { Later, SourceChanged, Unreadable } from '../../src/failure.ts'
import { decodeBytes } from '../../src/text/charset.ts'
import { BLOCKS, LINKS } from './press.ts'

const PAGE = 'https://a.example/x'

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  readFeed,
  readSitemap,
  sniffDocument,
  'readSectionPage by links': (text) => readSectionPage(text, LINKS),
  'readSectionPage by blocks': (text) => readSectionPage(text, BLOCKS),
  isShell,
  guessNoteLinks: (text) => guessNoteLinks(text, PAGE),
  listSectionLinks: (text) => listSectionLinks(text, PAGE),
  readSiteClues: (text) => readSiteClues(text, PAGE),
  readTelegram: (text) => readTelegram(text, 'https://t.me/s/x'),
}

/** Null when every reader answered or failed as foreseen, else which one did something else. */
async function readEverywhere(bytes: Uint8Array): Promise<string | null> {
  const { text } = decodeBytes(bytes, null)
  for (const [name, read] of Object.entries(READERS)) {
    try {
      await read(text)
    } catch (error) {
      const isForeseen =
        error instanceof SourceChanged || error instanceof Unreadable || error instanceof Later
      if (!isForeseen) return `${name}: ${String(error)}`
    }
  }
  return null
}

parentPort?.on('message', async (bytes: Uint8Array) => {
  parentPort?.postMessage(await readEverywhere(bytes))
})
