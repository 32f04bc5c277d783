// The press of a morning and alerts.yml → what reaches a mail server, a webhook and a bot: once per story, in its time.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { readRules } from '../../src/pipeline/alerts.ts'
import { listHeldAlerts, remarkOnAlerts } from '../../src/pipeline/alerts-remark.ts'
import { lookForAlerts } from '../../src/pipeline/alerts-send.ts'
import { tryRules } from '../../src/pipeline/alerts-trial.ts'
import type { House } from '../../src/pipeline/house.ts'
import { findLastAlerts, keepAlertLook } from '../../src/store/alerts.ts'
import { findAlertDeliveries } from '../../src/store/alerts-deliveries.ts'
import { type MailServer, openMailServer } from '../deliver/mail-server.ts'
import { openPostServer, type PostServer } from '../deliver/post-server.ts'
import { instantAt, openRegion, type Region, readAll } from './region.ts'

const ALL = 'rules: [{ id: todo, title: Nota sobre Tala }]'
const LIMITS = 'freshHours: 48\ncooldownMinutes: 0\nperDay: 50\n'

let region: Region
let house: House
let hook: PostServer
let bot: PostServer
let mail: MailServer

beforeAll(async () => {
  region = await openRegion()
  house = await region.open()
  await readAll(house)
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})
beforeEach(async () => {
  region.setClock('2026-11-06T06:50')
  hook = await openPostServer({ status: 204, body: '' })
  bot = await openPostServer({ status: 200, body: { ok: true, result: { message_id: 1 } } })
  mail = await openMailServer()
})
afterEach(async () => {
  for (const table of ['alert_delivery', 'alert', 'alert_look'] as const)
    await house.store.db.deleteFrom(table).execute()
  await Promise.all([hook.close(), bot.close(), mail.close()])
})

async function write(text: string): Promise<void> {
  await writeFile(join(region.workspace, 'alerts.yml'), text)
}
const toHook = () => `webhooks: [{ url: ${hook.url}/aviso, secret: GANCHO }]\n`
const toBot = () => `telegram: [{ chat: '5', token: BOT, api: ${bot.url} }]\n`

async function look(at?: string): Promise<void> {
  if (at !== undefined) region.setClock(at)
  const credentials = new Map([
    ['GANCHO', 'clave'],
    ['BOT', '1:A'],
  ])
  await lookForAlerts(house, { server: mail.server, credentials }, () => {})
}
const posted = () => hook.asked.map(({ body }) => JSON.parse(body) as { titular: string; id: string })
const states = async () => {
  const alerts = await findLastAlerts(house.store.db, 100)
  return (
    await findAlertDeliveries(
      house.store.db,
      alerts.map(({ id }) => id),
    )
  ).map(({ state }) => state)
}
const storiesOf = async (noteIds: readonly number[]) =>
  (
    await house.store.db
      .selectFrom('note_story')
      .select('story_id')
      .where('note_id', 'in', [...noteIds])
      .execute()
  ).map(({ story_id }) => story_id)

it('raises one alert per story, however many notes tell it and however often it looks', async () => {
  await write(`${ALL}\n${LIMITS}waitMinutes: 0\n${toHook()}`)
  await look()
  const first = posted().length
  expect(first).toBeGreaterThan(1)
  await look('2026-11-06T06:51')
  await look('2026-11-06T06:58')
  expect(posted()).toHaveLength(first)
  const alerts = await findLastAlerts(house.store.db, 100)
  const stories = await storiesOf(alerts.map(({ noteId }) => noteId))
  expect(new Set(stories).size).toBe(alerts.length)
  expect(new Set(posted().map(({ id }) => id)).size).toBe(first)
})

