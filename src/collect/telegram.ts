// The public page of a Telegram channel (t.me/s/…) → its posts, newest last, and where the older ones are.

import { SourceChanged } from '../failure.ts'
import { EMPTY_ENTRY, type Entry } from './entry.ts'
import { loadPage } from './load-page.ts'
import type { ListingPage } from './older-pages.ts'
import { plainLine } from './plain-text.ts'

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1_000, M: 1_000_000 }

/** "1.5K" → 1500. Null for anything that is not a count. */
export function readCount(text: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*([KM]?)$/i.exec(text.trim())
  const unit = UNITS[match?.[2]?.toUpperCase() ?? '']
  if (match?.[1] === undefined || unit === undefined) return null
  return Math.round(Number(match[1].replace(',', '.')) * unit)
}

function pictureIn(style: string | undefined): string | null {
  return /url\(["']?(https?:[^"')]+)/i.exec(style ?? '')?.[1] ?? null
}

/** Reads the posts of a channel's page. A page without posts (a private channel, a changed design) is `SourceChanged`. */
export function readTelegram(html: string, pageUrl: string): ListingPage {
  const $ = loadPage(html, { xml: { xmlMode: false, encodeEntities: 'utf8' } }) // accents and emoji stay letters
  const channel = plainLine($('.tgme_channel_info_header_title').first().text())
  const entries = $('.tgme_widget_message')
    .toArray()
    .map((element): Entry => {
      const post = $(element)
      const text = post.find('.tgme_widget_message_text').not('.tgme_widget_message_reply *').last()
      const id = post.attr('data-post')
      return {
        ...EMPTY_ENTRY,
        link:
          post.find('a.tgme_widget_message_date').attr('href') ??
          (id === undefined ? null : `https://t.me/${id}`),
        contentHtml: text.html() || null,
        summary: plainLine(text.html()),
        author: plainLine(post.find('.tgme_widget_message_from_author').text()) ?? channel,
        date: post.find('.tgme_widget_message_date time, time.time').attr('datetime') ?? null,
        image: pictureIn(post.find('.tgme_widget_message_photo_wrap').attr('style')),
        views: readCount(post.find('.tgme_widget_message_views').text()),
      }
    })
  if (entries.length === 0) {
    throw new SourceChanged('mensajes de un canal público de Telegram', 'una página sin mensajes')
  }
  const older = $('a.tme_messages_more[data-before], link[rel="prev"]').first()
  const href = older.attr('href')
  const isThere = href !== undefined && URL.canParse(href, pageUrl)
  return { entries, older: isThere ? new URL(href, pageUrl).href : null }
}
