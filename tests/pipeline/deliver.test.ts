// An edition and delivery.yml → what arrives at a real mail server and in a folder: to the list, once, with every attempt on record.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type DeliverOptions, deliverEdition } from '../../src/pipeline/deliver.ts'
import { previewDelivery } from '../../src/pipeline/deliver-hand.ts'
import { deliverDueEditions, startDeliveries } from '../../src/pipeline/deliver-resident.ts'
import type { House } from '../../src/pipeline/house.ts'
import { findDeliveries } from '../../src/store/deliveries.ts'
import { type MailServer, openMailServer } from '../deliver/mail-server.ts'
import { startChild } from '../store/child.ts'
import { writeErrand } from './errand.ts'
import { readPdf } from './pdf-text.ts'
import { openRegion, publish, type Region, readAll } from './region.ts'

const KEY = { briefId: 'sintesis', date: '2026-11-06' }

let region: Region
let house: House
let mail: MailServer
let pdf: string

beforeAll(async () => {
  region = await openRegion()
  house = await region.open()
  await readAll(house)
  pdf = (await publish(house, 'sintesis', KEY.date)).edition.files[0] ?? ''
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})
beforeEach(async () => {
  region.setClock('2026-11-06T06:50')
  mail = await openMailServer()
  await writeList(['uno@tala.test', 'dos@tala.test'])
})
afterEach(async () => {
  await mail.close()
  for (const table of ['delivery_attempt', 'delivery', 'delivery_consent'] as const)
    await house.store.db.deleteFrom(table).execute()
})

async function writeList(to: readonly string[], more = `    count: ${to.length}\n`): Promise<void> {
  const text = `from: Síntesis de Tala <sintesis@tala.test>\nbriefs:\n  sintesis:\n    mail: [${to.join(', ')}]\n${more}`
  await writeFile(join(region.workspace, 'delivery.yml'), text)
}

async function deliver(options: Partial<DeliverOptions> = { isConfirmed: true }) {
  const delivered = await deliverEdition(house, KEY, { server: mail.server, ...options })
  if (delivered === null) throw new Error('nothing to deliver')
  return delivered
}

const states = async () =>
  (await findDeliveries(house.store.db, KEY)).map(({ recipient, state }) => `${recipient} ${state}`)
const readers = () => mail.received.map(({ to }) => to.join())

it('sends each reader of the list a message of their own, with the minute page, the PDF and what marks it as ours', async () => {
  await deliver()
  expect(readers()).toEqual(['uno@tala.test', 'dos@tala.test'])
  const message = await PostalMime.parse(Buffer.from(mail.received[0]?.raw ?? '', 'latin1'))
  expect(message.to?.map(({ address }) => address)).toEqual(['uno@tala.test'])
  expect(message.from).toEqual({ name: 'Síntesis de Tala', address: 'sintesis@tala.test' })
  expect(message.subject).toBe(
    'Síntesis informativa · Tala · Viernes 6 de noviembre de 2026 [sintesis/2026-11-06]',
  )
  expect(new Date(message.date ?? '').toISOString()).toBe('2026-11-06T12:50:00.000Z')
  expect(message.messageId).toMatch(/^<[0-9a-f]{40}@tala\.test>$/)
  const [attached] = message.attachments
  expect(attached).toMatchObject({
    filename: 'tala-sintesis-2026-11-06-carta.pdf',
    mimeType: 'application/pdf',
  })
  expect(Buffer.from(attached?.content as ArrayBuffer).equals(await readFile(pdf))).toBe(true)
  const said = (await readPdf(pdf)).join(' ').replace(/\s+/g, ' ')
  const [, headline = ''] = /<h1[^>]*>(.*?)<\/h1>/.exec(message.html ?? '') ?? []
  expect(headline.length).toBeGreaterThan(20)
  expect(said).toContain(
    headline
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/\s+/g, ' '),
  )
  expect(message.text).toContain('LO QUE PASÓ')
  expect(message.text).toMatch(/fuentes leídas/)
})

it('sends nobody anything twice, however often it is asked', async () => {
  await deliver()
  await deliver({ byHand: true })
  await deliver({ byHand: true, isConfirmed: true })
  expect(readers()).toEqual(['uno@tala.test', 'dos@tala.test'])
})

it('sends once when two processes deliver at the same time', async () => {
  const other = await region.open()
  await deliver({ server: null, isConfirmed: true })
  await house.store.db.updateTable('delivery').set({ next_at: region.clock() }).execute()
  await Promise.all([
    deliverEdition(house, KEY, { server: mail.server }),
    deliverEdition(other, KEY, { server: mail.server }),
  ])
  await other.close()
  expect(readers()).toEqual(['uno@tala.test', 'dos@tala.test'])
})

