// Tala al Momento: the public page of a Telegram channel, newest at the foot, twenty posts a page, older with ?before=.
import { clockTime, spellDate, utcTime } from '../calendar.ts'
import { hashOf } from '../chance.ts'
import { type Markup, markup, raw } from '../markup.ts'
import type { Ask, Issue } from '../newsroom.ts'
import { htmlReply, redirectReply, textReply } from '../reply.ts'
import type { Shape } from '../shape.ts'
import { shortCount, viewsOf } from '../views.ts'

const HOME = 'http://telegram.test'
const HANDLE = 'talaalmomento'
const NAME = 'Tala al Momento'
const PAGE_SIZE = 20

function addressOf(issue: Issue): string {
  return `${HOME}/${HANDLE}/${issue.number}`
}

function hasPhoto(issue: Issue): boolean {
  return hashOf(`photo ${issue.id}`) % 3 === 0
}

/** Telegram draws each emoji as a picture with the sign inside. */
function drawEmoji(text: string): Markup {
  const parts = text.split(/(\p{Extended_Pictographic}\ufe0f?)/u)
  return markup`${parts.map((part, index) => {
    if (index % 2 === 0) return part
    const code = Buffer.from(part).toString('hex').toUpperCase()
    return markup`<i class="emoji" style="background-image:url('//telegram.test/img/emoji/40/${code}.png')"><b>${part}</b></i>`
  })}`
}

function textOf(issue: Issue): Markup {
  return markup`${issue.paragraphs.map((text, index) => markup`${index === 0 ? null : raw('<br/><br/>')}${drawEmoji(text)}`)}`
}

function photo(issue: Issue): Markup | null {
  if (!hasPhoto(issue)) return null
  return markup`<a class="tgme_widget_message_photo_wrap blured" href="${addressOf(issue)}" style="width:480px;background-image:url('${HOME}/file/${issue.number}.jpg')"><div class="tgme_widget_message_photo" style="padding-top:56.25%"></div></a>`
}

function post(issue: Issue, ask: Ask): Markup {
  const views = viewsOf(issue, ask.now)
  return markup`
<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="${HANDLE}/${issue.number}" data-view="eyJj${issue.number.toString(36)}">
  <div class="tgme_widget_message_user"><a href="${HOME}/${HANDLE}"><i class="tgme_widget_message_user_photo bgcolor5" data-content="T"><img src="${HOME}/file/canal.jpg"></i></a></div>
  <div class="tgme_widget_message_bubble">
    <i class="tgme_widget_message_bubble_tail"></i>
    <div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="${HOME}/${HANDLE}"><span dir="auto">${NAME}</span></a></div>
${photo(issue)}
<div class="tgme_widget_message_text js-message_text" dir="auto">${textOf(issue)}</div>
<div class="tgme_widget_message_reactions js-message_reactions"><span class="tgme_reaction"><i class="emoji"><b>👍</b></i>${1 + (issue.number % 40)}</span></div>
    <div class="tgme_widget_message_footer compact js-message_footer">
      <div class="tgme_widget_message_info short js-message_info">
        <span class="tgme_widget_message_views">${views === null ? '' : shortCount(views)}</span><span class="copyonly"> views</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="${addressOf(issue)}"><time datetime="${utcTime(issue.at).replace('Z', '+00:00')}" class="time">${clockTime(issue.at)}</time></a></span>
      </div>
    </div>
  </div>
</div></div>`
}

/** What the channel says of itself between posts: no post. */
function service(ask: Ask): Markup {
  return markup`
<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap service_message js-widget_message" data-post="${HANDLE}/2"><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_text js-message_text" dir="auto">Channel photo updated</div><div class="tgme_widget_message_service_date">${spellDate(ask.now)}</div></div></div></div>`
}

