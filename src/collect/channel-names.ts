// A channel → how people read its name, and whether what it lists are the notes themselves.
import type { Channel, ChannelKind } from '../model.ts'
import { CHANNEL_NAMES } from '../text/channel-names.ts'

const NAMES: Readonly<Record<ChannelKind, string>> = CHANNEL_NAMES

/** Channels whose entries are the notes themselves. */
export const WHOLE: ReadonlySet<ChannelKind> = new Set([
  'youtube',
  'telegram',
  'mastodon',
  'bluesky',
  'facebook',
  'instagram',
  'threads',
  'x',
])

/** Kind and address, as a reason names a channel. */
export function nameChannel({ kind, url }: Channel): string {
  return `${NAMES[kind]} ${url}`
}
