// The notes of a period → the figures of how the municipality stands. Every figure is defined in docs/METHOD.md.

import type {
  Change,
  NoteFigures,
  PeriodFigures,
  Source,
  ToneLabel,
  ToneTally,
  VoiceShare,
} from '../model.ts'
import { measureSpread } from './clustering.ts'
import { listOtherVoices } from './press.ts'
import { sumReach } from './reach-sum.ts'

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.96

/** Fewer evaluated notes than this give no base for a comparison. */
export const LEAST_BASE = 10

/** Notes of the press (own site and accounts of networks apart) that surely name any of the subjects. */
export function listNotesAbout<Known extends NoteFigures>(
  notes: readonly Known[],
  subjectIds: readonly string[],
  sources: readonly Source[],
): Known[] {
  const others = listOtherVoices(sources)
  return notes
    .filter((note) => !others.has(note.sourceId))
    .filter(({ mentions }) =>
      mentions.some((mention) => subjectIds.includes(mention.subjectId) && mention.belonging === 'nuestra'),
    )
}

/** Counts notes by tone; a note without tone counts as `sin evaluar`, never as neutral. */
export function tallyTone(notes: readonly Pick<NoteFigures, 'tone'>[]): ToneTally {
  const tally: Record<ToneLabel, number> = { positivo: 0, neutro: 0, negativo: 0, mixto: 0, 'sin evaluar': 0 }
  for (const { tone } of notes) tally[tone?.label ?? 'sin evaluar'] += 1
  return tally
}

function countEvaluated(tally: ToneTally): number {
  return tally.positivo + tally.neutro + tally.negativo + tally.mixto
}

/** Positive minus negative notes per 100 evaluated ones; null without base. */
export function balanceOf(tally: ToneTally): number | null {
  const evaluated = countEvaluated(tally)
  return evaluated === 0 ? null : ((tally.positivo - tally.negativo) / evaluated) * 100
}

/**
 * 95 % interval of the balance, in points. Adjusted Wald interval for a difference of dependent proportions:
 * Bonett & Price (2012), Journal of Educational and Behavioral Statistics 37(4), 479–488. `spread` is the design effect of
 * notes that tell the same stories: copies of one boletín are not so many opinions.
 */
export function balanceIntervalOf(tally: ToneTally, spread = 1): readonly [number, number] | null {
  const evaluated = countEvaluated(tally)
  if (evaluated === 0) return null
  const { centre, halfWidth } = adjustedDifference(tally, spread)
  return [Math.max(-100, (centre - halfWidth) * 100), Math.min(100, (centre + halfWidth) * 100)]
}

function adjustedDifference(tally: ToneTally, spread: number): { centre: number; halfWidth: number } {
  const total = countEvaluated(tally) + 2
  const positive = (tally.positivo + 1) / total
  const negative = (tally.negativo + 1) / total
  const centre = positive - negative
  return { centre, halfWidth: Z * Math.sqrt((spread * (positive + negative - centre ** 2)) / total) }
}

/**
 * Janis–Fadner coefficient of imbalance with neutrals, −1…1: (f² − fu)/(rt) when f > u, (fu − u²)/(rt) when f < u,
 * 0 when equal; f favourable, u unfavourable, r evaluated notes, t all notes. Null without base.
 * Janis & Fadner (1943), Psychometrika 8(2), 105–119.
 */
export function imbalanceOf(tally: ToneTally): number | null {
  const relevant = countEvaluated(tally)
  if (relevant === 0) return null
  const total = relevant + tally['sin evaluar']
  const { positivo: favourable, negativo: unfavourable } = tally
  if (favourable === unfavourable) return 0
  const crossed = favourable * unfavourable
  const numerator = favourable > unfavourable ? favourable ** 2 - crossed : crossed - unfavourable ** 2
  return numerator / (relevant * total)
}

/** Figures of the given notes, which are already those about the municipality in `from < captured ≤ to`. */
export function measurePeriod(notes: readonly NoteFigures[], from: Date, to: Date): PeriodFigures {
  const tally = tallyTone(notes)
  const toneSpread = measureSpread(notes.filter(({ tone }) => tone !== null && tone.label !== 'sin evaluar'))
  const people = sumReach(notes, 'personas')
  const visits = sumReach(notes, 'visitas')
  return {
    from,
    to,
    notes: notes.length,
    media: new Set(notes.map(({ sourceId }) => sourceId)).size,
    stories: new Set(notes.map(({ storyId }) => storyId)).size,
    tally,
    balance: balanceOf(tally),
    balanceInterval: balanceIntervalOf(tally, toneSpread),
    imbalance: imbalanceOf(tally),
    spread: { notes: measureSpread(notes), tone: toneSpread },
    reach: people?.value ?? null,
    ...(people?.range === undefined ? {} : { reachRange: people.range }),
    notesWithReach: people?.notes ?? 0,
    ...(visits === null ? {} : { visits }),
    notesFromBoletines: notes.filter(({ pickups }) => pickups.length > 0).length,
  }
}

/** Half-width in points below which a change of balance between two periods is noise; null without base. */
export function noiseBandOf(current: Toned, previous: Toned): number | null {
  if (Math.min(countEvaluated(current.tally), countEvaluated(previous.tally)) < LEAST_BASE) return null
  const halfOf = ({ tally, spread }: Toned) => adjustedDifference(tally, spread?.tone ?? 1).halfWidth
  return Math.hypot(halfOf(current), halfOf(previous)) * 100
}

