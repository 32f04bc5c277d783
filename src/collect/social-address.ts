// The address of a YouTube or Telegram channel as people copy it → the channel to declare, or null for any other site.
import { SourceChanged } from '../failure.ts'
import type { Channel } from '../model.ts'
import { registrableDomain } from '../text/addresses.ts'
import { requireOk } from './status.ts'
import type { Web } from './web.ts'

const YOUTUBE_FEED = 'https://www.youtube.com/feeds/videos.xml?channel_id='

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
  if (domain !== 'youtube.com') return null
  const id = searchParams.get('channel_id') ?? /^\/channel\/(UC[\w-]{22})/.exec(pathname)?.[1]
  return { kind: 'youtube', url: YOUTUBE_FEED + (id ?? (await findYoutubeId(url, web))) }
}