it('sends nothing of a brief that was never sent before a person confirms it', async () => {
  const { refusal } = await deliver({})
  expect(refusal).toContain('sintesis send sintesis --confirm')
  expect(mail.received).toEqual([])
  await deliver({ byHand: true, isConfirmed: true })
  expect(readers()).toEqual(['uno@tala.test', 'dos@tala.test'])
})

it('sends to nobody when the list does not hold as many people as a person counted', async () => {
  await writeList(['uno@tala.test', 'dos@tala.test', 'todo-el-estado@tala.test'], '    count: 2\n')
  expect((await deliver()).refusal).toMatch(/tiene 3 correos y «count» dice 2/)
  expect(mail.received).toEqual([])
})

it('delivers nothing by a list that has a mistake, and says where it is', async () => {
  await writeList(['uno@tala.test', 'dos'])
  await expect(deliver()).rejects.toThrow(/^delivery\.yml:4:27: /)
})

it('does not write to whom the list no longer names, also when a message waits for them', async () => {
  mail.behaviour.answer = (line) => (line.startsWith('RCPT') ? '450 4.2.0 Greylisted' : '')
  await deliver()
  mail.behaviour.answer = () => ''
  await writeList(['dos@tala.test'])
  await deliver({ byHand: true })
  expect(readers()).toEqual(['dos@tala.test'])
  expect(await states()).toEqual(['uno@tala.test retirada', 'dos@tala.test entregada'])
})

it('tries a greylisted reader again when the pause is over and not before', async () => {
  mail.behaviour.answer = (line) =>
    line.includes('uno@') && line.startsWith('RCPT') ? '450 4.2.0 Greylisted' : ''
  await deliver()
  expect(await states()).toEqual(['uno@tala.test pendiente', 'dos@tala.test entregada'])
  mail.behaviour.answer = () => ''
  await deliver({})
  expect(readers()).toEqual(['dos@tala.test'])
  region.setClock('2026-11-06T06:52')
  await deliver({})
  expect(readers()).toEqual(['dos@tala.test', 'uno@tala.test'])
})

it('does not insist with a reader who does not exist, and the others receive theirs', async () => {
  mail.behaviour.answer = (line) =>
    line.includes('uno@') && line.startsWith('RCPT') ? '550 5.1.1 No such user' : ''
  await deliver()
  region.setClock('2026-11-06T12:00')
  await deliver({})
  expect(await states()).toEqual(['uno@tala.test rechazada', 'dos@tala.test entregada'])
  expect(mail.commands.filter((line) => line.includes('RCPT TO:<uno@'))).toHaveLength(1)
})

it.each([
  ['552 5.3.4 Message size exceeds fixed limit', '554 5.6.0 No'],
  ['554 5.2.3 Message too large for this reader', '552 5.2.2 Mailbox full'],
])(
  'sends a server that answers «%s» the message without its PDF, and the reader is told',
  async (tooLarge, other) => {
    await writeList(['uno@tala.test'])
    mail.behaviour.onMessage = ({ raw }) => (raw.includes('application/pdf') ? tooLarge : '250 2.0.0 Ok')
    const { deliveries } = await deliver()
    expect(deliveries).toMatchObject([{ state: 'entregada', attempts: 1 }])
    expect(deliveries[0]?.answer).toMatch(/^250 2\.0\.0 Ok; no cupo el PDF \(\d+\.\d MB\)$/)
    const message = await PostalMime.parse(Buffer.from(mail.received[0]?.raw ?? '', 'latin1'))
    expect(message.attachments).toEqual([])
    expect(message.text).toContain('No cupo en el correo el PDF')
    expect(message.text).not.toContain('La edición completa está en el PDF')
    expect(message.html).toContain('No cupo en el correo el PDF')
    await house.store.db.deleteFrom('delivery_attempt').execute()
    await house.store.db.deleteFrom('delivery').execute()
    mail.received.length = 0
    mail.behaviour.onMessage = () => other
    expect((await deliver()).deliveries).toMatchObject([{ state: 'rechazada', attempts: 1 }])
  },
)

