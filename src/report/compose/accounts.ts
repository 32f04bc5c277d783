// A post and the declared sources → its network and whose it is; a person who is no declared source keeps no name.
import type { Channel, Note, Source } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import { SOCIAL_LABELS } from '../words/social.ts'
import type { SourceById } from './note-facts.ts'

/** `key` tells accounts apart and is never printed; null when nothing says whose it is. */
export type Account = { readonly key: string | null; readonly source: Source | null }

/** Names of networks by the last labels of their hosts. */
const HOSTS: readonly (readonly [suffix: string, name: string])[] = [
  ['facebook.com', 'Facebook'],
  ['fb.watch', 'Facebook'],
  ['instagram.com', 'Instagram'],
  ['threads.net', 'Threads'],
  ['threads.com', 'Threads'],
  ['x.com', 'X'],
  ['twitter.com', 'X'],
  ['tiktok.com', 'TikTok'],
  ['youtube.com', 'YouTube'],
  ['youtu.be', 'YouTube'],
  ['t.me', 'Telegram'],
  ['telegram.me', 'Telegram'],
  ['bsky.app', 'Bluesky'],
  ['whatsapp.com', 'WhatsApp'],
]

const KINDS: Readonly<Partial<Record<Channel['kind'], string>>> = {
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  telegram: 'Telegram',
  youtube: 'YouTube',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  x: 'X',
}

/** The network that a post's own address names, or else the one through which its source is read. */
export function nameNetwork({ article }: Note, source: Source | undefined): string {
  const host = URL.parse(article.canonicalUrl)?.hostname ?? ''
  const known = HOSTS.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`))?.[1]
  const kinds = (source?.channels ?? []).flatMap(({ kind }) => KINDS[kind] ?? [])
  return known ?? kinds[0] ?? SOCIAL_LABELS.network
}

/** Parts of an address that name no account: `facebook.com/groups/…`, `youtube.com/watch?v=…`. */
const NO_ACCOUNT =
  /^(?:watch|shorts|feeds|groups|permalink\.php|story\.php|photo|reel|reels|p|i|s|share|search|tags|status|web)$/i

/** Where an account lives: `mastodon.social/@vecina`, `bsky.app/profile/vecina.bsky.social`; null when the address does not say. */
export function findAccountAddress(url: string): string | null {
  const { hostname, pathname } = URL.parse(url) ?? { hostname: '', pathname: '' }
  const parts = pathname.split('/').filter((part) => part !== '')
  const own = /^(?:profile|users|s|channel)$/.test(parts[0] ?? '') ? parts[1] : parts[0]
  if (own === undefined || NO_ACCOUNT.test(own)) return null
  return `${hostname.replace(/^(?:www|m|mobile)\./, '')}/${own.replace(/^@/, '').toLowerCase()}`
}

/** Whether a channel lists what many accounts say, as config/channels tells them apart. */
const isSearch = ({ kind, url }: Channel): boolean =>
  kind === 'threads' || /\/(?:tags|timelines\/tag|search)\b/.test(url)

/**
 * Tells whose each post is: of its source when that is an account, else of the source that is declared for its author. An
 * account that nobody declares any more is told apart from others and not named.
 */
export function openAccounts(sources: SourceById): (post: Note) => Account {
  const declared = new Map(
    [...sources.values()]
      .filter(isDeclared)
      .flatMap((source) => listAddresses(source).map((address) => [address, source] as const)),
  )
  return ({ sourceId, article }) => {
    const source = sources.get(sourceId)
    if (source !== undefined && !source.channels.some(isSearch)) {
      if (isDeclared(source)) return { key: source.id, source }
      return { key: listAddresses(source)[0] ?? source.id, source: null }
    }
    const address = findAccountAddress(article.canonicalUrl)
    const author = address === null ? undefined : declared.get(address)
    if (author !== undefined) return { key: author.id, source: author }
    const byline = article.byline === null ? null : fold(article.byline)
    return { key: address ?? byline, source: null }
  }
}

const isDeclared = ({ isWithdrawn }: Source): boolean => isWithdrawn !== true

const listAddresses = ({ url, channels }: Source): string[] =>
  [url, ...channels.filter((one) => !isSearch(one)).map((one) => one.url)].flatMap(
    (address) => findAccountAddress(address) ?? [],
  )
