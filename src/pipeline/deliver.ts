// A published edition → in the hands of those whom delivery.yml names, each once, with every attempt on record.
import { isAbsolute, join } from 'node:path'
import { type BriefDelivery, readDelivery } from '../config/delivery.ts'
import { type Attachment, readAttachments } from '../deliver/attachment.ts'
import { type DeliveryEnd, planNextAttempt } from '../deliver/delivery-end.ts'
import { type EditionContent, readEditionContent } from '../deliver/edition-content.ts'
import { deliverToFolder } from '../deliver/folder.ts'
import { composeMessage, keyOf, messageId, readSender } from '../deliver/message.ts'
import { type SmtpServer, sendMessage } from '../deliver/smtp.ts'
import type { Edition } from '../model.ts'
import {
  beginAttempt,
  type Delivery,
  deliveryLock,
  type EditionKey,
  endAttempt,
  findDeliveries,
  markInterrupted,
  planDeliveries,
  postponeDeliveries,
  reopenDeliveries,
  withdrawDeliveries,
} from '../store/deliveries.ts'
import { findEditionContent, hasConsent, keepConsent } from '../store/deliveries-consent.ts'
import { findEdition } from '../store/editions.ts'
import { explainRefusal, listRecipients } from './deliver-guard.ts'
import type { House } from './house.ts'

/** A refusal is looked at again this often: the list may have been mended. */
const REFUSED_MINUTES = 5
const INTERRUPTED =
  'el programa se detuvo antes de anotar la respuesta: pudo haber llegado o no; no se reenvía sin --confirm'

export type DeliverOptions = {
  readonly server: SmtpServer | null
  /** A person asks now: what waits or was refused is tried at once. */
  readonly byHand?: boolean
  /** A person confirms the first sending of the brief, and that doubtful ones are sent again. */
  readonly isConfirmed?: boolean
}

export type Delivered = EditionKey & {
  /** How each delivery of the edition stands now. */
  readonly deliveries: readonly Delivery[]
  /** Ids of those that an attempt was made at. */
  readonly tried: readonly number[]
  /** Why no mail was sent, or null. */
  readonly refusal: string | null
}

/** What it takes to deliver one edition. */
type Parcel = {
  readonly edition: Edition
  readonly content: EditionContent
  readonly wanted: BriefDelivery
  readonly server: SmtpServer | null
}

/**
 * Delivers an edition to whoever has not received it. Null when it is delivered to nobody, or by another process now.
 * @throws Misdeclared when delivery.yml has mistakes: nothing is sent by a list that is half understood.
 */
export async function deliverEdition(
  house: House,
  key: EditionKey,
  options: DeliverOptions,
): Promise<Delivered | null> {
  const { db } = house.store
  const wanted = await readWanted(house, key.briefId)
  const lock = await house.store.tryLock(deliveryLock(key))
  if (lock === null) return null
  try {
    await markInterrupted(db, key, house.clock(), INTERRUPTED)
    const parcel = await openParcel(house, key, wanted, options.server)
    if (parcel === null) return null
    if (options.isConfirmed === true) await keepConsent(db, key.briefId, house.clock())
    await plan(house, parcel, options)
    const refusal = explainRefusal({ ...parcel, hasConsent: await hasConsent(db, key.briefId) })
    if (refusal !== null) await postpone(house, key, refusal)
    const tried = await deliverDue(house, parcel, refusal === null)
    return { ...key, deliveries: await findDeliveries(db, key), tried, refusal }
  } finally {
    await lock.release()
  }
}

/** What delivery.yml says of a brief; null when it does not name it. @throws Misdeclared for its first mistake. */
export async function readWanted(house: House, briefId: string): Promise<BriefDelivery | null> {
  const { folder, briefs } = house.workspace
  const ids = briefs.map(({ id }) => id)
  const { briefs: wanted, faults } = await readDelivery(folder, ids)
  const [fault] = faults
  if (fault !== undefined) throw fault
  return wanted.get(briefId) ?? null
}

async function openParcel(
  { store }: House,
  key: EditionKey,
  wanted: BriefDelivery | null,
  server: SmtpServer | null,
): Promise<Parcel | null> {
  const edition = await findEdition(store.db, key.briefId, key.date)
  const content = await findEditionContent(store.db, key)
  if (wanted === null || edition === null || content === null) return null
  return { edition, content: readEditionContent(content), wanted, server }
}

/** Plans what is new in the list, takes back what left it, and opens again what came back or a person asks for. */
async function plan(house: House, { edition, wanted }: Parcel, options: DeliverOptions): Promise<void> {
  const { db } = house.store
  const now = house.clock()
  const recipients = listRecipients(wanted)
  await planDeliveries(db, edition, recipients, now)
  const planned = await findDeliveries(db, edition)
  const isNamed = (delivery: Delivery) =>
    recipients.some(
      ({ channel, recipient }) => channel === delivery.channel && recipient === delivery.recipient,
    )
  const again: Delivery['state'][] = ['retirada']
  if (options.byHand === true) again.push('pendiente', 'rechazada')
  if (options.isConfirmed === true) again.push('dudosa')
  const reopened = planned.filter((delivery) => isNamed(delivery) && again.includes(delivery.state))
  const gone = planned.filter((delivery) => !isNamed(delivery))
  await reopenDeliveries(db, listIds(reopened), now)
  await withdrawDeliveries(db, listIds(gone), now)
}