it('sends what is heavier than the list allows without its PDF, and asks no server about it', async () => {
  await writeList(['uno@tala.test'])
  const [path = ''] = (await house.store.db.selectFrom('edition').select('files').executeTakeFirstOrThrow())
    .files
  const heavy = join(region.workspace, 'tala-carta.pdf')
  await writeFile(heavy, Buffer.alloc(1_000_000, 37))
  await writeFile(
    join(region.workspace, 'delivery.yml'),
    'from: a@tala.test\nmaxMegabytes: 1\nbriefs:\n  sintesis: { mail: [uno@tala.test], count: 1 }\n',
  )
  await house.store.db
    .updateTable('edition')
    .set({ files: [heavy] })
    .execute()
  try {
    const preview = await previewDelivery(house, KEY)
    expect(preview).toMatchObject({ attachments: [], without: 'el PDF (1.0 MB)' })
    await deliver()
    expect(mail.commands.filter((line) => line.startsWith('MAIL'))).toHaveLength(1)
    expect(mail.received[0]?.raw.length).toBeLessThan(100_000)
  } finally {
    await house.store.db
      .updateTable('edition')
      .set({ files: [path] })
      .execute()
  }
})

it('asks a server that does not answer once a look, not once a reader', async () => {
  const { tried } = await deliver({ isConfirmed: true, server: { ...mail.server, port: 1 } })
  expect(tried).toHaveLength(1)
  expect(await states()).toEqual(['uno@tala.test pendiente', 'dos@tala.test pendiente'])
})

it('tries a wrong password once in half an hour, not once a reader: accounts get locked', async () => {
  const wrong = { ...mail.server, user: 'sintesis', password: 'mala' }
  mail.behaviour.login = 'sintesis:buena'
  await deliver({ isConfirmed: true, server: wrong })
  region.setClock('2026-11-06T07:15')
  await deliver({ server: wrong })
  expect(mail.commands.filter((line) => line.startsWith('AUTH'))).toHaveLength(1)
  region.setClock('2026-11-06T07:21')
  await deliver({ server: { ...wrong, password: 'buena' } })
  expect(readers()).toEqual(['uno@tala.test', 'dos@tala.test'])
})

it('killed between the answer of the server and its record, leaves one in doubt, which only a person sends again', async () => {
  await deliver({ server: null, isConfirmed: true })
  await house.store.db.updateTable('delivery').set({ next_at: region.clock() }).execute()
  let taken: () => void = () => {}
  const accepted = new Promise<void>((resolve) => {
    taken = resolve
  })
  // The server has it; its answer never reaches anybody.
  mail.behaviour.onMessage = () => {
    taken()
    return new Promise(() => {})
  }
  const errand = writeErrand({
    workspace: region.workspace,
    data: region.store.dataFolder,
    now: region.clock().toISOString(),
    hosts: [],
  })
  const script = fileURLToPath(new URL('children/deliver.ts', import.meta.url))
  const child = startChild(script, [errand, region.store.databaseUrl, mail.url, KEY.date])
  await accepted
  child.process.kill('SIGKILL')
  await child.ended()
  delete mail.behaviour.onMessage
  // The database notices a moment later that the lock's holder is gone.
  while ((await deliverEdition(house, KEY, { server: mail.server })) === null) await wait(20)
  expect(await states()).toEqual(['uno@tala.test dudosa', 'dos@tala.test entregada'])
  await deliver({ byHand: true })
  expect(readers()).toEqual(['dos@tala.test'])
  await deliver({ byHand: true, isConfirmed: true })
  expect(await states()).toEqual(['uno@tala.test entregada', 'dos@tala.test entregada'])
})

it('copies the files into a folder that others synchronise, whole and with their names', async () => {
  const cloud = join(region.workspace, 'nube')
  await mkdir(cloud)
  await writeList([], '    folders: [{ path: nube, files: [pdf, xlsx, csv, texto] }]\n')
  await deliver({})
  expect((await readdir(cloud)).toSorted()).toEqual([
    'tala-sintesis-2026-11-06-carta.pdf',
    'tala-sintesis-2026-11-06-whatsapp.txt',
    'tala-sintesis-2026-11-06.csv',
    'tala-sintesis-2026-11-06.xlsx',
  ])
  expect(await readFile(join(cloud, 'tala-sintesis-2026-11-06-carta.pdf'))).toEqual(await readFile(pdf))
  await rm(cloud, { recursive: true })
})

it('copies again what a process that died was copying: a folder knows what it has', async () => {
  const cloud = join(region.workspace, 'nube')
  await mkdir(cloud)
  await writeList([], '    folders: [{ path: nube }]\n')
  await deliver({})
  await house.store.db.updateTable('delivery').set({ state: 'enviando' }).execute()
  await deliver({})
  expect(await states()).toEqual(['nube entregada'])
  await rm(cloud, { recursive: true })
})

