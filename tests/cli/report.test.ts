// `sintesis report` over an archive in which an earlier edition was left half way → what it prints and what is published.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addReport } from '../../src/cli/report.ts'
import { openTerminal } from '../../src/cli/terminal.ts'
import type { House } from '../../src/pipeline/house.ts'
import { claimEdition, editionLock, findEditions } from '../../src/store/editions.ts'
import { findNotes } from '../../src/store/notes.ts'
import { declareOutlet, type Outlet, openOutlet } from '../pipeline/outlet.ts'
import { openRegion, type Region, readAll } from '../pipeline/region.ts'

let region: Region
let outlet: Outlet

beforeEach(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  outlet = await openOutlet('www.elfaro.test')
  await declareOutlet(region.workspace, 'mx-jal/faro', outlet, '60m')
})
afterEach(async () => {
  await outlet?.close()
  await region?.drop()
})

async function within(work: (house: House) => Promise<void>): Promise<void> {
  const house = await region.open({ web: { loopbackHosts: new Map([[outlet.host, outlet.port]]) } })
  try {
    await work(house)
  } finally {
    await house.close()
  }
}

/** Claims the síntesis of a day from the evening before until now, as a process does that then dies. */
async function claim(house: House, date: string): Promise<void> {
  const lock = await house.store.tryLock(editionLock('sintesis', date))
  if (lock === null) throw new Error('locked')
  const to = house.clock()
  const from = () => new Date(to.getTime() - 86_400_000)
  const request = { briefId: 'sintesis', date, from, to, at: to }
  await house.store.db.transaction().execute((trx) => claimEdition(trx, lock, request))
  await lock.release()
}

/** An evening with a note and a claim of that day's edition, and a morning with another note. */
async function leaveHalfWay(): Promise<void> {
  await within(async (house) => {
    outlet.listed = ['la-poda']
    region.setClock('2026-11-06T16:00')
    await readAll(house)
    await claim(house, '2026-11-06')
    outlet.listed.unshift('la-fuga')
    region.setClock('2026-11-07T08:30')
    await readAll(house)
  })
}

async function report(...args: string[]): Promise<{ out: string; err: string }> {
  const said = { out: '', err: '' }
  const write = (stream: keyof typeof said) => ({
    write(text: string) {
      said[stream] += text
    },
  })
  const program = new Command('sintesis').exitOverride()
  addReport(program, {
    terminal: openTerminal(write('out'), write('err'), false),
    clock: region.clock,
    environment: () => ({
      workspace: region.workspace,
      databaseUrl: region.store.databaseUrl,
      credentials: new Map(),
      demonstration: null,
    }),
  })
  await program.parseAsync(['report', ...args], { from: 'user' })
  return said
}

describe('sintesis report after an edition of an earlier day was left half way', () => {
  it('finishes that one first, with its own number and notes, and says so', async () => {
    await leaveHalfWay()
    const { out, err } = await report('sintesis')
    expect(err).toBe('')
    expect(out.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'Había quedado a medias la edición del 2026-11-06:',
      'Edición 1 de sintesis, 2026-11-06: notas del 2026-11-05 16:00 al 2026-11-06 16:00.',
      'Edición 2 de sintesis, 2026-11-07: notas del 2026-11-06 16:00 al 2026-11-07 08:30.',
      '',
    ])
    const { db } = region.store
    const editions = (await findEditions(db, 10)).toSorted((one, other) => one.number - other.number)
    const printed = await Promise.all(editions.map(({ from, to }) => findNotes(db, { from, to })))
    expect(printed.map((notes) => notes.map(({ article }) => article.url))).toEqual([
      [outlet.addressOf('la-poda')],
      [outlet.addressOf('la-fuga')],
    ])
  })

  it('publishes the one asked for although the earlier one cannot be written, and says which and why', async () => {
    await leaveHalfWay()
    const taken = 'data/reports/tala-sintesis-2026-11-06-carta.pdf'
    await mkdir(join(region.workspace, taken), { recursive: true })
    const { out, err } = await report('sintesis')
    expect(err).toMatch(/^La edición del 2026-11-06, que quedó a medias, no se pudo terminar: EISDIR/)
    expect(out).toMatch(/^Edición 2 de sintesis, 2026-11-07: /)
    expect((await findEditions(region.store.db, 10)).map(({ date }) => date)).toEqual(['2026-11-07'])
  })
})