type Toned = Pick<PeriodFigures, 'tally' | 'spread'>

/** Whether the balance changed by more than noise. */
export function compareBalance(current: PeriodFigures, previous: PeriodFigures | null): Change {
  if (previous === null || current.balance === null || previous.balance === null) return 'sin base'
  const band = noiseBandOf(current, previous)
  if (band === null) return 'sin base'
  const change = current.balance - previous.balance
  if (Math.abs(change) <= band) return 'sin cambio apreciable'
  return change > 0 ? 'mejora' : 'empeora'
}

/**
 * Chance of balances at least as far apart if nothing had changed, by the same noise band; null without base. The tail of the
 * normal distribution is that of Abramowitz & Stegun (1964), 7.1.26, right to seven decimals.
 */
export function chanceOfBalances(current: PeriodFigures, previous: PeriodFigures | null): number | null {
  if (previous === null || current.balance === null || previous.balance === null) return null
  const band = noiseBandOf(current, previous)
  if (band === null) return null
  const x = (Z * Math.abs(current.balance - previous.balance)) / band / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]
  return Math.exp(-x * x) * series.reduce((sum, factor) => (sum + factor) * t, 0)
}

/** The part that a window has of the time of two: 0.5 of equal ones, 31/61 of October against September. */
export function partOfTime(current: Window, previous: Window): number {
  const [now, before] = [lengthOf(current), lengthOf(previous)]
  return now / (now + before)
}

type Window = { readonly from: Date; readonly to: Date }

const lengthOf = ({ from, to }: Window): number => to.getTime() - from.getTime()

/**
 * Whether the number of notes for each day changed by more than chance: conditional binomial test of two Poisson counts,
 * two-sided at 5 % (Przyborowski & Wilenski, 1940, Biometrika 31, 313–323). `part` is what the current period has of the
 * time of both. `mejora` = more notes.
 */
export function compareVolume(current: Counted, previous: Counted | null, part = 0.5): Change {
  if (previous === null || current.notes + previous.notes < LEAST_BASE) return 'sin base'
  if (chanceOfNotes(current, previous, part) >= 0.05) return 'sin cambio apreciable'
  return isMore(current.notes, previous.notes, part) ? 'mejora' : 'empeora'
}

export type Counted = Pick<PeriodFigures, 'notes' | 'spread'>

/**
 * Chance of two numbers of notes at least as far apart at the same rate. They come by stories: both are divided by their
 * common dispersion, as quasi-likelihood does (McCullagh & Nelder, 1989, *Generalized Linear Models*, ch. 6), and rounded
 * towards one another, so that a boletín that ten outlets print is not ten events.
 */
export function chanceOfNotes(current: Counted, previous: Counted, part = 0.5): number {
  const all = current.notes + previous.notes
  const weigh = ({ notes, spread }: Counted) => notes * (spread?.notes ?? 1)
  const dispersion = all === 0 ? 1 : Math.max(1, (weigh(current) + weigh(previous)) / all)
  const [now, before] = [current.notes / dispersion, previous.notes / dispersion]
  return isMore(now, before, part)
    ? chanceOfCounts(Math.floor(now), Math.ceil(before), part)
    : chanceOfCounts(Math.ceil(now), Math.floor(before), part)
}

/** Whether there are more notes for each day than before. */
export const isMore = (current: number, previous: number, part: number): boolean =>
  current * (1 - part) > previous * part

/** Chance of two counts at least as far apart if both periods had the same rate: two-sided conditional binomial test. */
export function chanceOfCounts(current: number, previous: number, part = 0.5): number {
  const all = current + previous
  const tail = isMore(current, previous, part)
    ? binomialTail(previous, all, 1 - part)
    : binomialTail(current, all, part)
  return Math.min(1, 2 * tail)
}

/** P(X ≤ k) of a binomial with n trials and chance p, summed in logarithms so that it holds for any n. */
function binomialTail(k: number, n: number, p: number): number {
  let logTerm = n * Math.log(1 - p)
  let sum = Math.exp(logTerm)
  for (let i = 1; i <= k; i++) {
    logTerm += Math.log((n - i + 1) / i) + Math.log(p / (1 - p))
    sum += Math.exp(logTerm)
  }
  return Math.min(1, sum)
}

/**
 * Share of voice: of all pairs (note, compared municipality named in it), the part of each. A note that names two
 * municipalities counts once for each, and the denominator is printed with the shares.
 */
export function shareVoice(
  compared: readonly { readonly id: string; readonly name: string; readonly subjectIds: readonly string[] }[],
  notes: readonly NoteFigures[],
  previousNotes: readonly NoteFigures[] | null,
  sources: readonly Source[],
): { readonly shares: VoiceShare[]; readonly denominator: number } {
  const countFor = (period: readonly NoteFigures[]) =>
    compared.map(({ subjectIds }) => listNotesAbout(period, subjectIds, sources).length)
  const counts = countFor(notes)
  const before = previousNotes === null ? null : countFor(previousNotes)
  const denominator = counts.reduce((sum, count) => sum + count, 0)
  const denominatorBefore = before?.reduce((sum, count) => sum + count, 0) ?? 0
  const shares = compared.map(({ id, name }, index) => ({
    subjectId: id,
    name,
    notes: counts[index] ?? 0,
    share: denominator === 0 ? null : (counts[index] ?? 0) / denominator,
    previousShare:
      before === null || denominatorBefore === 0 ? null : (before[index] ?? 0) / denominatorBefore,
  }))
  return { shares, denominator }
}
