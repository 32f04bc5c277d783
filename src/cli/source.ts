// `sintesis source …`: the outlets of a workspace, added, tried, checked and listed without touching the archive.
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { openRecordedWeb } from '../collect/recorded-web.ts'
import { openWeb, type Web } from '../collect/web.ts'
import { readWorkspace, type Workspace } from '../config/workspace.ts'
import type { Source } from '../model.ts'
import { addExamples, type CommandContext } from './command.ts'
import { type AddOptions, addSource } from './source-add.ts'
import { checkSources } from './source-check.ts'
import { type RecordOptions, recordSource } from './source-record.ts'
import { readRecording } from './source-recording.ts'
import { trySource } from './source-try.ts'
import { layColumns } from './terminal.ts'
import { explainUnknownSource } from './unknown-source.ts'

export function addSourceCommands(program: Command, context: CommandContext): void {
  const group = program.command('source').description('agrega, prueba, revisa y lista fuentes')
  const add = group
    .command('add')
    .description('descubre los canales de un medio, enseña lo que capturaría y escribe su archivo')
    .argument('<dirección>', 'portada, sección, RSS, canal de YouTube o de Telegram')
    .option('--name <nombre>', 'nombre con que se imprime')
    .option('--medium <clase>', 'periodico, portal, radio, tv, agencia, revista o red-social')
    .option('--state <estado>', 'sede: «Jalisco» o «MX-JAL»; «nacional» si es nacional')
    .option('--city <ciudad>', 'ciudad sede')
    .option('--tier <peso>', '1 alto, 2 medio, 3 bajo')
    .option('-y, --yes', 'escribe sin preguntar')
    .action((url: string, options: AddOptions) =>
      withWeb(context, (workspace, web) => addSource(workspace, web, context, url, options)),
    )
  addExamples(add, [
    'sintesis source add https://www.informador.mx',
    'sintesis source add t.me/s/talaalmomento --yes',
  ])

  const attempt = group
    .command('try')
    .description('enseña lo que se capturaría de una fuente y cómo se lee una nota, sin guardar nada')
    .argument('<fuente>', 'identificador, como mx-jal/el-informador')
    .option('--note <número>', 'qué nota de la lista se lee', '1')
    .option('--recorded <carpeta>', 'lee lo que grabó «source record», sin red')
    .action((id: string, { note, recorded }: { note: string; recorded?: string }) =>
      withWeb(context, async (workspace, web) =>
        trySource(
          requireSource(workspace, id),
          recorded === undefined ? web : await openRecording(recorded, id),
          context,
          Number(note),
        ),
      ),
    )
  addExamples(attempt, [
    'sintesis source try mx-jal/el-informador',
    'sintesis source try mx-jal/el-informador --note 3',
    'sintesis source try mx-jal/el-informador --recorded tests/sources/mx-jal/el-informador',
  ])

  const check = group
    .command('check')
    .description('prueba las fuentes y dice por qué falla cada una; deja una tabla con fecha')
    .argument('[fuentes...]', 'identificadores (todas las activas si se omiten)')
    .option('--all', 'también las apagadas')
    .action((ids: string[], options: { all?: boolean }) =>
      withWeb(context, (workspace, web) =>
        checkSources(workspace, chooseSources(workspace, ids, options.all === true), web, context),
      ),
    )
  addExamples(check, [
    'sintesis source check',
    'sintesis source check --all',
    'sintesis source check mx-jal/mural',
  ])

  const record = group
    .command('record')
    .description('graba la lista y algunas notas de una fuente como prueba que se puede repetir sin red')
    .argument('<fuente>', 'identificador, como mx-jal/el-informador')
    .option('--out <carpeta>', 'dónde (tests/sources/<fuente> si se omite)')
    .option('--notes <número>', 'cuántas notas', '5')
    .action((id: string, options: RecordOptions) =>
      withWeb(context, (workspace, web) => recordSource(requireSource(workspace, id), web, context, options)),
    )
  addExamples(record, [
    'sintesis source record mx-jal/el-informador',
    'sintesis source record mx-jal/el-informador --notes 10 --out pruebas/informador',
  ])

  const list = group
    .command('list')
    .description('lista las fuentes declaradas')
    .action(() => listSources(context))
  addExamples(list, ['sintesis source list'])
}

async function withWeb<T>(
  context: CommandContext,
  work: (workspace: Workspace, web: Web) => Promise<T>,
): Promise<T> {
  const { workspace: folder, credentials, demonstration } = context.environment()
  const workspace = await readWorkspace(folder)
  const web = openWeb({
    contact: workspace.municipality.contact,
    clock: context.clock,
    credentials,
    ...(demonstration === null ? {} : { loopbackHosts: demonstration.hosts }),
  })
  try {
    return await work(workspace, web)
  } finally {
    await web.close()
  }
}

/** A door to what was recorded of a source, and of no other. */
async function openRecording(folder: string, id: string): Promise<Web> {
  const { source, answers, recordedAt } = await readRecording(resolve(folder))
  if (source !== id) throw new Error(`${folder} es la grabación de ${source}, no de ${id}.`)
  return openRecordedWeb(answers, recordedAt)
}

function requireSource(workspace: Workspace, id: string): Source {
  const source = workspace.sources.find((candidate) => candidate.id === id)
  if (source !== undefined) return source
  const fault = workspace.faults.find(
    ({ file }) => file === `sources/${id}.yml` || file === `sources/${id}.yaml`,
  )
  if (fault !== undefined) throw fault
  throw new Error(explainUnknownSource(workspace, id))
}

function chooseSources(workspace: Workspace, ids: readonly string[], all: boolean): Source[] {
  if (ids.length > 0) return ids.map((id) => requireSource(workspace, id))
  return workspace.sources.filter(({ isEnabled, channels }) => isEnabled || (all && channels.length > 0))
}

async function listSources({ terminal, environment }: CommandContext): Promise<void> {
  const { sources, faults } = await readWorkspace(environment().workspace)
  const rows = sources.map((source) => [
    source.id,
    source.isEnabled ? 'activa' : 'apagada',
    source.channels.map(({ kind }) => kind).join(' ') || 'sin canal',
    source.isEnabled ? source.name : `${source.name}: ${source.disabledBecause ?? ''}`,
  ])
  for (const line of layColumns([['FUENTE', 'ESTADO', 'CANALES', 'NOMBRE'], ...rows])) terminal.print(line)
  const active = sources.filter(({ isEnabled }) => isEnabled).length
  terminal.print(`\n${sources.length} fuentes, ${active} activas.`)
  for (const { message } of faults.filter(({ file }) => file.startsWith('sources/'))) terminal.warn(message)
}
