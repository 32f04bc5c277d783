// `sintesis boletin confirm`: a person's word on whether a note tells a boletín in other words.
import type { Command } from 'commander'
import { Argument } from 'commander'
import { Misdeclared } from '../failure.ts'
import type { Note, ProbablePickup } from '../model.ts'
import type { House } from '../pipeline/house.ts'
import { judgeBoletin } from '../pipeline/judgement.ts'
import { findBoletinesByFolio } from '../store/boletines.ts'
import { findNotesById } from '../store/notes.ts'
import { addExamples, type CommandContext } from './command.ts'
import { addDeciderOptions, type DeciderOptions, readDecider } from './decider.ts'
import { inHouse } from './open.ts'
import { findWantedNote } from './wanted-note.ts'

export function addConfirm(group: Command, context: CommandContext): void {
  const command = group
    .command('confirm')
    .description('dice si una nota cuenta un boletín con otras palabras')
    .argument('<nota>', 'número de la nota o su dirección')
    .argument('<folio>', 'folio del boletín, como 2026/0231')
    .addArgument(new Argument('<decisión>', 'si o no').choices(['si', 'no']).argParser(readDecision))
  addDeciderOptions(command).action(
    (wanted: string, folio: string, decision: 'si' | 'no', options: DeciderOptions) =>
      inHouse(context, (house) => decideBoletin(house, context, wanted, folio, decision, options)),
  )
  addExamples(command, [
    'sintesis boletin confirm 128 2026/0231 si --why "mismos datos y horarios"',
    'sintesis boletin confirm 130 2026/0231 no --why "es otra campaña"',
  ])
}

function readDecision(text: string): 'si' | 'no' {
  if (text === 'si' || text === 'sí') return 'si'
  if (text === 'no') return 'no'
  throw new Misdeclared('decisión', null, null, `«${text}» no se entiende. Escribe «si» o «no».`)
}

async function decideBoletin(
  house: House,
  { terminal, clock }: CommandContext,
  wanted: string,
  folio: string,
  decision: 'si' | 'no',
  options: DeciderOptions,
): Promise<void> {
  const { db } = house.store
  const boletin = (await findBoletinesByFolio(db, [folio])).get(folio)
  if (boletin === undefined)
    throw new Misdeclared(
      'folio',
      null,
      null,
      `no hay boletín «${folio}» en el archivo. «sintesis boletin list» los lista.`,
    )
  const noteId = await findWantedNote(house, wanted)
  const [note] = await findNotesById(db, [noteId])
  if (note === undefined) return
  const copied = note.pickups.find((pickup) => pickup.folio === folio && pickup.confirmedBy === undefined)
  if (copied !== undefined) {
    terminal.print(`La nota ${noteId} ya cuenta como ${copied.kind}: reproduce texto del boletín ${folio}.`)
    return
  }
  const before = await judgeBoletin(house, note, boletin, decision, readDecider(options, clock()))
  for (const line of tellDecision(house, note, folio, before, decision)) terminal.print(line)
}

function tellDecision(
  { workspace: { municipality }, lens }: House,
  note: Note,
  folio: string,
  before: string | null,
  decision: 'si' | 'no',
): string[] {
  const [target] = municipality.subjects
  const isOurs = note.mentions.some(
    ({ subjectId, belonging }) => belonging === 'nuestra' && lens.ourSubjects.includes(subjectId),
  )
  return [
    `Nota ${note.id}, boletín ${folio}: ${before ?? 'no propuesto'} → ${decision === 'si' ? 'citada' : 'no'}.`,
    'Cuenta desde ahora; las ediciones ya publicadas no cambian.',
    ...(decision === 'si' && !isOurs && target !== undefined
      ? [`No nombra con seguridad al municipio: «sintesis mention set ${note.id} ${target.id} nuestra».`]
      : []),
  ]
}

/** What speaks for a proposed boletín: "62 % de parecido; comparten «312 tomas», «Rubén Amezcua»". */
export function tellProbable({ likeness, figures, names }: ProbablePickup): string {
  const shared = [...figures, ...names].map((fact) => `«${fact}»`).join(', ')
  return `${Math.round(likeness * 100)} % de parecido; comparten ${shared}`
}
