// One way into an outlet → whether it passes the onboarding gate, with what it gave as evidence.
import type { Channel, Item, Source } from '../model.ts'
import { nameChannel } from './channel-names.ts'
import { type Listing, listItems } from './collect.ts'
import { newestOf } from './served.ts'
import type { Web } from './web.ts'

/** A way in to be tried, and how it was found. */
export type Candidate = {
  readonly channel: Channel
  readonly found: string
  /** Nobody named it: it is a usual place. That nothing is there is no news. */
  readonly isGuess: boolean
}

/** One way in that was tried. Rejected ones are kept with the reason: they are what the analyst asks about. */
export type Finding = {
  readonly channel: Channel
  readonly isGuess: boolean
  readonly isAccepted: boolean
  /** In Spanish: how it was found and what it gave, or why it does not serve. */
  readonly evidence: string
  readonly notes: number
  readonly newestAt: Date | null
  readonly items: readonly Item[]
  readonly sample: readonly Item[]
}

const MIN_NOTES = 5
const MAX_AGE_DAYS = 7
const SAMPLE = 5

/** A source with nothing but a way in: what the gate reads a channel through. */
function probeOf(url: string, channel: Channel, timeZone: string): Source {
  return {
    id: 'borrador',
    name: 'borrador',
    url,
    medium: 'portal',
    state: null,
    city: null,
    tier: 3,
    everyMinutes: 60,
    timeZone,
    isEnabled: true,
    disabledBecause: null,
    verified: null,
    channels: [channel],
    skip: [],
    article: { title: null, byline: null, date: null, body: null, remove: [] },
    audience: null,
    rights: 'cita',
    convenio: null,
    isOwn: false,
  }
}

/** Why a listing does not pass the gate, or null: it answered, five notes of its own domain, the newest within a week. */
function refusalOf(listing: Listing, channel: Channel, newestAt: Date | null, now: Date): string | null {
  if (listing.state === 'con-falla') {
    return listing.reason?.replace(`${nameChannel(channel)}: `, '') ?? 'no respondió'
  }
  if (listing.items.length < MIN_NOTES) {
    const foreign = listing.excluded.find(({ reason }) => reason?.startsWith('otro dominio'))
    const also = foreign === undefined ? '' : `; otras son de ${foreign.reason ?? ''}`
    const { length } = listing.items
    if (length === 0) return `no trae notas propias${also}`
    return `solo trae ${length} ${length === 1 ? 'nota propia' : 'notas propias'} (se piden ${MIN_NOTES})${also}`
  }
  const ageDays = newestAt === null ? 0 : (now.getTime() - newestAt.getTime()) / 86_400_000
  return ageDays > MAX_AGE_DAYS ? `su nota más nueva tiene ${Math.floor(ageDays)} días` : null
}

/** Tries one way into the outlet whose front page is `home`. */
export async function tryFinding(
  { channel, found, isGuess }: Candidate,
  home: string,
  web: Web,
  timeZone: string,
): Promise<Finding> {
  const listing = await listItems(probeOf(home, channel, timeZone), web, [])
  const now = web.clock()
  const newest = newestOf(listing.items, now)
  const newestAt = newest === null ? null : new Date(newest)
  const refusal = refusalOf(listing, channel, newestAt, now)
  const age =
    newestAt === null ? 'sin fechas en la lista' : `la más nueva del ${newestAt.toISOString().slice(0, 10)}`
  return {
    channel,
    isGuess,
    isAccepted: refusal === null,
    evidence: `${found}; ${refusal ?? `${listing.items.length} notas, ${age}`}`,
    notes: listing.items.length,
    newestAt,
    items: listing.items,
    sample: listing.items.slice(0, SAMPLE),
  }
}

/** Two addresses can be one feed: the second adds nothing to a ladder. */
export function isSameListing(one: Finding, other: Finding): boolean {
  const first = one.items.map(({ url }) => url).join(' ')
  return first === other.items.map(({ url }) => url).join(' ')
}
