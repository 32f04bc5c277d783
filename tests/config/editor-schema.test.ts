import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  renderAlertsSchema,
  renderDeliverySchema,
  renderEditorSchema,
  renderMunicipalitySchema,
} from '../../src/config/editor-schema.ts'
import { readWorkspace } from '../../src/config/workspace.ts'

const ROOT = join(import.meta.dirname, '../..')

it('keeps sources/schema.json equal to the definition (npx vitest run tests/config -u writes it)', async () => {
  await expect(renderEditorSchema()).toMatchFileSnapshot('../../sources/schema.json')
})

it('keeps municipality.schema.json equal to the definition, queries and all', async () => {
  await expect(renderMunicipalitySchema()).toMatchFileSnapshot('../../municipality.schema.json')
  expect(renderMunicipalitySchema()).toContain('AND OR NOT')
})

it('keeps delivery.schema.json and alerts.schema.json equal to the definitions, each key of them explained', async () => {
  await expect(renderDeliverySchema()).toMatchFileSnapshot('../../delivery.schema.json')
  await expect(renderAlertsSchema()).toMatchFileSnapshot('../../alerts.schema.json')
  expect(renderDeliverySchema()).toContain('A quién va el alcance')
  expect(renderAlertsSchema()).toContain('No espera a que terminen las horas de silencio')
})

it('describes in Spanish the keys that an analyst may not know', () => {
  const schema = readFileSync(join(ROOT, 'sources/schema.json'), 'utf8')
  expect(schema).toContain('Cada cuánto se revisa')
  expect(schema).toContain('«sin dato»')
})

it('ships at least sixty outlets, each readable, and enables only those with a dated verification', async () => {
  const { sources, faults } = await readWorkspace(ROOT)
  expect(faults.map(({ message }) => message)).toEqual([])
  expect(sources.length).toBeGreaterThanOrEqual(60)
  for (const source of sources.filter(({ isEnabled }) => isEnabled)) {
    expect(source.verified?.on, source.id).toMatch(/^\d{4}-\d{2}/)
    expect(source.channels.length, source.id).toBeGreaterThan(0)
  }
})
