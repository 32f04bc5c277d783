// A source and what its channels remember → what it lists now, by the first of its channels that serves.
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import type { Channel, ChannelKind, ChannelMemory, EndedItem, Item, RoundState, Source } from '../model.ts'
import { visitChannel } from './channel.ts'
import type { Gap } from './google-news.ts'
import { sortEntries } from './items.ts'
import { rememberVisit, type Stamp } from './memory.ts'
import { keepRecent, SITEMAP_DAYS } from './sitemap-window.ts'
import type { Visit, VisitOptions } from './visit.ts'
import type { Web } from './web.ts'

/** What a source lists now. Every entry of the listing is in `items` or in `excluded`. */
export type Listing = {
  readonly items: readonly Item[]
  /** Which channel served; null when none did. */
  readonly channel: ChannelKind | null
  /** `sin-cambios`: the server said so, or sent the same bytes as last time (its items are listed all the same). */
  readonly state: RoundState
  /** In Spanish: why the channels before the one that served did not, or why none did. */
  readonly reason: string | null
  /** Memory of every declared channel after this visit, to be kept as it is. */
  readonly memories: readonly ChannelMemory[]
  readonly excluded: readonly EndedItem[]
  /** What a radar saw others publish: each is in `excluded` too, because none of it is a note of this source. */
  readonly gaps: readonly Gap[]
  /** Earliest instant at which the source asked to be visited again (`Retry-After`), or null. */
  readonly after: Date | null
}

export type ListOptions = Partial<VisitOptions>

const DEFAULTS: VisitOptions = { maxPages: 5, isKnown: null, spending: null }

/** A channel whose newest note is older than this is frozen: the next one is tried, if there is one. */
const FROZEN_DAYS = 14

const CHANNEL_NAMES: Readonly<Record<ChannelKind, string>> = {
  feed: 'feed',
  page: 'página',
  sitemap: 'mapa del sitio',
  browser: 'navegador',
  youtube: 'YouTube',
  telegram: 'Telegram',
  json: 'API',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  facebook: 'Facebook',
  instagram: 'Instagram',
  x: 'X',
  'google-news': 'radar',
  csv: 'archivo CSV',
  manual: 'captura a mano',
}

/** Channels whose entries are the notes themselves. */
const WHOLE: ReadonlySet<ChannelKind> = new Set([
  'youtube',
  'telegram',
  'mastodon',
  'bluesky',
  'facebook',
  'instagram',
  'x',
])

function isFailure(error: unknown): error is Later | Unreadable | SourceChanged {
  return error instanceof Later || error instanceof Unreadable || error instanceof SourceChanged
}

type Rung = {
  readonly channel: Channel
  readonly visit: Visit
  readonly items: readonly Item[]
  readonly excluded: readonly EndedItem[]
  readonly state: RoundState
  /** Why it would be better served by another channel, or null. */
  readonly weakness: string | null
}

function newestOf(items: readonly Item[]): number | null {
  const dated = items.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
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

function weaknessOf({ kind }: Channel, visit: Visit, { items, excluded }: Found, now: Date): string | null {
  if (visit.isNotModified || kind === 'google-news') return null
  if (visit.isTruncated) return 'llegó incompleto'
  if (visit.entries.length === 0) return 'respondió sin ninguna nota'
  if (items.length === 0)
    return `ninguna de sus ${excluded.length} ligas es una nota (${commonReason(excluded)})`
  const newest = newestOf(items)
  if (newest === null || now.getTime() - newest < FROZEN_DAYS * 86_400_000) return null
  return `está detenido: su nota más nueva es del ${new Date(newest).toISOString().slice(0, 10)}`
}

async function tryChannel(
  channel: Channel,
  source: Source,
  web: Web,
  memory: ChannelMemory | null,
  options: VisitOptions,
): Promise<Rung> {
  const visit = await visitChannel(channel, web, memory, options)
  const seenAt = web.clock()
  const isWhole = WHOLE.has(channel.kind)
  const window =
    channel.kind === 'sitemap'
      ? keepRecent(visit.entries, source.timeZone, seenAt)
      : { entries: visit.entries, older: 0 }
  const { items, excluded } = sortEntries(window.entries, {
    source,
    kind: channel.kind,
    listUrl: visit.listUrl,
    seenAt,
    isWhole,
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
function stampOf({ channel, visit, weakness }: Rung): Stamp {
  // The memory of X is the last post paid for.
  return weakness === null || channel.kind === 'x' ? visit : { ...visit, etag: null, lastModified: null }
}

function nameChannel(channel: Channel): string {
  return `${CHANNEL_NAMES[channel.kind]} ${channel.url}`
}

function joinReasons(reasons: readonly string[]): string | null {
  return reasons.length === 0 ? null : reasons.join('; ')
}

/** The rung to believe among those that answered: the first without weakness, else the one with the newest note. */
function chooseRung(rungs: readonly Rung[]): Rung | undefined {
  const strong = rungs.find(({ weakness }) => weakness === null)
  if (strong !== undefined) return strong
  return rungs.toSorted((one, other) => (newestOf(other.items) ?? 0) - (newestOf(one.items) ?? 0))[0]
}

/**
 * Lists what a source publishes now. Its channels are tried in order and the first that serves wins; one that is
 * empty or frozen gives way to the next if that one is better. Failures of the web never throw: when no channel served
 * the state is `con-falla`, with every reason. Only bugs throw.
 */
export async function listItems(
  source: Source,
  web: Web,
  memories: readonly ChannelMemory[],
  options: ListOptions = {},
): Promise<Listing> {
  const known = new Map(memories.map((memory) => [memory.url, memory]))
  const rungs: Rung[] = []
  const reasons: string[] = []
  let after: Date | null = null

  for (const channel of source.channels) {
    const memory = known.get(channel.url) ?? null
    try {
      const rung = await tryChannel(channel, source, web, memory, { ...DEFAULTS, ...options })
      known.set(channel.url, rememberVisit(channel.url, memory, stampOf(rung)))
      rungs.push(rung)
      if (rung.weakness === null) break
      reasons.push(`${nameChannel(channel)}: ${rung.weakness}`)
    } catch (error) {
      if (!isFailure(error)) throw error
      if (error instanceof Later && error.after !== null && (after === null || error.after > after))
        after = error.after
      reasons.push(`${nameChannel(channel)}: ${error.message}`)
    }
  }

  const chosen = chooseRung(rungs)
  const declared = source.channels.flatMap(({ url }) => known.get(url) ?? [])
  if (chosen === undefined) {
    const reason = joinReasons(reasons) ?? 'la fuente no declara ningún canal'
    return {
      items: [],
      channel: null,
      state: 'con-falla',
      reason,
      memories: declared,
      excluded: [],
      gaps: [],
      after,
    }
  }
  return {
    items: chosen.items,
    channel: chosen.channel.kind,
    state: chosen.state,
    reason: joinReasons(reasons),
    memories: declared,
    excluded: chosen.excluded,
    gaps: chosen.visit.gaps,
    after: null,
  }
}
