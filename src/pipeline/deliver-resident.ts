// A house and the clock → editions delivered as soon as they are out, and tried again for a day when somebody was not reached.
import { setTimeout as sleep } from 'node:timers/promises'
import { readDelivery } from '../config/delivery.ts'
import type { SmtpServer } from '../deliver/smtp.ts'
import { Misdeclared } from '../failure.ts'
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
import type { House } from './house.ts'
import { type FreshHouse, refreshHouse } from './refresh.ts'

const LOOK_MS = 20_000
/** Nobody is sent by itself what is older. */
const LONGEST_MS = 86_400_000

export type DeliveryEvents = {
  readonly onDelivered: (delivered: Delivered) => void
  readonly onFault: (task: string, error: Error) => void
}

export type Deliveries = {
  /** Ends after the message at hand. */
  stop(): Promise<void>
}

/**
 * Delivers until stopped, beside any number of others on the same archive: who holds an edition's lock sends it. A
 * delivery that fails touches no edition. The same fault is told once.
 */
export function startDeliveries(
  first: House,
  server: SmtpServer | null,
  events: DeliveryEvents,
  lookMs = LOOK_MS,
): Deliveries {
  const stopping = new AbortController()
  const told = { fault: '', refusals: new Set<string>() }
  let fresh: FreshHouse = { house: first, stamp: '' }
  const work = async () => {
    while (!stopping.signal.aborted) {
      try {
        fresh = await refresh(fresh)
        await deliverDueEditions(fresh.house, server, stopping.signal, (delivered) => {
          if (isNews(delivered, told.refusals)) events.onDelivered(delivered)
        })
        told.fault = ''
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown))
        if (error.message !== told.fault) events.onFault('entregas', error)
        told.fault = error.message
      }
      await sleep(lookMs, undefined, { signal: stopping.signal }).catch(() => {}) // told to stop: the loop sees it
    }
  }
  const loop = work()
  return {
    async stop() {
      stopping.abort()
      await loop
    },
  }
}

/** A mistake in municipality.yml is told by who collects; deliveries go on with what was right. */
async function refresh(fresh: FreshHouse): Promise<FreshHouse> {
  try {
    return await refreshHouse(fresh)
  } catch (error) {
    if (error instanceof Misdeclared) return fresh
    throw error
  }
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
