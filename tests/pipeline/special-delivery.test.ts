// Addenda and extraordinary editions → their readers: by the same list, guard and record as the edition, and by the hour.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { readEditionContent } from '../../src/deliver/edition-content.ts'
import { printWhatsApp } from '../../src/deliver/whatsapp.ts'
import { publishDueAddendum, startAddenda } from '../../src/pipeline/addendum-resident.ts'
import { deliverEdition } from '../../src/pipeline/deliver.ts'
import { exportSpan } from '../../src/pipeline/deliver-export.ts'
import { previewDelivery } from '../../src/pipeline/deliver-hand.ts'
import { deliverDueEditions } from '../../src/pipeline/deliver-resident.ts'
import type { House } from '../../src/pipeline/house.ts'
import { refreshHouse } from '../../src/pipeline/refresh.ts'
import { keyOfSpecial } from '../../src/pipeline/special.ts'
import { keepToneDecision } from '../../src/store/decisions.ts'
import { findDeliveries } from '../../src/store/deliveries.ts'
import { findEditionContent } from '../../src/store/deliveries-consent.ts'
import { findNotes } from '../../src/store/notes.ts'
import type { SpecialEdition } from '../../src/store/special-editions.ts'
import { type MailServer, openMailServer } from '../deliver/mail-server.ts'
import { type Outlet, openOutlet } from './outlet.ts'
import { readData, readPdf } from './pdf-text.ts'
import { openPrinter, type Printer } from './printer.ts'

let outlet: Outlet
let mail: MailServer
beforeAll(async () => {
  outlet = await openOutlet('www.elfaro.test')
})
afterAll(() => outlet?.close())
beforeEach(async () => {
  mail = await openMailServer()
})
afterEach(() => mail.close())

const SAME = 'addendum: true, extraordinary: true'
const writeList = ({ workspace }: Printer, more: string) =>
  writeFile(
    join(workspace, 'delivery.yml'),
    `from: Síntesis <sintesis@tala.test>\nbriefs:\n  sintesis: { mail: [uno@tala.test], count: 1, ${more} }\n`,
  )

/** An office whose edition is out and was sent, and half an hour later one note more is read. */
async function withEdition(list: string, work: (printer: Printer) => Promise<void>): Promise<void> {
  await openPrinter(outlet, async (printer) => {
    await writeList(printer, list)
    await printer.read(1)
    const { briefId, date } = (await printer.edition()).edition
    await deliverEdition(printer.house, { briefId, date }, { server: mail.server, isConfirmed: true })
    mail.received.length = 0
    printer.pass(30)
    await printer.read(1)
    await work(printer)
  })
}

async function makeAddendum({ addendum }: Printer): Promise<SpecialEdition> {
  const made = await addendum()
  if (typeof made === 'string') throw new Error(made)
  return made
}

const send = (house: House, special: SpecialEdition, isConfirmed = false) =>
  deliverEdition(house, keyOfSpecial(special), { server: mail.server, isConfirmed })
const look = (house: House) => deliverDueEditions(house, mail.server, new AbortController().signal, () => {})
const readers = () => mail.received.map(({ to }) => to.join())
const readMail = (index = 0) => PostalMime.parse(Buffer.from(mail.received[index]?.raw ?? '', 'latin1'))

