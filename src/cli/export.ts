// `sintesis export`: the sheet of 18 columns of an edition or of a span of days, or the text to paste into WhatsApp.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type ExportFormat, exportEdition, exportSpan } from '../pipeline/deliver-export.ts'
import type { House } from '../pipeline/house.ts'
import { findLastEditions } from '../store/editions.ts'
import { addExamples, type CommandContext } from './command.ts'
import { inHouse } from './open.ts'
import { isDay, readBriefOf } from './report.ts'

type Options = {
  readonly date?: string
  readonly from?: string
  readonly to?: string
  readonly format: string
  readonly out?: string
}

const FORMATS = ['xlsx', 'csv', 'texto']

export function addExport(program: Command, context: CommandContext): void {
  const command = program
    .command('export')
    .description('escribe las notas en una hoja de cálculo, o el texto para pegar en WhatsApp')
    .argument('[reporte]', 'el de una edición; sin él, las notas de --from a --to')
    .option('--date <fecha>', 'fecha de la edición, AAAA-MM-DD (la última si se omite)')
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
  { terminal }: CommandContext,
  id: string | null,
  options: Options,
): Promise<void> {
  const format = readFormat(options.format)
  const { name, bytes } =
    id === null
      ? await ofSpan(house, options, format)
      : await ofEdition(house, id, options.date ?? null, format)
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

async function ofEdition(house: House, id: string, asked: string | null, format: ExportFormat) {
  readBriefOf(house, id)
  const date = asked ?? (await findLastEditions(house.store.db)).get(id)?.date
  const file = date === undefined ? null : await exportEdition(house, { briefId: id, date }, format)
  if (file !== null) return file
  const which = date === undefined ? '' : ` del ${date}`
  throw new Error(`No hay ninguna edición de ${id}${which} que exportar: «sintesis report ${id}» la publica.`)
}

async function ofSpan(house: House, { from, to = from }: Options, format: ExportFormat) {
  if (from === undefined || to === undefined || !isDay(from) || !isDay(to) || to < from)
    throw new Error('Di de qué reporte, o de qué días: --from 2026-11-01 --to 2026-11-30.')
  if (format === 'texto') throw new Error('El texto para WhatsApp es de una edición: di de qué reporte.')
  return exportSpan(house, { from, to }, format)
}
