// How much evidence makes a tone and how sure each outcome is, as shipped; an office's own are fitted to what its people decided.
import type { ToneSettings } from '../model.ts'

/** Chosen with the constants of the evidence, in `tone-verdict`, on the same notes. */
export const SHIPPED_SETTINGS: ToneSettings = {
  leastEvidence: 0.73,
  blameShare: 1.02,
  mixedShare: 0.53,
  confidence: {
    positivo: { intercept: 0.3, slope: 1.6 },
    negativo: { intercept: 0.4, slope: 1.8 },
    neutro: { intercept: 0.5, slope: 2.5 },
    mixto: { intercept: -0.2, slope: 0 },
    incidental: { intercept: 1.2, slope: 0 },
  },
}