it('an addendum goes to the same readers when the list says so, with what is new and corrections first', async () => {
  await withEdition(SAME, async (printer) => {
    const { house } = printer
    const [first] = await findNotes(house.store.db, { from: new Date(0), to: house.clock() })
    const tone = { label: 'negativo', score: -1, confidence: 1, reasons: [], needsReview: false } as const
    await house.store.db
      .transaction()
      .execute((trx) =>
        keepToneDecision(trx, first?.id ?? 0, { tone, by: 'ana', at: house.clock(), comment: null }),
      )
    printer.pass(1)
    await send(house, await makeAddendum(printer))
    expect(readers()).toEqual(['uno@tala.test'])
    const message = await readMail()
    expect(message.subject).toBe(
      'Alcance a la edición 1 · Tala · Viernes 6 de noviembre de 2026 [sintesis-alcance/2026-11-06-1]',
    )
    expect(message.attachments.map(({ filename }) => filename)).toEqual([
      'tala-sintesis-alcance-2026-11-06-1-carta.pdf',
    ])
    const said = message.text ?? ''
    expect(said.indexOf('CORRECCIONES')).toBeGreaterThan(0)
    expect(said.indexOf('LO QUE PASÓ')).toBeGreaterThan(said.indexOf('CORRECCIONES'))
    expect(message.html).toContain('y es negativa.')
    expect(said).not.toMatch(/nada exige respuesta/i)
  })
})

it('an addendum has a text for WhatsApp that says what it adds', async () => {
  await withEdition(SAME, async (printer) => {
    const made = await makeAddendum(printer)
    const content = await findEditionContent(printer.house.store.db, keyOfSpecial(made))
    const text = printWhatsApp(readEditionContent(content).page)
    expect(text).toMatch(/^\*Alcance a la edición 1 · Tala\*\n/)
    expect(text).toContain('1 nota más sobre Tala')
  })
})

it('a special edition goes to nobody unless the list says so', async () => {
  await withEdition('attach: [pdf]', async (printer) => {
    expect(await send(printer.house, await makeAddendum(printer), true)).toBe(null)
    await look(printer.house)
    expect(mail.received).toEqual([])
  })
})

it('a list of its own is counted and confirmed apart from that of the brief', async () => {
  const own = 'extraordinary: { mail: [alcalde@tala.test], count: 1 }'
  await withEdition(own, async (printer) => {
    const made = await printer.extraordinary('Inundación', 2)
    const refused = await send(printer.house, made)
    expect(refused?.refusal).toContain('«sintesis send sintesis --extraordinary --confirm»')
    expect(mail.received).toEqual([])
    printer.pass(6)
    await send(printer.house, made, true)
    expect(readers()).toEqual(['alcalde@tala.test'])
    await writeList(printer, 'extraordinary: { mail: [alcalde@tala.test, otra@tala.test], count: 1 }')
    const next = await send(printer.house, await printer.extraordinary('Inundación: la noche', 2))
    expect(next?.refusal).toMatch(/sintesis\/extraordinaria tiene 2 correos y «count» dice 1/)
  })
})

it('a confirmation of a list that does not hold whom it counts confirms nothing', async () => {
  await openPrinter(outlet, async (printer) => {
    await writeList(printer, 'folders: []')
    await writeFile(
      join(printer.workspace, 'delivery.yml'),
      'from: a@tala.test\nbriefs:\n  sintesis: { mail: [uno@tala.test, dos@tala.test], count: 1 }\n',
    )
    const { briefId, date } = (await printer.edition()).edition
    const key = { briefId, date }
    await deliverEdition(printer.house, key, { server: mail.server, isConfirmed: true })
    await writeList(printer, 'folders: []')
    printer.pass(6)
    const later = await deliverEdition(printer.house, key, { server: mail.server })
    expect(later?.refusal).toContain('es el primer envío')
    expect(mail.received).toEqual([])
  })
})

it('each addendum is sent once to each reader, also when two processes deliver at once', async () => {
  await withEdition(SAME, async (printer) => {
    const first = await makeAddendum(printer)
    const other = await printer.openOther()
    await Promise.all([send(printer.house, first), send(other, first), look(other)])
    await look(printer.house)
    await other.close()
    expect(readers()).toEqual(['uno@tala.test'])
    printer.pass(30)
    await printer.read(1)
    await send(printer.house, await makeAddendum(printer))
    expect(await Promise.all([0, 1].map(async (index) => (await readMail(index)).subject))).toEqual([
      expect.stringContaining('Alcance a la edición 1 ·'),
      expect.stringContaining('Segundo alcance a la edición 1 ·'),
    ])
  })
})

