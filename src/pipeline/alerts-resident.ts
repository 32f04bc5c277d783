// A house and the clock → alerts raised and handed over as notes come in, until it is told to stop.
import { readRules, remarkOnKeySources } from './alerts.ts'
import { type AlertDoors, type AlertTold, lookForAlerts } from './alerts-send.ts'
import { type Loop, startLoop } from './deliver-loop.ts'
import type { House } from './house.ts'

const LOOK_MS = 15_000

export type AlertEvents = {
  readonly onAlert: (told: AlertTold) => void
  readonly onFault: (task: string, error: Error) => void
}

/** Looks for alerts beside any number of others on the same archive: one at a time looks. */
export function startAlerts(first: House, doors: AlertDoors, events: AlertEvents, lookMs = LOOK_MS): Loop {
  const remarked = new Set<string>()
  return startLoop(first, {
    lookMs,
    onFault: (error) => events.onFault('avisos', error),
    async work(house) {
      const rules = await readRules(house)
      if (rules === null) return
      for (const remark of remarkOnKeySources(house, rules)) {
        if (!remarked.has(remark)) events.onFault('avisos', new Error(remark))
        remarked.add(remark)
      }
      await lookForAlerts(house, doors, events.onAlert)
    },
  })
}
