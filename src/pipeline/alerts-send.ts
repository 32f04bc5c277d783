// Alerts that may leave → at their readers by mail, webhook and Telegram, each once; the others wait or stay silent, and say why.
import type { AlertRules } from '../config/alerts.ts'
import {
  type AlertText,
  composeAlertMail,
  printAlertJson,
  printAlertTelegram,
} from '../deliver/alert-message.ts'
import { type DeliveryEnd, planNextAttempt } from '../deliver/delivery-end.ts'
import { type SmtpServer, sendMessage } from '../deliver/smtp.ts'
import { deliverToTelegram } from '../deliver/telegram.ts'
import { deliverToWebhook } from '../deliver/webhook.ts'
import type { Note } from '../model.ts'
import { printInstant } from '../report/words/dates.ts'
import { listOtherVoices } from '../score/press.ts'
import {
  ALERT_LOCK,
  type Alert,
  findAlertById,
  findDueAlerts,
  findSentAlerts,
  findStoryMates,
  markAlertSent,
  postponeAlert,
  silenceAlert,
} from '../store/alerts.ts'
import {
  type AlertDelivery,
  beginAlertAttempt,
  endAlertAttempt,
  findDueAlertDeliveries,
  markInterruptedAlerts,
} from '../store/alerts-deliveries.ts'
import { findNotesById } from '../store/notes.ts'
import { cleanText } from '../text/clean.ts'
import { localDate } from '../text/zoned.ts'
import { raiseAlerts, readRules } from './alerts.ts'
import { decideLeave } from './alerts-rules.ts'
import type { House } from './house.ts'
import { listKnownSources } from './known-sources.ts'

const DAY = 86_400_000
/** An alert that could not be handed over in so many tries, about an hour, is no alert any more. */
const MOST_ATTEMPTS = 5

/** What the doors of the world need: the mail server and the secrets that alerts.yml names. */
export type AlertDoors = {
  readonly server: SmtpServer | null
  readonly credentials: ReadonlyMap<string, string>
}

/** One attempt that was made, for whoever watches. */
export type AlertTold = { readonly alert: Alert; readonly recipient: string; readonly end: DeliveryEnd }

/**
 * Raises what is new and hands over what may leave. Nothing happens while another process is at it, or without
 * alerts.yml. @throws Misdeclared when alerts.yml has mistakes.
 */
export async function lookForAlerts(
  house: House,
  doors: AlertDoors,
  tell: (told: AlertTold) => void,
): Promise<void> {
  const rules = await readRules(house)
  if (rules === null) return
  const lock = await house.store.tryLock(ALERT_LOCK)
  if (lock === null) return
  try {
    await markInterruptedAlerts(house.store.db, house.clock())
    await raiseAlerts(house, rules)
    await releaseDue(house, rules)
    await handOverDue(house, rules, doors, tell)
  } finally {
    await lock.release()
  }
}

/** Decides of each due alert whether it leaves now. */
async function releaseDue(house: House, rules: AlertRules): Promise<void> {
  const { db } = house.store
  const readers = [
    ...rules.mail.map((to) => ({ channel: 'correo' as const, recipient: to.toLowerCase() })),
    ...rules.webhooks.map(({ url }) => ({ channel: 'webhook' as const, recipient: url })),
    ...rules.telegram.map(({ chat }) => ({ channel: 'telegram' as const, recipient: chat })),
  ]
  for (const alert of await findDueAlerts(db, house.clock())) {
    const now = house.clock()
    const sent = await findSentAlerts(db, new Date(now.getTime() - DAY))
    const leave = decideLeave(alert, rules, sent, now, house.workspace.municipality)
    if (leave.kind === 'send') await markAlertSent(db, alert.id, readers, now)
    else if (leave.kind === 'wait') await postponeAlert(db, alert.id, leave.until, leave.why)
    else await silenceAlert(db, alert.id, leave.why, now)
  }
}

