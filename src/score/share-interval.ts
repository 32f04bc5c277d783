// Cases among trials → the share and how far it may be from the truth.
import type { ShareEstimate } from '../model.ts'

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.96

/** A share with its 95 % score interval: Wilson (1927), *Journal of the American Statistical Association* 22, 209–212. */
export function estimateShare(cases: number, trials: number): ShareEstimate {
  if (trials === 0) return { cases, trials, share: null, interval: null }
  const share = cases / trials
  const spread = Z ** 2 / trials
  const centre = (share + spread / 2) / (1 + spread)
  const half = (Z * Math.sqrt((share * (1 - share) + spread / 4) / trials)) / (1 + spread)
  return { cases, trials, share, interval: [Math.max(0, centre - half), Math.min(1, centre + half)] }
}
