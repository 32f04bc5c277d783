// What changed and who spoke in a period → the sentences and cells that tell it.
import type { BoletinEffect, Change, GroupChange, Spokesperson, Visibility } from '../../model.ts'
import type { PastWords } from '../posicionamiento.ts'
import { capitalize, joinList } from './grammar.ts'
import type { Remark } from './matrix.ts'
import { agree, countOf, MEDIA, NOTES, printBalance, printCount, printMean, printShare } from './numbers.ts'
import type { PeriodWords } from './periods.ts'

/** Most groups that a sentence names. */
const MOST_NAMED = 3

const VOLUME_VERBS: Readonly<Record<Change, string>> = {
  mejora: 'sube',
  empeora: 'baja',
  'sin cambio apreciable': '',
  'sin base': '',
}

/** `antes 12, sube`: the verb only where the change is more than chance. */
export function printCountBefore({ previousNotes, volume }: GroupChange): string {
  const verb = VOLUME_VERBS[volume]
  return verb === '' ? printCount(previousNotes) : `${printCount(previousNotes)}, ${verb}`
}

/** Head and note of the column in which each topic's last periods are a line. */
export const describePast = (periods: number, { noun, before }: PeriodWords): PastWords => ({
  title: countOf(periods, noun),
  note: `${capitalize(countOf(periods, noun))}: notas del tema, cada línea a su propia escala. La cifra es el cambio contra ${before}; en negritas, si es más que azar.`,
})

/** The finding about topics that rose by more than chance; null when none did. */
export function describeRising(topics: readonly GroupChange[]): Remark | null {
  const rising = topics.filter(({ volume }) => volume === 'mejora')
  const [first] = rising
  if (first === undefined) return null
  const proof = rising
    .slice(0, MOST_NAMED)
    .map(
      ({ name, notes, previousNotes }) => `${name}: ${printCount(notes)}, antes ${printCount(previousNotes)}`,
    )
  const claim = rising.length === 1 ? `Se habla más de ${first.name}.` : 'Temas de los que se habla más.'
  return { claim, proof: `${proof.join('; ')}. Es más de lo que explica el azar.` }
}

/** Under the list of media: which ones changed tone beyond noise. Empty without a period before. */
export function describeTurned(media: readonly GroupChange[]): string {
  if (media.every(({ balance }) => balance === 'sin base')) return ''
  const turned = media.filter(({ balance }) => balance === 'mejora' || balance === 'empeora')
  if (turned.length === 0) return 'Ningún medio cambió de tono más allá del ruido.'
  const told = turned
    .slice(0, MOST_NAMED)
    .map(
      ({ name, current, previous }) =>
        `${name}, de ${printBalance(previous?.balance ?? null)} a ${printBalance(current?.balance ?? null)}`,
    )
  const rest = turned.length - told.length
  return `${agree(turned.length, { one: 'Cambió', many: 'Cambiaron' })} de tono: ${told.join('; ')}${rest > 0 ? ` y ${printCount(rest)} más` : ''}.`
}

/** `Visibilidad: 41 % de la máxima…`; empty without notes. */
export function describeVisibility({ share }: Visibility): string {
  return share === null ? '' : ` Visibilidad: ${printShare(share)} de la máxima.`
}

/** What came of the boletines, beside how many were published. Empty when nobody printed any. */
export function describeEffect({
  mediaPerBoletin,
  medianShare,
  medianLagHours,
  printed,
}: BoletinEffect): string {
  if (mediaPerBoletin === null || medianShare === null) return ''
  const lag =
    medianLagHours === null
      ? ''
      : medianLagHours < 1
        ? ', en menos de una hora'
        : `, ${countOf(Math.round(medianLagHours), { one: 'hora', many: 'horas' })} después`
  const sure =
    printed.interval === null || printed.trials < 5
      ? ''
      : ` Intervalo de 95 % de la parte publicada: de ${printShare(printed.interval[0])} a ${printShare(printed.interval[1])}.`
  return ` Cada boletín salió en ${printMean(mediaPerBoletin)} ${MEDIA.many} en promedio; la nota mediana retoma ${printShare(medianShare)} del texto${lag}.${sure}`
}

/** Headline of the people who spoke: who is quoted most, and who never is. */
export function describeSpokespeople(people: readonly Spokesperson[]): string {
  const quoted = people.filter((person) => person.quoted > 0)
  const [first] = quoted
  if (first === undefined) return 'A nadie del gobierno se le cita'
  const all = quoted.reduce((total, person) => total + person.quoted, 0)
  if (quoted.length === 1) return `Solo se cita a ${first.name}`
  if (first.quoted * 2 > all) return `${first.name} concentra más de la mitad de las citas`
  return `A ${joinList(quoted.slice(0, 2).map(({ name }) => name))} se les cita más`
}

export const SPOKESPEOPLE_GUIDE =
  'Funcionarios que se vigilan: en cuántas notas se publica lo que dicen, en cuántas solo se les nombra, y el tono de las notas en que hablan.'

export const SPOKESPEOPLE_HEADS = {
  name: 'Persona',
  quoted: 'Citada en',
  named: 'Solo nombrada',
  positive: 'Positivas',
  negative: 'Negativas',
} as const

export const printNotes = (count: number): string => countOf(count, NOTES)
