// The facts of a period → its findings: a claim and its proof.
import type { Change } from '../../model.ts'
import type { ActionRule } from '../sintesis.ts'
import { joinList } from './grammar.ts'
import type { Remark } from './matrix.ts'
import { countOf, NOTES, type Noun, printCount, printMean } from './numbers.ts'
import type { PeriodWords } from './periods.ts'

export function describeStrength(facts: {
  readonly title: string
  readonly positive: number
  readonly negative: number
  readonly allPositive: number
  readonly fromBoletines: number
}): Remark {
  const { title, positive, negative, allPositive, fromBoletines } = facts
  const share =
    positive === allPositive
      ? `Aportó las ${printCount(positive)} notas positivas`
      : `Aportó ${printCount(positive)} de las ${printCount(allPositive)} notas positivas`
  const against =
    negative === 0
      ? ' y ninguna negativa'
      : ` y ${printCount(negative)} ${negative === 1 ? 'negativa' : 'negativas'}`
  const pickups =
    fromBoletines === 0
      ? ''
      : `; ${printCount(fromBoletines)} ${fromBoletines === 1 ? 'retoma' : 'retoman'} un boletín`
  return { claim: `${title} suma más al tono.`, proof: `${share}${against}${pickups}.` }
}

export function describeRisk(facts: {
  readonly title: string
  readonly negative: number
  readonly allNegative: number
  readonly read: number
  readonly silent: number
}): Remark {
  const { title, negative, allNegative, read, silent } = facts
  const share =
    negative === allNegative
      ? `Reúne las ${printCount(negative)} negativas`
      : `Reúne ${printCount(negative)} de ${printCount(allNegative)} negativas`
  const scope = read < negative ? ` de las ${printCount(read)} leídas completas` : ''
  const voice = silent === 0 ? '' : `; en ${printCount(silent)}${scope} no aparece ninguna voz del gobierno`
  return { claim: `${title} concentra el riesgo.`, proof: `${share}${voice}.` }
}

export function describeUnderReported(sent: number, silent: readonly string[]): Remark {
  const published = sent - silent.length
  const proof =
    silent.length === 0
      ? 'Todos salieron en al menos un medio.'
      : `Sin publicar: ${silent.length === 1 ? 'el' : 'los'} ${joinList(silent.slice(0, 6))}${silent.length > 6 ? ` y ${printCount(silent.length - 6)} más` : ''}.`
  return {
    claim: `${printCount(published)} de ${countOf(sent, { one: 'boletín', many: 'boletines' })} ${published === 1 ? 'publicado' : 'publicados'}.`,
    proof,
  }
}

/** A period's notes and how many days it has. */
export type CountedPeriod = { readonly notes: number; readonly days: number }

/** Periods of unequal length, as months are, are told for each day. */
export function describeVolumeChange(
  current: CountedPeriod,
  previous: CountedPeriod,
  change: Change,
  period: PeriodWords,
): Remark {
  const isEqual = current.days === previous.days
  const daily = ({ notes, days }: CountedPeriod) => (isEqual ? '' : `, ${printMean(notes / days)} al día`)
  const proof = `${countOf(current.notes, NOTES)}${daily(current)}; ${period.before}, ${printCount(previous.notes)}${daily(previous)}.`
  if (change === 'sin base') return { claim: 'Sin base para comparar volumen.', proof }
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
