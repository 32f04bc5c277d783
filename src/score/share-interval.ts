// Cases among trials → the share and how far it may be from the truth.
import type { ShareEstimate } from '../model.ts'

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.96

/**
 * A share with its 95 % score interval: Wilson (1927), *Journal of the American Statistical Association* 22, 209–212.
 * `design` is the design effect of trials that are not independent: the interval is that of so many times fewer (Kish &
 * Frankel, 1974, *JRSS B* 36, 1–37; Korn & Graubard, 1998, *Survey Methodology* 24, 193–201).
 */
export function estimateShare(cases: number, trials: number, design = 1): ShareEstimate {
  if (trials === 0) return { cases, trials, share: null, interval: null }
  const share = cases / trials
  const effective = trials / design
  const spread = Z ** 2 / effective
  const centre = (share + spread / 2) / (1 + spread)
  const half = (Z * Math.sqrt((share * (1 - share) + spread / 4) / effective)) / (1 + spread)
  return { cases, trials, share, interval: [Math.max(0, centre - half), Math.min(1, centre + half)] }
}
