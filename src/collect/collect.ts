// A source and what its channels remember → what it lists now, by the first rung of its ladder that serves.
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import type { Channel, ChannelKind, ChannelMemory, EndedItem, Item, RoundState, Source } from '../model.ts'
import { nameChannel } from './channel-names.ts'
import type { Gap } from './google-news.ts'
import { rememberVisit } from './memory.ts'
import { newestOf, readChannel, type Served, stampOf } from './served.ts'
import type { VisitOptions } from './visit.ts'
import type { Web } from './web.ts'

/** What one of the channels that served listed. */
export type ListingPart = {
  readonly url: string
  readonly items: readonly Item[]
  readonly excluded: readonly EndedItem[]
}

/** What a source lists now. Every entry of the listing is in `items` or in `excluded`. */
export type Listing = {
  readonly items: readonly Item[]
  /** Which channel served, the first when several did; null when none did. */
  readonly channel: ChannelKind | null
  /** What each channel that served listed by itself, in order. */
  readonly parts: readonly ListingPart[]
  /** `sin-cambios`: the server said so, or sent the same bytes as last time (its items are listed all the same). */
  readonly state: RoundState
  /** In Spanish: why the channels before those that served did not, or why none did. */
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

function isFailure(error: unknown): error is Later | Unreadable | SourceChanged {
  return error instanceof Later || error instanceof Unreadable || error instanceof SourceChanged
}

/** The rungs of a source: channels declared together are one, where the first of them stands. */
export function listRungs({ channels, together = [] }: Source): Channel[][] {
  const groupOf = new Map(together.flatMap((group) => group.map((url) => [url, group] as const)))
  const rungs = new Map<unknown, Channel[]>()
  for (const channel of channels) {
    const key = groupOf.get(channel.url) ?? channel
    rungs.set(key, [...(rungs.get(key) ?? []), channel])
  }
  return [...rungs.values()]
}

/** A rung that was read. */
type Rung = {
  /** Its channels that answered, in order; never empty. */
  readonly served: readonly Served[]
  /** Nothing that it should have listed is missing, as far as can be told. */
  readonly isStrong: boolean
  /** Some of its several channels gave what the others do not have: it is kept although another rung serves besides. */
  readonly isPart: boolean
}

/** A section may rest for weeks while its siblings publish: of several channels not all need be fresh. */
function judgeRung(channels: readonly Channel[], served: readonly Served[]): Rung {
  const isFrozen = served.every(({ weakness }) => weakness?.kind === 'frozen')
  const isSound = served.every(({ weakness }) => weakness === null || weakness.kind === 'frozen')
  const isComplete = served.length === channels.length
  return { served, isStrong: isComplete && isSound && !isFrozen, isPart: channels.length > 1 }
}

function newestIn({ served }: Rung, now: Date): number {
  return (
    newestOf(
      served.flatMap(({ items }) => items),
      now,
    ) ?? 0
  )
}

/** The channels to believe: of the first strong rung, and of those of several before it; else of the one with the newest note. */
function chooseServed(rungs: readonly Rung[], now: Date): readonly Served[] {
  const strong = rungs.find(({ isStrong }) => isStrong)
  const best = strong ?? rungs.toSorted((one, other) => newestIn(other, now) - newestIn(one, now))[0]
  return rungs.filter((rung) => rung === best || rung.isPart).flatMap(({ served }) => served)
}

type Merged = Pick<Listing, 'items' | 'excluded' | 'parts'>

/** What several channels list: an item that two of them have is the first one's, and excluded once for the other. */
function mergeParts(served: readonly Served[]): Merged {
  const items = new Map<string, Item>()
  const excluded: EndedItem[] = []
  for (const part of served) {
    excluded.push(...part.excluded)
    for (const item of part.items) {
      const { url } = item
      if (!items.has(url)) items.set(url, item)
      else excluded.push({ url, end: 'excluded', reason: 'también está en otra lista de la fuente' })
    }
  }
  const parts = served.map((part) => ({
    url: part.channel.url,
    items: part.items,
    excluded: part.excluded,
  }))
  return { items: [...items.values()], excluded, parts }
}

/**
 * Lists what a source publishes now. Its rungs are tried in order and the first that serves wins; one that is empty or
 * frozen gives way to the next if that one is better. Of channels declared together all are read; when one of them
 * fails, the next rung is read besides the others. Failures of the web never throw: when no channel served the state is
 * `con-falla`, with every reason. Only bugs throw.
 */
export async function listItems(
  source: Source,
  web: Web,
  memories: readonly ChannelMemory[],
  options: ListOptions = {},
): Promise<Listing> {
  const known = new Map(memories.map((memory) => [memory.url, memory]))
  const reasons: string[] = []
  let after: Date | null = null

  const tryChannel = async (channel: Channel): Promise<Served | null> => {
    const memory = known.get(channel.url) ?? null
    try {
      const served = await readChannel(channel, source, web, memory, { ...DEFAULTS, ...options })
      known.set(channel.url, rememberVisit(channel.url, memory, stampOf(served)))
      if (served.weakness !== null) reasons.push(`${nameChannel(channel)}: ${served.weakness.text}`)
      return served
    } catch (error) {
      if (!isFailure(error)) throw error
      if (error instanceof Later && error.after !== null && (after === null || error.after > after))
        after = error.after
      reasons.push(`${nameChannel(channel)}: ${error.message}`)
      return null
    }
  }

  const rungs: Rung[] = []
  for (const channels of listRungs(source)) {
    const served: Served[] = []
    for (const channel of channels) {
      const answered = await tryChannel(channel)
      if (answered !== null) served.push(answered)
    }
    if (served.length === 0) continue
    const rung = judgeRung(channels, served)
    rungs.push(rung)
    if (rung.isStrong) break
  }

  const remembered = source.channels.flatMap(({ url }) => known.get(url) ?? [])
  return listingOf(chooseServed(rungs, web.clock()), remembered, reasons, after)
}

function listingOf(
  served: readonly Served[],
  memories: readonly ChannelMemory[],
  reasons: readonly string[],
  after: Date | null,
): Listing {
  const [first] = served
  const reason = reasons.length === 0 ? null : reasons.join('; ')
  if (first === undefined) {
    const missing = reason ?? 'la fuente no declara ningún canal'
    const none = { items: [], parts: [], excluded: [], gaps: [], channel: null }
    return { ...none, state: 'con-falla', reason: missing, memories, after }
  }
  return {
    ...mergeParts(served),
    channel: first.channel.kind,
    state: served.every(({ state }) => state === 'sin-cambios') ? 'sin-cambios' : 'leida',
    reason,
    memories,
    gaps: served.flatMap(({ visit }) => visit.gaps),
    after: null,
  }
}
