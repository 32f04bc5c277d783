// `sintesis extract <page>`: an address or a saved page → the note that would be read in it and, if asked, why.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readWorkspace, type Workspace } from '../config/workspace.ts'
import { Misdeclared } from '../failure.ts'
import type { Source } from '../model.ts'
import { type ExplainedPage, explainAddress, explainFile, supposeSource } from '../pipeline/explained.ts'
import { isSameSite } from '../text/addresses.ts'
import { addExamples, type CommandContext } from './command.ts'
import { describePage, describeReasons } from './extract-words.ts'
import { wrapText } from './paragraphs.ts'

type ExtractOptions = {
  readonly explain?: boolean
  readonly json?: boolean
  readonly source?: string
  readonly url?: string
}

const HOME_ZONE = 'America/Mexico_City'

export function addExtract(program: Command, context: CommandContext): void {
  const command = program
    .command('extract')
    .description('lee una página y enseña la nota que se guardaría, sin guardar nada')
    .argument('<página>', 'dirección https://… o archivo HTML guardado')
    .option('--explain', 'dice por qué se leyó o se cortó cada bloque y de dónde salió cada dato')
    .option('--source <fuente>', 'la lee con los selectores de esta fuente, como mx-jal/el-informador')
    .option('--url <dirección>', 'de un archivo: la dirección en que estaba')
    .option('--json', 'todo lo anterior, para otros programas')
    .action((page: string, options: ExtractOptions) => extract(page, options, context))
  addExamples(command, [
    'sintesis extract https://www.elmedio.mx/nota --explain',
    'sintesis extract nota.html --url https://www.elmedio.mx/nota --source mx-jal/el-medio --explain',
    'sintesis extract https://www.elmedio.mx/nota --json > nota.json',
  ])
}

async function extract(page: string, options: ExtractOptions, context: CommandContext): Promise<void> {
  const workspace = await findWorkspace(context.environment().workspace)
  const source =
    options.source === undefined
      ? supposeSource(addressOf(options.url ?? page), workspace?.municipality.timeZone ?? HOME_ZONE)
      : requireSource(workspace, options.source)
  const explained = await read(page, options, source, workspace, context)
  const { terminal } = context
  if (options.json === true) {
    terminal.print(JSON.stringify(toJson(explained), null, 2))
    return
  }
  for (const line of describePage(explained, source.timeZone)) terminal.print(line)
  if (options.explain !== true) return
  for (const line of describeReasons(explained.explanation, source.timeZone)) terminal.print(line)
  if (options.source !== undefined) return
  for (const line of suggestSource(explained.capture.finalUrl, workspace)) terminal.print(line)
}

async function read(
  page: string,
  { url }: ExtractOptions,
  source: Source,
  workspace: Workspace | null,
  { clock, environment }: CommandContext,
): Promise<ExplainedPage> {
  if (/^https?:\/\//i.test(page)) {
    const { credentials, demonstration } = environment()
    return explainAddress(page, source, {
      contact: workspace?.municipality.contact ?? 'lectura a mano de una sola pagina',
      clock,
      credentials,
      ...(demonstration === null ? {} : { loopbackHosts: demonstration.hosts }),
    })
  }
  if (url !== undefined && !URL.canParse(url)) {
    throw new Misdeclared('--url', null, null, `«${url}» no es una dirección como https://…`)
  }
  const { file, savedAt } = await readSaved(page)
  return explainFile(file, { url: url ?? null, savedAt, source })
}

/** The bytes of a file and when it was written, which stands for the moment of its capture. */
async function readSaved(path: string): Promise<{ readonly file: Uint8Array; readonly savedAt: Date }> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found === null || found.isDirectory()) {
    const what = found === null ? 'no existe' : 'es una carpeta'
    const advice = /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(path)
      ? `; si es una dirección, escríbela con https://: https://${path}`
      : '; da un archivo HTML o una dirección que empiece con https://'
    throw new Misdeclared(path, null, null, `${what}${advice}`)
  }
  return { file: await readFile(path), savedAt: found.mtime }
}

const addressOf = (page: string): string =>
  URL.canParse(page) && /^https?:/i.test(page) ? page : 'https://direccion-desconocida.invalid/nota'

/** The workspace, or null where there is none: a page can be read anywhere. */
async function findWorkspace(folder: string): Promise<Workspace | null> {
  const isThere = await stat(join(folder, 'municipality.yml')).then(
    () => true,
    () => false,
  )
  return isThere ? readWorkspace(folder) : null
}

function requireSource(workspace: Workspace | null, id: string): Source {
  if (workspace === null) {
    const message = 'aquí no hay espacio de trabajo; señala su carpeta con --workspace'
    throw new Misdeclared('--source', null, null, message)
  }
  const source = workspace.sources.find((candidate) => candidate.id === id)
  if (source !== undefined) return source
  const fault = workspace.faults.find(({ file }) => /^sources\/(.*)\.ya?ml$/.exec(file)?.[1] === id)
  if (fault !== undefined) throw fault
  const message = `no hay ninguna fuente «${id}»; mira la lista con «sintesis source list»`
  throw new Misdeclared('--source', null, null, message)
}

function suggestSource(url: string, workspace: Workspace | null): string[] {
  const own = workspace?.sources.find((source) => isSameSite(source.url, url))
  if (own === undefined) return []
  const text = `Esta dirección es de ${own.id}: con «--source ${own.id}» se lee con los selectores de su archivo.`
  return ['', ...wrapText(text)]
}

/** Everything, with instants as ISO 8601 text. */
function toJson({ capture, explanation }: ExplainedPage): Record<string, unknown> {
  const { url, finalUrl, takenAt, status, sha256, kind } = capture
  const { article, ...reasons } = explanation
  return { capture: { url, finalUrl, takenAt, status, sha256, kind }, article, ...reasons }
}
