// `sintesis report --addendum` and `--extraordinary`, typed by a person: made, sent, exported; and every date that is none.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addExport } from '../../src/cli/export.ts'
import { addReport } from '../../src/cli/report.ts'
import { addSend } from '../../src/cli/send.ts'
import { openTerminal } from '../../src/cli/terminal.ts'
import { type MailServer, openMailServer } from '../deliver/mail-server.ts'
import { declareOutlet, type Outlet, openOutlet } from '../pipeline/outlet.ts'
import { copyWorkspace, instantAt, makeFolder } from '../pipeline/region.ts'
import { openTestStore, type TestStore } from '../store/harness.ts'
import { type Said, sintesis } from './run.ts'

let root: string
let workspace: string
let mail: MailServer
let store: TestStore
let outlet: Outlet

beforeAll(async () => {
  root = await makeFolder('sintesis-alcance-')
  workspace = await copyWorkspace('all')
  mail = await openMailServer()
  store = await openTestStore()
  outlet = await openOutlet('www.elfaro.test')
  await declareOutlet(workspace, 'mx-jal/faro', outlet)
  await writeFile(
    join(workspace, 'delivery.yml'),
    'from: a@tala.test\nbriefs:\n  sintesis:\n    mail: [uno@tala.test]\n    count: 1\n    addendum: true\n    extraordinary: { mail: [alcalde@tala.test], count: 1 }\n',
  )
})
afterAll(async () => {
  await mail?.close()
  await outlet?.close()
  await store?.drop()
  for (const folder of [workspace, root]) await rm(folder, { recursive: true, force: true })
})

async function at(local: string, ...args: string[]): Promise<Said> {
  const demo = { hosts: { [outlet.host]: outlet.port }, now: instantAt(local).toISOString() }
  await writeFile(join(root, 'demo.json'), JSON.stringify(demo))
  const env = {
    SINTESIS_DEMO: join(root, 'demo.json'),
    SINTESIS_WORKSPACE: workspace,
    SINTESIS_SMTP_URL: mail.url,
    DATABASE_URL: store.databaseUrl,
  }
  return sintesis(args, { cwd: root, env })
}
const readers = () => mail.received.map(({ to }) => to.join())

it('an addendum before any edition says what it would add to', async () => {
  const { code, out } = await at('2026-11-06T06:40', 'report', 'sintesis', '--addendum')
  expect([code, out]).toEqual([0, expect.stringMatching(/^No hay edición publicada del 2026-11-06: /)])
})

it('an addendum with nothing to add is not made, and it says so', async () => {
  outlet.listed = ['la-poda']
  await at('2026-11-06T06:45', 'ingest')
  await at('2026-11-06T06:50', 'report', 'sintesis')
  await at('2026-11-06T06:50', 'send', 'sintesis', '--confirm')
  const { code, out } = await at('2026-11-06T08:00', 'report', 'sintesis', '--addendum')
  expect([code, out]).toEqual([0, expect.stringMatching(/^Nada que agregar a la edición del 2026-11-06/)])
})

it('an addendum is made of what came since, says where it is, and is sent at once to the same readers', async () => {
  outlet.listed = ['la-fuga', 'la-poda']
  await at('2026-11-06T11:55', 'ingest')
  const { code, out, err } = await at('2026-11-06T12:00', 'report', 'sintesis', '--addendum')
  expect([code, err]).toEqual([0, ''])
  expect(out.split('\n')).toEqual([
    'Alcance 1 a la edición de sintesis del 2026-11-06: notas del 2026-11-06 06:50 al 2026-11-06 12:00.',
    expect.stringMatching(/^ {2}.*tala-sintesis-alcance-2026-11-06-1-carta\.pdf$/),
    'Entregas de sintesis 2026-11-06 alcance 1: 1 de 1 entregadas.',
    '',
  ])
  expect(readers()).toEqual(['uno@tala.test', 'uno@tala.test'])
})

it('an extraordinary edition has its own readers, whose first sending a person confirms', async () => {
  const made = await at('2026-11-06T12:10', 'report', 'sintesis', '--extraordinary', '--title', 'Fuga de gas')
  expect(made.out).toMatch(/^Edición extraordinaria 1 de sintesis, «Fuga de gas»: /)
  expect(made.out).toContain('«sintesis send sintesis --extraordinary --confirm»')
  const shown = await at('2026-11-06T12:11', 'send', 'sintesis', '--extraordinary', '--dry-run')
  expect(shown.out).toMatch(/^ {2}alcalde@tala\.test: se enviaría$/m)
  expect(shown.out).toMatch(/^Asunto: Fuga de gas · Tala .*\[sintesis-extraordinaria\/2026-11-06-1\]$/m)
  expect(readers()).not.toContain('alcalde@tala.test')
  const sent = await at(
    '2026-11-06T12:12',
    'send',
    'sintesis',
    '--extraordinary',
    '--number',
    '1',
    '--confirm',
  )
  expect([sent.code, readers().at(-1)]).toEqual([0, 'alcalde@tala.test'])
})

