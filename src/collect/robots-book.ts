// A site → what its robots.txt says to us, fetched once and remembered: RFC 9309 on redirects, errors and caching.
import { Later, Unreadable } from '../failure.ts'
import { decodeBytes } from '../text/charset.ts'
import { PRODUCT_TOKEN } from './identity.ts'
import { NO_ROBOTS, parseRobots, type RobotsRules } from './robots.ts'

/** RFC 9309 §2.4: a copy should not serve for more than 24 hours, unless the file cannot be reached. */
const FRESH_MS = 24 * 3_600_000
/** RFC 9309 §2.3.1.4: after 30 days without reaching it, an old copy no longer speaks. */
const KEPT_MS = 30 * FRESH_MS
/** How long an unreachable robots.txt is not asked for again. */
const RETRY_MS = 5 * 60_000

type Entry = {
  readonly rules: RobotsRules | null
  /** When `rules` were read, and until when nothing is asked again; milliseconds of `performance.now()`. */
  readonly readAt: number
  readonly askAgainAt: number
  readonly failure: Later | null
}

/** What the book needs of the network: an answer's status and bytes, redirects followed up to five. */
export type FetchRobots = (
  url: string,
) => Promise<{ readonly status: number; readonly bytes: Uint8Array; readonly contentType: string | null }>

export type RobotsBook = {
  /** Rules for an address. Throws `Later` when the file cannot be reached and no copy is at hand: nothing may be read. */
  readonly rulesFor: (url: URL) => Promise<RobotsRules>
}

function entryOf(rules: RobotsRules): Entry {
  const now = performance.now()
  return { rules, readAt: now, askAgainAt: now + FRESH_MS, failure: null }
}

async function read(origin: string, fetchRobots: FetchRobots): Promise<Entry> {
  const answer = await fetchRobots(`${origin}/robots.txt`)
  if (answer.status >= 200 && answer.status < 300) {
    return entryOf(parseRobots(decodeBytes(answer.bytes, answer.contentType).text, PRODUCT_TOKEN))
  }
  // §2.3.1.3: 4xx means there is none. 429 is no statement about the file: it is treated as unreachable.
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return entryOf(NO_ROBOTS)
  throw new Later(
    `no se pudo leer ${origin}/robots.txt (respondió ${answer.status}); sin él no se consulta el sitio`,
  )
}

function unreachable(origin: string, error: unknown, known: Entry | undefined): Entry {
  // §2.3.1.2: more than five redirects, or a redirect to where nothing may be read, counts as having none.
  if (error instanceof Unreadable) return entryOf(NO_ROBOTS)
  if (!(error instanceof Later)) throw error
  const now = performance.now()
  const copy = known?.rules != null && now - known.readAt < KEPT_MS ? known.rules : null
  const reason = error.message.includes('robots.txt')
    ? error.message
    : `no se pudo leer ${origin}/robots.txt: ${error.message}`
  return {
    rules: copy,
    readAt: known?.readAt ?? now,
    askAgainAt: now + RETRY_MS,
    failure: copy === null ? new Later(reason, error.after) : null,
  }
}

/** Makes the book. One question per site is in flight at a time, whoever asks. */
export function createRobotsBook(fetchRobots: FetchRobots): RobotsBook {
  const entries = new Map<string, Entry>()
  const asking = new Map<string, Promise<Entry>>()

  const ask = (origin: string): Promise<Entry> => {
    const current = asking.get(origin)
    if (current !== undefined) return current
    const question = read(origin, fetchRobots)
      .catch((error: unknown) => unreachable(origin, error, entries.get(origin)))
      .then((entry) => {
        entries.set(origin, entry)
        return entry
      })
      .finally(() => asking.delete(origin))
    asking.set(origin, question)
    return question
  }

  return {
    rulesFor: async (url) => {
      const known = entries.get(url.origin)
      const entry =
        known !== undefined && performance.now() < known.askAgainAt ? known : await ask(url.origin)
      if (entry.rules !== null) return entry.rules
      throw entry.failure ?? new Later(`no se pudo leer ${url.origin}/robots.txt`)
    },
  }
}
