// What an alert says → its text, its mail, its Telegram message and its JSON. Each says which rule raised it and why.
import { escapeHtml } from './mail-html.ts'
import { composeMail, type Message, oneLine } from './message.ts'

/** One story that deserves to interrupt somebody, as plain Spanish text. */
export type AlertText = {
  /** `alerta/12`: the same at every try. */
  readonly id: string
  readonly place: string
  readonly ruleId: string
  readonly ruleTitle: string
  readonly headline: string
  readonly medium: string
  /** No web address: of a note without a link, brought by hand. */
  readonly url: string
  /** Instant of publication by the note's own evidence. */
  readonly publishedAt: Date
  /** `6 nov, 6:30`. */
  readonly published: string
  readonly tone: string | null
  /** The other outlets that tell the story so far. */
  readonly others: readonly string[]
  readonly reason: string
  /** Said of the last alert that the day's cap allows. */
  readonly note: string | null
}

const LONGEST_HEADLINE = 300

const shortHeadline = ({ headline }: AlertText): string =>
  headline.length <= LONGEST_HEADLINE
    ? headline
    : `${headline.slice(0, LONGEST_HEADLINE - 1).toWellFormed()}…`

const listOthers = ({ others }: AlertText): string =>
  others.length === 0
    ? ''
    : `También: ${others.slice(0, 5).join(', ')}${others.length > 5 ? ` y ${others.length - 5} más` : ''}`

const isLinked = ({ url }: AlertText): boolean => /^https?:\/\//.test(url)

function linesOf(alert: AlertText): string[] {
  const where = `${alert.medium} · publicada el ${alert.published}${alert.tone === null ? '' : ` · tono ${alert.tone}`}`
  const why = `Por qué: ${alert.reason} (regla «${alert.ruleId}»)`
  return [where, listOthers(alert), why, alert.note ?? ''].filter((line) => line !== '')
}

/** Plain text: also the body of the mail. */
export function printAlertText(alert: AlertText): string {
  const link = isLinked(alert) ? alert.url : 'Sin liga: se capturó a mano'
  return [`${alert.ruleTitle} · ${alert.place}`, shortHeadline(alert), link, ...linesOf(alert)].join('\n')
}

/** HTML as the Bot API of Telegram takes it: five tags, and three signs that must be escaped. */
export function printAlertTelegram(alert: AlertText): string {
  const headline = escapeHtml(oneLine(shortHeadline(alert)))
  const title = isLinked(alert) ? `<a href="${escapeHtml(alert.url)}">${headline}</a>` : headline
  const head = `<b>${escapeHtml(oneLine(`${alert.ruleTitle} · ${alert.place}`))}</b>`
  return [head, title, ...linesOf(alert).map((line) => escapeHtml(oneLine(line)))].join('\n')
}

/** The body of a webhook. */
export function printAlertJson(alert: AlertText): string {
  const { id, place, ruleId, ruleTitle, headline, medium, url, publishedAt, tone, others, reason } = alert
  return JSON.stringify({
    type: 'sintesis.alerta',
    id,
    municipio: place,
    regla: { id: ruleId, titulo: ruleTitle },
    razon: reason,
    titular: headline,
    medio: medium,
    otros_medios: others,
    liga: isLinked(alert) ? url : null,
    publicada: publishedAt.toISOString(),
    tono: tone,
  })
}

/** The mail of an alert to one reader. */
export function composeAlertMail(
  alert: AlertText,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: Date },
): Promise<Message> {
  const text = printAlertText(alert)
  const [head = '', headline = '', , ...rest] = text.split('\n')
  const title = isLinked(alert)
    ? `<a href="${escapeHtml(alert.url)}" style="color:#0b5394;">${escapeHtml(headline)}</a>`
    : escapeHtml(headline)
  const lines = rest.map((line) => `<p style="margin:8px 0 0 0;">${escapeHtml(line)}</p>`).join('')
  const html = `<!doctype html>\n<html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeHtml(head)}</title></head><body bgcolor="#ffffff" style="margin:0;padding:16px;background-color:#ffffff;font-family:'Segoe UI',Arial,sans-serif;font-size:16px;line-height:23px;color:#1d262b;"><p style="margin:0;font-weight:bold;">${escapeHtml(head)}</p><h1 style="margin:8px 0 0 0;font-size:19px;line-height:26px;">${title}</h1>${lines}</body></html>\n`
  const subject = `${head}: ${oneLine(headline).slice(0, 110).toWellFormed()} [${alert.id}]`
  const key = `${alert.id} ${alert.place} ${alert.url}`
  return composeMail({
    editionId: alert.id,
    key,
    from,
    to,
    at,
    subject,
    text: `${text}\n`,
    html,
    attachments: [],
  })
}
