// alerts.yml: what deserves to interrupt somebody, and every mistake with its place.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readAlerts } from '../../src/config/alerts.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sintesis-avisos-'))
})
afterEach(() => rm(folder, { recursive: true }))

const NAMES = { sourceIds: ['mx-jal/radio'], subjectIds: ['tala', 'presidencia'] }
async function read(text: string) {
  await writeFile(join(folder, 'alerts.yml'), text)
  return readAlerts(folder, NAMES)
}
const faultOf = async (text: string) => (await read(text)).faults[0]?.message

it('raises nothing when it does not exist', async () => {
  expect(await readAlerts(folder, NAMES)).toEqual({ rules: null, faults: [] })
})

it('needs only a rule; the rest has limits that keep a day quiet', async () => {
  const { rules } = await read('rules: [{ id: negativa, title: Nota negativa, tone: [negativo] }]\n')
  expect(rules).toMatchObject({
    waitMinutes: 30,
    freshHours: 6,
    cooldownMinutes: 10,
    perDay: 8,
    keySources: [],
  })
})

it.each([
  [
    'rules: [{ id: x, title: X }]\nkeySources: [mx-jal/radioo]\n',
    /^alerts\.yml:2:14: .*no hay ninguna fuente/,
  ],
  [
    'rules:\n  - { id: x, title: X, subjects: [tata] }\n',
    /^alerts\.yml:2:35: .*no está en municipality\.yml/,
  ],
  ['rules: [{ id: x, title: X, tone: [malo] }]\n', /^alerts\.yml:1:35: .*debe ser uno de: positivo/],
  ['rules: [{ id: x, title: X }, { id: x, title: Y }]\n', /ya hay una regla con ese nombre/],
  ['rules: [{ id: x, title: X }]\nmail: [a@b.mx]\n', /quién envía los correos/],
  ['rules: [{ id: x, title: X }]\nquiet: { from: "25:00", to: "06:00" }\n', /^alerts\.yml:2:16: .*HH:MM/],
  ['rules: [{ id: x, title: X }]\ntelegram: [{ chat: mi grupo, token: T }]\n', /número del chat/],
  ['rules: [{ id: x, titulo: X }]\n', /la clave «titulo» no existe; ¿quisiste decir «title»\?/],
])('tells the mistake in %j', async (text, said) => {
  expect(await faultOf(text)).toMatch(said)
})
