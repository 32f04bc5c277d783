// A press that prints all day and a clock that runs → how long after it was seen each alert is at its reader.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lookForAlerts } from '../../src/pipeline/alerts-send.ts'
import type { House } from '../../src/pipeline/house.ts'
import { findLastAlerts } from '../../src/store/alerts.ts'
import { findNotesById } from '../../src/store/notes.ts'
import { openPostServer, type PostServer } from '../deliver/post-server.ts'
import { openRegion, type Region, readAll } from './region.ts'

let region: Region
let house: House
let hook: PostServer

beforeAll(async () => {
  region = await openRegion()
  hook = await openPostServer({ status: 204, body: '' })
  await writeFile(
    join(region.workspace, 'alerts.yml'),
    `keySources: [mx-jal/radio]\nfreshHours: 48\nperDay: 100\nrules: [{ id: todo, title: Nota sobre Tala }]\nwebhooks: [{ url: ${hook.url}/aviso, secret: GANCHO }]\n`,
  )
  house = await region.open()
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
  await hook?.close()
})

const MINUTE = 60_000
const clockAt = (minute: number) =>
  `2026-11-05T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

it('alerts of a main outlet are out ten minutes after their note was seen, the others in an hour, one per story', async () => {
  const credentials = new Map([['GANCHO', 'clave']])
  for (let minute = 13 * 60; minute <= 16 * 60; minute += 5) {
    region.setClock(clockAt(minute))
    if (minute % 120 === 60) await readAll(house)
    await lookForAlerts(house, { server: null, credentials }, () => {})
  }
  const alerts = await findLastAlerts(house.store.db, 100)
  expect(alerts.length).toBeGreaterThan(1)
  expect(new Set(alerts.map(({ speed }) => speed))).toEqual(new Set(['rapida', 'normal']))
  const notes = new Map(
    (
      await findNotesById(
        house.store.db,
        alerts.map(({ noteId }) => noteId),
      )
    ).map((note) => [note.id, note]),
  )
  expect(new Set([...notes.values()].map(({ storyId }) => storyId)).size).toBe(alerts.length)
  for (const { noteId, speed, sentAt } of alerts) {
    const seen = notes.get(noteId)?.capturedAt.getTime() ?? 0
    expect(((sentAt?.getTime() ?? Number.POSITIVE_INFINITY) - seen) / MINUTE).toBeLessThanOrEqual(
      speed === 'rapida' ? 10 : 60,
    )
  }
  expect(hook.asked).toHaveLength(alerts.length)
})