it('sends of a main outlet at once, and of the others when the story had time to gather', async () => {
  await write(`${ALL}\n${LIMITS}waitMinutes: 30\nkeySources: [mx-jal/radio]\n${toHook()}`)
  await look()
  const soon = await findLastAlerts(house.store.db, 100)
  expect(soon.filter(({ state }) => state === 'enviada').map(({ speed }) => speed)).toEqual(
    soon.filter(({ speed }) => speed === 'rapida').map(({ speed }) => speed),
  )
  const early = posted().length
  expect(early).toBeGreaterThan(0)
  expect(early).toBeLessThan(soon.length)
  await look('2026-11-06T07:25')
  expect(posted()).toHaveLength(soon.length)
})

it('is about the note of the main outlet, by its rule and its reason, when one tells a story that waits', async () => {
  await write(`${ALL}\n${LIMITS}waitMinutes: 30\n${toHook()}`)
  await look()
  const waiting = await findLastAlerts(house.store.db, 100)
  const before = waiting.map(({ noteId }) => noteId)
  const raising = await house.store.db
    .selectFrom('note')
    .select('source_id')
    .where('id', 'in', before)
    .execute()
  const keys = house.workspace.sources
    .map(({ id }) => id)
    .filter((id) => !raising.some((one) => one.source_id === id))
  await write(`${ALL}\n${LIMITS}waitMinutes: 30\nkeySources: [${keys.join(', ')}]\n${toHook()}`)
  await look('2026-11-06T06:52')
  const hastened = (await findLastAlerts(house.store.db, 100)).filter(({ speed }) => speed === 'rapida')
  expect(hastened.length).toBeGreaterThan(0)
  for (const { noteId, reason, state } of hastened) {
    expect([before.includes(noteId), state]).toEqual([false, 'enviada'])
    expect(reason).toContain('medio clave')
  }
  expect(await findLastAlerts(house.store.db, 100)).toHaveLength(waiting.length)
})

it('raises nothing of notes that nothing proves fresh', async () => {
  await write(`${ALL}\nfreshHours: 1\nwaitMinutes: 0\n${toHook()}`)
  await look()
  const old = await tryRules(house, (await readRules(house)) ?? fail(), {
    from: new Date(0),
    to: instantAt('2026-11-06T07:00'),
  })
  expect(posted()).toHaveLength(old.alerts.length)
  expect(old.fresh).toBeLessThan(old.notes)
})

it('keeps the day’s cap, says of the last alert that it is, and of each other why it was silent', async () => {
  await write(`${ALL}\nfreshHours: 48\ncooldownMinutes: 0\nperDay: 1\nwaitMinutes: 0\n${toBot()}`)
  await look()
  expect(bot.asked).toHaveLength(1)
  expect(bot.asked[0]?.body).toContain('Es el aviso 1 de hoy, el último')
  const silent = (await findLastAlerts(house.store.db, 100)).filter(({ state }) => state === 'callada')
  expect(silent.length).toBeGreaterThan(0)
  expect(new Set(silent.map(({ why }) => why))).toEqual(
    new Set(['el tope es de 1 al día y ya se alcanzó: la síntesis la cuenta']),
  )
})

it('holds alerts over the quiet hours and lets them go when they end', async () => {
  await write(`${ALL}\n${LIMITS}waitMinutes: 0\nquiet: { from: "22:00", to: "07:00" }\n${toHook()}`)
  await look()
  expect(posted()).toEqual([])
  await look('2026-11-06T07:00')
  expect(posted().length).toBeGreaterThan(0)
})

it('says in the next edition, and when asked, of each alert that nobody received, by what it was held', async () => {
  await write(`${ALL}\nfreshHours: 48\ncooldownMinutes: 0\nperDay: 1\nwaitMinutes: 0\n${toHook()}`)
  await look()
  const silent = (await findLastAlerts(house.store.db, 100)).filter(({ state }) => state === 'callada')
  const window = { from: instantAt('2026-11-06T06:00'), to: instantAt('2026-11-06T07:00') }
  const held = await listHeldAlerts(house, window)
  expect(held.map(({ id }) => id).toSorted()).toEqual(silent.map(({ id }) => id).toSorted())
  const [remark = ''] = await remarkOnAlerts(house, window)
  expect(remark).toMatch(
    /^(Un aviso no salió|\d+ avisos no salieron): “.+”, de .+ \(el tope es de 1 al día y ya se alcanzó\)/,
  )
  expect(await remarkOnAlerts(house, { from: window.to, to: instantAt('2026-11-07T07:00') })).toEqual([])
})