async function handOverDue(
  house: House,
  rules: AlertRules,
  doors: AlertDoors,
  tell: (told: AlertTold) => void,
): Promise<void> {
  const { db } = house.store
  for (const delivery of await findDueAlertDeliveries(db, house.clock())) {
    const alert = await findAlertById(db, delivery.alertId)
    const text = await composeAlert(house, rules, alert)
    await beginAlertAttempt(db, delivery.id)
    const end = await handOver(house, rules, doors, delivery, text)
    const at = house.clock()
    const attempts = delivery.attempts + 1
    await endAlertAttempt(db, delivery.id, {
      state: end.end === 'otra-vez' ? 'rechazada' : end.end,
      answer: end.answer,
      at,
      nextAt: end.end === 'otra-vez' && attempts < MOST_ATTEMPTS ? planRetry(end, attempts, at) : null,
    })
    tell({ alert, recipient: delivery.recipient, end })
  }
}

/** What the other side asked for, or our own pause when that is longer or nothing was asked. */
function planRetry({ afterMs }: DeliveryEnd, attempts: number, at: Date): Date | null {
  return afterMs === undefined ? planNextAttempt(attempts, at) : new Date(at.getTime() + afterMs)
}

async function handOver(
  house: House,
  rules: AlertRules,
  { server, credentials }: AlertDoors,
  { channel, recipient }: AlertDelivery,
  text: AlertText,
): Promise<DeliveryEnd> {
  const at = house.clock()
  try {
    if (channel === 'correo') {
      if (server === null) return refuse('falta el servidor de correo: pon la variable SINTESIS_SMTP_URL')
      if (!rules.mail.some((to) => to.toLowerCase() === recipient)) return refuse('ya no está en alerts.yml')
      return await sendMessage(
        server,
        await composeAlertMail(text, { from: rules.from ?? '', to: recipient, at }),
      )
    }
    const hook = rules.webhooks.find(({ url }) => channel === 'webhook' && url === recipient)
    const chat = rules.telegram.find((one) => channel === 'telegram' && one.chat === recipient)
    const name = hook?.secret ?? chat?.token
    if (name === undefined) return refuse('ya no está en alerts.yml')
    const secret = credentials.get(name)
    if (secret === undefined) return refuse(`falta la variable SINTESIS_TOKEN_${name}`)
    if (chat !== undefined)
      return await deliverToTelegram(
        { api: chat.api, token: secret, chat: chat.chat },
        printAlertTelegram(text),
      )
    return await deliverToWebhook({ url: recipient, secret }, { id: text.id, body: printAlertJson(text), at })
  } catch (error) {
    return refuse(`no se pudo preparar: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const refuse = (answer: string): DeliveryEnd => ({ end: 'otra-vez', answer, isReached: true })

/** What an alert says now: its note, and who else tells the story by this time. */
export async function composeAlert(house: House, rules: AlertRules, alert: Alert): Promise<AlertText> {
  const { municipality } = house.workspace
  const sources = listKnownSources(house)
  const { db } = house.store
  const mates = await findNotesById(db, await findStoryMates(db, alert.noteId))
  const note = mates.find(({ id }) => id === alert.noteId) ?? (await findNotesById(db, [alert.noteId]))[0]
  if (note === undefined) throw new Error(`the note ${alert.noteId} of an alert is gone`)
  const nameOf = ({ sourceId }: Note) => sources.find(({ id }) => id === sourceId)?.name ?? sourceId
  const publishedAt = note.article.publishedAt ?? note.capturedAt
  const unheard = listOtherVoices(sources)
  const press = mates.filter(({ sourceId }) => sourceId !== note.sourceId && !unheard.has(sourceId))
  const others = new Set(press.map(nameOf))
  const { timeZone } = municipality
  const today = localDate(house.clock(), timeZone)
  const sent = await findSentAlerts(db, new Date(house.clock().getTime() - DAY))
  const count = sent.filter(({ sentAt }) => sentAt !== null && localDate(sentAt, timeZone) === today).length
  return {
    id: `alerta/${alert.id}`,
    place: municipality.name,
    ruleId: alert.ruleId,
    ruleTitle: rules.rules.find(({ id }) => id === alert.ruleId)?.title ?? alert.ruleId,
    headline: cleanText(note.article.title) || 'Sin título',
    medium: nameOf(note),
    url: note.article.canonicalUrl,
    publishedAt,
    published: printInstant(publishedAt, timeZone),
    tone: note.tone?.label ?? null,
    others: [...others],
    reason: alert.reason,
    note:
      count >= rules.perDay
        ? `Es el aviso ${rules.perDay} de hoy, el último: lo demás va en la síntesis.`
        : null,
  }
}
