// The facts of a period → its findings: a claim and its proof.
import type { Change } from '../../model.ts'
import type { ActionRule } from '../sintesis.ts'
import { joinList } from './grammar.ts'
import type { Remark } from './matrix.ts'
import { countOf, NOTES, type Noun, printCount, printMean } from './numbers.ts'
import { compareNames } from './order.ts'
import type { PeriodWords } from './periods.ts'
import { agreeWithTitle } from './plural-title.ts'

/** Most folios that a sentence names. */
const MOST_FOLIOS = 6

export function describeStrength(facts: {
  readonly title: string
  readonly positive: number
  readonly negative: number
  readonly allPositive: number
  readonly fromBoletines: number
}): Remark {
  const { title, positive, negative, allPositive, fromBoletines } = facts
  const gave = agreeWithTitle(title, 'Aportó', 'Aportaron')
  const share =
    positive === allPositive
      ? `${gave} las ${printCount(positive)} notas positivas`
      : `${gave} ${printCount(positive)} de las ${printCount(allPositive)} notas positivas`
  const against =
    negative === 0
      ? ' y ninguna negativa'
      : ` y ${printCount(negative)} ${negative === 1 ? 'negativa' : 'negativas'}`
  const pickups =
    fromBoletines === 0
      ? ''
      : `; ${printCount(fromBoletines)} ${fromBoletines === 1 ? 'retoma' : 'retoman'} un boletín`
  if (positive * 3 < allPositive) {
    const count = `${printCount(positive)} notas positivas`
    return { claim: `${title}: el tema con mejor saldo.`, proof: `${count}${against}${pickups}.` }
  }
  return {
    claim: `${title} ${agreeWithTitle(title, 'suma', 'suman')} más al tono.`,
    proof: `${share}${against}${pickups}.`,
  }
}

export function describeRisk(facts: {
  readonly title: string
  readonly negative: number
  readonly allNegative: number
  readonly read: number
  readonly silent: number
}): Remark {
  const { title, negative, allNegative, read, silent } = facts
  const holds = agreeWithTitle(title, 'Reúne', 'Reúnen')
  const share =
    negative === allNegative
      ? `${holds} las ${printCount(negative)} notas negativas`
      : `${holds} ${printCount(negative)} de las ${printCount(allNegative)} notas negativas`
  const isMost = negative * 2 > allNegative
  const claim = isMost
    ? `${title} ${agreeWithTitle(title, 'concentra', 'concentran')} lo negativo.`
    : `${title}: el tema con más notas negativas.`
  return { claim, proof: `${share}${describeSilent(negative, read, silent)}.` }
}

/** In how many of the negative notes nobody of the government speaks; only of those read whole can it be said. */
function describeSilent(negative: number, read: number, silent: number): string {
  if (silent === 0) return ''
  const where =
    read < negative
      ? `${printCount(silent)} de las ${printCount(read)} leídas completas`
      : silent === negative
        ? 'ninguna'
        : printCount(silent)
  if (where === 'ninguna') return '; en ninguna aparece una voz del gobierno'
  if (read === 1) return '; en la única leída completa no aparece ninguna voz del gobierno'
  return `; en ${where} no aparece ninguna voz del gobierno`
}

/** How many boletines were published, and which were not. */
export function describeUnderReported(sent: number, silent: readonly string[]): Remark {
  const published = sent - silent.length
  const listed = silent.toSorted(compareNames)
  const shown = listed.slice(0, MOST_FOLIOS)
  const rest = listed.length - shown.length
  const names = rest === 0 ? joinList(shown) : `${shown.join(', ')} y ${printCount(rest)} más`
  if (sent === 1) {
    return published === 1
      ? { claim: 'El único boletín enviado se publicó.', proof: 'Salió en al menos un medio.' }
      : { claim: 'El único boletín enviado no se publicó.', proof: `Es el ${names}.` }
  }
  if (published === 0) {
    return { claim: `Ninguno de los ${printCount(sent)} boletines se publicó.`, proof: `Son: ${names}.` }
  }
  if (silent.length === 0) {
    return {
      claim: `Los ${printCount(sent)} boletines se publicaron.`,
      proof: 'Cada uno, en al menos un medio.',
    }
  }
  return {
    claim: `${published === 1 ? 'Se publicó' : 'Se publicaron'} ${printCount(published)} de los ${printCount(sent)} boletines.`,
    proof: `Sin publicar: ${names}.`,
  }
}

/** A period's notes and how many days it has. */
export type CountedPeriod = { readonly notes: number; readonly days: number }

/** Periods of unequal length, as months are, are told for each day. */
export function describeVolumeChange(
  current: CountedPeriod,
  previous: CountedPeriod,
  change: Exclude<Change, 'sin base'>,
  period: PeriodWords,
): Remark {
  const isEqual = current.days === previous.days
  const daily = ({ notes, days }: CountedPeriod) => (isEqual ? '' : `, ${printMean(notes / days)} al día`)
  const proof = `${countOf(current.notes, NOTES)}${daily(current)}; ${period.before}, ${printCount(previous.notes)}${daily(previous)}.`
  if (change === 'sin cambio apreciable') return { claim: 'Volumen sin cambio apreciable.', proof }
  return {
    claim: change === 'mejora' ? 'Se habló más del municipio.' : 'Se habló menos del municipio.',
    proof,
  }
}

/** One recommendation for several matters of the same rule: the first is named and the others are counted. */
export function describeTogether(rule: ActionRule, act: string, more: number): string {
  if (more === 0) return act
  const others = (noun: Noun) => (more === 1 ? `otra ${noun.one}` : `otras ${countOf(more, noun)}`)
  if (rule === 'sin-voz-oficial')
    return `${dropStop(act)} y ${others({ one: 'historia', many: 'historias' })} sin voz oficial.`
  return `${act} Hay ${others({ one: 'cifra', many: 'cifras' })} por precisar.`
}

const dropStop = (text: string): string => text.replace(/\.$/u, '')
