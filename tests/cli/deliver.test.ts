// An edition at the command line: shown, confirmed, sent, exported, and asked for; nothing leaves that was not meant to.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import readExcel from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MailServer, openMailServer } from '../deliver/mail-server.ts'
import { copyWorkspace, instantAt, makeFolder } from '../pipeline/region.ts'
import { openTestStore, type TestStore } from '../store/harness.ts'
import { type Said, sintesis } from './run.ts'

let root: string
let workspace: string
let mail: MailServer
let store: TestStore

beforeAll(async () => {
  root = await makeFolder('sintesis-entregas-')
  workspace = await copyWorkspace('all')
  mail = await openMailServer()
  store = await openTestStore()
  const demo = { hosts: {}, now: instantAt('2026-11-06T06:50').toISOString() }
  await writeFile(join(root, 'demo.json'), JSON.stringify(demo))
  await writeFile(
    join(workspace, 'delivery.yml'),
    'from: a@tala.test\nbriefs:\n  sintesis:\n    mail: [uno@tala.test]\n    count: 1\n    attach: [pdf, xlsx]\n',
  )
})
afterAll(async () => {
  await mail?.close()
  await store?.drop()
  await rm(workspace, { recursive: true, force: true })
  await rm(root, { recursive: true, force: true })
})

function run(...args: string[]): Promise<Said> {
  const env = {
    SINTESIS_DEMO: join(root, 'demo.json'),
    SINTESIS_WORKSPACE: workspace,
    SINTESIS_SMTP_URL: mail.url,
    DATABASE_URL: store.databaseUrl,
  }
  return sintesis(args, { cwd: root, env })
}

it('publishes and says that the first sending waits for a person', async () => {
  const { code, out } = await run('report', 'sintesis')
  expect(code).toBe(0)
  expect(out).toMatch(/^ {2}correo: es el primer envío de sintesis: .*--confirm/m)
  expect(mail.received).toEqual([])
})

it('shows who would receive what, and sends nothing', async () => {
  const { code, out } = await run('send', 'sintesis', '--dry-run')
  expect(code).toBe(0)
  expect(out).toMatch(/^ {2}uno@tala\.test: se enviaría$/m)
  expect(out).toMatch(/^Asunto: .*\[sintesis\/2026-11-06\]$/m)
  expect(out).toMatch(/^Adjunto: tala-sintesis-2026-11-06\.xlsx/m)
  expect(mail.commands).toEqual([])
})

it('sends once it is confirmed, and not again', async () => {
  expect((await run('send', 'sintesis', '--confirm')).out).toContain('1 de 1 entregadas.')
  expect((await run('send', 'sintesis')).code).toBe(0)
  expect(mail.received).toHaveLength(1)
})

it('says who received what and what the server answered', async () => {
  expect((await run('deliveries')).out).toMatch(
    /^sintesis 2026-11-06 +correo uno@tala\.test +entregada +1 .*250 2\.0\.0 Ok/m,
  )
  expect((await run('deliveries', '--failing')).out).toBe('Todo lo enviado llegó.\n')
})

it('writes the text for WhatsApp and a workbook with the eighteen columns, also of a span of days', async () => {
  expect((await run('export', 'sintesis', '--format', 'texto', '--out', '-')).out).toMatch(
    /^.?\*Síntesis informativa · Tala\*$/m,
  )
  const { out } = await run('export', '--from', '2026-11-01', '--to', '2026-11-30')
  const [sheet] = await readExcel(await readFile(out.trim()))
  expect(sheet?.data[0]).toHaveLength(18)
})

it.each([
  [['send', 'nada'], /No hay ningún reporte «nada»/],
  [['send', 'posicionamiento'], /No hay ninguna edición de posicionamiento publicada/],
  [['export'], /Di de qué reporte, o de qué días/],
  [['export', 'sintesis', '--format', 'docx'], /«docx» no es un formato/],
])('answers %j with what to do', async (args, said) => {
  const { code, err } = await run(...args)
  expect(code).toBe(1)
  expect(err).toMatch(said)
})

it('refuses to stay at work with a mail server that it cannot read, and does not show the password', async () => {
  const env = {
    SINTESIS_DEMO: join(root, 'demo.json'),
    SINTESIS_WORKSPACE: workspace,
    SINTESIS_SMTP_URL: 'https://u:secreta@h.mx',
    DATABASE_URL: store.databaseUrl,
  }
  const { code, err } = await sintesis(['start'], { cwd: root, env })
  expect(code).toBe(2)
  expect(err).toMatch(/^SINTESIS_SMTP_URL: no es la dirección/m)
  expect(err).not.toContain('secreta')
})
