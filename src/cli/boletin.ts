// `sintesis boletin add|list|confirm`: the official press releases of a workspace.
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { findSameText, type NewBoletin, readNewBoletin, writeBoletin } from '../config/new-boletin.ts'
import { readWorkspace } from '../config/workspace.ts'
import { Misdeclared } from '../failure.ts'
import { parseDate } from '../text/dates.ts'
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

type AddOptions = { readonly title?: string; readonly dependencia?: string; readonly date?: string }

function addAdd(group: Command, context: CommandContext): void {
  const command = group
    .command('add')
    .description('agrega un boletín: le da folio y escribe su archivo')
    .argument(
      '<archivo>',
      'texto del boletín: la primera línea es el título, o sus datos entre «---» («-» lee lo que se pegue)',
    )
    .option('--title <título>', 'título, si no es la primera línea')
    .option('--dependencia <nombre>', 'dependencia que lo emite')
    .option('--date <fecha>', 'cuándo se envió, si no fue ahora: «2026-11-06 10:30», «ayer 18:00»')
    .action((file: string, options: AddOptions) => addBoletinFile(context, file, options))
  addExamples(command, [
    'sintesis boletin add comunicado.txt --dependencia "Obras Públicas" --date "hoy 10:30"',
    'sintesis boletin add - --title "Arranca la feria" < texto.txt',
  ])
}

async function addBoletinFile(
  { terminal, clock, environment }: CommandContext,
  file: string,
  options: AddOptions,
): Promise<void> {
  const { workspace: folder } = environment()
  const { boletines, municipality } = await readWorkspace(folder)
  const { timeZone } = municipality
  const text = file === '-' ? await readStandardInput() : await readFile(file, 'utf8')
  const sentAt = options.date === undefined ? null : readSentAt(options.date, timeZone, clock())
  const { title = null, dependencia = null } = options
  const boletin: NewBoletin = readNewBoletin(file, text, { title, dependencia, sentAt }, clock(), timeZone)
  const same = findSameText(boletines, boletin)
  if (same !== null)
    throw new Error(`Ese boletín ya está: ${same.folio}, en ${same.file}. No se escribió nada.`)
  const written = await writeBoletin(folder, boletines, boletin, timeZone)
  terminal.print(`Boletín ${written.folio}: ${written.file}`)
  terminal.print(`«${boletin.title}», enviado el ${formatInstant(boletin.sentAt, timeZone)}.`)
  terminal.print(
    'Si un dato no es ese, corrígelo en el archivo: con la hora de envío se mide cuánto tardó cada medio.',
  )
}

function readSentAt(text: string, timeZone: string, now: Date): Date {
  const read = parseDate(text, { timeZone, now })
  if (read !== null) return read.instant
  throw new Misdeclared('--date', null, null, `«${text}» no es una fecha; escribe «2026-11-06 10:30»`)
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