it('one whose process died between its pages and its sending is sent by the resident process, once', async () => {
  await withEdition(SAME, async (printer) => {
    const made = await makeAddendum(printer)
    const { db } = printer.house.store
    // As it stands when the process dies before what is out is kept.
    await db.deleteFrom('edition_content').where('kind', '=', 'alcance').execute()
    await db.updateTable('special_edition').set({ published_at: null }).execute()
    await look(printer.house)
    expect(mail.received).toEqual([])
    const [brief] = printer.house.workspace.briefs.filter(({ id }) => id === 'sintesis')
    if (brief === undefined) throw new Error('no síntesis')
    expect(await publishDueAddendum(printer.house, brief)).toMatchObject([{ number: made.number }])
    await look(printer.house)
    await look(printer.house)
    expect(readers()).toEqual(['uno@tala.test'])
  })
})

it('is tried again after a server that was busy, and old ones are not sent by themselves', async () => {
  await withEdition(SAME, async (printer) => {
    mail.behaviour.answer = (line) => (line.startsWith('RCPT') ? '450 4.2.0 Greylisted' : '')
    const made = await makeAddendum(printer)
    await look(printer.house)
    mail.behaviour.answer = () => ''
    printer.pass(2)
    await look(printer.house)
    expect(readers()).toEqual(['uno@tala.test'])
    printer.pass(30)
    await printer.read(1)
    await makeAddendum(printer)
    printer.pass(25 * 60)
    await look(printer.house)
    expect(mail.received).toHaveLength(1)
    expect((await findDeliveries(printer.house.store.db, keyOfSpecial(made)))[0]?.attempts).toBe(2)
  })
})

it('shows to whom an addendum would go without sending it', async () => {
  await withEdition(SAME, async (printer) => {
    const preview = await previewDelivery(printer.house, keyOfSpecial(await makeAddendum(printer)))
    expect(preview?.wanted.mail).toEqual(['uno@tala.test'])
    expect(preview?.message?.subject).toContain('Alcance a la edición 1')
    expect(mail.commands.filter((line) => line.startsWith('MAIL'))).toHaveLength(1)
  })
})

it('the next edition says that an addendum did not arrive, and marks what it and an extraordinary one printed', async () => {
  await withEdition(SAME, async (printer) => {
    mail.behaviour.answer = (line) => (line.startsWith('RCPT') ? '550 5.1.1 No such user' : '')
    await send(printer.house, await makeAddendum(printer))
    printer.pass(30)
    await printer.read(1)
    await printer.extraordinary('Al momento', 0.4)
    printer.pass(24 * 60)
    const { edition } = await printer.edition()
    const text = (await readPdf(edition.files[0] ?? '')).join(' ').replace(/\s+/g, ' ')
    expect(text).toContain('El alcance 1 a la del 2026-11-06 no llegó a su destinatario de correo.')
    expect(text).toMatch(/ya salió en el alcance 1 del 6 nov|ya salieron en el alcance 1 del 6 nov/)
    const { sheet } = readEditionContent(await findEditionContent(printer.house.store.db, edition))
    expect(sheet.map(({ printedIn }) => printedIn).toSorted()).toEqual([
      'Alcance 1 a la edición del 2026-11-06',
      'Extraordinaria 1 (2026-11-06)',
    ])
    const { bytes } = await exportSpan(printer.house, { from: '2026-11-06', to: '2026-11-07' }, 'csv')
    const [head = '', ...rows] = new TextDecoder().decode(bytes).split('\r\n')
    expect(head).toMatch(/,"Resumen","Ya salió en"$/)
    expect(rows.filter((row) => row.endsWith(',"Extraordinaria 1 (2026-11-06)"'))).toHaveLength(1)
    expect(await readData(edition.files[0] ?? '', 'notas.csv')).toContain('"Extraordinaria 1 (2026-11-06)"')
  })
})

