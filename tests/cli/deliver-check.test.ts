// What `sintesis doctor` says of deliveries and alerts: each mistake with its place, and nothing when nothing is declared.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkDeliveries } from '../../src/cli/deliver-check.ts'
import { readWorkspace } from '../../src/config/workspace.ts'
import { copyWorkspace } from '../pipeline/region.ts'

let folder: string
beforeEach(async () => {
  folder = await copyWorkspace('all')
})
afterEach(() => rm(folder, { recursive: true }))

const check = async (env: NodeJS.ProcessEnv = {}) =>
  (await checkDeliveries(await readWorkspace(folder), env)).map(
    ({ name, isGood, said }) => `${isGood ? '✓' : '✗'} ${name}: ${said}`,
  )

it('finds nothing wrong where nothing is declared', async () => {
  expect(await check()).toEqual(['✓ Entregas: ninguna declarada', '✓ Avisos: ninguno declarado'])
})

it('tells a list of its own of another length, and an addendum by the hour that goes to nobody', async () => {
  const list = (more: string) =>
    writeFile(
      join(folder, 'delivery.yml'),
      `from: a@b.mx\nbriefs:\n  sintesis: { mail: [uno@b.mx], count: 1${more} }\n`,
    )
  await list(', extraordinary: { mail: [uno@b.mx] }')
  expect(await check()).toContain('✗ Entregas: sintesis/extraordinaria tiene 1 correo y «count» dice 0')
  await writeFile(
    join(folder, 'reports/sintesis.yml'),
    "title: Síntesis\nkind: sintesis\ndays: 1\naddendum: { at: ['12:00'] }\nschedule: { weekdays: [1], deadline: '07:00' }\n",
  )
  await list('')
  expect(await check()).toContainEqual(expect.stringMatching(/^✗ Entregas: sintesis saca alcance solo/))
  await list(', addendum: true')
  expect((await check()).filter((line) => line.startsWith('✗ Entregas'))).toEqual([])
})

it('tells a list of another length, a rule that is wrong, and a server that is missing or not encrypted', async () => {
  await writeFile(
    join(folder, 'delivery.yml'),
    'from: a@b.mx\nbriefs:\n  sintesis: { mail: [uno@b.mx], count: 2 }\n',
  )
  await writeFile(join(folder, 'alerts.yml'), 'rules: [{ id: Mal, title: X }]\n')
  const said = await check()
  expect(said.slice(0, 2)).toEqual([
    '✓ Entregas: 1 reporte',
    '✗ Entregas: sintesis tiene 1 correo y «count» dice 2',
  ])
  expect(said[2]).toMatch(/^✗ Avisos: alerts\.yml:1:15: /)
  expect(said[3]).toBe('✗ Servidor de correo: falta la variable SINTESIS_SMTP_URL')
  const [last] = (await check({ SINTESIS_SMTP_URL: 'smtp://u:secreta@h.mx?tls=no' })).slice(-1)
  expect(last).toBe('✓ Servidor de correo: h.mx:587 (SIN CIFRAR)')
})
