// `sintesis query` as an analyst types it: what it lists, how it tells a mistake, and lines that fit eighty columns.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pointAtMistake, tellQuery, tellTrial } from '../../src/cli/query-lines.ts'
import type { QueryTrial, TriedNote } from '../../src/pipeline/query-trial.ts'
import { parseQuery } from '../../src/text/query.ts'
import { makeFolder } from '../pipeline/region.ts'
import { sintesis } from './run.ts'

const MUNICIPALITY = `name: Tala
state: MX-JAL
stateName: Jalisco
office: Comunicación Social
contact: prensa@tala.example
queries:
  obras: bache* OR bacheo
subjects:
  - { id: tala, name: Tala, role: municipio, ambiguous: [Tala] }
  - { id: calles, name: Calles, role: tema, query: '@obras AND Hidalgo' }
`

let workspace: string
beforeAll(async () => {
  workspace = await makeFolder('sintesis-búsquedas-')
  await mkdir(join(workspace, 'sources'))
  await writeFile(join(workspace, 'municipality.yml'), MUNICIPALITY)
})
afterAll(() => rm(workspace, { recursive: true, force: true }))

const run = (...args: string[]) => sintesis(['query', ...args], { cwd: workspace })

describe('sintesis query', () => {
  it('lists the named queries and those of subjects', async () => {
    expect((await run('list')).out).toBe('@obras: bache* OR bacheo\ncalles: @obras AND Hidalgo\n')
  })

  it('shows a mistake under its character and does no work', async () => {
    const { code, err } = await run('try', 'bache', 'Hidalgo')
    expect(code).toBe(2)
    expect(err).toBe(
      '  bache Hidalgo\n        ^\nbúsqueda:1:7: falta AND, OR o NOT antes de «Hidalgo»; una frase va entre comillas\n',
    )
  })

  it('says which subjects there are, and how a query is given', async () => {
    expect((await run('try', 'agua', '--subject', 'calle')).err).toContain('hay: tala, calles')
    expect((await run('try')).err).toContain('Falta la búsqueda')
    expect((await run('try', 'agua', '--days', 'x')).err).toContain('no es un número de días')
  })
})

const LONG =
  'Vecinos de la delegación denuncian que la calle sigue abierta y que nadie les dice hasta cuándo durará la obra'
const note = (id: number): TriedNote => ({
  id,
  title: LONG,
  sourceName: 'El Diario de la Región Valles de Jalisco y de los Altos del Sur',
  at: new Date('2026-11-12T13:00:00Z'),
  isOurs: id % 2 === 0,
  extracts: [
    {
      place: 'el párrafo 12',
      before: '… la obra de la ',
      hit: 'calle sigue abierta y que nadie les dice',
      after: ' hasta …',
    },
  ],
})

describe('what came of a query', () => {
  const notes = Array.from({ length: 14 }, (_, id) => note(id))
  const trial: QueryTrial = {
    from: new Date(0),
    to: new Date(0),
    notes: 313,
    found: notes,
    missed: Array.from({ length: 10 }, (_, index) => ({
      change: `con ~palabra${index} (plural y género)`,
      notes,
    })),
    unfoundOfSubject: notes,
  }
  const shown = {
    timeZone: 'America/Mexico_City',
    days: 28,
    isWhole: false,
    subject: 'Comisaría de Seguridad Pública',
  }

  it('fits eighty columns and says how much it leaves out', () => {
    const lines = tellTrial(trial, shown)
    expect(lines.filter((line) => [...line].length > 80)).toEqual([])
    expect(lines).toContain('Y 4 más; enséñalas con --all.')
    expect(lines.join('\n')).toContain('Halla 14 de las 313 notas de los últimos 28 días; 7 nuestras (●).')
  })

  it('shows all of it when asked', () => {
    expect(tellTrial(trial, { ...shown, isWhole: true }).join('\n')).not.toContain('--all')
  })

  it('draws the query as it was understood', () => {
    const text = 'bache* AND (Hidalgo OR ~niña) NOT title:Zapopan'
    expect(tellQuery(text, parseQuery(text))).toEqual([
      `Búsqueda: ${text}`,
      'Se entiende así:',
      '  todo esto:',
      '  ├ «bache*»',
      '  ├ alguna de estas:',
      '  │ ├ «Hidalgo»',
      '  │ └ «niña», también en plural y otro género',
      '  └ y nada de esto:',
      '    └ en el título:',
      '      └ «Zapopan»',
      '',
    ])
  })

  it('keeps the mark under its character in a query longer than the screen', () => {
    const text = `${'calle AND '.repeat(20)}& Hidalgo`
    const [line = '', mark = ''] = pointAtMistake(text, 200, 80)
    expect(line.charAt(mark.indexOf('^'))).toBe('&')
    expect(line.length).toBeLessThanOrEqual(80)
  })
})