/** The brief asks for an addendum at 12:00 and 17:00; `look` does what the resident process does. */
async function withHours(work: (printer: Printer, look: () => Promise<number>) => Promise<void>) {
  await withEdition(SAME, async (printer) => {
    await writeFile(
      join(printer.workspace, 'reports/sintesis.yml'),
      "title: Síntesis\nkind: sintesis\ndays: 1\naddendum: { at: ['12:00', '17:00'] }\nschedule: { weekdays: [1, 2, 3, 4, 5, 6, 7], deadline: '07:00' }\n",
    )
    const { house } = await refreshHouse({ house: printer.house, stamp: '' })
    const [brief] = house.workspace.briefs.filter(({ id }) => id === 'sintesis')
    if (brief === undefined) throw new Error('no síntesis')
    await work(printer, async () => (await publishDueAddendum(house, brief)).length)
  })
}

it('by itself, at the hours of the brief and not before, when there is something to add', async () => {
  await withHours(async (printer, lookForAddendum) => {
    printer.pass(4 * 60 + 45)
    expect(await lookForAddendum()).toBe(0) // 11:55
    printer.pass(10)
    expect([await lookForAddendum(), await lookForAddendum()]).toEqual([1, 0]) // 12:05
    await printer.read(1)
    printer.pass(10)
    expect(await lookForAddendum()).toBe(0) // 12:15: what came waits for 17:00
    printer.pass(5 * 60)
    expect([await lookForAddendum(), await lookForAddendum()]).toEqual([1, 0])
  })
})

it('an hour at which nothing had come is over: what comes later waits for the next', async () => {
  await withHours(async (printer, lookForAddendum) => {
    await printer.addendum()
    printer.pass(5 * 60)
    expect(await lookForAddendum()).toBe(0) // 12:10
    await printer.read(1)
    printer.pass(10)
    expect(await lookForAddendum()).toBe(0)
    printer.pass(5 * 60)
    expect(await lookForAddendum()).toBe(1)
  })
})

it('hours missed while the machine was off give one addendum, and those before the edition none', async () => {
  await withHours(async (printer, lookForAddendum) => {
    printer.pass(11 * 60)
    expect([await lookForAddendum(), await lookForAddendum()]).toEqual([1, 0]) // 18:10
    printer.pass(20 * 60)
    await printer.edition() // 14:10 of the next day: noon was before it
    printer.pass(5)
    await printer.read(1)
    expect(await lookForAddendum()).toBe(0)
  })
})

it('two processes that look at the same hour make one addendum', async () => {
  await withHours(async (printer, lookForAddendum) => {
    printer.pass(5 * 60)
    const other = await printer.openOther()
    const [brief] = other.workspace.briefs.filter(({ id }) => id === 'sintesis')
    if (brief === undefined) throw new Error('no síntesis')
    const made = await Promise.all([lookForAddendum(), publishDueAddendum(other, brief)])
    await other.close()
    expect(made.flat().filter((one) => one !== 0)).toHaveLength(1)
    expect(await lookForAddendum()).toBe(0)
  })
})

it('in the resident process tells what could not be made, tries it again later with its own number, and goes on', async () => {
  await withHours(async (printer) => {
    const taken = join(printer.house.reports, 'tala-sintesis-alcance-2026-11-06-1-carta.pdf')
    await mkdir(taken, { recursive: true })
    printer.pass(5 * 60)
    const told: string[] = []
    const addenda = startAddenda(
      printer.house,
      {
        onSpecial: ({ number }) => told.push(`alcance ${number}`),
        onFault: (task, { message }) => told.push(`${task}: ${message.split(':')[0]}`),
      },
      10,
    )
    try {
      while (told.length === 0) await wait(10)
      await wait(100)
      expect(told).toEqual(['alcance sintesis: EISDIR'])
      await rm(taken, { recursive: true })
      printer.pass(11)
      while (told.length < 2) await wait(10)
    } finally {
      await addenda.stop()
    }
    expect(told[1]).toBe('alcance 1')
  })
})
