// A channel as an analyst declares it → the channel, with the address at which it is known, or what it still needs.
import type { Channel, JsonSelection, PageSelection, Selector } from '../model.ts'

type Declared<Value> = Value | undefined

/** The keys of a channel that a source file may hold; exactly one of the ways in is given. */
export type ChannelFile = {
  readonly feed?: Declared<string>
  readonly page?: Declared<string>
  readonly sitemap?: Declared<string>
  readonly browser?: Declared<string>
  readonly youtube?: Declared<string>
  readonly telegram?: Declared<string>
  readonly json?: Declared<string>
  readonly mastodon?: Declared<string>
  readonly bluesky?: Declared<string>
  readonly facebook?: Declared<string>
  readonly instagram?: Declared<string>
  readonly threads?: Declared<string>
  readonly x?: Declared<string>
  readonly 'google-news'?: Declared<string>
  readonly token?: Declared<string>
  readonly viewer?: Declared<string>
  readonly monthlyPosts?: Declared<number>
  readonly item?: Declared<string>
  readonly link?: Declared<string | Selector>
  readonly title?: Declared<string | Selector>
  readonly date?: Declared<string | Selector>
  readonly summary?: Declared<string | Selector>
  readonly body?: Declared<string>
  readonly waitFor?: Declared<string>
}

const SEARCH = /^buscar:\s*/i
const CREDENTIAL_NAME = /^[A-Z][A-Z0-9_]{0,40}$/
/** Parameters of an address that are a credential: an address is shown, kept and logged. */
const SECRET = /[?&](?:access_token|api_?key|apikey|token|key|secret|password)=/i

/** What a channel of an API still needs, in Spanish. */
export function listChannelFaults(file: ChannelFile): string[] {
  const faults: string[] = []
  const lacks = (key: 'token' | 'viewer' | 'monthlyPosts' | 'link', why: string) => {
    if (file[key] === undefined) faults.push(`necesita «${key}»: ${why}`)
  }
  const credential =
    'el nombre de su credencial (FB_TALA), cuyo valor va en la variable SINTESIS_TOKEN_FB_TALA'
  const { facebook, instagram, threads, x } = file
  if ([facebook, instagram, threads, x].some((account) => account !== undefined)) {
    lacks('token', credential)
  }
  if (file.bluesky !== undefined && isSearchWords(file.bluesky)) lacks('token', credential)
  if (file.instagram !== undefined) lacks('viewer', 'el número de la cuenta profesional propia')
  if (file.x !== undefined) lacks('monthlyPosts', 'cuántas publicaciones se pueden pagar al mes')
  if (file.json !== undefined) {
    lacks('link', 'la ruta de la dirección de cada nota, como «url» o «https://…/{slug}»')
    const fields = [file.link, file.title, file.date, file.summary]
    if (fields.some((field) => typeof field === 'object')) {
      faults.push('en un canal «json» cada campo es una ruta, como «data.titulo»')
    }
  }
  // Said here and not by the schema, whose messages repeat what they found.
  if (file.token !== undefined && !CREDENTIAL_NAME.test(file.token)) {
    faults.push(
      '«token» es el nombre de una credencial en mayúsculas (FB_TALA); su valor va en la variable de entorno SINTESIS_TOKEN_FB_TALA, nunca aquí',
    )
  }
  const addresses = [file.json, file.feed, file.page, file.sitemap, file.facebook]
  if (addresses.some((address) => SECRET.test(address ?? ''))) {
    faults.push('la dirección lleva una contraseña o token: quítalo y usa «token» con su nombre')
  }
  return faults
}

/** The channel that a declaration stands for. */
export function toChannel(file: ChannelFile): Channel {
  if (file.feed !== undefined) return { kind: 'feed', url: file.feed }
  if (file.page !== undefined) return { kind: 'page', url: file.page, select: toSelection(file) }
  if (file.sitemap !== undefined) return { kind: 'sitemap', url: file.sitemap }
  if (file.browser !== undefined) {
    return { kind: 'browser', url: file.browser, select: toSelection(file), waitFor: file.waitFor ?? null }
  }
  if (file.youtube !== undefined) {
    const feed = 'https://www.youtube.com/feeds/videos.xml?channel_id='
    return { kind: 'youtube', url: addressOr(file.youtube, (id) => feed + id) }
  }
  return toNetworkChannel(file)
}

