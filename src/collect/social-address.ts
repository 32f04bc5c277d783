// The address of an account of a network as people copy it → the channel to declare, or null for any other site.
import { SourceChanged, Unreadable } from '../failure.ts'
import type { Channel } from '../model.ts'
import { registrableDomain } from '../text/addresses.ts'
import { requireOk } from './status.ts'
import type { Web } from './web.ts'

const YOUTUBE_FEED = 'https://www.youtube.com/feeds/videos.xml?channel_id='

const BY_HAND =
  'se declara con «enabled: false» y se captura a mano con «sintesis capture» o «sintesis import»'

/** Networks that show nothing to who has no key: what to do instead is said at once. */
const CLOSED: ReadonlyMap<string, string> = new Map([
  [
    'facebook.com',
    `Facebook solo se lee con token (canal «facebook», sources/README.md); una página ajena ${BY_HAND}`,
  ],
  [
    'instagram.com',
    `Instagram solo se lee con token (canal «instagram», sources/README.md); si no lo hay, ${BY_HAND}`,
  ],
  ['x.com', 'X solo se lee con token y presupuesto (canal «x», sources/README.md)'],
  ['twitter.com', 'X solo se lee con token y presupuesto (canal «x», sources/README.md)'],
  ['threads.net', 'Threads solo se lee con token, por búsqueda (canal «threads», sources/README.md)'],
  ['threads.com', 'Threads solo se lee con token, por búsqueda (canal «threads», sources/README.md)'],
  ['tiktok.com', `TikTok no se deja leer por programas; ${BY_HAND}`],
  ['whatsapp.com', `los canales de WhatsApp no se dejan leer por programas; cada uno ${BY_HAND}`],
])

/** The id behind `@name`, `/c/name` or `/user/name`: the channel's own page states it. */
async function findYoutubeId(url: string, web: Web): Promise<string> {
  const fetched = await web.fetch(url)
  requireOk(fetched)
  const html = Buffer.from(fetched.body).toString('utf8')
  const id = /(?:channel_id=|"(?:externalId|channelId)":"|\/channel\/)(UC[\w-]{22})/.exec(html)?.[1]
  if (id === undefined)
    throw new SourceChanged('el identificador de un canal de YouTube', 'una página sin él')
  return id
}

/** Recognises the channel; only a YouTube name needs a request. */
export async function socialChannel(url: string, web: Web): Promise<Channel | null> {
  const { pathname, searchParams } = new URL(url)
  const domain = registrableDomain(url)
  if (domain === 't.me' || domain === 'telegram.me') {
    const name = /^\/(?:s\/)?([a-z]\w{3,})/i.exec(pathname)?.[1]
    return name === undefined ? null : { kind: 'telegram', url: `https://t.me/s/${name}` }
  }
  if (domain === 'bsky.app') {
    const account = /^\/profile\/([^/]+)/.exec(pathname)?.[1]
    return account === undefined
      ? null
      : { kind: 'bluesky', url: `https://bsky.app/profile/${account}`, token: null }
  }
  const closed = CLOSED.get(domain)
  if (closed !== undefined) throw new Unreadable('forbidden', closed)
  if (domain !== 'youtube.com') return null
  const id = searchParams.get('channel_id') ?? /^\/channel\/(UC[\w-]{22})/.exec(pathname)?.[1]
  return { kind: 'youtube', url: YOUTUBE_FEED + (id ?? (await findYoutubeId(url, web))) }
}
