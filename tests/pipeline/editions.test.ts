// Notes that arrive at any hour and editions cut at any other → each note printed in exactly one edition.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../src/pipeline/house.ts'
import { ingestSource } from '../../src/pipeline/ingest.ts'
import { localDate } from '../../src/text/zoned.ts'
import { declareOutlet, type Outlet, openOutlet } from './outlet.ts'
import { readPrintedAddresses } from './pdf-text.ts'
import { openRegion, publish } from './region.ts'

const FIRST = new Date('2026-11-06T06:40:00-06:00').getTime()
const MINUTE = 60_000

let outlet: Outlet
beforeAll(async () => {
  outlet = await openOutlet('www.elfaro.test')
})
afterAll(() => outlet?.close())

const RUNS = Number(process.env.SINTESIS_TEST_CUTS ?? 3)

const step = fc.record({
  /** Time since the step before; a day or more may pass without an edition, and two may fall on one date. */
  minutes: fc.integer({ min: 1, max: 40 * 60 }),
  notes: fc.integer({ min: 0, max: 2 }),
  /** The edition is cut while the notes are being read, or after. */
  isRace: fc.boolean(),
})

test('whenever editions are cut, also while notes are being read, each note is in exactly one of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      const printed = await publishThrough(steps)
      expect(printed.toSorted()).toEqual(outlet.listed.map(outlet.addressOf).toSorted())
    }),
    { numRuns: RUNS },
  )
})

/** Runs the steps in a database of their own and returns the addresses that their editions printed, repeated or not. */
async function publishThrough(
  steps: readonly { minutes: number; notes: number; isRace: boolean }[],
): Promise<string[]> {
  const region = await openRegion({ notes: [], without: 'all' })
  await declareOutlet(region.workspace, 'mx-jal/faro', outlet)
  outlet.listed = []
  let now = FIRST
  const house = await region.open({
    clock: () => new Date(now),
    web: { loopbackHosts: new Map([[outlet.host, outlet.port]]) },
  })
  try {
    const files: string[] = []
    for (const { minutes, notes, isRace } of [...steps, { minutes: 48 * 60, notes: 0, isRace: false }]) {
      now += minutes * MINUTE
      for (let note = 0; note < notes; note += 1) outlet.listed.unshift(`la-obra-${outlet.listed.length}`)
      const reading = readOutlet(house)
      if (!isRace) await reading
      files.push(...(await cutEdition(house)))
      await reading
    }
    return (await Promise.all(files.map(readPrintedAddresses))).flat()
  } finally {
    await house.close()
    await region.drop()
  }
}

async function readOutlet(house: House): Promise<void> {
  for (const source of house.workspace.sources) await ingestSource(house, source)
}

/** Publishes the edition of the day, if it is not out yet, and returns its files. */
async function cutEdition(house: House): Promise<readonly string[]> {
  const date = localDate(house.clock(), house.workspace.municipality.timeZone)
  const { edition, isNew } = await publish(house, 'sintesis', date)
  return isNew ? edition.files : []
}
