// What a user types → help and mistakes of use, in Spanish, with what to do next.
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { sintesis } from './run.ts'

const run = (...args: string[]) => sintesis(args, { cwd: tmpdir() })

const COMMANDS = [
  'init',
  'source',
  'ingest',
  'report',
  'start',
  'worker',
  'status',
  'boletin',
  'explain',
  'migrate',
  'doctor',
]

describe('help', () => {
  it('lists every command with an example, in Spanish', async () => {
    const { code, out, err } = await run('--help')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^Uso: sintesis/)
    for (const command of COMMANDS) {
      expect(out).toMatch(new RegExp(`^  ${command} .*\\S`, 'm'))
      expect(out).toMatch(new RegExp(`^  (\\S+=\\S+ )?sintesis ${command}( |$)`, 'm'))
    }
    expect(out).not.toMatch(/Usage|Options|Commands|display help|Arguments/)
  })

  it('is what no command at all gets', async () => {
    const { code, out, err } = await run()
    expect(code).toBe(2)
    expect(`${out}${err}`).toMatch(/Uso: sintesis/)
    expect(`${out}${err}`).not.toMatch(/outputHelp/)
  })

  it('of one command says its arguments, options and examples', async () => {
    const { code, out } = await run('report', '--help')
    expect(code).toBe(0)
    expect(out).toMatch(/Uso: sintesis report <reporte> \[opciones\]/)
    expect(out).toMatch(/--date <fecha>/)
    expect(out).toMatch(/Ejemplos:\n {2}sintesis report sintesis/)
  })
})

describe('a mistake of use', () => {
  it.each([
    [['ingset'], /^La orden «ingset» no existe\. ¿Quisiste decir «ingest»\?/],
    [['status', '--faling'], /^La opción «--faling» no existe\. ¿Quisiste decir «--failing»\?/],
    [['report'], /^Falta el argumento «reporte»\./],
    [['report', 'sintesis', '--date'], /^La opción «--date <fecha>» necesita un valor\./],
    [['boletin'], /Uso: sintesis boletin <orden>/],
    [['migrate', 'ahora'], /^Sobran argumentos/],
  ])('%j is answered in Spanish and ends with code 2', async (args, message) => {
    const { code, out, err } = await run(...args)
    expect(`${out}${err}`).toMatch(message)
    expect(`${out}${err}`).not.toMatch(/error:|outputHelp/)
    expect(code).toBe(2)
  })
})

it('says how to make a workspace where there is none', async () => {
  const { code, err } = await sintesis(['status'], { cwd: import.meta.dirname })
  expect(code).toBe(2)
  expect(err).toMatch(
    /^municipality\.yml: no existe en .*; ejecuta «sintesis init» o señala otra carpeta con --workspace/,
  )
})
