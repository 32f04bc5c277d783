// `sintesis tone set|sample|eval|calibrate`: people correct the tone, and see how often the program agrees with them.
import { Argument, type Command } from 'commander'
import { Misdeclared } from '../failure.ts'
import type { ToneLabel } from '../model.ts'
import type { House } from '../pipeline/house.ts'
import { calibrateOffice, judgeTone, LEAST_TO_CALIBRATE } from '../pipeline/judgement.ts'
import { findUnjudgedNotes } from '../store/judged-tones.ts'
import { findNotesById } from '../store/notes.ts'
import { localDate } from '../text/zoned.ts'
import { addExamples, type CommandContext } from './command.ts'
import { addDeciderOptions, type DeciderOptions, nameUser, readDecider } from './decider.ts'
import { inHouse } from './open.ts'
import { readLimit } from './review.ts'
import { showToneEvaluation } from './tone-evaluation.ts'
import { findWantedNote } from './wanted-note.ts'

const LABELS: readonly ToneLabel[] = ['positivo', 'neutro', 'negativo', 'mixto', 'sin evaluar']
const SAMPLE_DAYS = 28

export function addTone(program: Command, context: CommandContext): void {
  const group = program.command('tone').description('corrige el tono y mide cuánto acierta el programa')
  addSet(group, context)
  addSample(group, context)
  const evaluate = group
    .command('eval')
    .description('compara el tono del programa con el que dieron las personas')
    .action(() => inHouse(context, (house) => showToneEvaluation(house, context)))
  addExamples(evaluate, ['sintesis tone eval'])
  const calibrate = group
    .command('calibrate')
    .description('ajusta el tono a lo que decidieron las personas de esta oficina')
    .action(() => inHouse(context, (house) => calibrateTone(house, context)))
  addExamples(calibrate, ['sintesis tone calibrate'])
}

function addSet(group: Command, context: CommandContext): void {
  const command = group
    .command('set')
    .description('da a una nota el tono que dice una persona; es el que cuenta')
    .argument('<nota>', 'número de la nota o su dirección')
    .addArgument(new Argument('<tono>', LABELS.join(', ')).argParser(readLabel))
  addDeciderOptions(command).action((wanted: string, label: ToneLabel, options: DeciderOptions) =>
    inHouse(context, (house) => setTone(house, context, wanted, label, options)),
  )
  addExamples(command, [
    'sintesis tone set 128 negativo --why "los vecinos culpan al Ayuntamiento"',
    'sintesis tone set https://www.elmedio.mx/nota neutro --by "Paola Ruiz"',
  ])
}

function readLabel(text: string): ToneLabel {
  const label = LABELS.find((each) => each === text.trim().toLowerCase())
  if (label !== undefined) return label
  throw new Misdeclared('tono', null, null, `«${text}» no es un tono. Hay: ${LABELS.join(', ')}.`)
}

async function setTone(
  house: House,
  { terminal, clock }: CommandContext,
  wanted: string,
  label: ToneLabel,
  options: DeciderOptions,
): Promise<void> {
  const noteId = await findWantedNote(house, wanted)
  const before = await judgeTone(house, noteId, label, readDecider(options, clock()))
  terminal.print(`Nota ${noteId}: ${before?.label ?? 'sin tono'} → ${label}.`)
  terminal.print('Cuenta desde ahora; las ediciones ya publicadas no cambian.')
}

function addSample(group: Command, context: CommandContext): void {
  const command = group
    .command('sample')
    .description('elige al azar notas que nadie ha calificado, para que una persona las califique')
    .argument('[cuántas]', 'cuántas notas', '20')
    .action((count: string) => inHouse(context, (house) => showSample(house, context, readLimit(count))))
  addExamples(command, ['sintesis tone sample', 'sintesis tone sample 50'])
}

/** The same notes all day long, so that a person who comes back finds the same list. */
async function showSample(house: House, { terminal, clock }: CommandContext, count: number): Promise<void> {
  const now = clock()
  const since = new Date(now.getTime() - SAMPLE_DAYS * 86_400_000)
  const seed = localDate(now, house.workspace.municipality.timeZone)
  const ids = await findUnjudgedNotes(house.store.db, since, seed, count)
  for (const { id, article, tone } of await findNotesById(house.store.db, ids))
    terminal.print(`${id}  ${tone?.label ?? 'sin evaluar'}  ${article.title}\n    ${article.url}`)
  terminal.print(
    ids.length === 0
      ? 'No quedan notas de las últimas cuatro semanas sin calificar por una persona.'
      : 'Léelas y califícalas con «sintesis tone set <nota> <tono>», también las que estén bien.',
  )
}

async function calibrateTone(house: House, { terminal }: CommandContext): Promise<void> {
  const made = await calibrateOffice(house, nameUser())
  if (made === null) {
    terminal.print(
      `Todavía no alcanza: hacen falta al menos ${LEAST_TO_CALIBRATE} notas calificadas por personas, y diez en cada uno de dos tonos.`,
    )
    terminal.print('«sintesis tone sample» propone cuáles calificar.')
    return
  }
  const { notes, shippedAccuracy, fittedAccuracy, movesLabels } = made
  terminal.print(`Ajustado con ${notes} notas calificadas por personas.`)
  terminal.print(
    `En notas que el ajuste no había visto acierta ${percent(fittedAccuracy)}; como viene el programa, ${percent(shippedAccuracy)}.`,
  )
  terminal.print(
    movesLabels
      ? 'La diferencia no se explica por azar: desde ahora las notas nuevas se califican con el ajuste.'
      : 'La diferencia puede ser azar: las etiquetas quedan como vienen y solo se ajusta la confianza.',
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
