// A published edition → in the hands of those whom delivery.yml names, each once, with every attempt on record.
import { planNextAttempt } from '../deliver/delivery-end.ts'
import type { SmtpServer } from '../deliver/smtp.ts'
import {
  beginAttempt,
  type Delivery,
  deliveryLock,
  endAttempt,
  findDeliveries,
  markInterrupted,
  planDeliveries,
  postponeDeliveries,
  reopenDeliveries,
  withdrawDeliveries,
} from '../store/deliveries.ts'
import { hasConsent, keepConsent } from '../store/deliveries-consent.ts'
import type { EditionKey } from '../store/edition-key.ts'
import { explainRefusal, isCounted, listRecipients } from './deliver-guard.ts'
import { handOver, idOf } from './deliver-hand.ts'
import { openParcel, type Parcel, readWanted } from './deliver-parcel.ts'
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
  const wanted = await readWanted(house, key)
  const lock = await house.store.tryLock(deliveryLock(key))
  if (lock === null) return null
  try {
    await markInterrupted(db, key, house.clock(), INTERRUPTED)
    const parcel = await openParcel(house, key, wanted)
    if (parcel === null) return null
    const { listId } = parcel.wanted
    // Who confirms a list that does not hold whom they counted has not seen to whom it goes.
    if (options.isConfirmed === true && isCounted(parcel.wanted)) await keepConsent(db, listId, house.clock())
    await plan(house, parcel, options)
    const { server } = options
    const refusal = explainRefusal({ ...parcel, server, hasConsent: await hasConsent(db, listId) })
    if (refusal !== null) await postpone(house, key, refusal)
    const tried = await deliverDue(house, parcel, refusal === null ? server : null)
    return { ...key, deliveries: await findDeliveries(db, key), tried, refusal }
  } finally {
    await lock.release()
  }
}

/** Plans what is new in the list, takes back what left it, and opens again what came back or a person asks for. */
async function plan(house: House, { key, wanted }: Parcel, options: DeliverOptions): Promise<void> {
  const { db } = house.store
  const now = house.clock()
  const recipients = listRecipients(wanted)
  await planDeliveries(db, key, recipients, now)
  const planned = await findDeliveries(db, key)
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
async function deliverDue(house: House, parcel: Parcel, server: SmtpServer | null): Promise<number[]> {
  const { db } = house.store
  const tried: number[] = []
  let pause: { readonly until: Date; readonly why: string } | null = null
  for (const delivery of await findDeliveries(db, parcel.key)) {
    const isMail = delivery.channel === 'correo'
    const isDue = delivery.nextAt !== null && delivery.nextAt <= house.clock()
    if (delivery.state !== 'pendiente' || !isDue || (isMail && server === null)) continue
    if (isMail && pause !== null) {
      await postponeDeliveries(db, [delivery.id], pause.until, pause.why)
      continue
    }
    const attempt = await attemptDelivery(house, parcel, server, delivery)
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
  server: SmtpServer | null,
  delivery: Delivery,
): Promise<{ readonly isReached: boolean; readonly answer: string; readonly nextAt: Date | null } | null> {
  const { db } = house.store
  const attemptId = await beginAttempt(db, delivery.id, idOf(parcel, delivery), house.clock())
  if (attemptId === null) return null
  const { end, answer, isReached, afterMs } = await handOver(house, parcel, server, delivery)
  const at = house.clock()
  const nextAt = end === 'otra-vez' ? planNextAttempt(delivery.attempts + 1, at, afterMs) : null
  await endAttempt(db, { deliveryId: delivery.id, attemptId }, { end, answer, at, nextAt })
  return { isReached, answer, nextAt }
}
