// A house and the clock → the addenda of the hours that each brief asks for, when there is something to add, until told to stop.
import type { Brief } from '../model.ts'
import { findLastEditions } from '../store/editions.ts'
import type { SpecialEdition } from '../store/special-editions.ts'
import { instantOf, localDate } from '../text/zoned.ts'
import { type Loop, startLoop } from './deliver-loop.ts'
import type { House } from './house.ts'
import { publishAddendum, resumeSpecials } from './special.ts'

const LOOK_MS = 20_000
/** One that cannot be made is not drawn again and again. */
const RETRY_MS = 10 * 60_000

export type AddendumEvents = {
  readonly onSpecial: (special: SpecialEdition) => void
  readonly onFault: (task: string, error: Error) => void
}

/** Publishes beside any number of others on the same archive: who holds a brief's lock makes its addendum. */
export function startAddenda(first: House, events: AddendumEvents, lookMs = LOOK_MS): Loop {
  const retryAt = new Map<string, number>()
  return startLoop(first, {
    lookMs,
    onFault: (error) => events.onFault('alcances', error),
    async work(house, signal) {
      for (const brief of house.workspace.briefs) {
        const now = house.clock().getTime()
        if (signal.aborted || brief.kind !== 'sintesis' || now < (retryAt.get(brief.id) ?? 0)) continue
        try {
          for (const special of await publishDueAddendum(house, brief)) events.onSpecial(special)
        } catch (thrown) {
          retryAt.set(brief.id, now + RETRY_MS)
          events.onFault(`alcance ${brief.id}`, thrown instanceof Error ? thrown : new Error(String(thrown)))
        }
      }
    },
  })
}

/** What was left half made of a brief is finished; then the addendum of its last hour, if it was not looked for yet. */
export async function publishDueAddendum(house: House, brief: Brief): Promise<readonly SpecialEdition[]> {
  const resumed = await resumeSpecials(house, brief)
  const { timeZone } = house.workspace.municipality
  const now = house.clock()
  const hour = lastHour(brief, now, timeZone)
  const edition = (await findLastEditions(house.store.db)).get(brief.id)
  const today = localDate(now, timeZone)
  // Hours before the edition came out are not of it.
  if (hour === null || edition?.date !== today || edition.publishedAt >= hour) return resumed
  const made = await publishAddendum(house, brief, today, hour)
  if (made === null) return resumed
  return [...resumed, ...made.resumed, ...(typeof made.made === 'string' ? [] : [made.made])]
}

/** The last of the hours of a brief that has passed today; null when none has. */
function lastHour({ addendum }: Brief, now: Date, timeZone: string): Date | null {
  const [year = 0, month = 1, day = 1] = localDate(now, timeZone).split('-').map(Number)
  const passed = (addendum?.at ?? [])
    .map((text) => {
      const [hour = 0, minute = 0] = text.split(':').map(Number)
      return instantOf({ year, month, day, hour, minute }, timeZone)
    })
    .filter((instant) => instant <= now)
  return passed.length === 0 ? null : new Date(Math.max(...passed.map((instant) => instant.getTime())))
}
