// The examples that the analyst's guide gives of delivery.yml and alerts.yml are files that the program takes.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readAlerts } from '../../src/config/alerts.ts'
import { readDelivery } from '../../src/config/delivery.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sintesis-guia-'))
  const guide = await readFile(join(import.meta.dirname, '../../docs/GUIA-ANALISTA.md'), 'utf8')
  for (const name of ['delivery.yml', 'alerts.yml']) {
    const [, example] =
      new RegExp(`\`\`\`yaml\n(# ${name.replace('.', '\\.')}\n[^]*?)\`\`\``).exec(guide) ?? []
    if (example === undefined) throw new Error(`the guide gives no ${name}`)
    await writeFile(join(folder, name), example)
  }
})
afterAll(() => rm(folder, { recursive: true }))

it('takes the list of the guide', async () => {
  const { briefs, faults } = await readDelivery(folder, ['sintesis'])
  expect(faults).toEqual([])
  const { mail, count } = briefs.get('sintesis') ?? { mail: [], count: -1 }
  expect(mail).toHaveLength(count)
})

it('takes the rules of the guide', async () => {
  const { rules, faults } = await readAlerts(folder, { sourceIds: ['mx-jal/el-informador'], subjectIds: [] })
  expect(faults).toEqual([])
  expect(rules?.rules.map(({ id }) => id)).toEqual(['agua', 'negativa'])
})
