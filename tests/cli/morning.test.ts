// A morning at the command line: read, publish, look at what is there, ask why; twice, and nothing is done twice.
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPress, type Press } from '../../bench/press/press.ts'
import { readPdf } from '../pipeline/pdf-text.ts'
import { copyWorkspace, instantAt, listSmallPress, makeFolder } from '../pipeline/region.ts'
import { sintesis } from './run.ts'

/** Outlets whose listing is the note: one request each, so that hosts need no rest between two. */
const OUTLETS = ['canal6.yml', 'momento.yml']

let root: string
let workspace: string
let press: Press

beforeAll(async () => {
  root = await makeFolder('sintesis-mañana-')
  const now = instantAt('2026-11-06T06:50')
  press = await openPress({ clock: () => now, notes: listSmallPress() })
  workspace = await copyWorkspace([])
  const sources = join(workspace, 'sources/mx-jal')
  for (const file of await readdir(sources)) if (!OUTLETS.includes(file)) await rm(join(sources, file))
  const demo = { hosts: Object.fromEntries(press.hosts), now: now.toISOString() }
  await writeFile(join(root, 'demo.json'), JSON.stringify(demo))
})
afterAll(async () => {
  await press?.close()
  await rm(workspace, { recursive: true, force: true })
  await rm(root, { recursive: true, force: true })
})

/** Runs a command of that morning, which must go well, and returns what it printed. */
async function run(...args: string[]): Promise<string> {
  const env = { SINTESIS_DEMO: join(root, 'demo.json'), SINTESIS_WORKSPACE: workspace }
  const { code, out, err } = await sintesis(args, { cwd: root, env })
  expect([code, err]).toEqual([0, ''])
  return out
}

it('reads the sources and says what it kept, left out and why', async () => {
  const out = await run('ingest')
  expect(out).toMatch(/^Leyendo: \d de 2/m)
  expect(out).toMatch(/^2 de 2 fuentes leídas; 0 con falla\.$/m)
  expect(out).toMatch(/^3 listadas = 2 guardadas \+ 1 excluida por regla$/m)
  expect(out).toMatch(/^ {2}1 × excluida por regla: otro dominio \(t\.me\)$/m)
})

it('read again, keeps nothing twice', async () => {
  expect(await run('ingest')).not.toMatch(/guardadas?/)
})

it('publishes the edition of the day, once', async () => {
  const first = await run('report', 'sintesis')
  expect(first).toMatch(
    /^Edición 1 de sintesis, 2026-11-06: notas del 2026-11-05 07:00 al 2026-11-06 06:50\.$/m,
  )
  const [, file = ''] = /^ {2}(\/.*\.pdf)$/m.exec(first) ?? []
  expect((await readPdf(file)).join(' ')).toContain('Canal 6 Valles')
  const again = await run('report', 'sintesis')
  expect(again).toMatch(
    /^La edición 1 de sintesis del 2026-11-06 ya se publicó el 2026-11-06 06:50; no se publica dos veces\.$/m,
  )
  expect(again).toContain(file)
})

it('shows how each source is and the editions that are out', async () => {
  const out = await run('status')
  expect(out).toMatch(/^mx-jal\/canal6 +sana/m)
  expect(out).toMatch(/^sintesis 2026-11-06 · núm\. 1 · publicada 2026-11-06 06:50$/m)
})

it('explains a note by its address: where it came from and why it is ours', async () => {
  const out = await run('explain', press.addressOf('s34-f'))
  expect(out).toMatch(/^Nota \d+ · Canal 6 Valles$/m)
  expect(out).toMatch(/^¡Le nació caña a un bache!/m)
  expect(out).toMatch(/^Capturada: 2026-11-06 06:50 · respuesta 200/m)
  expect(out).toMatch(/^Menciona a .*: nuestra/m)
  expect(out).toMatch(/^Tono: /m)
})