it('writes again to whom the list names again', async () => {
  mail.behaviour.answer = (line) => (line.startsWith('RCPT') ? '450 4.2.0 Greylisted' : '')
  await deliver()
  mail.behaviour.answer = () => ''
  await writeList(['dos@tala.test'])
  await deliver({})
  await writeList(['uno@tala.test', 'dos@tala.test'])
  await deliver({})
  expect(readers()).toEqual(['uno@tala.test'])
})

it('waits for a folder that is not mounted and makes none in its place', async () => {
  await writeList([], '    folders: [{ path: no-montada }]\n')
  await deliver({})
  expect(await states()).toEqual(['no-montada pendiente'])
  await expect(readdir(join(region.workspace, 'no-montada'))).rejects.toThrow('ENOENT')
})

it('shows to whom it would go and what it would say without sending anything', async () => {
  const preview = await previewDelivery(house, KEY)
  expect(preview?.wanted.mail).toEqual(['uno@tala.test', 'dos@tala.test'])
  expect(preview?.message?.subject).toContain('[sintesis/2026-11-06]')
  expect(await states()).toEqual([])
  expect(mail.commands).toEqual([])
})

it('keeps every attempt with its instant, its answer and how it ended', async () => {
  mail.behaviour.answer = (line) =>
    line.includes('uno@') && line.startsWith('RCPT') ? '451 4.3.0 Later' : ''
  await deliver()
  region.setClock('2026-11-06T06:52')
  mail.behaviour.answer = () => ''
  await deliver({})
  const attempts = await house.store.db
    .selectFrom('delivery_attempt')
    .innerJoin('delivery', 'delivery.id', 'delivery_id')
    .select(['recipient', 'ending', 'delivery_attempt.answer', 'begun_at'])
    .where('recipient', '=', 'uno@tala.test')
    .orderBy('delivery_attempt.id')
    .execute()
  expect(attempts.map(({ ending, answer }) => [ending, answer])).toEqual([
    ['otra-vez', 'el servidor respondió: 451 4.3.0 Later'],
    ['entregada', '250 2.0.0 Ok: queued as ABC123'],
  ])
})

it('delivers by itself what was published today, and to a reader added later in the day', async () => {
  await deliver({ isConfirmed: true, server: null })
  await house.store.db.deleteFrom('delivery').execute()
  const look = () => deliverDueEditions(house, mail.server, new AbortController().signal, () => {})
  await look()
  await writeList(['uno@tala.test', 'dos@tala.test', 'tres@tala.test'])
  await look()
  await look()
  expect(readers()).toEqual(['uno@tala.test', 'dos@tala.test', 'tres@tala.test'])
})

it('does not send by itself what is more than a day old', async () => {
  await deliver({})
  region.setClock('2026-11-08T07:00')
  await deliver({ server: null, isConfirmed: true, byHand: false })
  const told: string[] = []
  await deliverDueEditions(house, mail.server, new AbortController().signal, ({ date }) => told.push(date))
  expect([told, mail.received]).toEqual([[], []])
  expect((await findDeliveries(house.store.db, KEY))[0]?.answer).toMatch(/^no se pudo en un día: /)
})

it('in the resident process tells a fault once, goes on, and touches no edition', async () => {
  await writeList(['uno@tala.test', 'dos'])
  const told: string[] = []
  const events = {
    onDelivered: () => told.push('delivered'),
    onFault: (_: string, error: Error) => told.push(error.message),
  }
  const deliveries = startDeliveries(house, mail.server, events, 10)
  while (told.length === 0) await wait(10)
  await deliver({}).catch(() => {})
  await writeList(['uno@tala.test', 'dos@tala.test'])
  while (told.length < 2) await wait(10)
  await deliveries.stop()
  expect(told).toEqual([expect.stringContaining('delivery.yml:4:27'), 'delivered'])
  expect(await readFile(pdf)).not.toHaveLength(0)
})

it('says in the certificate of the next edition to how many the one before did not arrive', async () => {
  mail.behaviour.answer = (line) =>
    line.includes('uno@') && line.startsWith('RCPT') ? '550 5.1.1 No such user' : ''
  await deliver()
  region.setClock('2026-11-07T08:50')
  const next = (await publish(house, 'sintesis', '2026-11-07')).edition
  const said = (await readPdf(next.files[0] ?? '')).join(' ').replace(/\s+/g, ' ')
  expect(said).toContain(
    'La edición anterior (núm. 1, 2026-11-06) no llegó a 1 de 2 destinatarios de correo.',
  )
})
