// `sintesis status` over a workspace with a source that is well, one that fails and one that is off → what it prints.
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addStatus } from '../../src/cli/status.ts'
import { openTerminal } from '../../src/cli/terminal.ts'
import { visitSources } from '../../src/pipeline/run.ts'
import { declareOutlet } from '../pipeline/outlet.ts'
import { openPacedOutlet, type PacedOutlet } from '../pipeline/paced-outlet.ts'
import { instantAt, openRegion, type Region } from '../pipeline/region.ts'

let region: Region
let well: PacedOutlet
let broken: PacedOutlet

beforeAll(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  well = await openPacedOutlet('www.elfaro.test')
  broken = await openPacedOutlet('www.laboya.test')
  await declareOutlet(region.workspace, 'mx-jal/faro', well, '60m')
  await declareOutlet(region.workspace, 'mx-jal/boya', broken, '60m')
  await declareOutlet(region.workspace, 'mx-jal/apagada', { host: 'www.apagada.test' }, '60m')
  const file = join(region.workspace, 'sources/mx-jal/apagada.yml')
  await appendFile(file, 'enabled: false\ndisabledBecause: cerró en octubre\n')
  broken.failure = 502
  const newest = instantAt('2026-11-06T05:58').getTime()
  well.listed = Array.from({ length: 8 }, (_, index) => ({
    slug: `nota-${8 - index}`,
    at: new Date(newest - index * 360_000),
  }))
  region.setClock('2026-11-06T06:00')
  await visitAll()
  region.setClock('2026-11-06T06:24')
  await visitAll()
})
afterAll(async () => {
  await well?.close()
  await broken?.close()
  await region?.drop()
})

async function visitAll(): Promise<void> {
  const loopbackHosts = new Map([well, broken].map(({ host, port }) => [host, port]))
  const house = await region.open({ web: { loopbackHosts } })
  const enabled = house.workspace.sources.filter(({ isEnabled }) => isEnabled)
  await visitSources(house, enabled, () => {})
  await house.close()
}

async function runStatus(...args: string[]): Promise<string> {
  let printed = ''
  const out = {
    write(text: string) {
      printed += text
    },
  }
  const program = new Command('sintesis').exitOverride()
  addStatus(program, {
    terminal: openTerminal(out, out, false),
    clock: region.clock,
    environment: () => ({
      workspace: region.workspace,
      databaseUrl: region.store.databaseUrl,
      credentials: new Map(),
      demonstration: null,
    }),
  })
  await program.parseAsync(['status', ...args], { from: 'user' })
  return printed
}

describe('sintesis status', () => {
  it('shows the gravest first, each with since when, its last reading, its next visit, its interval and why', async () => {
    const printed = await runStatus()
    expect(printed).toMatch(/^FUENTE +ESTADO +ÚLTIMA LECTURA +HOY +28 DÍAS\n/)
    const plain = printed.replace(/\n {4}/g, ' ')
    expect(plain).toMatch(
      /\nmx-jal\/boya +con falla +nunca +sin patrón +0 desde 2026-11-06 06:00; 2 visitas con falla: .*respondió 502\); próxima visita 2026-11-06 07:24, cada 60 min\n/,
    )
    expect(plain).toMatch(
      /\nmx-jal\/faro +sana +2026-11-06 06:00 +sin patrón +8 se visita cada 24 min y no cada 60: su lista puede renovarse/,
    )
    expect(printed.indexOf('mx-jal/boya')).toBeLessThan(printed.indexOf('mx-jal/faro'))
    expect(printed).toContain('2 fuentes activas: 1 con falla, 1 sana.')
  })

  it('fits 80 columns, in the table and in the detail', async () => {
    const printed = [await runStatus(), await runStatus('mx-jal/faro'), await runStatus('mx-jal/boya')].join(
      '\n',
    )
    const wide = printed.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '))
    expect(wide).toEqual([])
  })

  it('names the sources that are off and why', async () => {
    expect(await runStatus()).toContain('mx-jal/apagada: desactivada: cerró en octubre')
  })

  it('--failing leaves out what is well', async () => {
    const printed = await runStatus('--failing')
    expect(printed).toContain('mx-jal/boya')
    expect(printed).not.toContain('mx-jal/faro')
  })

  it('with a source shows it in detail, with its last visits', async () => {
    const printed = await runStatus('mx-jal/faro')
    expect(printed).toContain('8 notas, del 2026-11-06 05:16 al 2026-11-06 05:58')
    expect(printed).toMatch(
      /cada +24 min: su lista puede renovarse a la mitad en 24 min\s+\(declarado: 60 min\)/,
    )
    expect(printed).toMatch(/2026-11-06 06:24 · sin cambios · feed\n/)
    expect(printed).toMatch(/2026-11-06 06:00 · leída · feed · 8 listadas; 8 nuevas/)
    expect(await runStatus('mx-jal/boya')).toMatch(
      /2026-11-06 06:24 · con falla · — · [\s\S]*respondió\s+502/,
    )
  })

  it('with a source that is not declared says how to find which are', async () => {
    await expect(runStatus('mx-jal/nadie')).rejects.toThrow(
      'No hay ninguna fuente «mx-jal/nadie». Mira la lista con «sintesis source list».',
    )
  })
})