it('says so too of an alert that every reader refused', async () => {
  await write(`${ALL}\n${LIMITS}waitMinutes: 0\nperDay: 1\n${toHook()}`.replace('perDay: 50\n', ''))
  hook.answers = Array.from({ length: 9 }, () => ({ status: 410, body: 'gone' }))
  await look()
  const window = { from: instantAt('2026-11-06T06:00'), to: instantAt('2026-11-06T07:00') }
  const whys = (await listHeldAlerts(house, window)).map(({ why }) => why)
  expect(whys).toContain('no se pudo entregar a nadie')
})

it('raises nothing that leaves of notes that nobody looked at for two days', async () => {
  await write(`${ALL}\n${LIMITS}waitMinutes: 0\n${toHook()}`)
  await keepAlertLook(house.store.db, instantAt('2026-11-05T06:00'))
  await look('2026-11-08T07:00')
  expect(posted()).toEqual([])
  const states = new Set((await findLastAlerts(house.store.db, 100)).map(({ state }) => state))
  expect(states).toEqual(new Set(['callada']))
})

it('waits as long as Telegram asks, and then sends once', async () => {
  const wait = {
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 30',
    parameters: { retry_after: 30 },
  }
  bot.answers = [{ status: 429, body: wait }]
  await write(`${ALL}\nfreshHours: 48\nperDay: 1\nwaitMinutes: 0\n${toBot()}`)
  await look()
  await look('2026-11-06T06:50:20')
  expect(bot.asked).toHaveLength(1)
  await look('2026-11-06T06:50:31')
  await look('2026-11-06T06:59')
  expect(bot.asked).toHaveLength(2)
  expect(await states()).toEqual(['entregada'])
})

it('mails the alert with its reason and its rule', async () => {
  await write(
    `${ALL}\nfreshHours: 48\nperDay: 1\nwaitMinutes: 0\nfrom: a@tala.test\nmail: [vocera@tala.test]\n`,
  )
  await look()
  expect(mail.received.map(({ to }) => to)).toEqual([['vocera@tala.test']])
  expect(mail.received[0]?.raw).toMatch(/X-Sintesis-Edition: alerta\/\d+/)
})

it('goes on with the other channels when one has no secret, and says which variable is missing', async () => {
  await write(
    `${ALL}\nfreshHours: 48\nperDay: 1\nwaitMinutes: 0\n${toHook().replace('GANCHO', 'FALTA')}${toBot()}`,
  )
  await look()
  expect(bot.asked).toHaveLength(1)
  const [alert] = (await findLastAlerts(house.store.db, 100)).filter(({ state }) => state === 'enviada')
  const deliveries = await findAlertDeliveries(house.store.db, [alert?.id ?? 0])
  expect(deliveries.find(({ channel }) => channel === 'webhook')?.answer).toBe(
    'falta la variable SINTESIS_TOKEN_FALTA',
  )
})

it('is in doubt about what a process that died was handing over, and does not hand it over again', async () => {
  await write(`${ALL}\nfreshHours: 48\nperDay: 1\nwaitMinutes: 0\n${toHook()}`)
  await look()
  await house.store.db.updateTable('alert_delivery').set({ state: 'enviando', ended_at: null }).execute()
  await look('2026-11-06T06:55')
  expect([hook.asked.length, await states()]).toEqual([1, ['dudosa']])
})

function fail(): never {
  throw new Error('no rules')
}