const listIds = (deliveries: readonly Delivery[]): number[] => deliveries.map(({ id }) => id)

async function postpone(house: House, key: EditionKey, refusal: string): Promise<void> {
  const { db } = house.store
  const waiting = (await findDeliveries(db, key)).filter(({ channel }) => channel === 'correo')
  const until = new Date(house.clock().getTime() + REFUSED_MINUTES * 60_000)
  await postponeDeliveries(db, listIds(waiting), until, refusal)
}

/** One at a time: a process that dies leaves at most one of which nobody knows. */
async function deliverDue(house: House, parcel: Parcel, mayMail: boolean): Promise<number[]> {
  const { db } = house.store
  const tried: number[] = []
  let pause: { readonly until: Date; readonly why: string } | null = null
  for (const delivery of await findDeliveries(db, parcel.edition)) {
    const isMail = delivery.channel === 'correo'
    const isDue = delivery.nextAt !== null && delivery.nextAt <= house.clock()
    if (delivery.state !== 'pendiente' || !isDue || (isMail && !mayMail)) continue
    if (isMail && pause !== null) {
      await postponeDeliveries(db, [delivery.id], pause.until, pause.why)
      continue
    }
    const attempt = await attemptDelivery(house, parcel, delivery)
    if (attempt === null) continue
    tried.push(delivery.id)
    if (isMail && !attempt.isReached && attempt.nextAt !== null)
      pause = { until: attempt.nextAt, why: attempt.answer }
  }
  return tried
}

/** Makes one attempt and keeps how it ended. Null when the delivery is not waiting any more. */
async function attemptDelivery(
  house: House,
  parcel: Parcel,
  delivery: Delivery,
): Promise<{ readonly isReached: boolean; readonly answer: string; readonly nextAt: Date | null } | null> {
  const { db } = house.store
  const attemptId = await beginAttempt(db, delivery.id, idOf(parcel, delivery), house.clock())
  if (attemptId === null) return null
  const { end, answer, isReached, afterMs } = await hand(house, parcel, delivery)
  const at = house.clock()
  const nextAt = end === 'otra-vez' ? planNextAttempt(delivery.attempts + 1, at, afterMs) : null
  await endAttempt(db, { deliveryId: delivery.id, attemptId }, { end, answer, at, nextAt })
  return { isReached, answer, nextAt }
}

function idOf({ edition, content, wanted }: Parcel, { channel, recipient }: Delivery): string | null {
  if (channel !== 'correo' || wanted.from === null) return null
  const { address } = readSender(wanted.from)
  return messageId(
    keyOf(content.page, nameEdition(edition)),
    recipient,
    address.slice(address.lastIndexOf('@') + 1),
  )
}

async function hand(house: House, parcel: Parcel, delivery: Delivery): Promise<DeliveryEnd> {
  const { content, wanted, server, edition } = parcel
  const { channel, recipient } = delivery
  const folder = wanted.folders.find(({ path }) => path === recipient)
  try {
    if (channel === 'carpeta' && folder !== undefined) {
      const files = await readAttachments(folder.files, content, edition.files)
      return await deliverToFolder(resolveFolder(house, folder.path), files)
    }
    if (channel !== 'correo' || server === null) throw new Error(`${channel} ${recipient} is not in the list`)
    const message = await composeMail(house, parcel, recipient)
    return await sendMessage(server, message)
  } catch (error) {
    // Nothing has left: sending itself never throws.
    const why = error instanceof Error ? error.message : String(error)
    return { end: 'otra-vez', answer: `no se pudo preparar: ${why}`, isReached: true }
  }
}

async function composeMail(house: House, { edition, content, wanted }: Parcel, to: string) {
  const attachments: Attachment[] = await readAttachments(wanted.attach, content, edition.files)
  const editionId = nameEdition(edition)
  const from = wanted.from ?? ''
  return composeMessage({ page: content.page, editionId, from, to, at: house.clock(), attachments })
}

/** `sintesis/2026-11-06`. */
export const nameEdition = ({ briefId, date }: EditionKey): string => `${briefId}/${date}`

/** Folders that are not absolute hang from the workspace. */
const resolveFolder = ({ workspace }: House, path: string): string =>
  isAbsolute(path) ? path : join(workspace.folder, path)

/** What the first reader would receive of an edition, without sending anything. Null when it goes to nobody. */
export async function previewDelivery(house: House, key: EditionKey) {
  const wanted = await readWanted(house, key.briefId)
  const parcel = await openParcel(house, key, wanted, null)
  if (wanted === null || parcel === null) return null
  const [first] = wanted.mail
  return {
    wanted,
    message: first === undefined ? null : await composeMail(house, parcel, first),
    attachments: await readAttachments(wanted.attach, parcel.content, parcel.edition.files),
    deliveries: await findDeliveries(house.store.db, key),
    hasConsent: await hasConsent(house.store.db, key.briefId),
  }
}
