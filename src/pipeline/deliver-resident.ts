// A house and the clock → editions delivered as soon as they are out, and tried again for a day when somebody was not reached.
import type { SmtpServer } from '../deliver/smtp.ts'
import { expireDeliveries, findDeliveries, findEditionsToDeliver } from '../store/deliveries.ts'
import { type EditionKey, nameEdition } from '../store/edition-key.ts'
import { findLastEditions } from '../store/editions.ts'
import { findSpecialsSince } from '../store/special-published.ts'
import { localDate } from '../text/zoned.ts'
import { type Delivered, deliverEdition } from './deliver.ts'
import { listOf, listRecipients } from './deliver-guard.ts'
import { type Loop, startLoop } from './deliver-loop.ts'
import { readWantedAll } from './deliver-parcel.ts'
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

function isNews({ tried, refusal, ...key }: Delivered, refusals: Set<string>): boolean {
  const said = `${nameEdition(key)} ${refusal}`
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
  const { db } = house.store
  const wanted = await readWantedAll(house)
  const due = new Map((await findEditionsToDeliver(db, now)).map((key) => [nameEdition(key), key]))
  const today = localDate(now, house.workspace.municipality.timeZone)
  for (const key of await listRecent(house, now)) {
    const list = listOf(wanted.get(key.briefId) ?? null, key)
    if (list === null || due.has(nameEdition(key))) continue
    const planned = await findDeliveries(db, key)
    const isNew = planned.length === 0
    // Who joins the list during the day receives what is of today.
    const lacks = listRecipients(list).some(
      ({ channel, recipient }) =>
        !planned.some((delivery) => delivery.channel === channel && delivery.recipient === recipient),
    )
    if (isNew || (lacks && key.date === today)) due.set(nameEdition(key), key)
  }
  return [...due.values()]
}

/** Today's editions, and those outside the schedule that were cut within a day: one finished after midnight is sent too. */
async function listRecent({ store: { db }, workspace }: House, now: Date): Promise<EditionKey[]> {
  const today = localDate(now, workspace.municipality.timeZone)
  const regular = [...(await findLastEditions(db)).values()].filter(({ date }) => date === today)
  const specials = await findSpecialsSince(db, new Date(now.getTime() - LONGEST_MS))
  return [
    ...regular.map(({ briefId, date }) => ({ briefId, date })),
    ...specials.map(({ briefId, date, kind, number }) => ({ briefId, date, special: { kind, number } })),
  ]
}
