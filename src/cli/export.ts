// `sintesis export`: the sheet of 18 columns of an edition or of a span of days, or the text to paste into WhatsApp.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type ExportFormat, exportEdition, exportSpan } from '../pipeline/deliver-export.ts'
import type { House } from '../pipeline/house.ts'
import { localDate } from '../text/zoned.ts'
import { addExamples, type CommandContext } from './command.ts'
import { addEditionOptions, type EditionOptions, findWantedEdition } from './edition-choice.ts'
import { readDay, readPastDay } from './local-day.ts'
import { inHouse } from './open.ts'

type Options = EditionOptions & {
  readonly from?: string
  readonly to?: string
  readonly format: string
  readonly out?: string
}

const FORMATS = ['xlsx', 'csv', 'texto']

export function addExport(program: Command, context: CommandContext): void {
  const command = addEditionOptions(
    program
      .command('export')
      .description('escribe las notas en una hoja de cálculo, o el texto para pegar en WhatsApp')
      .argument('[reporte]', 'el de una edición; sin él, las notas de --from a --to'),
  )
    .option('--from <fecha>', 'primer día de captura, AAAA-MM-DD')
    .option('--to <fecha>', 'último día de captura (el mismo que --from si se omite)')
    .option('--format <formato>', 'xlsx, csv o texto (para WhatsApp, solo de una edición)', 'xlsx')
    .option('--out <archivo>', 'dónde se escribe («-» lo muestra en la terminal)')
    .action((id: string | undefined, options: Options) =>
      inHouse(context, (house) => exportNotes(house, context, id ?? null, options)),
    )
  addExamples(command, [
    'sintesis export sintesis --format texto --out -',
    'sintesis export sintesis --date 2026-11-13',
    'sintesis export --from 2026-11-01 --to 2026-11-30 --format csv --out noviembre.csv',
  ])
}

async function exportNotes(
  house: House,
  { terminal, clock }: CommandContext,
  id: string | null,
  options: Options,
): Promise<void> {
  const format = readFormat(options.format)
  const { name, bytes } =
    id === null
      ? await ofSpan(house, options, format, localDate(clock(), house.workspace.municipality.timeZone))
      : await ofEdition(house, id, options, format)
  if (options.out === '-') {
    if (format === 'xlsx')
      throw new Error('Una hoja de Excel no se muestra en la terminal; usa --format csv o texto.')
    terminal.print(new TextDecoder().decode(bytes).trimEnd())
    return
  }
  const path = resolve(options.out ?? name)
  await writeFile(path, bytes)
  terminal.print(path)
}

function readFormat(text: string): ExportFormat {
  if (text === 'xlsx' || text === 'csv' || text === 'texto') return text
  throw new Error(`«${text}» no es un formato; los que hay: ${FORMATS.join(', ')}.`)
}

async function ofEdition(house: House, id: string, options: Options, format: ExportFormat) {
  if (options.from !== undefined || options.to !== undefined)
    throw new Error('Con un reporte va --date; --from y --to van sin él: de qué días son las notas.')
  const key = await findWantedEdition(house, id, options)
  const file = await exportEdition(house, key, format)
  if (file !== null) return file
  throw new Error('La edición es de una versión anterior, que no guardaba su texto.')
}

async function ofSpan(house: House, options: Options, format: ExportFormat, today: string) {
  if (options.from === undefined)
    throw new Error('Di de qué reporte, o de qué días: --from 2026-11-01 --to 2026-11-30.')
  if (options.date !== undefined || options.addendum === true || options.extraordinary === true)
    throw new Error('--date, --addendum y --extraordinary son de un reporte: di de cuál.')
  const from = readPastDay(options.from, '--from', today)
  const to = options.to === undefined ? from : readDay(options.to, '--to')
  if (to < from) throw new Error(`--to ${to} es antes de --from ${from}: ponlos al revés.`)
  if (format === 'texto') throw new Error('El texto para WhatsApp es de una edición: di de qué reporte.')
  return exportSpan(house, { from, to }, format)
}
