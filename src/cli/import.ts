// `sintesis import`: the table that Meta Business Suite exports, or one kept by hand, or a transcript with times → notes of a source.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { Misdeclared } from '../failure.ts'
import type { Round } from '../model.ts'
import type { House } from '../pipeline/house.ts'
import { ingestExport, ingestTranscript } from '../pipeline/manual.ts'
import { decodeBytes } from '../text/charset.ts'
import { addExamples, type CommandContext } from './command.ts'
import { readMoment } from './given-moment.ts'
import { findSource } from './ingest.ts'
import { inHouse } from './open.ts'
import { countEnds, describeEnds, listReasons } from './round-words.ts'
import { addBroadcastOptions, readSlotOptions, type SlotOptions } from './slot-options.ts'

type ImportOptions = SlotOptions & {
  readonly source: string
  readonly at?: string
  readonly title?: string
  readonly url?: string
}

/** Lines of what is wrong that are printed one by one. */
const MOST_TOLD = 8
const TRANSCRIPT = /\.(?:srt|vtt)$/i

export function addImport(program: Command, context: CommandContext): void {
  const command = program
    .command('import')
    .description(
      'guarda las publicaciones de un CSV, o una transcripción con tiempos (SRT, VTT) como una nota',
    )
    .argument(
      '<archivo>',
      'CSV (exportación de Meta Business Suite, o tabla propia), o transcripción .srt o .vtt',
    )
    .requiredOption('--source <fuente>', 'fuente a la que pertenecen, como mx-jal/radio-tala')
    .option('--at <fecha>', 'de una transcripción: cuándo empezó, «2026-11-06 7:35» o «hoy 7:35»')
    .option('--title <título>', 'de una transcripción: título; si falta, es su primera frase')
    .option('--url <dirección>', 'de una transcripción: liga al audio o video, si la hay')
  addBroadcastOptions(command).action((file: string, options: ImportOptions) =>
    importFile(context, file, options),
  )
  addExamples(command, [
    'sintesis import publicaciones.csv --source mx-jal/radio-tala',
    'sintesis import nota.srt --source mx-jal/radio-tala --at "hoy 7:35" --program "Primera Hora" --host "Ana Ruiz" --kind entrevista',
  ])
}

async function importFile(context: CommandContext, file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Error(`No existe el archivo ${file}.`)
    throw error
  })
  const { text } = decodeBytes(bytes, null)
  const keep = TRANSCRIPT.test(file) ? importTranscript : importTable
  await inHouse(context, (house) => keep(context, house, { file, text, options }))
}

type Given = { readonly file: string; readonly text: string; readonly options: ImportOptions }

async function importTable(
  { terminal }: CommandContext,
  house: House,
  { file, text, options }: Given,
): Promise<void> {
  const { source, ...ofTranscripts } = options
  const [option] = Object.keys(ofTranscripts)
  if (option !== undefined) {
    const where = 'va en su columna de la tabla; como opción es solo de una transcripción .srt o .vtt'
    throw new Misdeclared(`--${option}`, null, null, where)
  }
  const { round, refused } = await ingestExport(house, findSource(house, source), text, file)
  printRound(terminal, round)
  for (const { row, reason } of refused.slice(0, MOST_TOLD)) terminal.warn(`${file}, fila ${row}: ${reason}`)
  if (refused.length > MOST_TOLD)
    terminal.warn(`… y ${refused.length - MOST_TOLD} filas más que no se guardaron`)
}

async function importTranscript(
  { terminal }: CommandContext,
  house: House,
  { file, text, options }: Given,
): Promise<void> {
  const source = findSource(house, options.source)
  const { at, title = null, url = null } = options
  const slot = { witness: basename(file), ...readSlotOptions(options) }
  const moment = readMoment('--at', at ?? null, source.timeZone, house.clock())
  const post = { url, title, author: null, counts: null, slot, ...moment }
  const { round, faults } = await ingestTranscript(house, source, post, text, file)
  printRound(terminal, round)
  for (const { line, message } of faults.slice(0, MOST_TOLD)) terminal.warn(`${file}:${line}: ${message}`)
  if (faults.length > MOST_TOLD) terminal.warn(`… y ${faults.length - MOST_TOLD} tiempos más con falla`)
}

function printRound(terminal: CommandContext['terminal'], round: Round): void {
  terminal.print(describeEnds(countEnds([round])))
  for (const line of listReasons([round], MOST_TOLD)) terminal.print(`  ${line}`)
}
