// A clock → the whole sample press, its answers a matter of the hour alone and not of how often it was asked.
import { type Door, type DoorOptions, openDoor } from '../chaos/door.ts'
import { instantOf } from '../press/calendar.ts'
import { openPress, type Press } from '../press/press.ts'

const MORNINGS = 14
const FIRST = '2026-10-31'
const DAY_MS = 86_400_000
/** Accepts connections and is silent: each look at it costs the whole deadline. Here its door answers instead. */
const SILENT = 'www.elheraldodelosvalles.test'

export type MorningPress = { readonly press: Press; readonly door: Door; close(): Promise<void> }

/** The fourteen mornings of the demonstration, each at the given hour. */
export function listMornings(hour: string): Date[] {
  const first = instantOf(`${FIRST}T${hour}`).getTime()
  return Array.from({ length: MORNINGS }, (_, day) => new Date(first + day * DAY_MS))
}

/**
 * Opens the press behind its doors. One of its notes answers 500 the first time it is asked for: whoever dies with that
 * answer in hand meets another world when it comes back. Here it answers 500 during the first morning that shows it.
 */
export async function openMorningPress(
  clock: () => Date,
  options: Pick<DoorOptions, 'latencyMs'> = {},
): Promise<MorningPress> {
  const press = await openPress({ clock })
  const broken = findBroken(press)
  for (const { host, path } of broken) await askOnce(press, host, path)
  const door = await openDoor(press.hosts, {
    ...options,
    refuse(host, path) {
      if (host === SILENT) return 504
      const isBroken = broken.some(
        (one) => one.host === host && one.path === path && clock().getTime() < one.until,
      )
      return isBroken ? 500 : null
    },
  })
  return {
    press,
    door,
    async close() {
      await door.close()
      await press.close()
    },
  }
}

function findBroken({ defects, notes, addressOf }: Press) {
  const ids = new Set(
    defects.filter(({ id }) => id === 'error-500-una-vez').flatMap(({ noteIds }) => noteIds),
  )
  return notes
    .filter(({ id }) => ids.has(id))
    .map(({ id, at }) => {
      const { host, pathname, search } = new URL(addressOf(id))
      return { host, path: `${pathname}${search}`, until: instantOf(at).getTime() + DAY_MS }
    })
}

async function askOnce({ hosts }: Press, host: string, path: string): Promise<void> {
  await fetch(`http://127.0.0.1:${hosts.get(host)}${path}`)
}
