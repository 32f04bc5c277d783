// The notes that people judged → how often the program agrees with them: table, kappa, and each disagreement.
import type { ToneLabel } from '../model.ts'
import type { House } from '../pipeline/house.ts'
import {
  type Agreement,
  type ComparedNote,
  compareWithPeople,
  measureAgreement,
} from '../pipeline/judgement.ts'
import { findToneCalibration } from '../store/tone-calibrations.ts'
import { formatInstant } from './boletin.ts'
import type { CommandContext } from './command.ts'
import { layColumns } from './terminal.ts'

const LABELS: readonly ToneLabel[] = ['positivo', 'neutro', 'negativo', 'mixto', 'sin evaluar']
const SHOWN = 20

/** Prints the comparison. The program's tone is the one it first gave, whatever was decided after. */
export async function showToneEvaluation(house: House, { terminal }: CommandContext): Promise<void> {
  const compared = await compareWithPeople(house)
  if (compared.length === 0) {
    terminal.print(
      'Nadie ha calificado notas todavía. Empieza con «sintesis tone sample» o «sintesis review».',
    )
    return
  }
  const agreement = measureAgreement(compared)
  const { unrated } = agreement
  terminal.print(`${compared.length} notas calificadas por personas.`)
  if (unrated > 0)
    terminal.print(`${unrated} no las había calificado el programa; no entran en la comparación.`)
  for (const line of describeAgreement(agreement)) terminal.print(line)
  for (const line of describePeople(compared)) terminal.print(line)
  for (const line of describeDisagreements(compared)) terminal.print(line)
  await showCalibration(house, terminal)
}

function describeAgreement({ notes, table, accuracy, kappa, opposite, sure, reviewed }: Agreement): string[] {
  if (notes === 0) return []
  const isPresent = (label: string) =>
    table[label] !== undefined || Object.values(table).some((row) => (row[label] ?? 0) > 0)
  const present = LABELS.filter(isPresent)
  const rows = present.map((truth) => [truth, ...present.map((given) => String(table[truth]?.[given] ?? 0))])
  return [
    '',
    ...layColumns([['PERSONAS ↓  PROGRAMA →', ...present], ...rows]),
    '',
    `Acuerdo: ${percent(accuracy)} de ${notes}; kappa de Cohen ${formatKappa(kappa)}. Signo contrario: ${opposite}.`,
    ...(sure.notes === 0
      ? []
      : [`De las ${sure.notes} que el programa daba por seguras: ${percent(sure.accuracy)}.`]),
    ...(reviewed.notes === 0
      ? []
      : [`De las ${reviewed.notes} que mandó a revisión: ${percent(reviewed.accuracy)}.`]),
    'Si casi todas vienen de «sintesis review», son las difíciles: «sintesis tone sample» da una muestra pareja.',
  ]
}

/** Notes on which people themselves do not agree. */
function describePeople(compared: readonly ComparedNote[]): string[] {
  const divided = compared.filter(
    ({ judged: { people } }) => new Set(people.map(({ tone }) => tone.label)).size > 1,
  )
  return divided.map(
    ({ note, judged: { people } }) =>
      `Nota ${note.id}: las personas no coinciden (${people.map(({ by, tone }) => `${by}: ${tone.label}`).join('; ')}); vale la última.`,
  )
}

function describeDisagreements(compared: readonly ComparedNote[]): string[] {
  const differing = compared.filter(
    ({ judged, label }) => judged.program !== null && judged.program.label !== label,
  )
  if (differing.length === 0) return []
  return [
    '',
    `Desacuerdos${differing.length > SHOWN ? ` (los últimos ${SHOWN} de ${differing.length})` : ''}:`,
    ...differing.slice(-SHOWN).flatMap(({ note, judged, label }) => {
      const comment = judged.people.at(-1)?.comment
      return [
        `  ${note.id}  ${judged.program?.label} → ${label}  ${note.article.title}`,
        ...(comment == null ? [] : [`      ${comment}`]),
      ]
    }),
  ]
}

async function showCalibration(house: House, terminal: CommandContext['terminal']): Promise<void> {
  const made = await findToneCalibration(house.store.db)
  const { timeZone } = house.workspace.municipality
  terminal.print(
    made === null
      ? '\nEl tono se califica como viene el programa.'
      : `\nEl tono está ajustado a esta oficina desde ${formatInstant(made.madeAt, timeZone)} con ${made.notes} notas (lo pidió ${made.madeBy}).`,
  )
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Undefined when everything has one label. */
const formatKappa = (kappa: number): string => (Number.isFinite(kappa) ? kappa.toFixed(2) : 'sin base')