it('both are in the record of deliveries and have their text for WhatsApp', async () => {
  const { out } = await at('2026-11-06T12:20', 'deliveries')
  expect(out).toMatch(/^sintesis 2026-11-06 alcance 1 +correo uno@tala\.test +entregada/m)
  expect(out).toMatch(/^sintesis 2026-11-06 extraordinaria 1 +correo alcalde@tala\.test +entregada/m)
  const text = await at(
    '2026-11-06T12:20',
    'export',
    'sintesis',
    '--addendum',
    '--format',
    'texto',
    '--out',
    '-',
  )
  expect(text.out).toContain('*Alcance a la edición 1 · Tala*')
})

describe('is refused in Spanish, with what to do', () => {
  const EXTRA = ['report', 'sintesis', '--extraordinary', '--title', 'Fuga']
  it.each([
    [[...EXTRA, '--from', '2026-02-31T10:00'], /«2026-02-31» no está en el calendario \(--from\)/],
    [[...EXTRA, '--from', '2026-11-06T25:00'], /«2026-11-06T25:00» no sirve como hora \(--from\)/],
    [[...EXTRA, '--from', 'ayer'], /«ayer» no sirve como hora \(--from\): escribe AAAA-MM-DDTHH:MM/],
    [[...EXTRA, '--from', '2026-11-07T10:00'], /«2026-11-07T10:00» todavía no llega/],
    [[...EXTRA, '--from', '2025-11-06T10:00'], /es de hace más de un mes/],
    [[...EXTRA, '--hours', 'muchas'], /«muchas» no sirve como horas/],
    [[...EXTRA, '--date', '2026-11-05'], /Una edición extraordinaria es de hoy: quita --date/],
    [['report', 'sintesis', '--extraordinary'], /lleva su título/],
    [['report', 'sintesis', '--extraordinary', '--addendum', '--title', 'x'], /son documentos distintos/],
    [['report', 'sintesis', '--addendum', '--title', 'x'], /son de una edición extraordinaria/],
    [['report', 'sintesis', '--addendum', '--date', '2026-11-31'], /«2026-11-31» no está en el calendario/],
    [
      ['report', 'sintesis', '--addendum', '--date', '2026-11-09'],
      /«2026-11-09» todavía no llega \(--date\)/,
    ],
    [['report', 'posicionamiento', '--addendum'], /«posicionamiento» no es una síntesis/],
    [['send', 'sintesis', '--addendum', '--number', 'dos'], /«dos» no sirve como número/],
    [['send', 'sintesis', '--addendum', '--number', '7'], /No hay ningún alcance 7 de sintesis/],
    [['send', 'sintesis', '--number', '1'], /--number es de un alcance o de una extraordinaria/],
    [['send', 'sintesis', '--date', '6 de noviembre'], /«6 de noviembre» no sirve como fecha \(--date\)/],
    [['export', '--from', '2026-02-31'], /«2026-02-31» no está en el calendario \(--from\)/],
    [
      ['export', '--from', '2026-11-05', '--to', '2026-11-31'],
      /«2026-11-31» no está en el calendario \(--to\)/,
    ],
    [
      ['export', '--from', '2026-11-05', '--to', '2026-11-01'],
      /--to 2026-11-01 es antes de --from 2026-11-05/,
    ],
    [['export', '--from', '2026-12-01', '--to', '2026-12-31'], /«2026-12-01» todavía no llega \(--from\)/],
    [['export', '--from', '01/11/2026'], /«01\/11\/2026» no sirve como fecha \(--from\): escribe AAAA-MM-DD/],
    [['export', 'sintesis', '--from', '2026-11-01'], /Con un reporte va --date/],
    [['export', '--to', '2026-11-01'], /Di de qué reporte, o de qué días/],
  ])('%j', async (args, said) => {
    let out = ''
    const terminal = openTerminal(
      { write: (text) => (out += text) },
      { write: (text) => (out += text) },
      false,
    )
    const context = {
      terminal,
      clock: () => instantAt('2026-11-06T12:30'),
      environment: () => ({
        workspace,
        databaseUrl: store.databaseUrl,
        credentials: new Map(),
        demonstration: null,
      }),
    }
    const program = new Command('sintesis').exitOverride()
    for (const add of [addReport, addSend, addExport]) add(program, context)
    await expect(program.parseAsync(args, { from: 'user' })).rejects.toThrow(said)
    expect(out).toBe('')
  })
})
