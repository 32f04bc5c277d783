// `sintesis review`: what waits for a person's decision, and `sintesis mention set`: that decision about a mention.
import type { Command } from 'commander'
import { Argument } from 'commander'
import { Misdeclared } from '../failure.ts'
import type { Boletin, Municipality, Note, ProbablePickup } from '../model.ts'
import type { House } from '../pipeline/house.ts'
import { judgeMention } from '../pipeline/judgement.ts'
import { findBoletinesByFolio } from '../store/boletines.ts'
import { findNotesById } from '../store/notes.ts'
import { findProbable } from '../store/probable.ts'
import { countOpenReviews, findOpenReviews, type Review } from '../store/reviews.ts'
import { formatInstant } from './boletin.ts'
import { tellProbable } from './boletin-confirm.ts'
import { addExamples, type CommandContext } from './command.ts'
import { addDeciderOptions, type DeciderOptions, readDecider } from './decider.ts'
import { inHouse } from './open.ts'
import { wrapText } from './paragraphs.ts'
import { findWantedNote } from './wanted-note.ts'

const SHOWN = 20

export function addReview(program: Command, context: CommandContext): void {
  const command = program
    .command('review')
    .description(
      'lista lo que espera la decisión de una persona: menciones dudosas, tonos inciertos y boletines probables',
    )
    .option('--limit <n>', 'cuántas', String(SHOWN))
    .action(({ limit }: { limit: string }) =>
      inHouse(context, (house) => listReviews(house, context, readLimit(limit))),
    )
  addExamples(command, ['sintesis review', 'sintesis review --limit 100'])
}

export function addMention(program: Command, context: CommandContext): void {
  const group = program.command('mention').description('corrige de quién habla una nota')
  const command = group
    .command('set')
    .description('dice si una nota habla de algo nuestro o de alguien ajeno')
    .argument('<nota>', 'número de la nota o su dirección')
    .argument('<sujeto>', 'id de municipality.yml')
    .addArgument(
      new Argument('<decisión>', 'nuestra o ajena').choices(['nuestra', 'ajena']).argParser(readDecision),
    )
  addDeciderOptions(command).action(
    (wanted: string, subjectId: string, decision: 'nuestra' | 'ajena', options: DeciderOptions) =>
      inHouse(context, (house) => decideMention(house, context, wanted, subjectId, decision, options)),
  )
  addExamples(command, [
    'sintesis mention set 128 ayuntamiento ajena --why "habla de la tala de árboles"',
    'sintesis mention set 130 presidenta nuestra',
  ])
}

function readDecision(text: string): 'nuestra' | 'ajena' {
  if (text === 'nuestra' || text === 'ajena') return text
  throw new Misdeclared('decisión', null, null, `«${text}» no se entiende. Escribe «nuestra» o «ajena».`)
}

export function readLimit(text: string): number {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit > 0) return limit
  throw new Misdeclared('--limit', null, null, `«${text}» no es un número entero mayor que cero.`)
}

async function listReviews(house: House, { terminal }: CommandContext, limit: number): Promise<void> {
  const { db } = house.store
  const reviews = await findOpenReviews(db, limit)
  if (reviews.length === 0) {
    terminal.print('Nada espera revisión.')
    return
  }
  const notes = new Map(
    (
      await findNotesById(
        db,
        reviews.map(({ noteId }) => noteId),
      )
    ).map((note) => [note.id, note]),
  )
  const proposals = await findProposals(house, reviews)
  for (const review of reviews) {
    const note = notes.get(review.noteId)
    if (note === undefined) continue
    for (const line of describeReview(review, note, house, proposals(review))) terminal.print(line)
  }
  terminal.print(`Esperan revisión ${await countOpenReviews(db)}; aquí van ${reviews.length}.`)
  terminal.print('«sintesis explain <nota>» dice por qué se decidió así.')
}

/** What is known of the boletín of a review. */
type Proposal = { readonly probable: ProbablePickup | null; readonly boletin: Boletin | null }

async function findProposals(
  { store: { db } }: House,
  reviews: readonly Review[],
): Promise<(review: Review) => Proposal> {
  const own = reviews.filter(({ kind }) => kind === 'boletin')
  const probable = await findProbable(
    db,
    own.map(({ noteId }) => noteId),
  )
  const boletines = await findBoletinesByFolio(
    db,
    own.flatMap(({ folio }) => folio ?? []),
  )
  return ({ noteId, folio }) => ({
    probable: probable.get(noteId)?.find((each) => each.folio === folio) ?? null,
    boletin: boletines.get(folio ?? '') ?? null,
  })
}

function describeReview(
  review: Review,
  note: Note,
  { workspace: { municipality, sources } }: House,
  proposal: Proposal,
): string[] {
  const sourceName = sources.find(({ id }) => id === note.sourceId)?.name ?? note.sourceId
  const head = `Nota ${note.id} · ${sourceName} · ${formatInstant(note.capturedAt, municipality.timeZone)}`
  return [head, `  ${note.article.title}`, ...describeDoubt(review, note, municipality, proposal), '']
}

function describeDoubt(
  review: Review,
  note: Note,
  { subjects }: Municipality,
  { probable, boletin }: Proposal,
): string[] {
  if (review.kind === 'boletin') {
    return [
      `  ¿Cuenta el boletín ${review.folio} con otras palabras? «${boletin?.title ?? ''}»`,
      ...(probable === null ? [] : wrapText(tellProbable(probable), '  ')),
      `  → sintesis boletin confirm ${note.id} ${review.folio} si|no --why "…"`,
    ]
  }
  if (review.kind === 'tono') {
    const { tone } = note
    const sure = tone?.confidence == null ? '' : `, confianza ${Math.round(tone.confidence * 100)} %`
    return [
      `  Tono incierto: ${tone?.label ?? 'sin evaluar'}${sure}`,
      `  → sintesis tone set ${note.id} positivo|neutro|negativo|mixto --why "…"`,
    ]
  }
  const name = subjects.find(({ id }) => id === review.subjectId)?.name ?? review.subjectId
  const evidence = note.mentions.find(({ subjectId }) => subjectId === review.subjectId)?.evidence ?? []
  return [
    `  ¿Habla de ${name}?${evidence.length === 0 ? '' : ` ${evidence.join(' ')}`}`,
    `  → sintesis mention set ${note.id} ${review.subjectId} nuestra|ajena --why "…"`,
  ]
}

async function decideMention(
  house: House,
  { terminal, clock }: CommandContext,
  wanted: string,
  subjectId: string,
  decision: 'nuestra' | 'ajena',
  options: DeciderOptions,
): Promise<void> {
  const { subjects } = house.workspace.municipality
  const subject = subjects.find(({ id }) => id === subjectId)
  if (subject === undefined) {
    const known = subjects.map(({ id }) => id).join(', ')
    throw new Misdeclared(
      'sujeto',
      null,
      null,
      `no hay ninguno «${subjectId}» en municipality.yml. Hay: ${known}.`,
    )
  }
  const noteId = await findWantedNote(house, wanted)
  const before = await judgeMention(house, noteId, subjectId, decision, readDecider(options, clock()))
  terminal.print(`Nota ${noteId}, ${subject.name}: ${before ?? 'no reconocida'} → ${decision}.`)
  terminal.print('Cuenta desde ahora; las ediciones ya publicadas no cambian.')
}
