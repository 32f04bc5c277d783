// An outlet and a clock → a press office that reads, prints editions, addenda and extraordinary editions, and lets time pass.
import type { House } from '../../src/pipeline/house.ts'
import { ingestSource } from '../../src/pipeline/ingest.ts'
import { publishAddendum, publishExtraordinary } from '../../src/pipeline/special.ts'
import type { SpecialEdition } from '../../src/store/special-editions.ts'
import { localDate } from '../../src/text/zoned.ts'
import { declareOutlet, type Outlet } from './outlet.ts'
import { openRegion, publish, type Region } from './region.ts'

const FIRST = new Date('2026-11-06T06:40:00-06:00').getTime()
const MINUTE = 60_000

export type Printer = {
  readonly house: House
  /** Folder of the workspace. */
  readonly workspace: string
  /** Another process on the same archive; the caller closes it. */
  readonly openOther: () => Promise<House>
  readonly pass: (minutes: number) => void
  /** So many notes more on the outlet's list, read. */
  readonly read: (notes: number) => Promise<void>
  readonly edition: () => ReturnType<typeof publish>
  /** The addendum to the last edition, or why there is none. */
  readonly addendum: (date?: string) => Promise<SpecialEdition | string>
  readonly extraordinary: (title: string, hours: number) => Promise<SpecialEdition>
}

/** Opens the printer at 06:40 of Friday 6 November 2026, with nothing read and nothing printed, and drops it afterwards. */
export async function openPrinter(outlet: Outlet, work: (printer: Printer) => Promise<void>): Promise<void> {
  const region: Region = await openRegion({ notes: [], without: 'all' })
  await declareOutlet(region.workspace, 'mx-jal/faro', outlet)
  outlet.listed = []
  let now = FIRST
  let last = ''
  const open = () =>
    region.open({
      clock: () => new Date(now),
      web: { loopbackHosts: new Map([[outlet.host, outlet.port]]) },
    })
  const house = await open()
  const [brief] = house.workspace.briefs.filter(({ id }) => id === 'sintesis')
  if (brief === undefined) throw new Error('no síntesis')
  try {
    await work({
      house,
      workspace: region.workspace,
      openOther: open,
      pass: (minutes) => {
        now += minutes * MINUTE
      },
      read: async (notes) => {
        for (let note = 0; note < notes; note += 1) outlet.listed.unshift(`la-obra-${outlet.listed.length}`)
        for (const source of house.workspace.sources) await ingestSource(house, source)
      },
      edition: () => {
        last = localDate(new Date(now), house.workspace.municipality.timeZone)
        return publish(house, 'sintesis', last)
      },
      addendum: async (date = last) => (await publishAddendum(house, brief, date))?.made ?? 'ocupado',
      extraordinary: async (title, hours) => {
        const from = new Date(now - hours * 60 * MINUTE)
        const made = await publishExtraordinary(house, brief, { title, from })
        if (made === null) throw new Error('busy')
        return made.made
      },
    })
  } finally {
    await house.close()
    await region.drop()
  }
}
