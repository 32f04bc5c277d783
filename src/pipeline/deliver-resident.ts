// A house and the clock → editions delivered as soon as they are out, and tried again for a day when somebody was not reached.
import { readDelivery } from '../config/delivery.ts'
import type { SmtpServer } from '../deliver/smtp.ts'
import {
  type EditionKey,
  expireDeliveries,
  findDeliveries,
  findEditionsToDeliver,
  type Recipient,
} from '../store/deliveries.ts'
import { findLastEditions } from '../store/editions.ts'
import { localDate } from '../text/zoned.ts'
import { type Delivered, deliverEdition } from './deliver.ts'
import { listRecipients } from './deliver-guard.ts'
import { type Loop, startLoop } from './deliver-loop.ts'
import type { House } from './house.ts'

const LOOK_MS = 20_000
/** Nobody is sent by itself what is older. */
const LONGEST_MS = 86_400_000

export type DeliveryEvents = {
  readonly onDelivered: (delivered: Delivered) => void
  readonly onFault: (task: string, error: Error) => void
}

/**
 * Delivers until stopped, beside any number of others on the same archive: who holds an edition's lock sends it. A
 * delivery that fails touches no edition.
 */
export function startDeliveries(
  first: House,
  server: SmtpServer | null,
  events: DeliveryEvents,
  lookMs = LOOK_MS,
): Loop {
  const refusals = new Set<string>()
  return startLoop(first, {
    lookMs,
    onFault: (error) => events.onFault('entregas', error),
    work: (house, signal) =>
      deliverDueEditions(house, server, signal, (delivered) => {
        if (isNews(delivered, refusals)) events.onDelivered(delivered)
      }),
  })
}

function isNews({ briefId, date, tried, refusal }: Delivered, refusals: Set<string>): boolean {
  const said = `${briefId} ${date} ${refusal}`
  const isNew = refusal !== null && !refusals.has(said)
  if (isNew) refusals.add(said)
  return tried.length > 0 || isNew
}

/** Delivers today's editions to whoever has not received them, and what waits of those before. */
export async function deliverDueEditions(
  house: House,
  server: SmtpServer | null,
  signal: AbortSignal,
  tell: (delivered: Delivered) => void,
): Promise<void> {
  const { db } = house.store
  const now = house.clock()
  await expireDeliveries(db, new Date(now.getTime() - LONGEST_MS), now)
  for (const key of await listKeys(house, now)) {
    if (signal.aborted) return
    const delivered = await deliverEdition(house, key, { server })
    if (delivered !== null) tell(delivered)
  }
}

async function listKeys(house: House, now: Date): Promise<EditionKey[]> {
  const { folder, briefs, municipality } = house.workspace
  const ids = briefs.map(({ id }) => id)
  const wanted = await readDelivery(folder, ids)
  const [fault] = wanted.faults
  if (fault !== undefined) throw fault
  const today = localDate(now, municipality.timeZone)
  const waiting = await findEditionsToDeliver(house.store.db, now)
  const byName = new Map(waiting.map((key) => [`${key.briefId} ${key.date}`, key]))
  for (const { briefId, date } of (await findLastEditions(house.store.db)).values()) {
    const list = wanted.briefs.get(briefId)
    if (date !== today || list === undefined) continue
    const key = { briefId, date }
    if (await lacksPlan(house, key, listRecipients(list))) byName.set(`${briefId} ${date}`, key)
  }
  return [...byName.values()]
}

/** Whether somebody in the list has no delivery of the edition yet. */
async function lacksPlan(house: House, key: EditionKey, recipients: readonly Recipient[]): Promise<boolean> {
  const planned = await findDeliveries(house.store.db, key)
  return recipients.some(
    ({ channel, recipient }) =>
      !planned.some((delivery) => delivery.channel === channel && delivery.recipient === recipient),
  )
}
