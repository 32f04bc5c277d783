// `sintesis boletin add|list|confirm`: the official press releases of a workspace.
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { listParagraphs } from '../config/boletines.ts'
import { writeBoletin } from '../config/new-boletin.ts'
import { readWorkspace } from '../config/workspace.ts'
import { localDate, localTime } from '../text/zoned.ts'
import { addConfirm } from './boletin-confirm.ts'
import { addExamples, type CommandContext } from './command.ts'
import { layColumns } from './terminal.ts'

export function addBoletin(program: Command, context: CommandContext): void {
  const group = program
    .command('boletin')
    .description('agrega y lista boletines, y dice qué notas los cuentan')
  addAdd(group, context)
  addList(group, context)
  addConfirm(group, context)
}

function addAdd(group: Command, { terminal, clock, environment }: CommandContext): void {
  const command = group
    .command('add')
    .description('agrega un boletín: le da folio y escribe su archivo')
    .argument('<archivo>', 'texto del boletín: la primera línea es el título («-» lee lo que se pegue)')
    .option('--title <título>', 'título, si no es la primera línea')
    .option('--dependencia <nombre>', 'dependencia que lo emite')
    .action(async (file: string, options: { title?: string; dependencia?: string }) => {
      const { workspace: folder } = environment()
      const workspace = await readWorkspace(folder)
      const text = file === '-' ? await readStandardInput() : await readFile(file, 'utf8')
      const paragraphs = listParagraphs(text.replace(/^\uFEFF/, '').replace(/\n/, '\n\n'))
      const title = options.title ?? paragraphs.shift()
      if (title === undefined || paragraphs.length === 0) throw new Error(`${file} no tiene título y texto.`)
      const written = await writeBoletin(
        folder,
        workspace.boletines,
        { title, paragraphs, dependencia: options.dependencia ?? null, sentAt: clock() },
        workspace.municipality.timeZone,
      )
      terminal.print(`Boletín ${written.folio}: ${written.file}`)
    })
  addExamples(command, [
    'sintesis boletin add comunicado.txt --dependencia "Obras Públicas"',
    'sintesis boletin add - --title "Arranca la feria" < texto.txt',
  ])
}

function addList(group: Command, { terminal, environment }: CommandContext): void {
  const command = group
    .command('list')
    .description('lista los boletines con folio, fecha y título')
    .action(async () => {
      const { municipality, boletines, faults } = await readWorkspace(environment().workspace)
      const rows = [...boletines]
        .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
        .map(({ folio, sentAt, title }) => [folio, formatInstant(sentAt, municipality.timeZone), title])
      for (const line of layColumns(rows)) terminal.print(line)
      if (rows.length === 0)
        terminal.print('No hay boletines. Agrega uno con «sintesis boletin add archivo.txt».')
      for (const fault of faults.filter(({ file }) => file.startsWith('boletines/')))
        terminal.warn(fault.message)
    })
  addExamples(command, ['sintesis boletin list'])
}

/** `2026-11-13 06:40` in a zone. */
export function formatInstant(instant: Date, timeZone: string): string {
  const { hour, minute } = localTime(instant, timeZone)
  return `${localDate(instant, timeZone)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
