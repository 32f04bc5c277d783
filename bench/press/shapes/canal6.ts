// Canal 6 Valles: a YouTube channel, that is its feed of fifteen videos with views where YouTube says them.
import { utcTime } from '../calendar.ts'
import { hashOf } from '../chance.ts'
import { escapeJson, type Markup, markup, raw } from '../markup.ts'
import type { Ask, Issue } from '../newsroom.ts'
import { htmlReply, textReply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'
import { viewsOf } from '../views.ts'

const HOME = 'http://www.youtube.test'
const NAME = 'Canal 6 Valles'
const CHANNEL = 'UCv6LLsTaLaJaL2026cAnaL6'
const FEED_SIZE = 15
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Eleven letters, as every video has. */
function videoId(issue: Issue): string {
  return Array.from({ length: 11 }, (_, place) => LETTERS[hashOf(`video ${issue.id} ${place}`) % 64]).join('')
}

function addressOf(issue: Issue): string {
  return `${HOME}/watch?v=${videoId(issue)}`
}

function feedTime(issue: Issue): string {
  return utcTime(issue.at).replace('Z', '+00:00')
}

function description(issue: Issue): string {
  return issue.paragraphs.join('\n\n')
}

function entry(issue: Issue, ask: Ask): Markup {
  const id = videoId(issue)
  const views = viewsOf(issue, ask.now)
  const community =
    views === null
      ? null
      : markup`
   <media:community>
    <media:starRating count="${Math.ceil(views / 40)}" average="5.00" min="1" max="5"/>
    <media:statistics views="${views}"/>
   </media:community>`
  return markup`
 <entry>
  <id>yt:video:${id}</id>
  <yt:videoId>${id}</yt:videoId>
  <yt:channelId>${CHANNEL}</yt:channelId>
  <title>${issue.title}</title>
  <link rel="alternate" href="${addressOf(issue)}"/>
  <author>
   <name>${NAME}</name>
   <uri>${HOME}/channel/${CHANNEL}</uri>
  </author>
  <published>${feedTime(issue)}</published>
  <updated>${feedTime(issue)}</updated>
  <media:group>
   <media:title>${issue.title}</media:title>
   <media:content url="${HOME}/v/${id}?version=3" type="application/x-shockwave-flash" width="640" height="390"/>
   <media:thumbnail url="${HOME}/vi/${id}/hqdefault.jpg" width="480" height="360"/>
   <media:description>${description(issue)}</media:description>${community}
  </media:group>
 </entry>`
}

function writeFeed(ask: Ask): Markup {
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
 <link rel="self" href="${HOME}/feeds/videos.xml?channel_id=${CHANNEL}"/>
 <id>yt:channel:${CHANNEL.slice(2)}</id>
 <yt:channelId>${CHANNEL.slice(2)}</yt:channelId>
 <title>${NAME}</title>
 <link rel="alternate" href="${HOME}/channel/${CHANNEL}"/>
 <author>
  <name>${NAME}</name>
  <uri>${HOME}/channel/${CHANNEL}</uri>
 </author>
 <published>2017-03-14T18:02:11+00:00</published>${ask.issues.slice(0, FEED_SIZE).map((issue) => entry(issue, ask))}
</feed>
`
}

/** A page that only its own program can read, as YouTube's are. */
function player(title: string, data: unknown): Markup {
  return markup`<!DOCTYPE html><html lang="es-MX"><head><meta charset="utf-8"><title>${title} - YouTube</title><meta name="title" content="${title}"><link rel="alternate" type="application/rss+xml" title="RSS" href="${HOME}/feeds/videos.xml?channel_id=${CHANNEL}"></head><body dir="ltr"><ytd-app></ytd-app>${raw(
    `<script>var ytInitialData = ${escapeJson(JSON.stringify(data))};</script>`,
  )}</body></html>`
}

function answer(ask: Ask) {
  if (ask.path === '/feeds/videos.xml') {
    return ask.query.get('channel_id') === CHANNEL
      ? xmlReply(writeFeed(ask), 'text/xml; charset=UTF-8')
      : null
  }
  if (ask.path === `/channel/${CHANNEL}` || ask.path === '/@canal6valles') {
    return htmlReply(player(NAME, { channelId: CHANNEL, videos: ask.issues.slice(0, 30).map(videoId) }))
  }
  const issue = ask.issues.find((each) => videoId(each) === ask.query.get('v'))
  return ask.path !== '/watch' || issue === undefined
    ? null
    : htmlReply(player(issue.title, { videoId: videoId(issue), shortDescription: description(issue) }))
}

const ROBOTS = `User-agent: *
Disallow: /api/
Disallow: /comment
Disallow: /login
Disallow: /results
`

export const canal6: Shape = {
  hosts: ['www.youtube.test'],
  addressOf,
  style: null,
  robots: () => textReply(ROBOTS),
  answer,
}
