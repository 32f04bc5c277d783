// `sintesis init`: questions about the municipality → a workspace.
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { findState, writeWorkspace } from '../config/new-workspace.ts'
import { addExamples, type CommandContext } from './command.ts'

type Options = { name?: string; state?: string; office?: string; contact?: string; mayor?: string }

export function addInit(program: Command, { terminal, environment }: CommandContext): void {
  const command = program
    .command('init')
    .description('crea un espacio de trabajo: pregunta por el municipio y escribe su configuración')
    .argument('[carpeta]', 'dónde escribirlo (la carpeta actual si se omite)')
    .option('--name <municipio>', 'nombre del municipio')
    .option('--state <estado>', 'estado: «Jalisco» o «MX-JAL»')
    .option('--office <área>', 'área que firma la síntesis')
    .option('--contact <correo>', 'correo que ven los sitios que se leen')
    .option('--mayor <nombre>', 'nombre de quien preside el Ayuntamiento')
    .action(async (folder: string | undefined, options: Options) => {
      const target = folder === undefined ? environment().workspace : resolve(folder)
      const ask = openQuestions(options)
      const name = await ask('name', '¿Qué municipio es?', (text) => text.length > 1)
      const state = await ask('state', '¿En qué estado?', (text) => findState(text) !== null)
      const office = await ask('office', '¿Qué área firma la síntesis?', (text) => text.length > 1)
      const contact = await ask('contact', '¿Qué correo de contacto verán los sitios?', (text) =>
        text.includes('@'),
      )
      const mayor = await ask(
        'mayor',
        '¿Quién preside el Ayuntamiento? (Enter si no quieres decirlo)',
        () => true,
      )
      ask.close()
      const files = await writeWorkspace(target, {
        name,
        state,
        office,
        contact,
        mayor: mayor === '' ? null : mayor,
      })
      terminal.print(`Listo: ${target}`)
      for (const file of files) terminal.print(`  ${file}`)
      terminal.print(
        'Siguiente paso: revisa municipality.yml (alias, personas, vecinos) y ejecuta «sintesis source check».',
      )
    })
  addExamples(command, [
    'sintesis init ~/etzatlan',
    'sintesis init --name Etzatlán --state Jalisco --office "Comunicación Social" --contact prensa@etzatlan.gob.mx',
  ])
}

/** Asks on the terminal what the options did not say; without a terminal, a missing answer is an error. */
function openQuestions(options: Options) {
  let readline: ReturnType<typeof createInterface> | null = null
  const ask = async (
    key: keyof Options,
    question: string,
    isGood: (text: string) => boolean,
  ): Promise<string> => {
    const given = options[key]?.trim()
    if (given !== undefined && isGood(given)) return given
    if (given !== undefined) throw new Error(`«${given}» no sirve para --${key}.`)
    if (!process.stdin.isTTY) {
      if (key === 'mayor') return ''
      throw new Error(`Falta --${key}. (${question})`)
    }
    readline ??= createInterface({ input: process.stdin, output: process.stdout })
    for (;;) {
      const answer = (await readline.question(`${question} `)).trim()
      if (isGood(answer)) return answer
      process.stdout.write('Esa respuesta no sirve; intenta de nuevo.\n')
    }
  }
  return Object.assign(ask, { close: () => readline?.close() })
}
