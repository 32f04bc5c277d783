// The notes that people judged → how often the program agrees with them: table, kappa, and each disagreement.
import type { ToneLabel } from '../model.ts'
import type { House } from '../pipeline/house.ts'
import { type ComparedNote, compareWithPeople } from '../pipeline/judgement.ts'
import {
  countOpposite,
  measureAccuracy,
  measureKappa,
  type Rated,
  tabulate,
} from '../score/tone-agreement.ts'
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
  const rated = compared.flatMap(({ judged, label }) =>
    judged.program === null ? [] : [{ truth: label, tone: judged.program }],
  )
  const missing = compared.length - rated.length
  terminal.print(`${compared.length} notas calificadas por personas.`)
  if (missing > 0)
    terminal.print(`${missing} no las había calificado el programa; no entran en la comparación.`)
  for (const line of describeAgreement(rated)) terminal.print(line)
  for (const line of describePeople(compared)) terminal.print(line)
  for (const line of describeDisagreements(compared)) terminal.print(line)
  await showCalibration(house, terminal)
}

function describeAgreement(rated: readonly Rated[]): string[] {
  if (rated.length === 0) return []
  const table = tabulate(rated)
  const present = LABELS.filter((label) =>
    rated.some(({ truth, tone }) => truth === label || tone.label === label),
  )
  const rows = present.map((truth) => [truth, ...present.map((given) => String(table[truth]?.[given] ?? 0))])
  const pairs = rated.map(({ truth, tone }) => [truth, tone.label] as const)
  const sure = rated.filter(({ tone }) => !tone.needsReview)
  const opposite = countOpposite(rated)
  return [
    '',
    ...layColumns([['PERSONAS ↓  PROGRAMA →', ...present], ...rows]),
    '',
    `Acuerdo: ${percent(measureAccuracy(rated))} de ${rated.length}; kappa de Cohen ${formatKappa(measureKappa(pairs))}. Signo contrario: ${opposite}.`,
    sure.length === 0
      ? 'Ninguna de ellas la daba el programa por segura.'
      : `De las ${sure.length} que el programa daba por seguras: ${percent(measureAccuracy(sure))}. De las ${rated.length - sure.length} que mandó a revisión: ${percent(measureAccuracy(rated.filter(({ tone }) => tone.needsReview)))}.`,
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
