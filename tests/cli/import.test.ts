// `sintesis import` and `sintesis capture` of radio, TV and papers, as typed in a terminal.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRegion, type Region } from '../pipeline/region.ts'
import { type Said, sintesis } from './run.ts'

const SRT = join(import.meta.dirname, '../collect/transcripts/radio.srt')

let region: Region
beforeAll(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  await mkdir(join(region.workspace, 'sources/mx-jal'), { recursive: true })
  await writeFile(
    join(region.workspace, 'sources/mx-jal/radio-x.yml'),
    'name: Radio X\nurl: https://radio-x.example\nmedium: radio\ntier: 2\nenabled: false\ndisabledBecause: se captura a mano\n',
  )
})
afterAll(() => region?.drop())

const run = (...args: readonly string[]): Promise<Said> =>
  sintesis([...args, '--source', 'mx-jal/radio-x'], {
    cwd: region.workspace,
    env: { DATABASE_URL: region.store.databaseUrl, SINTESIS_WORKSPACE: region.workspace },
  })

const write = async (name: string, text: string): Promise<string> => {
  const file = join(region.workspace, name)
  await writeFile(file, text)
  return file
}

describe('a transcript', () => {
  it('is imported with its programme, and its broken and overlapping times are told by line', async () => {
    const said = await run(
      ...['import', SRT, '--at', '2026-11-05 21:24', '--program', 'Primera Hora', '--kind', 'entrevista'],
    )
    expect(said.code).toBe(0)
    expect(said.out).toContain('1 guardada')
    expect(said.err).toContain(`${SRT}:6: empieza antes de que termine el de la línea 2`)
    expect(said.err).toContain(`${SRT}:11: «00:00:1x,000 --> 00:00:20,000» no son dos tiempos en orden`)
  })

  it('with a wrong hour is not kept', async () => {
    const said = await run('import', SRT, '--at', '35:70')
    expect(said.code).not.toBe(0)
    expect(said.err).toContain('--at: «35:70» no es una fecha; escribe «2026-11-06 10:30»')
  })
})

describe('a table', () => {
  it('tells the rows that it leaves out', async () => {
    const file = await write(
      'bitacora.csv',
      'Fecha,Hora,Programa,Duración,Texto\n2026-11-05,21:24,Noche,99:99,Sin agua en Tala\n2026-11-05,21:30,Noche,1:32,Feria en Tala\n',
    )
    const said = await run('import', file)
    expect(said.err).toContain(`${file}, fila 2: «99:99» no es una duración`)
    expect(said.out).toContain('1 guardada')
  })

  it('with an unknown column keeps nothing', async () => {
    const file = await write('mala.csv', 'Fecha,Programa,Conducto,Texto\n2026-11-05,Noche,Ana,Sin agua\n')
    const said = await run('import', file)
    expect(said.code).not.toBe(0)
    expect(said.err).toContain(`${file}:1: no se conoce la columna «Conducto»; ¿quisiste decir «conductor»?`)
  })
})

describe('a note captured by hand', () => {
  it('needs a link or a place on air or on paper, and explain says where it stood', async () => {
    const text = ['--text', 'El Ayuntamiento de Tala, Jalisco, arregla la bomba de agua.']
    const refused = await run('capture', ...text)
    expect(refused.code).not.toBe(0)
    expect(refused.err).toContain('--url: falta la liga; sin ella, di al menos --program o --page')
    const kept = await run('capture', ...text, '--program', 'Noche', '--duration', '1 min 32 s')
    expect(kept.code).toBe(0)
    const id = /Nota (\d+)/.exec(kept.out)?.[1] ?? ''
    const explained = await sintesis(['explain', id], {
      cwd: region.workspace,
      env: { DATABASE_URL: region.store.databaseUrl, SINTESIS_WORKSPACE: region.workspace },
    })
    expect(explained.out).toContain('Capturada a mano: programa Noche · dura 1 min 32 s')
  })
})
