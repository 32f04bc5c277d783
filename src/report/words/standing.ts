// What changed and who spoke in a period → the sentences and cells that tell it.
import type { BoletinEffect, Change, GroupChange, Spokesperson, Visibility } from '../../model.ts'
import type { PastWords } from '../posicionamiento.ts'
import { LEAST_FOR_RATE } from './figures.ts'
import { capitalize, contract, lowerFirst } from './grammar.ts'
import type { Remark } from './matrix.ts'
import {
  agree,
  countOf,
  NBSP,
  NOTES,
  printBalance,
  printCount,
  printMean,
  printShare,
  spellSmall,
} from './numbers.ts'
import type { PeriodWords } from './periods.ts'

/** Most groups that a sentence names. */
const MOST_NAMED = 3
/** Fewer notes than this have no half to speak of. */
const LEAST_FOR_MEDIAN = 4
const PEOPLE = { one: 'persona', many: 'personas' } as const

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
  const count = ({ notes, previousNotes }: GroupChange) =>
    `${countOf(notes, NOTES)}, antes ${printCount(previousNotes)}`
  if (rising.length === 1) {
    const claim = contract(`Se habla más de ${lowerFirst(first.name)}.`)
    return { claim, proof: `${count(first)}: más de lo que explica el azar.` }
  }
  const named = rising.slice(0, MOST_NAMED).map((topic) => `${topic.name}, ${count(topic)}`)
  const rest = rising.length - named.length
  const more = rest === 0 ? '' : `; y ${printCount(rest)} más`
  return {
    claim: `Se habla más de ${spellSmall(rising.length)} temas.`,
    proof: `${named.join('; ')}${more}: más de lo que explica el azar.`,
  }
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
  notes,
}: BoletinEffect): string {
  if (mediaPerBoletin === null || medianShare === null) return ''
  const lag =
    medianLagHours === null
      ? ''
      : `, y la mitad sale en ${medianLagHours < 1 ? 'menos de una hora' : `${countOf(Math.round(medianLagHours), { one: 'hora', many: 'horas' })} o menos`}`
  const sure =
    printed.interval === null || printed.trials < LEAST_FOR_RATE
      ? ''
      : ` Intervalo de 95${NBSP}% de la parte publicada: de ${printShare(printed.interval[0])} a ${printShare(printed.interval[1])}.`
  const mean = ` En promedio, ${printMean(mediaPerBoletin)} medios por boletín`
  if (notes < LEAST_FOR_MEDIAN) return `${mean}.${sure}`
  return `${mean}; la mitad de las notas retoma ${printShare(medianShare)} del texto o más${lag}.${sure}`
}

/** Headline of the people who spoke: who is quoted most, and who never is. */
export function describeSpokespeople(people: readonly Spokesperson[]): string {
  const quoted = people.filter((person) => person.quoted > 0)
  const [first] = quoted
  if (first === undefined) return 'A nadie del gobierno se le cita'
  const all = quoted.reduce((total, person) => total + person.quoted, 0)
  if (quoted.length === 1) return `Solo se cita a ${first.name}`
  if (first.quoted * 2 > all) return `${first.name} concentra más de la mitad de las citas`
  const [, second, third] = quoted.toSorted((one, other) => other.quoted - one.quoted)
  if (second !== undefined && first.quoted > second.quoted) return `A quien más se cita es a ${first.name}`
  if (second !== undefined && second.quoted > (third?.quoted ?? 0))
    return `A ${first.name} y a ${second.name} se les cita por igual${third === undefined ? '' : ', más que a los demás'}`
  return `Las citas se reparten entre ${countOf(quoted.length, PEOPLE)}`
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
