// `sintesis import`: the table that Meta Business Suite exports, or one kept by hand → notes of a source.
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { ingestExport } from '../pipeline/manual.ts'
import { decodeBytes } from '../text/charset.ts'
import { addExamples, type CommandContext } from './command.ts'
import { findSource } from './ingest.ts'
import { inHouse } from './open.ts'
import { countEnds, describeEnds, listReasons } from './round-words.ts'

export function addImport(program: Command, context: CommandContext): void {
  const command = program
    .command('import')
    .description('guarda las publicaciones de un CSV (exportación de Meta Business Suite, o tabla propia)')
    .argument('<archivo>', 'CSV con una columna «Enlace permanente», «Permalink» o «liga»')
    .requiredOption('--source <fuente>', 'fuente a la que pertenecen, como mx-jal/radio-tala')
    .action((file: string, { source }: { source: string }) => importFile(context, file, source))
  addExamples(command, ['sintesis import publicaciones.csv --source mx-jal/radio-tala'])
}

async function importFile(context: CommandContext, file: string, sourceId: string): Promise<void> {
  const { terminal } = context
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Error(`No existe el archivo ${file}.`)
    throw error
  })
  await inHouse(context, async (house) => {
    const { round, refused } = await ingestExport(
      house,
      findSource(house, sourceId),
      decodeBytes(bytes, null).text,
    )
    terminal.print(describeEnds(countEnds([round])))
    for (const line of listReasons([round], 8)) terminal.print(`  ${line}`)
    for (const { row, reason } of refused.slice(0, 8)) terminal.warn(`${file}, fila ${row}: ${reason}`)
    if (refused.length > 8) terminal.warn(`… y ${refused.length - 8} filas más sin liga`)
  })
}
