// The words after `sintesis` → the command they name, and every failure as a sentence in Spanish with its exit code.
import { Command, CommanderError } from 'commander'
import { Later, Misdeclared, SourceChanged, Unreadable } from '../failure.ts'
import { addAlerts } from './alerts.ts'
import { addBoletin } from './boletin.ts'
import { addCapture } from './capture.ts'
import { addExamples, makeContext } from './command.ts'
import { addDeliveries } from './deliveries.ts'
import { addDoctor } from './doctor.ts'
import { addExplain } from './explain.ts'
import { addExport } from './export.ts'
import { addExtract } from './extract.ts'
import { addImport } from './import.ts'
import { addIngest } from './ingest.ts'
import { addInit } from './init.ts'
import { addMigrate } from './migrate.ts'
import { addQuery } from './query.ts'
import { addReport } from './report.ts'
import { addMention, addReview } from './review.ts'
import { addSend } from './send.ts'
import { addSourceCommands } from './source.ts'
import { explainUsage, speakSpanish } from './spanish-help.ts'
import { addStart } from './start.ts'
import { addStatus } from './status.ts'
import { explainSystemError } from './system-error.ts'
import { openTerminal, outliveReaders, type Terminal } from './terminal.ts'
import { addTone } from './tone.ts'
import { addWorker } from './worker.ts'

/** 1: the work failed; 2: the command or the configuration is wrong and no work was done. */
async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Command('sintesis')
  speakSpanish(program)
  program
    .description('Monitoreo de medios y síntesis informativa para comunicación social municipal.')
    .option('-w, --workspace <carpeta>', 'espacio de trabajo (o la variable SINTESIS_WORKSPACE)')
  const context = makeContext(program, terminal)
  addInit(program, context)
  addSourceCommands(program, context)
  addIngest(program, context)
  addImport(program, context)
  addCapture(program, context)
  addReport(program, context)
  addSend(program, context)
  addDeliveries(program, context)
  addExport(program, context)
  addAlerts(program, context)
  addStart(program, context)
  addWorker(program, context)
  addStatus(program, context)
  addBoletin(program, context)
  addExplain(program, context)
  addReview(program, context)
  addMention(program, context)
  addTone(program, context)
  addQuery(program, context)
  addExtract(program, context)
  addMigrate(program, context)
  addDoctor(program, context)
  addExamples(program, [
    'sintesis init ~/etzatlan                   crea un espacio de trabajo',
    'sintesis source add https://www.medio.mx   agrega un medio',
    'sintesis source try mx-jal/el-informador   enseña lo que se captura de una fuente',
    'sintesis source check                      prueba las fuentes',
    'sintesis source list                       lista las fuentes',
    'sintesis ingest                            lee todas las fuentes una vez',
    'sintesis import publicaciones.csv --source mx-jal/radio-tala   guarda una exportación de Meta',
    'sintesis capture --help                    guarda a mano una publicación con su pantalla',
    'sintesis report sintesis                   publica la síntesis de hoy',
    'sintesis send sintesis                     la entrega a quienes dice delivery.yml',
    'sintesis deliveries                        dice a quién llegó cada edición',
    'sintesis export sintesis --format texto    escribe el texto para WhatsApp, o una hoja de cálculo',
    'sintesis alerts --try 7                    dice qué avisos habrían salido',
    'sintesis start                             se queda trabajando y publica a su hora',
    'sintesis worker                            trabaja junto con otros equipos sobre una misma base de datos',
    'sintesis status                            dice cómo está cada fuente',
    'sintesis boletin add comunicado.txt        agrega un boletín',
    'sintesis boletin list                      lista los boletines',
    'sintesis explain 128                       dice por qué una nota entró',
    'sintesis extract https://www.medio.mx/nota --explain   dice cómo se lee una página, sin guardarla',
    "sintesis query try 'bache* AND centro'     prueba una búsqueda con lo ya captado",
    'sintesis review                            lista lo que espera la decisión de una persona',
    'sintesis tone set 128 negativo             corrige el tono de una nota',
    'sintesis migrate                           pone la base de datos al día',
    'sintesis doctor                            revisa que todo esté en orden',
  ])
  try {
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    terminal.settle()
    return explainFailure(error, terminal)
  }
}

function explainFailure(error: unknown, terminal: Terminal): number {
  const usage = explainUsage(error)
  if (usage !== null) {
    if (usage !== '') terminal.warn(usage)
    return error instanceof CommanderError && error.exitCode === 0 ? 0 : 2
  }
  if (error instanceof Misdeclared) {
    terminal.warn(error.message)
    return 2
  }
  const isExpected = error instanceof Later || error instanceof Unreadable || error instanceof SourceChanged
  if (error instanceof Error) {
    const refused = explainSystemError(error)
    const isPlain = isExpected || error.constructor === Error
    terminal.warn(refused ?? (isPlain ? error.message : `Error inesperado: ${error.message}`))
    if ((!isPlain && refused === null) || process.env.SINTESIS_DEBUG !== undefined)
      terminal.warn(error.stack ?? '')
    return 1
  }
  terminal.warn(`Error inesperado: ${String(error)}`)
  return 1
}

outliveReaders([process.stdout, process.stderr])
process.exitCode = await main(
  process.argv.slice(2),
  openTerminal(process.stdout, process.stderr, process.stdout.isTTY),
)
