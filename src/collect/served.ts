// One channel of a source and what it remembers → the items that it lists now, and why another might serve better.
import type { Channel, ChannelMemory, EndedItem, Item, RoundState, Source } from '../model.ts'
import { visitChannel } from './channel.ts'
import { WHOLE } from './channel-names.ts'
import { sortEntries } from './items.ts'
import type { Stamp } from './memory.ts'
import { keepRecent, SITEMAP_DAYS } from './sitemap-window.ts'
import type { Visit, VisitOptions } from './visit.ts'
import type { Web } from './web.ts'

/** What is amiss with a channel that answered. One that is `frozen` may only be a quiet section. */
export type Weakness = { readonly kind: 'frozen' | 'cut' | 'empty' | 'no-notes'; readonly text: string }

/** A channel that answered. */
export type Served = {
  readonly channel: Channel
  readonly visit: Visit
  readonly items: readonly Item[]
  readonly excluded: readonly EndedItem[]
  readonly state: RoundState
  readonly weakness: Weakness | null
}

/** A channel whose newest note is older than this is frozen: the next one is tried, if there is one. */
const FROZEN_DAYS = 14

/** Dates further ahead than this are mistakes: they would hide that a listing stands still. */
const CLOCK_SLACK = 3_600_000

/** Instant of the newest note of a listing, in milliseconds; null without dates. */
export function newestOf(items: readonly Item[], now: Date): number | null {
  const dated = items
    .flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
    .filter((time) => time <= now.getTime() + CLOCK_SLACK)
  return dated.length === 0 ? null : Math.max(...dated)
}

/** Why nothing of a listing is a note, by the reason that most of its entries share. */
function commonReason(excluded: readonly EndedItem[]): string {
  const counts = new Map<string, number>()
  for (const { reason } of excluded) {
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 'sin razón anotada'
}

type Found = { readonly items: readonly Item[]; readonly excluded: readonly EndedItem[] }

function weaknessOf({ kind }: Channel, visit: Visit, { items, excluded }: Found, now: Date): Weakness | null {
  if (visit.isNotModified || kind === 'google-news') return null
  if (visit.isTruncated) return { kind: 'cut', text: 'llegó incompleto' }
  if (visit.entries.length === 0) return { kind: 'empty', text: 'respondió sin ninguna nota' }
  if (items.length === 0) {
    const text = `ninguna de sus ${excluded.length} ligas es una nota (${commonReason(excluded)})`
    return { kind: 'no-notes', text }
  }
  const newest = newestOf(items, now)
  if (newest === null || now.getTime() - newest < FROZEN_DAYS * 86_400_000) return null
  const day = new Date(newest).toISOString().slice(0, 10)
  return { kind: 'frozen', text: `está detenido: su nota más nueva es del ${day}` }
}

/** Visits one channel. Throws the failures of the web, named in `failure.ts`. */
export async function readChannel(
  channel: Channel,
  source: Source,
  web: Web,
  memory: ChannelMemory | null,
  options: VisitOptions,
): Promise<Served> {
  const visit = await visitChannel(channel, web, memory, options)
  const seenAt = web.clock()
  const window =
    channel.kind === 'sitemap'
      ? keepRecent(visit.entries, source.timeZone, seenAt)
      : { entries: visit.entries, older: 0 }
  const { items, excluded } = sortEntries(window.entries, {
    source,
    kind: channel.kind,
    listUrl: visit.listUrl,
    seenAt,
    isWhole: WHOLE.has(channel.kind),
  })
  const older: EndedItem = {
    url: visit.listUrl,
    end: 'excluded',
    reason: `${window.older} direcciones de hace más de ${SITEMAP_DAYS} días en el mapa del sitio`,
  }
  const all = window.older === 0 ? excluded : [...excluded, older]
  const isSame = visit.isNotModified || (memory !== null && memory.bodySha256 === visit.bodySha256)
  return {
    channel,
    visit,
    items,
    excluded: all,
    state: isSame ? 'sin-cambios' : 'leida',
    weakness: weaknessOf(channel, visit, { items, excluded: all }, seenAt),
  }
}

/** A weak channel is asked for everything next time too: a 304 would hide that it is still weak. */
export function stampOf({ channel, visit, weakness }: Served): Stamp {
  // The memory of X is the last post paid for.
  return weakness === null || channel.kind === 'x' ? visit : { ...visit, etag: null, lastModified: null }
}
