// Notes that arrive at any hour, and editions, addenda and extraordinary editions cut at any other → who prints what, and how often.
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepMentionDecision, keepToneDecision } from '../../src/store/decisions.ts'
import { findNotes } from '../../src/store/notes.ts'
import { findOpenSpecials } from '../../src/store/special-editions.ts'
import { type Outlet, openOutlet } from './outlet.ts'
import { readPdf, readPrintedAddresses } from './pdf-text.ts'
import { openPrinter, type Printer } from './printer.ts'

const RUNS = Number(process.env.SINTESIS_TEST_CUTS ?? 2)

let outlet: Outlet
beforeAll(async () => {
  outlet = await openOutlet('www.elfaro.test')
})
afterAll(() => outlet?.close())

const withPrinter = (work: (printer: Printer) => Promise<void>) => openPrinter(outlet, work)

const addressesOf = async (files: readonly (readonly string[])[]): Promise<string[]> =>
  (await Promise.all(files.map(([file = '']) => readPrintedAddresses(file)))).flat()

const textOf = async ([file = '']: readonly string[]): Promise<string> => (await readPdf(file)).join(' ')

const step = fc.record({
  minutes: fc.integer({ min: 1, max: 20 * 60 }),
  notes: fc.integer({ min: 0, max: 2 }),
  cut: fc.constantFrom('edition', 'addendum', 'addendum', 'extraordinary'),
})

it('whenever addenda and extraordinary editions are cut, each note is in exactly one regular edition and in at most one addendum before it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      await withPrinter(async (printer) => {
        const [editions, addenda]: [(readonly string[])[], (readonly string[])[]] = [[], []]
        const told: string[] = []
        const cut = async (kind: string) => {
          if (kind === 'addendum') {
            const made = await printer.addendum()
            if (typeof made === 'string') return
            addenda.push(made.files)
            told.push(...(await addressesOf([made.files])))
          } else if (kind === 'extraordinary') await printer.extraordinary('Al momento', 5)
          else {
            const { edition, isNew } = await printer.edition()
            if (!isNew) return
            editions.push(edition.files)
            const repeated = (await addressesOf([edition.files])).filter((url) => told.includes(url))
            expect((await textOf(edition.files)).includes('en el alcance')).toBe(repeated.length > 0)
          }
        }
        await cut('edition')
        for (const { minutes, notes, cut: kind } of steps) {
          printer.pass(minutes)
          await printer.read(notes)
          await cut(kind)
        }
        printer.pass(48 * 60)
        await cut('edition')
        expect((await addressesOf(editions)).toSorted()).toEqual(
          outlet.listed.map(outlet.addressOf).toSorted(),
        )
        expect(new Set(told).size).toBe(told.length)
      })
    }),
    { numRuns: RUNS },
  )
})

it('an addendum tells the late notes of its day and what a person corrected in those of its edition, once', async () => {
  await withPrinter(async ({ house, pass, read, edition, addendum }) => {
    await read(2)
    const first = (await edition()).edition
    expect(await addendum()).toBe('nada')
    pass(30)
    await read(1)
    const [one, other] = await findNotes(house.store.db, first)
    const [subject] = house.lens.ourSubjects
    if (one === undefined || other === undefined || subject === undefined) throw new Error('no notes')
    const decider = { by: 'ana', at: house.clock(), comment: null }
    const tone = { label: 'negativo', score: -1, confidence: 1, reasons: [], needsReview: false } as const
    await house.store.db.transaction().execute(async (trx) => {
      await keepToneDecision(trx, one.id, { tone, ...decider })
      await keepMentionDecision(trx, other.id, subject, 'ajena', decider)
    })
    pass(1)
    const made = await addendum()
    if (typeof made === 'string') throw new Error(made)
    expect(made).toMatchObject({ kind: 'alcance', date: first.date, number: 1, from: first.to })
    const text = await textOf(made.files)
    expect(text).toMatch(/Alcance a la edición 1\b/)
    expect(text).toContain('y es negativa.')
    expect(text).toContain('aunque la edición la contó.')
    expect(await readPrintedAddresses(made.files[0] ?? '')).toHaveLength(1)
    expect(await addendum()).toBe('nada')
    pass(30)
    await read(1)
    const second = await addendum()
    if (typeof second === 'string') throw new Error(second)
    expect(second).toMatchObject({ number: 2, from: made.to })
    expect(await textOf(second.files)).not.toContain('Correcciones')
  })
})

it('a note of the day after waits for the next edition, and an addendum is only to the last one that is out', async () => {
  await withPrinter(async ({ house, pass, read, edition, addendum }) => {
    const first = (await edition()).edition
    expect(await addendum('2026-11-05')).toBe('sin-edicion')
    pass(20 * 60)
    await read(1)
    await house.store.db.updateTable('note').set({ published_at: house.clock() }).execute()
    expect(await addendum()).toBe('nada')
    pass(4 * 60)
    const next = (await edition()).edition
    expect(await readPrintedAddresses(next.files[0] ?? '')).toHaveLength(1)
    expect(await addendum(first.date)).toBe('hay-otra')
  })
})

it('an addendum whose process died is made again with the same number, window and bytes', async () => {
  await withPrinter(async ({ house, pass, read, edition, addendum }) => {
    await edition()
    pass(30)
    await read(1)
    const made = await addendum()
    if (typeof made === 'string') throw new Error(made)
    const bytes = await readFile(made.files[0] ?? '')
    await house.store.db.updateTable('special_edition').set({ published_at: null }).execute()
    expect(await findOpenSpecials(house.store.db, 'sintesis')).toHaveLength(1)
    expect(await addendum()).toBe('nada')
    expect((await readFile(made.files[0] ?? '')).equals(bytes)).toBe(true)
    expect(await findOpenSpecials(house.store.db, 'sintesis')).toEqual([])
  })
})

it('an extraordinary edition has a title, a file and a series of its own, covers its hours, and moves no window', async () => {
  await withPrinter(async ({ pass, read, edition, extraordinary }) => {
    await read(1)
    const before = (await edition()).edition
    pass(8 * 60)
    await read(1)
    const one = await extraordinary('Inundación en Cuisillos', 2)
    const all = await extraordinary('Inundación en Cuisillos: el día', 9)
    expect([one.number, all.number]).toEqual([1, 2])
    expect(one.files[0]).toMatch(/tala-sintesis-extraordinaria-2026-11-06-1-carta\.pdf$/)
    expect(await readPrintedAddresses(one.files[0] ?? '')).toHaveLength(1)
    expect(await readPrintedAddresses(all.files[0] ?? '')).toHaveLength(2)
    const text = await textOf(one.files)
    expect(text).toContain('Edición extraordinaria 1 · 14:40')
    expect(text).toContain('sintesis-extraordinaria/2026-11-06, núm. 1')
    pass(16 * 60)
    const next = (await edition()).edition
    expect(next).toMatchObject({ number: 2, from: before.to })
    expect(await readPrintedAddresses(next.files[0] ?? '')).toHaveLength(1)
  })
})