function toNetworkChannel(file: ChannelFile): Channel {
  const token = file.token ?? null
  if (file.json !== undefined) return { kind: 'json', url: file.json, read: toPaths(file), token }
  if (file.mastodon !== undefined) return { kind: 'mastodon', url: mastodonAddress(file.mastodon) }
  if (file.bluesky !== undefined) return { kind: 'bluesky', url: blueskyAddress(file.bluesky), token }
  if (file.facebook !== undefined) {
    const url = addressOr(file.facebook, (page) => `https://www.facebook.com/${page}`)
    return { kind: 'facebook', url, token: token ?? '' }
  }
  if (file.instagram !== undefined) {
    const url = addressOr(file.instagram, (name) => `https://www.instagram.com/${name}`)
    return { kind: 'instagram', url, viewer: file.viewer ?? '', token: token ?? '' }
  }
  if (file.threads !== undefined) {
    const words = file.threads.replace(SEARCH, '').trim()
    const url = addressOr(words, () => `https://www.threads.com/search?q=${encodeURIComponent(words)}`)
    return { kind: 'threads', url, token: token ?? '' }
  }
  if (file.x !== undefined) {
    const url = addressOr(file.x, (name) => `https://x.com/${name}`)
    return { kind: 'x', url, token: token ?? '', monthlyPosts: file.monthlyPosts ?? 0 }
  }
  if (file['google-news'] !== undefined) {
    return { kind: 'google-news', url: addressOr(file['google-news'], newsSearch) }
  }
  return { kind: 'telegram', url: addressOr(file.telegram ?? '', (name) => `https://t.me/s/${name}`) }
}

/** What was declared when it is an address already, else the address that a name without `@` stands for. */
function addressOr(declared: string, build: (name: string) => string): string {
  return /^https?:\/\//i.test(declared) && URL.canParse(declared)
    ? declared
    : build(declared.trim().replace(/^@/, ''))
}

function newsSearch(words: string): string {
  return `https://news.google.com/rss/search?q=${encodeURIComponent(words)}&hl=es-419&gl=MX&ceid=MX:es-419`
}

function mastodonAddress(declared: string): string {
  return addressOr(declared, (name) => {
    const at = name.lastIndexOf('@')
    const server = `https://${name.slice(at + 1)}`
    const own = name.slice(0, at)
    return own.startsWith('#')
      ? `${server}/tags/${encodeURIComponent(own.slice(1))}`
      : `${server}/@${encodeURIComponent(own)}`
  })
}

/** Whether a channel lists what many accounts say of something, not what one account publishes. */
export const isSearch = ({ kind, url }: Channel): boolean =>
  kind === 'threads' ||
  (kind === 'mastodon' && /\/tags\/|\/timelines\/tag\//.test(url)) ||
  ((kind === 'bluesky' || kind === 'x') && /\/search\b/.test(url))

function isSearchWords(declared: string): boolean {
  return SEARCH.test(declared) || /^https:\/\/bsky\.app\/search/i.test(declared)
}

function blueskyAddress(declared: string): string {
  return SEARCH.test(declared)
    ? `https://bsky.app/search?q=${encodeURIComponent(declared.replace(SEARCH, '').trim())}`
    : addressOr(declared, (name) => `https://bsky.app/profile/${name}`)
}

function pathOf(declared: Declared<string | Selector>): string | null {
  return typeof declared === 'string' ? declared : null
}

function toPaths(file: ChannelFile): JsonSelection {
  return {
    list: file.item ?? null,
    link: pathOf(file.link) ?? '',
    title: pathOf(file.title),
    date: pathOf(file.date),
    summary: pathOf(file.summary),
    body: file.body ?? null,
  }
}

function toSelection(file: ChannelFile): PageSelection {
  return {
    item: file.item ?? null,
    link: toSelector(file.link, 'href') ?? { selector: 'a', value: 'href' },
    title: toSelector(file.title, 'text'),
    date: toSelector(file.date, 'text'),
    summary: toSelector(file.summary, 'text'),
  }
}

function toSelector(declared: Declared<string | Selector>, value: string): Selector | null {
  if (declared === undefined) return null
  return typeof declared === 'string' ? { selector: declared, value } : declared
}
