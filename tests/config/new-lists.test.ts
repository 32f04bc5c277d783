// The delivery.yml and alerts.yml of a new workspace: they send nothing as they stand, and are right once their marks are gone.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readAlerts } from '../../src/config/alerts.ts'
import { readDelivery } from '../../src/config/delivery.ts'
import { ALERTS_TEMPLATE, DELIVERY_TEMPLATE } from '../../src/config/new-lists.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sintesis-listas-'))
})
afterEach(() => rm(folder, { recursive: true }))

const NAMES = { sourceIds: [], subjectIds: [] }
const write = (name: string, text: string) => writeFile(join(folder, name), text)
/** As a person who wants all of it: the marks go, those of the explanations at the top stay. */
const uncomment = (text: string) => text.replace(/^#(?! \S)/gm, '')

it('as they stand say nothing, which is no mistake', async () => {
  await write('delivery.yml', DELIVERY_TEMPLATE)
  await write('alerts.yml', ALERTS_TEMPLATE)
  expect(await readDelivery(folder, ['sintesis'])).toEqual({ briefs: new Map(), faults: [] })
  expect(await readAlerts(folder, NAMES)).toEqual({ rules: null, faults: [] })
})

it('without their marks are right, and lead an editor to their definition', async () => {
  await write('delivery.yml', uncomment(DELIVERY_TEMPLATE))
  await write('alerts.yml', uncomment(ALERTS_TEMPLATE))
  const { briefs, faults } = await readDelivery(folder, ['sintesis'])
  expect(faults).toEqual([])
  expect(briefs.get('sintesis')).toMatchObject({ count: 2, addendum: { listId: 'sintesis' } })
  const alerts = await readAlerts(folder, NAMES)
  expect(alerts.faults).toEqual([])
  expect(alerts.rules?.rules.map(({ id }) => id)).toEqual(['agua', 'negativa'])
  expect(DELIVERY_TEMPLATE).toMatch(/^# yaml-language-server: \$schema=\.\/delivery\.schema\.json\n/)
  expect(ALERTS_TEMPLATE).toMatch(/^# yaml-language-server: \$schema=\.\/alerts\.schema\.json\n/)
})