function page(ask: Ask): Markup {
  const before = Number(ask.query.get('before') ?? Number.POSITIVE_INFINITY)
  const older = ask.issues.filter(({ number }) => number < before)
  const shown = older.slice(0, PAGE_SIZE).toReversed()
  const first = shown[0]?.number
  const more = first !== undefined && older.length > PAGE_SIZE
  const description =
    'Noticias, vialidad y avisos de Tala, Jalisco, al momento. Mándanos tu reporte 📲 384 555 0188'
  return markup`<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <title>${NAME} – Telegram</title>
    <meta name="viewport" content="width=device-width, initial-scale=1.0, minimum-scale=1.0, maximum-scale=1.0, user-scalable=no">
    <meta property="og:title" content="${NAME}">
    <meta property="og:image" content="${HOME}/file/canal.jpg">
    <meta property="og:site_name" content="Telegram">
    <meta property="og:description" content="${description}">
    ${more ? markup`<link rel="prev" href="/s/${HANDLE}?before=${first}">` : null}
    <link rel="canonical" href="/s/${HANDLE}${ask.query.has('before') ? `?before=${before}` : ''}">
    <link href="//telegram.test/css/telegram-web.css?39" rel="stylesheet" media="screen">
  </head>
  <body class="widget_frame_base tgme_webpreview emoji_image thin_box_shadow tgme_webpreview_channel">
    <header class="tgme_header search_collapsed"><div class="tgme_container"><div class="tgme_header_info"><a class="tgme_channel_join_telegram" href="//telegram.test/dl?tme=1"><span>Join</span></a><a class="tgme_header_link" href="${HOME}/${HANDLE}"><div class="tgme_header_title_wrap"><div class="tgme_header_title"><span dir="auto">${NAME}</span></div><div class="tgme_header_counter">8.42K subscribers</div></div></a></div></div></header>
    <main class="tgme_main" data-url="/${HANDLE}"><div class="tgme_container">
      <section class="tgme_right_column"><div class="tgme_channel_info"><div class="tgme_channel_info_header"><div class="tgme_channel_info_header_title"><span dir="auto">${NAME}</span></div><div class="tgme_channel_info_header_username"><a href="${HOME}/${HANDLE}">@${HANDLE}</a></div></div><div class="tgme_channel_info_counters"><div class="tgme_channel_info_counter"><span class="counter_value">8.42K</span> <span class="counter_type">subscribers</span></div><div class="tgme_channel_info_counter"><span class="counter_value">1.1K</span> <span class="counter_type">photos</span></div></div><div class="tgme_channel_info_description">${drawEmoji(description)}</div></div></section>
      <section class="tgme_channel_history js-message_history">
${more ? markup`<div class="tgme_widget_message_centered js-messages_more_wrap"><a href="/s/${HANDLE}?before=${first}" class="tme_messages_more js-messages_more" data-before="${first}"></a></div>` : service(ask)}
${shown.map((issue) => post(issue, ask))}
      </section>
    </div></main>
  </body>
</html>
`
}

/** The page of one post holds only its preview; the widget is another page. */
function preview(issue: Issue): Markup {
  return markup`<!DOCTYPE html><html><head><meta charset="utf-8"><title>Telegram: Contact @${HANDLE}</title><meta property="og:title" content="${NAME}"><meta property="og:description" content="${issue.paragraphs.join(' ')}"></head><body><div class="tgme_page"><a class="tgme_action_button_new" href="tg://resolve?domain=${HANDLE}&post=${issue.number}">View Post</a></div></body></html>`
}

function answer(ask: Ask) {
  if (ask.path === `/s/${HANDLE}` || ask.path === `/s/${HANDLE}/`) return htmlReply(page(ask))
  if (ask.path === `/${HANDLE}`) return redirectReply(`${HOME}/s/${HANDLE}`, 302)
  const issue = ask.issues.find((each) => addressOf(each) === `${HOME}${ask.path}`)
  return issue === undefined ? null : htmlReply(preview(issue))
}

export const momento: Shape = {
  hosts: ['telegram.test'],
  addressOf,
  style: 'telegram.css',
  robots: () => textReply('User-agent: *\nDisallow: /joinchat/\n'),
  answer,
  compression: 'gzip',
}
